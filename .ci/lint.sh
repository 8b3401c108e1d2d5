#!/bin/sh
# Vet, formatting and the linter, whose rules are in .golangci.yml. Needs
# neither C nor a screen, but for C on macOS.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
need_linter
without_c
go vet -tags ci ./... ./.ci/typecheck ./.ci/compare
unformatted=$("$(go env GOROOT)/bin/gofmt" -l .)
[ -z "$unformatted" ] || die "Not formatted, run 'make fmt': $unformatted"
"$LINTER" run
