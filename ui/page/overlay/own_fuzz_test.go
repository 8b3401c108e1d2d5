package overlay_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/fuzzed"
	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/page/overlay"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// FuzzOwn draws notes on any text, between any characters: nothing has a negative size, a
// marker lies behind all words of its note that are drawn, and where these are pointed at
// a note is found.
func FuzzOwn(f *testing.F) {
	_, roles := uitest.App(f, look.Light)
	for _, s := range []string{
		"He said «no progress was made», but more.", "שלום עולם, this is inside, וזה הסוף.",
		"日本語の文章もここにあります。", "a\tb\n\n  x  \n\n\"q\"", "e\u0301e\u0301e\u0301 👩‍👩‍👧 \u200f\u202e",
	} {
		for style := range notes.Styles() {
			f.Add(s, uint16(3), uint16(30), uint8(style))
		}
	}
	f.Fuzz(func(t *testing.T, text string, from, length uint16, style uint8) {
		if !utf8.ValidString(text) || len(text) > 2000 || strings.TrimSpace(text) == "" {
			return
		}
		a, err := annotations.NewArticle("a.txt", text)
		if err != nil {
			return
		}
		e, err := annotations.New(annotations.Content{Title: "A", Article: a})
		if err != nil {
			return
		}
		src := a.Text
		at := annotations.Span{Start: int(from) % (len(src) + 1)}
		at.End = min(at.Start+1+int(length), len(src))
		for at.Start > 0 && at.Start < len(src) && !utf8.RuneStart(src[at.Start]) {
			at.Start--
		}
		for at.End < len(src) && !utf8.RuneStart(src[at.End]) {
			at.End++
		}
		if at.Empty() {
			return
		}
		s := sheetIn(roles, e)
		s.Keyboard, s.Wide, s.Width = true, true, 1300
		fuzzed.Within(t, func() { drawn(t, s, e, at, notes.Style(style)%5) })
	})
}

func drawn(t *testing.T, s *overlay.Sheet, e *annotations.Edition, at annotations.Span, style notes.Style) {
	t.Helper()
	n := notes.Placed{Note: notes.Note{ID: "n", Style: style, Text: e.Article().Slice(at), Tags: []string{e.Article().Slice(at)}}, Span: at}
	inner := notes.Placed{Note: notes.Note{ID: "i", Style: style}, Span: annotations.Span{Start: at.Start, End: at.End}}
	now := session.Snapshot{
		Document: session.Document{Edition: e, Notes: notes.NewSet([]notes.Placed{n, inner})},
		State:    session.State{Note: "n", FocusedNote: "n", Panel: session.Panel{Open: true, Face: session.Notes}},
	}
	own := &overlay.Own{Sheet: s}
	lines := overlay.OwnLines{Own: own}
	joined := strings.ContainsFunc(e.Article().Text, func(r rune) bool { return unicode.IsMark(r) || unicode.IsControl(r) && r != '\n' })
	for i := range s.Column.Len() {
		l := s.Column.Line(i)
		for _, o := range all(s) {
			for _, x := range append(o.Under(l, now), o.Beside(l, now)...) {
				if size := x.Size(); size.Width < 0 || size.Height < 0 {
					t.Fatalf("%T draws %T of %v", o, x, size)
				}
			}
		}
		for _, words := range l.Boxes(at) {
			if style == notes.Marker && !covered(overlay.OwnGrounds{Own: own}.Under(l, now), words.X, words.X+words.W) {
				t.Fatalf("the marker leaves %v free", words)
			}
			middle := fyne.NewPos(words.X+words.W/2, words.Y+words.H/2)
			// What a mark makes one with the character before it is pointed at by that.
			if ask, ok := lines.Hit(middle, now); words.W > 1 && !joined && (!ok || ask.Own == "") {
				t.Fatalf("at %v in %v is no note: %+v", middle, words, ask)
			}
		}
	}
}

// covered reports whether one of some objects reaches from left to right.
func covered(all []fyne.CanvasObject, left, right float32) bool {
	for _, o := range all {
		if x := o.Position().X; x <= left && x+o.Size().Width >= right {
			return true
		}
	}
	return false
}
