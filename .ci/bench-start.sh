#!/bin/sh
# How long the program takes from its start to the article on the screen, ten
# times on a virtual one, and what memory it then holds. The program is built as
# it is released.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
. .ci/release.sh
need_go
need_gl
need_display
mkdir -p build
release_build build/sidelight-release
say "$(wc -c <build/sidelight-release) bytes"
private_home
SIDELIGHT_BINARY=$PWD/build/sidelight-release on_screen \
	go test -tags e2e -run '^$' -bench '^BenchmarkStart$' -benchtime 10x ./cmd/sidelight
