#!/bin/sh
# Checks the types of all packages and tests as they are compiled for the
# systems that this one has no compiler for.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
. .ci/release.sh
need_go
CGO_ENABLED=0 go run ./.ci/typecheck -tags "$TAGS" \
	darwin/arm64 darwin/amd64 windows/amd64 windows/arm64 -- ./...
