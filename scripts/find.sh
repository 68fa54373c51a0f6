# Sourced by the scripts that see to it that a program is there.

# first TEST NAME... prints the path of the first name that is a command and
# whose path passes the test.
first() {
	fits=$1
	shift
	for name in "$@"; do
		if [ -n "$name" ] && path=$(command -v "$name") && "$fits" "$path"; then
			echo "$path"
			return
		fi
	done
	return 1
}

# obtain PACKAGES SENTENCE FINDER... runs the finder, which prints a path or
# fails. Where it fails, it runs again with Debian's packages installed, if that
# may be; where it fails still, the sentence says so and the script ends. Nothing
# but what the finder prints goes to standard output.
obtain() {
	packages=$1
	sentence=$2
	shift 2
	if "$@"; then
		return
	fi
	# shellcheck disable=SC2086 # one word a package
	"$(dirname "$0")/install.sh" $packages >&2 || true
	if ! "$@"; then
		echo "$sentence" >&2
		exit 1
	fi
}
