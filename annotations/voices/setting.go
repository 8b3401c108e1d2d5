package voices

import (
	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// Frame is where the column of the view stands on its page, in pixels.
type Frame struct {
	Width   float32 // of the page
	Left    float32 // of the column
	Column  float32 // its width
	Stacked bool    // a quotation's two wordings stand one below the other
}

// Gutters of the column, in pixels.
const (
	leastColumn = 200
	roomy       = 640 // of a page, with the gutters of a window of 1100 pixels or more
)

// FrameFor returns the frame for a page of a width in pixels; narrow says that the window
// is narrower than 900.
func FrameFor(width float32, narrow bool) Frame {
	f := Frame{Width: width, Left: 40, Stacked: narrow}
	right, most := float32(28), float32(528)
	switch {
	case narrow:
		f.Left, most = 32, 640
	case width >= roomy:
		f.Left, right, most = 64, 44, 640
	}
	f.Column = min(max(width-f.Left-right, leastColumn), most)
	if spare := width - f.Left - f.Column - right; spare > 0 {
		f.Left += float32(int(spare / 2))
	}
	return f
}

// right is the right edge of the column.
func (f Frame) right() float32 { return f.Left + f.Column }

// Setting is how the voices are drawn.
type Setting struct {
	Frame  Frame
	Filter Filter
	// Folded are the speakers, by their keys, of whom only the name is shown.
	Folded map[string]bool
	// Chosen is the passage that the reader has chosen, empty for none.
	Chosen annotations.Span
	// Selected is the entity whose card is open, empty for none.
	Selected annotations.EntityID
}

// Words are what the drawing says, in the reader's language.
type Words struct {
	Title              string                                      // of the drawing
	Describe           func(*Model) string                         // what it shows, in a few sentences
	Voice              func(annotations.Voice) string              // in the strip: "On record"
	Standing           func(annotations.Passage) string            // beside a name: "on record"
	Nobody             string                                      // in place of a name that is not given
	Tip                func(*Model, *Passage) string               // of a passage
	Column             func(passages, words int) string            // of a column that stands for many passages
	Percent            func(int) string                            // "21%"
	Count              func(words, percent, shown, all int) string // of a speaker: "41 words · 7% · 2 statements"
	Speakers           string                                      // heads the list of speakers
	Order              string                                      // in which they are listed
	Apart              string                                      // heads the passages without a speaker
	Empty              string                                      // where the filter shows no passage
	Printed, Published string                                      // head the two wordings
	Occasion           func(*annotations.Quotation) string         // where and when it was said
	// What a click does, for who hears or points.
	FoldAll, UnfoldAll      string
	Fold, Unfold, ToArticle string
	Only                    func(name string) string
}

// name returns the name of a speaker or, where there is none, of the voice.
func (w *Words) name(s *Speaker) string {
	switch {
	case s.Name != "":
		return printed(s.Name)
	case Nobody(s.Voices[0]):
		return w.Voice(s.Voices[0])
	}
	return w.Nobody
}

// words is a shape of a text with its left end at x and its top at y.
func words(f figure.Font, ink figure.Ink, x, y, w float32, t string) figure.Words {
	return figure.Words{At: figure.Rect{X: x, Y: y, W: w, H: f.Leading()}, Font: f, Ink: ink, Text: t}
}

// hair is a line 1 pixel thick from x on, at the height y.
func hair(x, y, w float32) figure.Box {
	return figure.Box{At: figure.Rect{X: x, Y: y, W: w, H: 1}, Fill: figure.Rule}
}

// Keys of the groups of the figures.
const (
	KeyOrder   = "order"
	KeyFoldAll = "fold-all"
	keyVoice   = "voice:"
	keyPassage = "passage:"
	keyColumn  = "column:"
	keyHead    = "head:"
	keyName    = "name:"
	keyKind    = "kind:"
	keyOnly    = "only:"
	keySaid    = "said:"
	keySign    = "sign:"
	keyRecord  = "record:"
)
