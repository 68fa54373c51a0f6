#!/bin/sh
# Prints the path of the WebKitWebDriver that test/browsers drives WebKit with:
# $WEBKIT, or one found, or Debian's, which it installs where it may.
set -eu

find_driver() {
	for name in "${WEBKIT:-}" WebKitWebDriver; do
		if [ -n "$name" ] && command -v "$name"; then
			return
		fi
	done
	return 1
}

if ! find_driver; then
	"$(dirname "$0")/install.sh" webkit2gtk-driver >&2 || true
	if ! find_driver; then
		echo "The tests need WebKit: install it (apt-get install webkit2gtk-driver) or set WEBKIT to the path of its WebKitWebDriver." >&2
		exit 1
	fi
fi
