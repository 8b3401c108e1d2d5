#!/bin/sh
# Writes a bill of materials, in CycloneDX, of each program in build/dist: of the
# modules that it says itself it was built from.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
. .ci/release.sh
need_go
! on_debian || need xz-utils unzip
release_facts
workshop

# bill PROGRAM SYSTEM
bill() {
	quietly env GOFLAGS= CGO_ENABLED=0 \
		go run github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0 bin \
		-json -std -licenses -notimestamp -noserial -version "v$VERSION" \
		-output "$DIST/sidelight-$VERSION-$2.cdx.json" "$1"
	say "$DIST/sidelight-$VERSION-$2.cdx.json"
}

for archive in "$DIST/sidelight-$VERSION-"*; do
	system=${archive#"$DIST/sidelight-$VERSION-"}
	case $archive in
	*-linux-*.tar.xz)
		tar -xJf "$archive" -C "$WORK"
		bill "$WORK/sidelight-$VERSION/usr/local/bin/sidelight" "${system%.tar.xz}"
		;;
	*-windows-*.zip)
		(cd "$WORK" && unzip -qo "$archive")
		bill "$WORK/Sidelight/Sidelight.exe" "${system%.zip}"
		;;
	*-macos-*.zip)
		(cd "$WORK" && unzip -qo "$archive")
		bill "$WORK/Sidelight.app/Contents/MacOS/sidelight" "${system%.zip}"
		;;
	esac
done
ls "$DIST"/*.cdx.json >/dev/null 2>&1 || die "There is no package in $DIST: run 'make package-linux' or another first."
