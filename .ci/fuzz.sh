#!/bin/sh
# usage: fuzz.sh [TIME]
# Gives each fuzz target new input for a while on one processor, 3 seconds unless said
# otherwise (as in 10m), as many targets at a time as there are processors; little of
# that goes into making an input of interest shorter. What breaks a target is left in
# testdata/fuzz of its package: a seed for the mended program, to be committed with it.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
without_c
private_home
time=${1:-3s}
lanes=$(getconf _NPROCESSORS_ONLN)

# Before 1.27 Go now and then calls a target broken for no more than the end of its time
# (https://go.dev/issue/75804). Then no input is named.
timed_out() {
	grep -q '^ *context deadline exceeded$' "$1" && ! grep -q 'Failing input written\|panic:\|_test.go:' "$1"
}

# What go lists: the targets of a package, then a line with its name. The targets of one
# package follow each other in one lane, so that it is compiled once.
go test -tags ci -list '^Fuzz' ./... >"$PRIVATE/listed"
awk -v lanes="$lanes" -v to="$PRIVATE/lane" '/^Fuzz/ { targets[++n] = $1 }
	$1 == "ok" && n { for (i = 1; i <= n; i++) print $2, targets[i] >(to (packages % lanes)); n = 0; packages++ }' "$PRIVATE/listed"
[ -s "$PRIVATE/lane0" ] || die "There is no fuzz target."

# fuzz_all LANE: one after the other, until one breaks.
fuzz_all() {
	while read -r package target; do
		go test -tags ci -run '^$' -fuzz "^$target\$" -parallel 1 -fuzzminimizetime 50x -fuzztime "$time" "$package" >"$1.said" 2>&1 ||
			timed_out "$1.said" || {
			cat "$1.said" >&2
			die "$package: $target broke."
		}
	done <"$1"
}

running=
for lane in "$PRIVATE"/lane*; do
	fuzz_all "$lane" &
	running="$running $!"
done
for lane in $running; do
	wait "$lane" || broken=yes
done
[ -z "${broken:-}" ] || exit 1
say "$(grep -c '^Fuzz' "$PRIVATE/listed") fuzz targets, $time each"
