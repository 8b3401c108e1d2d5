# Sourced after setup.sh by the scripts that make packages: what they have in
# common. The packages of a commit are to be the same wherever and whenever they
# are made, so nothing here may depend on the clock or on the folder.
# shellcheck shell=sh disable=SC2034

ID=app.sidelight.reader
DIST=build/dist
FYNE=fyne.io/tools/cmd/fyne@v1.7.4
# The program runs its own goroutines by fyne.Do; with this tag the toolkit need
# not check. Builds for development go without, so that a wrong call is reported.
# And no font of emoji is brought along: the article is set in one face, and where
# the toolkit sets text itself it finds the system's. It is 4 MB less to read.
TAGS=migrated_fynedo,no_emoji

# release_facts: sets VERSION, DATE and SOURCE_DATE_EPOCH, the time of the commit.
release_facts() {
	VERSION=$(sed -n 's/^Version = "\(.*\)"$/\1/p' FyneApp.toml)
	[ -n "$VERSION" ] || die "FyneApp.toml has no version."
	tag=$(git describe --tags --exact-match --match 'v[0-9]*' HEAD 2>/dev/null) || tag=
	[ -z "$tag" ] || [ "$tag" = "v$VERSION" ] ||
		die "The commit is tagged $tag, but FyneApp.toml says $VERSION."
	[ -n "${SOURCE_DATE_EPOCH:-}" ] || SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) ||
		die "The packages bear the date of a commit: please make them in a clone, or set SOURCE_DATE_EPOCH."
	DATE=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d 2>/dev/null || date -u -r "$SOURCE_DATE_EPOCH" +%Y-%m-%d)
	export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C
	umask 022
	mkdir -p "$DIST"
	DIST=$(cd "$DIST" && pwd)
}

# workshop: a folder of its own in WORK, removed when the script ends.
workshop() {
	WORK=$(mktemp -d)
	trap 'rm -rf "$WORK"' EXIT
	trap 'exit 130' INT TERM HUP
}

# release_build FILE [LINKER-FLAGS]: the program as it is shipped, with the
# commit in it where there is one.
release_build() {
	vcs=auto
	git rev-parse HEAD >/dev/null 2>&1 || vcs=false
	go build -trimpath "-buildvcs=$vcs" -tags "$TAGS" -ldflags "-s -w $(commit_flag)${2:+ $2}" -o "$1" ./cmd/sidelight
}

# fyne_package OS EXECUTABLE ICON: runs the packaging tool in $WORK/fyne, as it
# rewrites FyneApp.toml; what it makes lies there. It asks for Go files but does
# not read them when it is given what they would compile to.
fyne_package() {
	mkdir -p "$WORK/fyne/$(dirname "$3")"
	cp FyneApp.toml "$WORK/fyne/"
	cp "$3" "$WORK/fyne/$3"
	echo "package main" >"$WORK/fyne/main.go"
	(cd "$WORK/fyne" && quietly env CGO_ENABLED=0 GOFLAGS= go run "$FYNE" package --os "$1" --executable "$2" --icon "$3")
}

# fill FILE: its text with the facts of the release in place.
fill() { sed -e "s/@VERSION@/$VERSION/g" -e "s/@DATE@/$DATE/g" "$1"; }

# all_licences FILE [APACHE]: our own licence and those of all that is built in;
# APACHE is where the Apache licence lies already.
all_licences() {
	{
		cat NOTICE
		printf '\n\n== Sidelight ==\n\n'
		cat LICENSE
		for licence in assets/fonts/OFL-*.txt assets/icons/LICENSE-*.txt annotations/document/pdf/pdfium/LICENSE-*.txt annotations/knowledge/gazetteer/LICENSE-*.txt; do
			printf '\n\n== %s ==\n\n' "$licence"
			cat "$licence"
		done
		sh .ci/licences.sh text ${2:+"$2"}
	} >"$1"
}

# same_dates FOLDER: all in it bears the date of the commit.
same_dates() { find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }
