#!/bin/sh
# Sees to it that the generators of notes that test/books builds with are there:
# Debian's, which it installs where it may.
set -eu
. "$(dirname "$0")/find.sh"

missing() {
	for package in hugo jekyll jupyter-nbconvert mkdocs mkdocs-material pandoc python3-ipykernel python3-myst-parser python3-sphinx-book-theme; do
		dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q ' installed$' || printf ' %s' "$package"
	done
}

none_missing() { [ -z "$(missing)" ]; }

absent=$(missing)
obtain "$absent" \
	"The tests with generators of notes need them from Debian or Ubuntu: apt-get install$absent" \
	none_missing
