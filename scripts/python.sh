#!/bin/sh
# Prints the path of a Python that has NumPy, which the programs that the page
# writes are run with: $PYTHON, or Debian's, which it installs where it may.
set -eu
. "$(dirname "$0")/find.sh"

has_numpy() { "$1" -c 'import numpy' >/dev/null 2>&1; }

obtain python3-numpy \
	"The tests need Python with NumPy: install it (apt-get install python3-numpy) or set PYTHON to its path." \
	first has_numpy "${PYTHON:-}" /usr/bin/python3 python3
