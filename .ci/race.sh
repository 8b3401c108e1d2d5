#!/bin/sh
# usage: race.sh [PACKAGE...]
# Runs the tests that need no window under Go's race detector, which needs C but no
# OpenGL. Two rules keep it to a few minutes. The detector does not watch the
# packages named below, which make pixels of shapes and values of YAML on the
# goroutine that calls them, and would take most of the time. And with -short a test
# is left out that does one thing again and again on one goroutine (uitest.Sweep).
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
need_c
unwatched="image/... golang.org/x/image/... github.com/anthonynsimon/bild/...
	github.com/srwiley/... github.com/fyne-io/oksvg/...
	fyne.io/fyne/v2/internal/painter/software github.com/goccy/go-yaml/..."
flags=
for pattern in $unwatched; do
	flags="$flags -gcflags=$pattern=-race=false"
done
private_home
# shellcheck disable=SC2086 # a list of flags
FYNE_CACHE=1h CGO_ENABLED=1 go test -timeout 40m -race -short -tags ci $flags "${@:-./...}"
