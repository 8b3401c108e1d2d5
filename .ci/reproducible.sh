#!/bin/sh
# Builds the packages for Linux of the commit that is checked out twice, from two
# clones in folders of different names, and fails unless they are the same. With
# COLD=1 the second has an empty cache too: that takes minutes.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
. .ci/release.sh
need_go
need_gl
workshop
source=$PWD
commit=$(git rev-parse HEAD)
[ -z "$(git status --porcelain)" ] || say "What is not committed is not built."

# build FOLDER
build() {
	say "Building $commit in $1"
	git clone -q --no-hardlinks "$source" "$1"
	git -C "$1" checkout -q --detach "$commit"
	(cd "$1" && quietly sh .ci/package-linux.sh)
	# The program by itself, to say where a difference is.
	tar -xJf "$1"/build/dist/*.tar.xz -C "$1/build/dist" --strip-components=4 --wildcards '*/bin/sidelight'
	(cd "$1/build/dist" && sha256sum sidelight ./*.tar.xz ./*.deb) >"$WORK/$2"
}

mkdir -p "$WORK/there and"
build "$WORK/here" first
[ -z "${COLD:-}" ] || export GOCACHE="$WORK/cache"
build "$WORK/there and/elsewhere" second
cat "$WORK/first"
diff "$WORK/first" "$WORK/second" >&2 || die "The two builds differ."
say "Both builds are the same."
