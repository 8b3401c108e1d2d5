package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"sidelight/annotations/anchor"
	exporting "sidelight/annotations/export"
	"sidelight/annotations/notes"
)

const notesDetails = `
  add [FILE] --quote TEXT  highlight the words TEXT; print the id, alone
    --prefix P, --suffix S   what stands right before and behind them, where
                             they stand more than once
    --note N, --tag T        what to note; --tag comes again for each tag
    --style S                marker, half-band, wave, brackets or side-line
  list [FILE] [--json]     the notes; as JSON an array of objects with id,
                           quote, note, tags, style, start, end
  rm ID...                 delete notes; undo brings them back
  undo                     take back what was done last
  check [FILE] [--json]    what became of them in the text as it is now: kept,
                           moved, approximate or unanchored; as JSON id, status,
                           start, end

Start and end are in code points of the reading text. The window has the same
notes. FILE may be an edition too; without it the one built in is meant.

  sidelight notes add talks.txt --quote "final warning" --note "whose? #check"
`

// noteCommands returns what can be done with notes.
func noteCommands() map[string]func(args []string, stdout, stderr io.Writer) int {
	return map[string]func(args []string, stdout, stderr io.Writer) int{
		"add": addNote, "list": listNotes, "rm": removeNotes, "undo": undoNotes, "check": checkNotes,
	}
}

func noteCommand(args []string, stdout, stderr io.Writer) int {
	const all = "it is add, list, rm, undo or check"
	if len(args) == 0 {
		return usage(stderr, "notes", "what to do is missing; "+all)
	}
	if do, ok := noteCommands()[args[0]]; ok {
		return do(args[1:], stdout, stderr)
	}
	if strings.HasPrefix(args[0], "-") {
		if p := parse("notes", new(flag.FlagSet), args, stdout, stderr); p.done {
			return p.code
		}
	}
	return usage(stderr, "notes", fmt.Sprintf("there is no %q; %s", args[0], all))
}

// list is a flag that may be given several times.
type list []string

func (l *list) String() string { return strings.Join(*l, ", ") }

// Set adds a value.
func (l *list) Set(s string) error {
	*l = append(*l, s)
	return nil
}

// failNotes says why something could not be done with notes.
func failNotes(stderr io.Writer, err error) int { return fail(stderr, inCommand("notes", err)) }

func addNote(args []string, stdout, stderr io.Writer) int {
	var flags flag.FlagSet
	quote, prefix, suffix := flags.String("quote", "", ""), flags.String("prefix", "", ""), flags.String("suffix", "", "")
	note, style := flags.String("note", "", ""), flags.String("style", notes.Marker.String(), "")
	var tags list
	flags.Var(&tags, "tag", "")
	p := parse("notes", &flags, args, stdout, stderr)
	if p.done {
		return p.code
	}
	path, problem := folderOf(p.words)
	s, err := notes.ParseStyle(*style)
	for i, tag := range tags {
		if tags[i] = strings.TrimPrefix(strings.TrimSpace(tag), "#"); tags[i] == "" {
			problem = "the tag after --tag is empty"
		}
	}
	switch {
	case problem != "":
		return usage(stderr, "notes", problem)
	case *quote == "":
		return usage(stderr, "notes", "the words are missing; --quote gives them")
	case err != nil:
		return usage(stderr, "notes", err.Error())
	}
	n := notes.Note{Style: s, Text: *note, Tags: tags}
	id, err := noteOn(path, anchor.TextQuoteSelector{Exact: *quote, Prefix: *prefix, Suffix: *suffix}, n, stderr)
	if err != nil {
		return failNotes(stderr, err)
	}
	return say(stdout, stderr, id+"\n")
}

// noteOn keeps a note on the words of an article and returns its id.
func noteOn(path string, words anchor.TextQuoteSelector, n notes.Note, stderr io.Writer) (id string, err error) {
	err = withNoted(path, stderr, func(store *notes.Store, on *noted) error {
		a := on.edition.Article()
		span, err := anchor.Find(a.Text, words)
		if err != nil {
			return fmt.Errorf("“%s”: %w", words.Exact, err)
		}
		n.ID, n.Target = notes.NewID(time.Now()), exporting.Targets(a)(span)
		what := notes.Highlight
		if n.HasWords() {
			what = notes.Write
		}
		if err := on.book.Do(what, notes.Put(n)); err != nil {
			return keeping(store, err)
		}
		id = string(n.ID)
		return nil
	})
	return id, err
}

// removeNotes deletes notes wherever they are.
func removeNotes(args []string, stdout, stderr io.Writer) int {
	p := parse("notes", new(flag.FlagSet), args, stdout, stderr)
	switch {
	case p.done:
		return p.code
	case len(p.words) == 0 || slices.Contains(p.words, ""):
		return usage(stderr, "notes", "the id of the note is missing")
	}
	if err := removeAll(p.words, stderr); err != nil {
		return failNotes(stderr, err)
	}
	return exitOK
}

func removeAll(ids []string, stderr io.Writer) (err error) {
	store, err := openNotes(stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	books, err := allBooks(store, stderr)
	if err != nil {
		return err
	}
	from := make([][]notes.Change, len(books))
	for _, id := range ids {
		found := false
		for i, b := range books {
			if _, ok := b.State().Get(notes.ID(id)); ok {
				from[i], found = append(from[i], notes.Delete(notes.ID(id))), true
			}
		}
		if !found {
			return fmt.Errorf("there is no note %s", id)
		}
	}
	for i, changes := range from {
		if len(changes) > 0 {
			if err := books[i].Do(notes.Remove, changes...); err != nil {
				return keeping(store, err)
			}
		}
	}
	return nil
}

// allBooks opens the notes of all articles.
func allBooks(store *notes.Store, stderr io.Writer) ([]*notes.Book, error) {
	names, err := store.Books()
	if err != nil {
		return nil, err
	}
	var out []*notes.Book
	for _, name := range names {
		b, err := store.Again(context.Background(), name)
		if err != nil {
			complain(stderr, fmt.Sprintf("sidelight notes: %v", err))
			continue
		}
		out = append(out, b)
	}
	return out, nil
}

func undoNotes(args []string, stdout, stderr io.Writer) int {
	p := parse("notes", new(flag.FlagSet), args, stdout, stderr)
	switch {
	case p.done:
		return p.code
	case len(p.words) > 0:
		return usage(stderr, "notes", fmt.Sprintf("undo takes no words, not %q", p.words[0]))
	}
	said, err := undoLast(stderr)
	if err != nil {
		return failNotes(stderr, err)
	}
	return say(stdout, stderr, said)
}

// undoLast takes back the last act of all on any article, and says what it was.
func undoLast(stderr io.Writer) (said string, err error) {
	store, err := openNotes(stderr)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	books, err := allBooks(store, stderr)
	if err != nil {
		return "", err
	}
	var last *notes.Book
	for _, b := range books {
		if step := b.LastStep(); step != "" && (last == nil || step > last.LastStep()) {
			last = b
		}
	}
	if last == nil {
		return "", errors.New("there is nothing to undo")
	}
	what, err := last.Undo()
	switch {
	case err != nil:
		return "", keeping(store, err)
	case what == notes.Nothing:
		return "", errors.New("there is nothing to undo")
	}
	return fmt.Sprintf("undone on “%s”: %s\n", last.Title(), what), nil
}

// encoded is v as JSON for a person to read.
func encoded(v any) (string, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return b.String(), err
}
