#!/bin/sh
# Prints the path of the Chromium that the browser tests drive: $CHROMIUM, or
# one found under its usual names, or Debian's, which it installs where it may.
set -eu
. "$(dirname "$0")/find.sh"

obtain "chromium fonts-noto-cjk" \
	"The browser tests need Chromium: install it (apt-get install chromium fonts-noto-cjk) or set CHROMIUM to its path." \
	first true "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable
