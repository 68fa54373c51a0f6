#!/bin/sh
# Prints the path of xvfb-run, which gives browsers a screen where there is
# none and keeps their windows off the one there is.
set -eu
. "$(dirname "$0")/find.sh"

screen() { command -v xauth >/dev/null && command -v xvfb-run; }

obtain "xvfb xauth" \
	"The tests need a screen for Firefox and WebKit: install one (apt-get install xvfb xauth)." \
	screen
