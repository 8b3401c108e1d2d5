#!/bin/sh
# Reads the article in the real window from end to end in a network of its own
# that has no interface, with every socket traced: none may be of the internet.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
need_gl
need_display
need_tracer
sh .ci/build.sh
private_home
FYNE_CACHE=1h SIDELIGHT_BINARY=$PWD/build/sidelight on_screen \
	go test -tags e2e -run '^TestEndToEndOffline$' -count=1 -v ./cmd/sidelight
