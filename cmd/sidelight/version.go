package main

import (
	"flag"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
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
	m := metadata()
	return say(stdout, stderr, fmt.Sprintf("%s %s\ncommit %s\n%s %s/%s\n", m.Name, m.Version, commit(), runtime.Version(), runtime.GOOS, runtime.GOARCH))
}

// commit is the commit of the sources as the build recorded it.
func commit() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	return commitOf(info.Settings)
}

func commitOf(settings []debug.BuildSetting) string {
	revision, changed := "unknown", ""
	for _, s := range settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = " with changes"
		}
	}
	return revision + changed
}
