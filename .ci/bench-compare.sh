#!/bin/sh
# usage: bench-compare.sh [BASE [HEAD]]
# Measures the benchmarks that .ci/compare/named.txt names in two commits, by turns, so
# that a machine that slows down slows both, and fails where HEAD has lost more than a
# tenth in time or allocations and that is not noise. HEAD is the working tree unless
# named, BASE the commit before: the newest one while the working tree has changes.
# A loss is believed after as many rounds again. ROUNDS says how many at a time (6; with
# fewer, nothing is more than noise), BENCH an expression for the lines of the list to
# measure. Let nothing else run meanwhile: on a busy machine the allocations alone say
# much.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
[ "${ROUNDS:=6}" -ge 6 ] || die "Fewer than 6 rounds can tell no loss from noise."
need_go
need_benchstat
without_c
private_home
before=HEAD
[ -n "$(git status --porcelain)" ] || before=HEAD~1
base=$(git rev-parse --verify --quiet "${1:-$before}^{commit}") || die "There is no commit ${1:-$before}."

# tree SIDE COMMIT: its files in a folder of their own.
tree() {
	mkdir "$PRIVATE/$1"
	git archive "$2" | tar -x -C "$PRIVATE/$1"
}
tree base "$base"
if [ -n "${2:-}" ]; then tree head "$2"; else ln -s "$PWD" "$PRIVATE/head"; fi

grep -v '^ *\(#\|$\)' .ci/compare/named.txt | grep -e "${BENCH:-.}" >"$PRIVATE/list" ||
	die "No benchmark is named $BENCH."

# binary SIDE PACKAGE: where the compiled tests of a package are.
binary() { echo "$PRIVATE/$1-$(echo "$2" | tr / _).test"; }

awk '{ print $1 }' "$PRIVATE/list" | sort -u | while read -r package; do
	for side in base head; do
		(
			cd "$PRIVATE/$side"
			[ -d "$package" ] || exit 0
			go test -tags ci -c -o "$(binary "$side" "$package")" "$package"
		) || die "$package does not build in $side."
	done
done

# once SIDE: each benchmark a single time.
once() {
	while read -r package name _; do
		[ -x "$(binary "$1" "$package")" ] || continue
		(
			cd "$PRIVATE/$1/$package"
			FYNE_CACHE=1h "$(binary "$1" "$package")" -test.run '^$' -test.bench "$name" -test.benchmem -test.benchtime "${BENCHTIME:-200ms}"
		) >>"$PRIVATE/$1.txt" || die "$package: $name failed in $1: $(tail -n 20 "$PRIVATE/$1.txt")"
	done <"$PRIVATE/list"
}

# rounds: all of them by turns, the first side of a round second in the next.
rounds() {
	round=0
	while [ "$round" -lt "$ROUNDS" ]; do
		round=$((round + 1))
		say "Round $round of $ROUNDS"
		if [ $((round % 2)) = 1 ]; then once base && once head; else once head && once base; fi
	done
}

compared() { "$BENCHSTAT" -alpha 0.01 "$@" "base=$PRIVATE/base.txt" "head=$PRIVATE/head.txt"; }

# verdict: exits with 1 on a loss, with 2 if it cannot tell.
verdict() {
	compared -format csv >"$PRIVATE/csv" 2>"$PRIVATE/said" || die "$(cat "$PRIVATE/said")"
	"$PRIVATE/compare" "$PRIVATE/list" <"$PRIVATE/csv"
}

go build -o "$PRIVATE/compare" ./.ci/compare
: >"$PRIVATE/base.txt"
rounds
code=0
verdict || code=$?
if [ "$code" = 1 ]; then
	say "As many rounds again, to be sure."
	rounds
	code=0
	verdict || code=$?
fi
compared
exit "$code"
