#!/bin/sh
# Installs Debian packages as root, or as a user who may become root without
# being asked; fails where it may not.
#
#     scripts/install.sh chromium fonts-noto-cjk
set -eu

privileged() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	else
		sudo -n "$@"
	fi
}

command -v apt-get >/dev/null
privileged true 2>/dev/null
# One at a time: two targets of make test may meet here.
exec 9>"${TMPDIR:-/tmp}/shallows-install-$(id -u).lock"
flock 9
privileged apt-get update -q
privileged env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
