#!/bin/sh
# Makes the model that finds names from its data, and says whether it is the one that
# is there. It is the same on every machine.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
without_c
room=annotations/annotator/names
mkdir -p build
go run ./$room/train -out build/model.bin
if cmp -s build/model.bin $room/model.bin && cmp -s build/model.bin.sums $room/model.bin.sums; then
	echo "$room/model.bin is what its data give"
else
	cp build/model.bin build/model.bin.sums $room/
	echo "$room/model.bin was another; it is made anew"
fi
