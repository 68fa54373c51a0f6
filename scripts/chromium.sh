#!/bin/sh
# Prints the path of the Chromium that the browser tests drive: $CHROMIUM, or
# one found under its usual names, or Debian's, which it installs where it may.
# Debian's shell without a window comes first: Chromium itself, though headless,
# opens a window for each visit, of which the parts are pages too, and the same
# visits take a quarter longer. Ubuntu has no package of that name.
set -eu
. "$(dirname "$0")/find.sh"

find_chromium() {
	first true "${CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable
}

if ! find_chromium; then
	"$(dirname "$0")/install.sh" chromium-headless-shell fonts-noto-cjk >&2 || true
	obtain "chromium fonts-noto-cjk" \
		"The browser tests need Chromium: install it (apt-get install chromium fonts-noto-cjk) or set CHROMIUM to its path." \
		find_chromium
fi
