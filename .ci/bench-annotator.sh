#!/bin/sh
# How many words a second the annotator marks on one processor, beside a library for
# Go that finds names. The library is not a part of the program: the benchmark is a
# module of its own.
set -eu
cd "$(dirname "$0")/peers/annotator"
. ../../setup.sh
need_go
without_c
exec go test -mod=mod -tags ci -run '^$' -bench . -cpu 1 -benchtime 3s
