#!/bin/sh
# Everything that must hold before a commit: vet, formatting, the linter, all
# tests without a screen and without C, then the real window from end to end.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
need_gl
need_display
need_tracer
need_linter

sh .ci/lint.sh
sh .ci/build.sh
# The end-to-end test is compiled with the real driver, so vet it with that.
go vet -tags e2e ./cmd/sidelight
# No test to run would count as passed.
go test -tags e2e -list '^TestEndToEnd$' ./cmd/sidelight | grep -q '^TestEndToEnd$' ||
	die "There is no TestEndToEnd in cmd/sidelight."

private_home
CGO_ENABLED=0 go test -tags ci ./...
SIDELIGHT_BINARY=$PWD/build/sidelight on_screen \
	go test -tags e2e -run TestEndToEnd -count=1 ./cmd/sidelight
