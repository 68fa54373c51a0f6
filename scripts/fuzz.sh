#!/bin/sh
# Runs every fuzz test of engine/, each for as many inputs as told: fuzz.sh 2000x
# As go test -fuzz does, which takes one test at a time and links a program for
# it; here a package is built once, and only those with fuzz tests are.
set -eu
program=$(mktemp)
trap 'rm -f "$program"' EXIT
cache=$(go env GOCACHE)/fuzz
for folder in $(grep -rl --include='*_test.go' '^func Fuzz' engine | xargs -n 1 dirname | sort -u); do
	package=$(go list "./$folder")
	go test -c -ldflags='-s -w' -fuzz=Fuzz -o "$program" "./$folder"
	for name in $("$program" -test.list '^Fuzz'); do
		echo "fuzzing $package $name"
		(cd "$folder" && "$program" -test.run '^$' -test.fuzz "^$name\$" -test.fuzztime "$1" -test.fuzzcachedir "$cache/$package")
	done
done
