#!/bin/sh
# usage: crash.sh [ROUNDS]
# Starts a program that takes notes and kills it at a random moment, 300 times unless
# said otherwise, and in a round in three two of them at once. After each round all that
# they said was kept must be there.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
without_c
SIDELIGHT_ROUNDS=${1:-300} go test -tags ci -run '^TestCrash$' -timeout 0 -count=1 -v ./annotations/notes
