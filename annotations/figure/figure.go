// Package figure is a drawing as a value: shapes and words at places in pixels, in
// groups of which each stands for something that a reader can point to. A layout makes
// a figure, and a window, a picture and an SVG file show it: so they agree to the pixel.
//
// A figure is immutable once it has been given away. Its coordinates have their origin
// at the upper left corner, x to the right and y downwards.
package figure

import "sidelight/annotations"

// Point is a place in pixels.
type Point struct{ X, Y float32 }

// Rect is a rectangle in pixels: its upper left corner, its width and its height.
type Rect struct{ X, Y, W, H float32 }

// Ink names a colour of the design, whose value depends on the colour scheme: "text",
// "textMuted", "rule", "page", "lamp", or of a kind "ink-person", "tint-person",
// "strong-person". The empty Ink draws nothing.
type Ink string

// The inks that are not of a kind.
const (
	Text       Ink = "text"
	Muted      Ink = "textMuted"
	Faint      Ink = "textFaint"
	AccentText Ink = "accentText"
	Page       Ink = "page"
	Raised     Ink = "raised"
	Rule       Ink = "rule"
	RuleStrong Ink = "ruleStrong"
	Hover      Ink = "hoverFill"
	Accent     Ink = "accent"
	OnAccent   Ink = "onAccent"
	Panel      Ink = "panel"
	Surface    Ink = "surface"
	Control    Ink = "controlBorder"
	Marker     Ink = "marker"
	Lamp       Ink = "lamp"
	Focus      Ink = "focusRing"
	Voice      Ink = "voice"
	Land       Ink = "land"
	Sea        Ink = "sea"
	Coast      Ink = "coast"
)

// InkOf is the colour of a kind's lines.
func InkOf(k annotations.Kind) Ink { return Ink("ink-" + k.String()) }

// TintOf is the colour of the ground of a kind's marks.
func TintOf(k annotations.Kind) Ink { return Ink("tint-" + k.String()) }

// StrongOf is the colour of the ground of a kind's selected marks.
func StrongOf(k annotations.Kind) Ink { return Ink("strong-" + k.String()) }

// Font names a use of type in the design.
type Font uint8

// The fonts of figures, with the size and the line height in pixels.
const (
	UI          Font = iota // sans 13/20
	Tab                     // sans medium 13/20
	Strong                  // sans semi-bold 13/20
	Body                    // sans 14/21
	Meta                    // sans 12/18
	Label                   // sans semi-bold 12/18
	Small                   // sans medium 11/16
	Reading                 // serif 15/22
	ReadingBold             // serif semi-bold 15/22
	When                    // serif semi-bold 17/24
	Name                    // serif semi-bold 18/24
	Sign                    // serif italic 14/20
	fonts
)

// Fonts returns all fonts.
func Fonts() []Font {
	all := make([]Font, fonts)
	for i := range all {
		all[i] = Font(i)
	}
	return all
}

// Leading is the height of a line in pixels.
func (f Font) Leading() float32 {
	if f >= fonts {
		f = UI
	}
	return [fonts]float32{UI: 20, Tab: 20, Strong: 20, Body: 21, Meta: 18, Label: 18, Small: 16,
		Reading: 22, ReadingBold: 22, When: 24, Name: 24, Sign: 20}[f]
}

// Measure returns the width in pixels of a text on one line.
type Measure func(f Font, text string) float32

// Shape is one of [Line], [Area], [Disc], [Box], [Words] and [Icon].
type Shape interface {
	// Bounds is the smallest rectangle that holds all that is drawn, with the width of
	// strokes.
	Bounds() Rect
}

// Line runs straight from point to point. It is cut off at its ends, and round where two
// of its pieces meet. One of an odd width that runs straight across or down is sharp in
// every picture where its middle lies half way between two whole numbers.
type Line struct {
	Points []Point
	Width  float32
	Ink    Ink
	// Dash holds the lengths in pixels of what is drawn and what is left out, in turns;
	// nil draws all. A length of 0 that is drawn is a round dot as wide as the line.
	Dash []float32
}

// Area is filled and bordered. Of several rings, each of which closes by itself, a
// point is inside when an odd number of rings are around it.
type Area struct {
	Rings        [][]Point
	Fill, Stroke Ink
	Width        float32 // of the border
}

// Disc is a circle.
type Disc struct {
	Centre       Point
	Radius       float32 // to the middle of the border
	Fill, Stroke Ink
	Width        float32 // of the border
}

// Box is a rectangle. The middle of its border lies on the edge of At.
type Box struct {
	At           Rect
	Radius       float32
	Fill, Stroke Ink
	Width        float32 // of the border
	// Beam fades the filling in from nothing at the left edge to the strength of the
	// design's beam at the right one.
	Beam bool
}

// Words are one line of text. It begins at the left edge of At, which is as wide as the
// text and as high as the leading of the font.
type Words struct {
	At   Rect
	Font Font
	Ink  Ink
	Text string
}

// Icon is a sign of the program's icons, by its name.
type Icon struct {
	At   Rect
	Ink  Ink
	Name string
}

// Target is what a group stands for; the zero Target is nothing in particular.
type Target struct {
	Entity   annotations.EntityID
	Relation string           // the id of a relation
	Passage  annotations.Span // of the article
	Fact     annotations.FactID
	Voice    annotations.Voice
}

// Group is what a reader can point to, or what only decorates if it has no name.
type Group struct {
	Key    string // names the group within its figure, in every layout of the same matter
	Name   string // what a screen reader says; empty for decoration
	Tip    string // what is shown under the pointer; empty for nothing
	Target Target
	// Unlisted says that the group tells nothing of the matter that no other group tells,
	// such as a button or a mark of what is written elsewhere: what says in words what the
	// drawing shows leaves it out.
	Unlisted bool
	Hit      Rect // where a click means the group; empty for none
	// Along is how many pixels beside a [Line] of the group a click means the group
	// too; 0 for none.
	Along  float32
	Shapes []Shape
}

// Figure is a drawing.
type Figure struct {
	Width, Height float32
	Title         string // of the drawing, for who cannot see it
	Description   string // what it shows, in a few sentences
	Ground        Ink
	Groups        []Group // drawn in this order
}
