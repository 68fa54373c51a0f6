#!/bin/sh
# Sees to it that the generators of notes that test/books builds with are there:
# Debian's, which it installs where it may.
set -eu

packages="hugo jekyll jupyter-nbconvert mkdocs mkdocs-material pandoc python3-ipykernel python3-myst-parser python3-sphinx-book-theme"

missing() {
	for package in $packages; do
		dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q ' installed$' || echo "$package"
	done
}

if [ -n "$(missing)" ]; then
	# shellcheck disable=SC2046 # one word a package
	"$(dirname "$0")/install.sh" $(missing) >&2 || true
	if [ -n "$(missing)" ]; then
		echo "The tests with generators of notes need them from Debian or Ubuntu: apt-get install" $(missing) >&2
		exit 1
	fi
fi
