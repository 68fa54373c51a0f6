#!/bin/sh
# Prints the path of the Firefox that test/browsers drives: $FIREFOX, or one
# found under its usual names, or Debian's, which it installs where it may.
set -eu
. "$(dirname "$0")/find.sh"

# A snap sees none of the profiles that tests make.
is_no_snap() {
	case "$(readlink -f "$1")" in */snap*) return 1 ;; esac
	! head -c 2000 "$1" | grep -aq /snap/bin
}

obtain firefox-esr \
	"The tests need Firefox, not as a snap as Ubuntu has it: install it (apt-get install firefox-esr, or Mozilla's own package or archive) or set FIREFOX to its path." \
	first is_no_snap "${FIREFOX:-}" firefox-esr firefox
