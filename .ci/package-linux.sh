#!/bin/sh
# Makes build/dist/sidelight-VERSION-linux-ARCH.tar.xz, by the toolkit's packaging
# tool and completed, and build/dist/sidelight_VERSION_ARCH.deb.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
. .ci/release.sh
[ "$(uname)" = Linux ] || die "A package for Linux is made on Linux."
on_debian || die "This needs dpkg and apt: please run it on Debian or Ubuntu."
need_go
need_gl
need dpkg-dev xz-utils desktop-file-utils appstream
release_facts
workshop
arch=$(dpkg --print-architecture)

say "Building for Linux"
release_build "$WORK/sidelight"

# What lies in share/ of either package.
share=$WORK/share
install -Dm644 .ci/package/$ID.desktop "$share/applications/$ID.desktop"
install -d "$share/metainfo" "$share/man/man1" "$share/doc/sidelight"
fill .ci/package/$ID.metainfo.xml >"$share/metainfo/$ID.metainfo.xml"
fill .ci/package/sidelight.1 | gzip -9n >"$share/man/man1/sidelight.1.gz"
for size in 16 24 32 48 64 128 256 512; do
	install -Dm644 assets/icon/sidelight-$size.png "$share/icons/hicolor/${size}x$size/apps/$ID.png"
done
install -Dm644 assets/icon/sidelight.svg "$share/icons/hicolor/scalable/apps/$ID.svg"
all_licences "$share/doc/sidelight/copyright"
desktop-file-validate "$share/applications/$ID.desktop"
appstreamcli validate --no-net "$share/metainfo/$ID.metainfo.xml" >&2

archive() {
	say "Packing the archive"
	fyne_package linux "$WORK/sidelight" assets/icon/sidelight-256.png
	tree=$WORK/sidelight-$VERSION
	mkdir "$tree"
	tar -xJf "$WORK/fyne/Sidelight.tar.xz" -C "$tree" --strip-components=1
	cp -r "$share" "$tree/usr/local/"
	data=$(cd "$share" && find . -type f | sed 's,^\./,,' | sort | tr '\n' ' ')
	sed -i 's/^\t-rm /\trm -f /' "$tree/Makefile" # what is gone already is no error
	sed "s|@DATA@|$data|" .ci/package/install.mk >>"$tree/Makefile"
	cp README.md LICENSE CHANGELOG.md "$tree/"
	same_dates "$tree"
	tar --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -C "$WORK" -cf - "sidelight-$VERSION" |
		xz -9 -T1 >"$DIST/sidelight-$VERSION-linux-$arch.tar.xz"
}

# The project has no address for mail, so this one says so.
MAINTAINER="The Sidelight authors <authors@sidelight.invalid>"

# Libraries that the toolkit opens when it starts; no tool sees them. Without
# those of X11 no window opens, those of Wayland can be done without.
OPENED="libx11-6, libx11-xcb1, libxcursor1, libxext6, libxi6, libxinerama1, libxrandr2, libxrender1, libxxf86vm1"
OPENED_AT_WILL="libdecor-0-0, libegl1, libwayland-cursor0, libwayland-egl1, libxkbcommon0"

# linked: what the program is linked with, as a list of Debian's packages.
linked() {
	mkdir "$WORK/debian"
	printf 'Source: sidelight\n\nPackage: sidelight\nArchitecture: any\n' >"$WORK/debian/control"
	(cd "$WORK" && dpkg-shlibdeps -O sidelight) | sed -n 's/^shlibs:Depends=//p'
}

deb() {
	say "Packing the Debian package"
	root=$WORK/deb
	doc=$root/usr/share/doc/sidelight
	install -Dm755 "$WORK/sidelight" "$root/usr/bin/sidelight"
	cp -r "$share" "$root/usr/"
	gzip -9nc CHANGELOG.md >"$doc/CHANGELOG.md.gz"
	printf 'sidelight (%s) stable; urgency=medium\n\n  * See CHANGELOG.md.gz.\n\n -- %s  %s\n' \
		"$VERSION" "$MAINTAINER" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$doc/changelog.gz"
	# Debian has a copy of this licence on every system.
	all_licences "$doc/copyright" /usr/share/common-licenses/Apache-2.0
	install -Dm644 .ci/package/lintian-overrides "$root/usr/share/lintian/overrides/sidelight"
	mkdir "$root/DEBIAN"
	cat >"$root/DEBIAN/control" <<-EOF
		Package: sidelight
		Version: $VERSION
		Architecture: $arch
		Maintainer: $MAINTAINER
		Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
		Depends: $(linked), $OPENED
		Recommends: libgl1-mesa-dri, $OPENED_AT_WILL, xdg-utils
		Section: text
		Priority: optional
		Description: article reader with people, places and facts beside the text
		 Sidelight shows an article with every person, organisation, place, event, date,
		 number, quotation and term marked in the text. A panel beside it says who or
		 what it is, what the article says of it and on whose word, what is known from
		 other sources, and what came later. A search covers all of it.
		 .
		 Text and Markdown files can be opened, read and searched too. The program
		 opens no connection to a network.
	EOF
	(cd "$root" && find usr -type f | sort | xargs md5sum) >"$root/DEBIAN/md5sums"
	same_dates "$root"
	dpkg-deb --root-owner-group -Zxz -z9 --build "$root" "$DIST/sidelight_${VERSION}_$arch.deb" >&2
}

archive
deb
ls -l "$DIST"/sidelight?"$VERSION"* >&2
