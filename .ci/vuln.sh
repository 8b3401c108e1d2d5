#!/bin/sh
# Looks for known vulnerabilities in what the program is built from, in the
# database at vuln.go.dev or the one that VULNDB names (file:///FOLDER). Names
# the calls that lead to each; fails if there are any.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
. .ci/release.sh
need_go
need_gl
GOFLAGS='' go run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ${VULNDB:+-db "$VULNDB"} -tags "$TAGS" ./...
