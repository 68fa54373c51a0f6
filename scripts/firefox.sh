#!/bin/sh
# Prints the path of the Firefox that test/browsers drives: $FIREFOX, or one
# found under its usual names, or Debian's, which it installs where it may.
set -eu

# A snap sees none of the profiles that tests make.
is_snap() {
	case "$(readlink -f "$1")" in */snap*) return 0 ;; esac
	head -c 2000 "$1" | grep -aq /snap/bin
}

find_firefox() {
	for name in "${FIREFOX:-}" firefox-esr firefox; do
		if [ -n "$name" ] && path=$(command -v "$name") && ! is_snap "$path"; then
			echo "$path"
			return
		fi
	done
	return 1
}

if ! find_firefox; then
	"$(dirname "$0")/install.sh" firefox-esr >&2 || true
	if ! find_firefox; then
		echo "The tests need Firefox, not as a snap as Ubuntu has it: install it (apt-get install firefox-esr, or Mozilla's own package or archive) or set FIREFOX to its path." >&2
		exit 1
	fi
fi
