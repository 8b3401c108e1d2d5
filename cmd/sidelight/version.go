package main

import (
	"flag"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"sidelight/annotations/lazy"
)

const versionDetails = `
Prints name and version, the commit that the program was built from where the
build recorded it, and the version of Go.
`

func version(args []string, stdout, stderr io.Writer) int {
	p := parse("version", new(flag.FlagSet), args, stdout, stderr)
	if p.done {
		return p.code
	}
	if len(p.words) > 0 {
		return usage(stderr, "version", fmt.Sprintf("it takes no words, not %q", p.words[0]))
	}
	b := thisBuild()
	return say(stdout, stderr, fmt.Sprintf("%s %s\ncommit %s\n%s %s\n", metadata().Name, b.version, b.commit, b.golang, b.system))
}

// build identifies a build of the program.
type build struct {
	// version is that of the git tag of the commit, without the v in front of
	// it; of a commit without a tag, the one that metadata names.
	version string
	// commit is the hash of the sources' commit, followed by " with changes"
	// where they differed from it; "unknown" where neither the go command nor
	// builtFrom names one.
	commit string
	golang string // the version of Go, for example "go1.26.8"
	system string // GOOS/GOARCH
}

// builtFrom is the hash of the commit, followed by "+changes" where the sources
// differed from it. The linker sets it: the go command records a commit only where it
// may ask git.
var builtFrom string

// thisBuild returns the build that is running, as the go command recorded it.
func thisBuild() build {
	b := build{metadata().Version, "unknown", runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}
	if info, ok := debug.ReadBuildInfo(); ok {
		b.commit = commitOf(info.Settings, builtFrom)
		if v, ok := tagOf(info.Main.Version); ok {
			b.version = v
		}
	}
	return b
}

// pseudo matches the end of the version of a commit without a tag: a time and a hash
// (https://go.dev/ref/mod#pseudo-versions).
var pseudo = lazy.Regexp{Source: `[-.]\d{14}-[0-9a-f]{12}$`}

// tagOf returns the version without the v that a module's version has from a tag. ok
// is false if it has none. The part after a plus, as in v1.0.0+dirty, is left out.
func tagOf(module string) (tag string, ok bool) {
	v, _, _ := strings.Cut(module, "+")
	tag, ok = strings.CutPrefix(v, "v")
	return tag, ok && !pseudo.Get().MatchString(v)
}

// commitOf returns the commit that the go command recorded or else that of builtFrom, as
// it stands in [build].
func commitOf(settings []debug.BuildSetting, builtFrom string) string {
	revision, changed := "", false
	for _, s := range settings {
		switch s.Key {
		case "vcs.revision":
			revision = s.Value
		case "vcs.modified":
			changed = s.Value == "true"
		}
	}
	if revision == "" {
		revision, changed = strings.CutSuffix(builtFrom, "+changes")
	}
	switch {
	case revision == "":
		return "unknown"
	case changed:
		return revision + " with changes"
	}
	return revision
}
