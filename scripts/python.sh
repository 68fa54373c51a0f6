#!/bin/sh
# Prints the path of a Python that has NumPy, which the programs that the page
# writes are run with: $PYTHON, or Debian's, which it installs where it may.
set -eu

find_python() {
	for name in "${PYTHON:-}" /usr/bin/python3 python3; do
		if [ -n "$name" ] && "$name" -c 'import numpy' 2>/dev/null; then
			command -v "$name"
			return
		fi
	done
	return 1
}

if ! find_python; then
	"$(dirname "$0")/install.sh" python3-numpy >&2 || true
	if ! find_python; then
		echo "The tests need Python with NumPy: install it (apt-get install python3-numpy) or set PYTHON to its path." >&2
		exit 1
	fi
fi
