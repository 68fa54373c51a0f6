#!/bin/sh
# Prints the path of xvfb-run, which gives browsers a screen where there is
# none and keeps their windows off the one there is.
set -eu

find_screen() {
	command -v xauth >/dev/null && command -v xvfb-run
}

if ! find_screen; then
	"$(dirname "$0")/install.sh" xvfb xauth >&2 || true
	if ! find_screen; then
		echo "The tests need a screen for Firefox and WebKit: install one (apt-get install xvfb xauth)." >&2
		exit 1
	fi
fi
