#!/bin/sh
# usage: storm.sh [TIME]
# Storms the real window on a virtual screen with keys, clicks, sizes and colour
# schemes for a while, 10 minutes unless said otherwise (as in 30m), and prints what
# the program holds of memory. In build/storm are profiles of its heap and of its
# goroutines in the middle and near the end. SIDELIGHT_SEED repeats a storm.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
need_gl
need_display
rm -rf build/storm
mkdir -p build/storm
go build -trimpath -tags profile -o build/storm/sidelight ./cmd/sidelight
private_home
FYNE_CACHE=1h SIDELIGHT_STORM=${1:-10m} SIDELIGHT_PROFILE=$PWD/build/storm SIDELIGHT_BINARY=$PWD/build/storm/sidelight on_screen \
	go test -tags e2e -run '^TestEndToEndStorm$' -timeout 0 -count=1 -v ./cmd/sidelight
say "What grew: go tool pprof -top -diff_base build/storm/heap-1.pb.gz build/storm/heap-2.pb.gz"
