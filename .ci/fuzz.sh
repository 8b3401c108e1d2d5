#!/bin/sh
# usage: fuzz.sh [TIME]
# Gives each fuzz target new input for a while, 3 seconds unless said otherwise (as
# in 10m); little of that goes into making an input of interest shorter. What breaks
# a target is left in testdata/fuzz of its package: a seed for the mended program, to
# be committed with it.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
without_c
private_home

# Before 1.27 Go now and then calls a target broken for no more than the end of its time
# (https://go.dev/issue/75804). Then no input is named.
timed_out() {
	grep -q '^ *context deadline exceeded$' "$PRIVATE/said" && ! grep -q 'Failing input written\|panic:\|_test.go:' "$PRIVATE/said"
}

# What go lists: the targets of a package, then a line with its name.
go test -tags ci -list '^Fuzz' ./... >"$PRIVATE/listed"
awk '/^Fuzz/ { targets[++n] = $1 }
	$1 == "ok" { for (i = 1; i <= n; i++) print $2, targets[i]; n = 0 }' "$PRIVATE/listed" >"$PRIVATE/targets"
[ -s "$PRIVATE/targets" ] || die "There is no fuzz target."
while read -r package target; do
	go test -tags ci -run '^$' -fuzz "^$target\$" -fuzzminimizetime 50x -fuzztime "${1:-3s}" "$package" >"$PRIVATE/said" 2>&1 || timed_out || {
		cat "$PRIVATE/said" >&2
		die "$package: $target broke."
	}
done <"$PRIVATE/targets"
say "$(wc -l <"$PRIVATE/targets") fuzz targets, ${1:-3s} each"
