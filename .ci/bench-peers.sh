#!/bin/sh
# Sidelight beside Chromium, Foliate and mupdf, where they are installed, and beside an
# empty window of the toolkit: start, first screen, memory, a new size of the type, the
# wheel, finding, at rest. All run in turns on a virtual screen, seven times; it takes 40
# minutes, in which nothing else should run. The medians are in build/peers/table.md,
# every value in build/peers/results.jsonl.
#
# Arguments, for a part of it: -only start,memory -programs sidelight,empty -rounds 5;
# -against PATH for another Sidelight too; -keep to add rounds to those of a run before;
# -pictures to see what was measured. -help lists all.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
. .ci/release.sh
need_go
need_gl
need_display
mkdir -p build/peers
binary=build/peers/sidelight
case " $* " in
*" -binary "* | *" -table "*) ;;
*) release_build "$binary" ;;
esac
case " $* " in
*" -table "*) ;;
*) go build -trimpath -buildvcs=false -tags "$TAGS" -ldflags "-s -w" -o build/peers/empty ./.ci/peers/empty ;;
esac
(
	without_c
	go build -buildvcs=false -tags ci -o build/peers/bench ./.ci/peers
)
private_home
on_screen build/peers/bench -binary "$PWD/$binary" -empty "$PWD/build/peers/empty" "$@"
