package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"sidelight/annotations/text"
)

// command is one sub-command. Its run function parses what follows its name and
// returns the exit code.
type command struct {
	name    string
	form    string // flags and words that follow the name
	about   string // what the command does, without a full stop
	details string // flags and examples for its --help; ends with a line break
	run     func(args []string, stdout, stderr io.Writer) int
}

// commands returns the sub-commands in the order in which help lists them.
func commands() []command {
	return []command{
		{"run", "[EDITION|FILE]", "open the reader; so do no command, and a folder alone", runDetails, runReader},
		{"check", "[--coverage] [--thin] [EDITION|FILE]", "say whether an edition is sound and, if not, where it is not", checkDetails, check},
		{"search", "[--json] [--limit N] [--in EDITION|FILE] QUERY…", "search as the window does", searchDetails, find},
		{"text", "[--json] [--whole] [--encoding NAME] FILE", "print the reading text of a document", textDetails, printText},
		{"annotate", "[--format json|w3c|jsonl] [FILE]", "mark names, dates, numbers and quotations in a document", annotateDetails, annotate},
		{"draft", "FILE --out DIR [--published D]", "write a document with the program's marks as an edition to go on with", draftDetails, draft},
		{"export", "--format FORMAT [FLAGS] [EDITION|FILE]", "write an edition, or what you noted, for other programs", exportDetails, export},
		{"import", "FILE.jsonld [EDITION|FILE]", "take notes from a file", importDetails, importNotes},
		{"notes", "add|list|rm|undo|check …", "highlight, note, and say what became of it", notesDetails, noteCommand},
		{"shot", "--out F.png [FLAGS] [EDITION|FILE]", "draw a picture of the window's content", shotDetails, shoot},
		{"version", "", "print the version", versionDetails, version},
	}
}

func lookup(name string) (command, bool) {
	for _, c := range commands() {
		if c.name == name {
			return c, true
		}
	}
	return command{}, false
}

// overview returns the usage of the whole program.
func overview() string {
	var b strings.Builder
	b.WriteString("Sidelight shows an article with its people, places, facts and voices beside it.\n\nUsage:\n\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %s\n        %s\n", c.line(), c.about)
	}
	b.WriteString(`
EDITION is a folder with an edition.yaml, FILE a document of any format; without
them the edition that comes with the program is used. All but run work without a
display. Each command answers to --help. Exit codes: 0 done, 1 failed, 2 the
command is wrong.
`)
	return b.String()
}

func (c command) line() string { return strings.TrimSpace("sidelight " + c.name + " " + c.form) }

func (c command) help() string {
	return fmt.Sprintf("Usage: %s\n\n%s.\n%s", c.line(), strings.ToUpper(c.about[:1])+c.about[1:], c.details)
}

// parsed holds what stood on the command line after a command's name.
type parsed struct {
	words []string // the arguments that are no flags, in their order
	// done says that the command has nothing left to do and returns code: help was
	// asked for, or the flags are wrong and stderr says so.
	done bool
	code int
}

// parse reads args into the flags of the command of that name. Flags may stand
// before, between and after the words; after "--" everything is a word.
func parse(name string, flags *flag.FlagSet, args []string, stdout, stderr io.Writer) parsed {
	flags.Init(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	var words []string
	for len(args) > 0 {
		err := flags.Parse(args)
		if errors.Is(err, flag.ErrHelp) {
			return parsed{done: true, code: help([]string{name}, stdout, stderr)}
		}
		if err != nil {
			return parsed{done: true, code: usage(stderr, name, err.Error())}
		}
		rest := flags.Args()
		if read := len(args) - len(rest); read > 0 && args[read-1] == "--" {
			words = append(words, rest...)
			break
		}
		if len(rest) > 0 {
			words, rest = append(words, rest[0]), rest[1:]
		}
		args = rest
	}
	return parsed{words: words}
}

// usage says what is wrong with a command and returns the exit code for it.
func usage(stderr io.Writer, name, problem string) int {
	complain(stderr, fmt.Sprintf("sidelight %s: %s; see sidelight %s --help", name, problem, name))
	return exitUsage
}

// fail says why a command could not be carried out, one line for each fault,
// and returns the exit code for it.
func fail(stderr io.Writer, err error) int {
	for line := range strings.Lines(err.Error()) {
		complain(stderr, strings.TrimRight(line, "\n"))
	}
	return exitFailed
}

// complain writes one line to stderr. Where that fails, there is nowhere left to
// say so; the exit code still does.
func complain(stderr io.Writer, line string) {
	_, _ = io.WriteString(stderr, printable(line)+"\n")
}

// say writes what was asked for, as a terminal can show it without obeying it,
// and returns the exit code.
func say(stdout, stderr io.Writer, answer string) int {
	if _, err := io.WriteString(stdout, text.VisibleLines(answer)); err != nil {
		return fail(stderr, fmt.Errorf("sidelight: the output cannot be written: %w", cause(err)))
	}
	return exitOK
}
