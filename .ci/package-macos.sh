#!/bin/sh
# Makes build/dist/sidelight-VERSION-macos-ARCH.zip with Sidelight.app, on macOS.
#
# Where SIGN_IDENTITY names a certificate in the keychain, the app is signed with
# it, and where NOTARY_PROFILE names a profile of notarytool, it is notarised.
# Otherwise the signature is ad hoc: macOS then asks before it opens the app.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
. .ci/release.sh
[ "$(uname)" = Darwin ] || die "A package for macOS is made on macOS: its toolkit needs Apple's compiler."
need_go
need_gl
release_facts
workshop
arch=$(go env GOARCH)
MACOSX_DEPLOYMENT_TARGET=12.0 # the oldest that Go still supports
export MACOSX_DEPLOYMENT_TARGET

say "Building for macOS"
TAGS=$TAGS,accessibility
release_build "$WORK/sidelight"
fyne_package darwin "$WORK/sidelight" assets/icon/sidelight-1024.png
app=$WORK/fyne/Sidelight.app
plist=$app/Contents/Info.plist
plutil -replace LSMinimumSystemVersion -string "$MACOSX_DEPLOYMENT_TARGET" "$plist"
plutil -replace LSApplicationCategoryType -string public.app-category.education "$plist"
plutil -replace CFBundleShortVersionString -string "$VERSION" "$plist"
plutil -replace NSHumanReadableCopyright -string "Copyright 2026 The Sidelight authors, MIT licence" "$plist"
cp LICENSE "$app/Contents/Resources/"
all_licences "$app/Contents/Resources/LICENCES"

archive=$DIST/sidelight-$VERSION-macos-$arch.zip
pack() {
	rm -f "$archive"
	ditto -c -k --keepParent "$app" "$archive"
}

if [ -n "${SIGN_IDENTITY:-}" ]; then
	codesign --force --options runtime --timestamp --sign "$SIGN_IDENTITY" "$app"
else
	say "There is no SIGN_IDENTITY: the signature is ad hoc."
	codesign --force --sign - "$app"
fi
codesign --verify --strict "$app"
pack
if [ -n "${SIGN_IDENTITY:-}" ] && [ -n "${NOTARY_PROFILE:-}" ]; then
	xcrun notarytool submit --keychain-profile "$NOTARY_PROFILE" --wait "$archive"
	xcrun stapler staple "$app"
	pack
fi
ls -l "$archive" >&2
