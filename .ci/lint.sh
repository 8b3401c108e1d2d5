#!/bin/sh
# Vet, formatting and the linter, whose rules are in .golangci.yml. Needs
# neither C nor a screen.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
need_linter
CGO_ENABLED=0
export CGO_ENABLED
go vet -tags ci ./...
unformatted=$("$(go env GOROOT)/bin/gofmt" -l .)
[ -z "$unformatted" ] || die "Not formatted, run 'make fmt': $unformatted"
"$LINTER" run
