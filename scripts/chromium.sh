#!/bin/sh
# Prints the path of the Chromium that the browser tests drive: $CHROMIUM, or
# one found under its usual names, or Debian's, which it installs where it may.
set -eu

find_chromium() {
	for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
		if [ -n "$name" ] && command -v "$name"; then
			return
		fi
	done
	return 1
}

if ! find_chromium; then
	"$(dirname "$0")/install.sh" chromium fonts-noto-cjk >&2 || true
	if ! find_chromium; then
		echo "The browser tests need Chromium: install it (apt-get install chromium fonts-noto-cjk) or set CHROMIUM to its path." >&2
		exit 1
	fi
fi
