package main

import (
	"fmt"
	"path"
	"strings"

	"sidelight/annotations/carry"
	"sidelight/annotations/lazy"
)

// A trace that the Go runtime writes may hold what the program was reading: the
// value of a panic is printed as text, and a file is named with the folders above
// it. Only lines of the forms below are kept, each without what could be foreign.
// Nothing foreign can pass for one of them: the runtime indents every line of a
// panic's text but the first.
var (
	traceGoroutine = lazy.Regexp{Source: `^goroutine (\d+)(?: [a-z]+=\S+)* \[([A-Za-z0-9 ,.()*]+)\]`}
	traceCall      = lazy.Regexp{Source: `^([\w./*()\[\]\-@%~]+)\([0-9a-fx?{}, ._]*\)$`}
	traceCreated   = lazy.Regexp{Source: `^created by ([\w./*()\[\]\-@%~]+)(?: in goroutine (\d+))?$`}
	tracePlace     = lazy.Regexp{Source: `^\t.*?([\w.<>\-]+):(\d+)(?: .*)?$`}
	traceSignal    = lazy.Regexp{Source: `^\[(signal SIG[A-Z0-9]+: [a-z ]+) code=`}
	traceFatal     = lazy.Regexp{Source: `^(fatal error: [A-Za-z0-9 :,.'()!-]+|runtime: [A-Za-z0-9 :,.()=-]+|SIG[A-Z0-9]+: [a-z ]+|signal arrived during cgo execution)$`}
	traceCaught    = lazy.Regexp{Source: `^` + caughtPrefix + `[\w.*/\[\]]+$`}
)

// caughtPrefix begins the line that tells of a panic that was caught. The type of
// the panic's value follows.
const caughtPrefix = "panic with a value of type "

// cleanTrace returns what a trace tells of the program: the kind of the fault, and
// for each goroutine its functions. A file of this module is named from the root of
// the module, any other file without its folder. No text and no path that the
// program was given is left. The trace of a clean trace is the same.
func cleanTrace(raw string) string {
	var out strings.Builder
	called := "" // the function that the line before names
	for line := range strings.Lines(raw) {
		line = strings.TrimRight(line, "\r\n")
		words, function := cleanTraceLine(line, called)
		if called = function; words != "" {
			out.WriteString(words + "\n")
		}
	}
	return strings.TrimLeft(out.String(), "\n")
}

// cleanTraceLine returns what is kept of a line that stands below the name of the
// function called, or "" if nothing is, and the function that the line names.
func cleanTraceLine(line, called string) (kept, function string) {
	if m := tracePlace.Get().FindStringSubmatch(line); m != nil && called != "" {
		return "\t" + sourceFile(called, m[1]) + ":" + m[2], ""
	}
	if m := traceGoroutine.Get().FindStringSubmatch(line); m != nil {
		return fmt.Sprintf("\ngoroutine %s [%s]:", m[1], m[2]), ""
	}
	if m := traceCreated.Get().FindStringSubmatch(line); m != nil {
		return line, m[1]
	}
	if m := traceCall.Get().FindStringSubmatch(line); m != nil {
		return m[1] + "(...)", m[1]
	}
	if m := traceSignal.Get().FindStringSubmatch(line); m != nil {
		return "[" + m[1] + " code=...]", ""
	}
	switch {
	case strings.HasPrefix(line, "panic: runtime error: "), line == "panic: runtime error":
		return "panic: runtime error", ""
	case strings.HasPrefix(line, "panic: "), line == "panic":
		return "panic", ""
	case traceFatal.Get().MatchString(line), traceCaught.Get().MatchString(line):
		return line, ""
	}
	return "", ""
}

// sourceFile names the file of a function: from the root of this module if the
// function is of this module, else as base, which is the file's name alone.
func sourceFile(function, base string) string {
	p, _, _ := strings.Cut(function, "(")
	p, _, _ = strings.Cut(p, "[")
	dot := strings.LastIndexByte(p, '/') + 1
	if name := strings.IndexByte(p[dot:], '.'); name >= 0 {
		p = p[:dot+name]
	}
	if p == "main" {
		p = "sidelight/cmd/sidelight"
	}
	if folder, ours := strings.CutPrefix(p, "sidelight/"); ours {
		return path.Join(folder, base)
	}
	return base
}

// caught tells of a panic that was caught: the type of its value, which may hold
// text that was read, and the clean stack. Of a panic that was raised again, both are
// those of where it arose.
func caught(fault any, stack []byte) string {
	p := carry.Of(fault, stack)
	kind := caughtPrefix + fmt.Sprintf("%T", p.Value)
	if !traceCaught.Get().MatchString(kind) {
		kind = caughtPrefix + "unknown"
	}
	return kind + "\n\n" + cleanTrace(string(p.Stack))
}

// where names the type of a caught panic's value and the place in this module that
// the stack, taken where the panic was caught, names first.
func where(fault any, stack []byte) string {
	_, below, _ := strings.Cut(caught(fault, stack), "\npanic(...)\n")
	place := "an unknown place"
	for line := range strings.Lines(below) {
		if file, ok := strings.CutPrefix(line, "\t"); ok && strings.Contains(file, "/") {
			place = strings.TrimSpace(file)
			break
		}
	}
	return fmt.Sprintf("%T at %s", carry.Of(fault, stack).Value, place)
}
