#!/bin/sh
# usage: licences.sh write | check | text [APACHE]
# write: lists in NOTICE the modules built into the program, on any of the three
#        systems, with the licences that go-licenses recognises; fails if one of
#        them may not be shipped with a program under the MIT licence.
# check: fails if that list names other modules or versions than are built in.
# text:  prints the texts of their licences, the font files' included; for the
#        text of the Apache licence it refers to the file APACHE, if given.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
. .ci/release.sh
GO_LICENSES=github.com/google/go-licenses@v1.6.0
# Licences that ask for no more than that they be handed on, as our packages do.
ALLOWED="MIT BSD-2-Clause BSD-3-Clause ISC Apache-2.0 Zlib Unlicense 0BSD"
# Texts that go-licenses does not know or takes for others, read by a person, in these versions.
READ="modernc.org/libc v1.80.1 BSD-3-Clause,MIT
modernc.org/mathutil v1.7.1 BSD-3-Clause"
HEADING="Go modules, built into the program:"

# modules FIELDS: of each module built in, one a line.
modules() {
	for system in linux/amd64 windows/amd64 darwin/arm64; do
		# A package that is all C on another system is no error to a list.
		CGO_ENABLED=1 GOOS=${system%/*} GOARCH=${system#*/} go list -e -tags "$TAGS" -deps \
			-f "{{with .Module}}{{if not .Main}}$1{{end}}{{end}}" ./cmd/sidelight
	done | LC_ALL=C sort -u
}

listed() { sed -n "/^$HEADING/,\$s/^  \([^ ]* v[^ ]*\)  .*/\1/p" NOTICE | LC_ALL=C sort -u; }

# recognised: "module version licence" of each part that has a licence of its own.
recognised() {
	printf '%s\n' '{{range .}}{{if .Version}}{{.Name}} {{.Version}} {{.LicenseName}}' '{{end}}{{end}}' >"$WORK/template"
	GOFLAGS= GOBIN=$WORK go install "$GO_LICENSES" 2>"$WORK/log" || die "$(cat "$WORK/log")"
	report ./cmd/sidelight
	# What only another system needs is needed by the engine of the library, which is
	# all Go and so is read here for each system.
	for system in windows darwin; do
		CGO_ENABLED=0 GOOS=$system report ./annotations/knowledge/library
	done
}

# report PACKAGE: of its modules.
report() {
	# It looks for addresses on the network, which are not wanted here.
	GOFLAGS="-tags=$TAGS" "$WORK/go-licenses" report "$1" --ignore sidelight \
		--template "$WORK/template" 2>"$WORK/log" || die "$(cat "$WORK/log")"
}

# licence_of MODULE VERSION: the licences of its parts, in one line.
licence_of() {
	printf '%s\n' "$READ" | awk -v m="$1" -v v="$2" '$1 == m && $2 == v { sub(",", ", ", $3); print $3; found = 1 } END { exit !found }' && return
	awk -v m="$1" -v v="$2" '$2 == v && ($1 == m || index($1, m "/") == 1) && !seen[$3]++ {
		printf "%s%s", n++ ? ", " : "", $3 } END { print "" }' "$WORK/recognised"
}

write() {
	need_gl # go-licenses reads the packages as they are compiled
	workshop
	recognised >"$WORK/recognised"
	sed "/^$HEADING/,\$d" NOTICE >"$WORK/notice"
	printf '%s\n' "$HEADING" >>"$WORK/notice"
	modules '{{.Path}} {{.Version}}' | while read -r module version; do
		licence=$(licence_of "$module" "$version")
		[ -n "$licence" ] || die "No licence was recognised in $module $version."
		for one in $(printf '%s' "$licence" | tr ',' ' '); do
			case " $ALLOWED " in
			*" $one "*) ;;
			*) die "$module $version is under $one, which .ci/licences.sh does not allow." ;;
			esac
		done
		printf '  %s %s  %s\n' "$module" "$version" "$licence"
	done >>"$WORK/notice"
	cat "$WORK/notice" >NOTICE
}

check() {
	workshop
	modules '{{.Path}} {{.Version}}' >"$WORK/built"
	listed >"$WORK/listed"
	diff "$WORK/listed" "$WORK/built" >&2 ||
		die "NOTICE lists other modules (<) than are built in (>): run 'make licences'."
}

text() {
	workshop
	printf '\n\n== Go ==\n\n'
	cat "$(go env GOROOT)/LICENSE"
	go mod download
	modules '{{.Path}} {{.Version}} {{.Dir}}' >"$WORK/modules"
	[ -s "$WORK/modules" ] || die "No module is built in, which cannot be."
	while read -r module version dir; do
		[ -n "$dir" ] || die "$module $version is not here, nor its licence."
		(cd "$dir" && find . -type f ! -path '*/testdata/*' \( -iname 'licen[cs]e*' -o -iname 'copying*' -o -iname 'notice*' -o -iname 'patents*' \) |
			LC_ALL=C sort) >"$WORK/files"
		[ -s "$WORK/files" ] || die "$module $version has no file with a licence."
		while read -r file; do
			printf '\n\n== %s %s: %s ==\n\n' "$module" "$version" "${file#./}"
			if [ -n "${1:-}" ] && grep -q '^ *Version 2.0, January 2004' "$dir/$file"; then
				printf 'The Apache License, Version 2.0, as in %s\n' "$1"
			else
				tr -d '\r' <"$dir/$file"
			fi
		done <"$WORK/files"
	done <"$WORK/modules"
}

need_go
case ${1:-} in
write | check) "$1" ;;
text) text "${2:-}" ;;
*) die "usage: licences.sh write | check | text [APACHE]" ;;
esac
