package main

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/notes"
)

// listed is a note as list --json prints it. Quote is the words in the text or, where the
// note has no certain place, those that were noted. Start and end, in code points, are
// left out where there is no place; status is left out where the note is where it was
// made.
type listed struct {
	ID     string   `json:"id"`
	Quote  string   `json:"quote"`
	Note   string   `json:"note"`
	Tags   []string `json:"tags"`
	Style  string   `json:"style"`
	Start  *int     `json:"start,omitempty"`
	End    *int     `json:"end,omitempty"`
	Status string   `json:"status,omitempty"`
}

// checked is a note as check --json prints it.
type checked struct {
	ID     string `json:"id"`
	Status string `json:"status"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
}

func listNotes(args []string, stdout, stderr io.Writer) int {
	return showNotes(args, stdout, stderr, func(n *noted, asJSON bool) (string, error) {
		if asJSON {
			return encoded(n.list())
		}
		return n.rows(), nil
	})
}

func checkNotes(args []string, stdout, stderr io.Writer) int {
	return showNotes(args, stdout, stderr, func(n *noted, asJSON bool) (string, error) {
		if asJSON {
			return encoded(n.check())
		}
		return n.report(), nil
	})
}

// showNotes prints what show makes of the notes on an article.
func showNotes(args []string, stdout, stderr io.Writer, show func(n *noted, asJSON bool) (string, error)) int {
	var flags flag.FlagSet
	asJSON := flags.Bool("json", false, "")
	p := parse("notes", &flags, args, stdout, stderr)
	if p.done {
		return p.code
	}
	path, problem := folderOf(p.words)
	if problem != "" {
		return usage(stderr, "notes", problem)
	}
	frugal()
	said, err := shownNotes(path, *asJSON, stderr, show)
	if err != nil {
		return failNotes(stderr, err)
	}
	return say(stdout, stderr, said)
}

func shownNotes(path string, asJSON bool, stderr io.Writer, show func(n *noted, asJSON bool) (string, error)) (said string, err error) {
	err = withNoted(path, stderr, func(_ *notes.Store, n *noted) error {
		said, err = show(n, asJSON)
		return err
	})
	return said, err
}

// positions returns where notes are, in code points; nil for an unanchored one.
func (n *noted) positions() func(*notes.Placed) (start, end *int) {
	points := anchor.NewCodePoints(n.edition.Article().Text)
	return func(p *notes.Placed) (start, end *int) {
		if p.Status == anchor.Unanchored {
			return nil, nil
		}
		at := points.Position(p.Span)
		return &at.Start, &at.End
	}
}

// quoteOf is the words of a note.
func (n *noted) quoteOf(p *notes.Placed) string {
	if p.Stands() {
		return n.edition.Article().Slice(p.Span)
	}
	return p.Target.Quote.Exact
}

func (n *noted) list() []listed {
	out := []listed{}
	at := n.positions()
	all := n.set.All()
	for i := range all {
		p := &all[i]
		l := listed{ID: string(p.ID), Quote: n.quoteOf(p), Note: p.Text, Tags: append([]string{}, p.AllTags()...), Style: p.Style.String()}
		l.Start, l.End = at(p)
		if p.Status != anchor.Kept {
			l.Status = p.Status.String()
		}
		out = append(out, l)
	}
	return out
}

func (n *noted) check() []checked {
	out := []checked{}
	at := n.positions()
	all := n.set.All()
	for i := range all {
		c := checked{ID: string(all[i].ID), Status: all[i].Status.String()}
		c.Start, c.End = at(&all[i])
		out = append(out, c)
	}
	return out
}

// rows are the notes for a person to read, each with its place and id.
func (n *noted) rows() string {
	if n.set.Len() == 0 {
		return fmt.Sprintf("Nothing is noted on “%s”.\n", printable(n.edition.Title()))
	}
	var b strings.Builder
	all := n.set.All()
	for i := range all {
		p := &all[i]
		fmt.Fprintf(&b, "%-5s %-9s %s  “%s”\n", n.where(p), p.Style, p.ID, printable(n.quoteOf(p)))
		if p.Status != anchor.Kept {
			fmt.Fprintf(&b, "      (%s)\n", p.Status)
		}
		for line := range strings.Lines(p.Text) {
			fmt.Fprintf(&b, "      %s\n", printable(strings.TrimRight(line, "\r\n")))
		}
		if len(p.Tags) > 0 {
			fmt.Fprintf(&b, "      #%s\n", printable(strings.Join(p.Tags, " #")))
		}
	}
	return b.String()
}

// where is the paragraph of a note, or a sign that it has no certain place.
func (n *noted) where(p *notes.Placed) string {
	if !p.Stands() {
		return "—"
	}
	return fmt.Sprintf("¶%d", n.edition.Article().SignAt(p.Span.Start))
}

// report says how many notes have which status, and names those that are not where they
// were made.
func (n *noted) report() string {
	counts := map[anchor.Status]int{}
	all := n.set.All()
	for i := range all {
		counts[all[i].Status]++
	}
	var b strings.Builder
	fmt.Fprintf(&b, "“%s”: %s: %d kept, %d moved, %d approximate, %d unanchored\n", printable(n.edition.Title()),
		counted(n.set.Len(), "note", "notes"), counts[anchor.Kept], counts[anchor.Moved], counts[anchor.Approximate], counts[anchor.Unanchored])
	statuses := []anchor.Status{anchor.Moved, anchor.Approximate, anchor.Unanchored}
	for _, status := range statuses {
		for i := range all {
			if all[i].Status == status {
				b.WriteString(n.changed(&all[i]))
			}
		}
	}
	return b.String()
}

// changed is the line of a report on a note that is not where it was made.
func (n *noted) changed(p *notes.Placed) string {
	line := fmt.Sprintf("%-11s %s  “%s”", p.Status, p.ID, printable(p.Target.Quote.Exact))
	var now []annotations.Span
	switch p.Status {
	case anchor.Moved, anchor.Approximate:
		now = append(now, p.Span)
	default:
		now = p.Offers
	}
	var places []string
	for _, s := range slices.DeleteFunc(now, annotations.Span.Empty) {
		places = append(places, fmt.Sprintf("¶%d “%s”", n.edition.Article().SignAt(s.Start), printable(n.edition.Article().Slice(s))))
	}
	switch {
	case len(places) == 0:
		return line + "\n"
	case p.Status == anchor.Moved:
		return line + " is in " + strings.Join(places, ", ") + "\n"
	}
	return line + " may be in " + strings.Join(places, ", or ") + "\n"
}
