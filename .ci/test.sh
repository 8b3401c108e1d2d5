#!/bin/sh
# Everything that must hold before a commit: vet, formatting, the linter, the
# types as other systems compile them, all tests without a screen and without C,
# new input for each fuzz target, the tests under the race detector, then the real
# window from end to end. The window is driven through Xvfb and xdotool, so on
# Windows and macOS all before the fuzzing is done.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
[ "$(uname)" != Linux ] || with_window=yes
if [ -n "${with_window:-}" ]; then
	need_gl
	need_display
	need_tracer
fi
need_linter

sh .ci/lint.sh
sh .ci/typecheck.sh
sh .ci/licences.sh check
if [ -n "${with_window:-}" ]; then
	sh .ci/build.sh
	# The end-to-end test is compiled with the real driver, so vet it with that.
	go vet -tags e2e ./cmd/sidelight
	go vet ./.ci/peers/empty
	# No test to run would count as passed.
	go test -tags e2e -list '^TestEndToEnd$' ./cmd/sidelight | grep -q '^TestEndToEnd$' ||
		die "There is no TestEndToEnd in cmd/sidelight."
fi

private_home
(
	without_c
	# On a busy machine ten minutes are not enough for ui, and the toolkit would throw
	# away what it has laid out a minute before.
	FYNE_CACHE=1h go test -timeout 40m -tags ci ./...
	go test ./.ci/typecheck ./.ci/compare
	[ -z "${with_window:-}" ] || go test ./.ci/peers
)
if [ -z "${with_window:-}" ]; then
	say "Fuzzing, the race detector and the real window are tried on Linux, and were left out."
	exit 0
fi
sh .ci/fuzz.sh
sh .ci/race.sh
FYNE_CACHE=1h SIDELIGHT_BINARY=$PWD/build/sidelight on_screen \
	go test -timeout 40m -tags e2e -run TestEndToEnd -count=1 ./cmd/sidelight
