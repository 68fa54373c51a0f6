#!/bin/sh
# Prints the path of the WebKitWebDriver that test/browsers drives WebKit with:
# $WEBKIT, or one found, or Debian's, which it installs where it may.
set -eu
. "$(dirname "$0")/find.sh"

obtain webkit2gtk-driver \
	"The tests need WebKit: install it (apt-get install webkit2gtk-driver) or set WEBKIT to the path of its WebKitWebDriver." \
	first true "${WEBKIT:-}" WebKitWebDriver
