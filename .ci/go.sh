#!/bin/sh
# usage: go.sh ARGUMENT...     The go command for work that needs no window.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
without_c
exec go "$@"
