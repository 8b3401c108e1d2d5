#!/bin/sh
# Builds build/sidelight, installing what the build lacks.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
need_gl
[ -n "$(find build -name sidelight -type f 2>/dev/null)" ] ||
	say "Building. The first build compiles OpenGL and takes about five minutes, once."
go build -trimpath -ldflags "$(commit_flag)" -o build/sidelight ./cmd/sidelight
