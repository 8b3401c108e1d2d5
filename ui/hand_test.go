package ui_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
)

// harbour is a file with names to be found, longer than the window.
func harbour(headings bool) string {
	var b strings.Builder
	if headings {
		b.WriteString("# The harbour\n\n")
	}
	for i := range 60 {
		if headings && i%20 == 0 {
			fmt.Fprintf(&b, "## Part %d\n\n", i/20+1)
		}
		fmt.Fprintf(&b, "Ada Quill told the Port Authority at Halmsund that %d berths are shut. “It is late,” said Bob Ek, who had come from there with a boat of his own.\n\n", i+3)
	}
	return b.String()
}

// hand marks a text by hand, as the program would: it is the Marker of the tests. It does so
// when it is let.
type hand struct {
	let   chan struct{} // closed: at once
	fails error
	begun chan struct{} // gets a value for each text that it begins with
	ended chan error    // gets the context's error of each that is cancelled
	thins int
}

func newHand() *hand {
	return &hand{let: make(chan struct{}), begun: make(chan struct{}, 100), ended: make(chan error, 100)}
}

func (h *hand) Mark(ctx context.Context, e *annotations.Edition, progress func(float64)) (*annotations.Edition, error) {
	h.begun <- struct{}{}
	progress(0.5)
	select {
	case <-h.let:
	case <-ctx.Done():
		h.ended <- ctx.Err()
		return nil, ctx.Err()
	}
	if h.fails != nil {
		return nil, h.fails
	}
	a, c := e.Article(), e.Content()
	c.Language, c.Marked, c.Entities = "en", true, []annotations.Entity{
		{ID: "ada", Kind: annotations.Person, Name: "Ada Quill"}, {ID: "port", Kind: annotations.Organisation, Name: "Port Authority"},
		{ID: "halmsund", Kind: annotations.Place, Name: "Halmsund"}, {ID: "late", Kind: annotations.Quote, Name: "It is late,"},
		{ID: "bob", Kind: annotations.Person, Name: "Bob Ek"},
	}
	for id, x := range map[annotations.EntityID]struct {
		words string
		score float32
	}{"ada": {"Ada Quill", 0.95}, "port": {"Port Authority", 0.85}, "halmsund": {"Halmsund", 0.75}, "late": {"“It is late,”", 0.98}, "bob": {"Bob Ek", 0.55}} {
		for at := 0; ; {
			i := strings.Index(a.Text[at:], x.words)
			if i < 0 {
				break
			}
			at += i
			c.Mentions = append(c.Mentions, annotations.Mention{Entity: id, Form: annotations.Name, Origin: annotations.Found,
				Score: x.score, Span: annotations.Span{Start: at, End: at + len(x.words)}})
			at += len(x.words)
		}
	}
	return annotations.New(c)
}

func (h *hand) Thin(e *annotations.Edition, least float32) (*annotations.Edition, error) {
	h.thins++
	return e.With(func(c *annotations.Content) {
		var kept []annotations.Mention
		for _, m := range c.Mentions {
			if m.Score >= least {
				kept = append(kept, m)
			}
		}
		c.Mentions = kept
	})
}

// markDesk is a desk on which texts are marked by hand.
func markDesk(t *testing.T, text string) (*filesDesk, *hand) {
	t.Helper()
	d, h := newFilesDesk(t), newHand()
	d.Marker = h
	write(t, d.files[0], text)
	return d, h
}

// marks is how many marks the article in view has.
func (d *filesDesk) marks() int {
	if d.Reader() == nil {
		return 0
	}
	return len(d.Reader().Session().Edition().Mentions())
}

// comes waits until the marks are there.
func (d *filesDesk) comes(t *testing.T, h *hand) {
	t.Helper()
	close(h.let)
	d.queue.RunUntil(t, func() bool { return d.marks() > 0 })
	d.w.Canvas().Capture()
}

// seen is all that must not move: where the page stands, and each word of the article on
// it.
func (d *filesDesk) seen() string {
	p := d.Reader().Page()
	d.w.Canvas().Capture()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	var b strings.Builder
	fmt.Fprintln(&b, at, p.Size(), p.Place(), p.Share())
	a := d.Reader().Session().Edition().Article()
	for i := 0; i < len(a.Text); i += 10 {
		fmt.Fprintln(&b, i, p.SpanRects(annotations.Span{Start: i, End: min(i+10, len(a.Text))}))
	}
	return b.String()
}

// slowHand says when it is let how much is done.
type slowHand struct {
	*hand
	free chan struct{}
}

func (h *slowHand) Mark(ctx context.Context, e *annotations.Edition, progress func(float64)) (*annotations.Edition, error) {
	h.begun <- struct{}{}
	<-h.free
	progress(0.75)
	return h.hand.Mark(ctx, e, func(float64) {})
}

// marksHeld is a library that counts the marks of what it gets.
type marksHeld struct {
	held
	marks []int
}

func (h *marksHeld) Add(_ context.Context, e *annotations.Edition, _ string, _ time.Time) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.marks = append(h.marks, len(e.Mentions()))
	return nil
}

func (h *marksHeld) counts() []int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.marks)
}
