#!/bin/sh
# Makes build/dist/sidelight-VERSION-windows-amd64.zip and -setup.exe, on Linux
# with mingw-w64. The packaging tool of the toolkit is of no use here: for
# Windows it always compiles, and only what lies in the root.
#
# Where SIGN_CERTIFICATE (a .p12 file) and SIGN_PASSWORD are set, both programs
# are signed; otherwise Windows warns those who start them.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
. .ci/release.sh
on_debian || die "This cross-compiles with mingw-w64 from Debian or Ubuntu: please run it there."
need_go
need gcc-mingw-w64-x86-64-win32 binutils-mingw-w64-x86-64 icoutils nsis zip
release_facts
workshop
NUMBERS=$(echo "$VERSION" | tr . ,),$(sed -n 's/^Build = //p' FyneApp.toml)
DOTTED=$(echo "$NUMBERS" | tr , .)
SYSO=cmd/sidelight/rsrc_windows_amd64.syso
trap 'rm -rf "$WORK" "$SYSO"' EXIT
stage=$WORK/Sidelight
mkdir "$stage"

# resources: the icon, the version and the manifest. The go command takes them
# from the folder of the command (an overlay will not do), so they lie there while
# it builds.
resources() {
	icons=
	for size in 16 24 32 48 64 128; do icons="$icons assets/icon/sidelight-$size.png"; done
	# shellcheck disable=SC2086 # a list of names
	icotool -c -o "$WORK/sidelight.ico" $icons --raw=assets/icon/sidelight-256.png
	for file in sidelight.rc sidelight.manifest; do
		fill ".ci/package/$file" | sed -e "s/@NUMBERS@/$NUMBERS/" -e "s/@DOTTED@/$DOTTED/" >"$WORK/$file"
	done
	(cd "$WORK" && x86_64-w64-mingw32-windres -O coff -i sidelight.rc -o rsrc.syso)
	cp "$WORK/rsrc.syso" "$SYSO"
}

sign() {
	[ -n "${SIGN_CERTIFICATE:-}" ] || return 0
	need osslsigncode
	# By a pipe: other processes can read a command line.
	printf '%s' "$SIGN_PASSWORD" |
		osslsigncode sign -pkcs12 "$SIGN_CERTIFICATE" -readpass /dev/stdin -h sha256 -n Sidelight \
			-ts http://timestamp.digicert.com -in "$1" -out "$1.signed" >&2
	mv "$1.signed" "$1"
}

# For a person on Windows: with line ends that every editor there shows.
text_file() { sed 's/$/\r/' >"$stage/$1"; }

say "Building for Windows. The first build compiles OpenGL and takes about eight minutes, once."
resources
(
	export CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc
	release_build "$stage/Sidelight.exe" -H=windowsgui
)
sign "$stage/Sidelight.exe"
text_file README.txt <README.md
text_file LICENSE.txt <LICENSE
all_licences "$WORK/licences"
text_file LICENCES.txt <"$WORK/licences"
same_dates "$stage"

archive=$DIST/sidelight-$VERSION-windows-amd64.zip
rm -f "$archive"
(cd "$WORK" && find Sidelight -type f | sort | zip -qX9 -@ - >"$WORK/zip")
mv "$WORK/zip" "$archive"

setup=$DIST/sidelight-$VERSION-windows-amd64-setup.exe
cp .ci/package/sidelight.nsi "$WORK/sidelight.ico" "$stage/"
(cd "$stage" && quietly makensis -V3 "-DVERSION=$VERSION" "-DDOTTED=$DOTTED" "-DOUT=$setup" sidelight.nsi)
sign "$setup"
ls -l "$archive" "$setup" >&2
