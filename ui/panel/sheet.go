package panel

import (
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/prose"
)

// inside stands between the key of a row and the keys of its details.
const inside = "/"

// sheet is a face as it is shown, and what the reader has done to it. Items and
// controls are known by keys, which are the same in a sheet that is built anew
// from a later edition.
type sheet struct {
	face    *face
	entity  annotations.EntityID // of a card, else empty
	voice   annotations.Voice    // of the face of a voice, else 0
	edition *annotations.Edition
	noted   any // what the face shows of the reader's notes, nil for nothing

	items   []item
	targets map[string]target
	jumps   []jump                    // to its sections
	holder  map[string]string         // the key of the item that holds a control of another key
	details map[string]func(*Builder) // what a row unfolds
	about   map[string]command.Target // what a control is about
	after   float32                   // space below the last item, pixels
	width   float32                   // of the panel when it last asked for a height, pixels
	guessed bool                      // an item was shown that is higher or lower than was guessed

	chosen   annotations.FactID // whose evidence is shown, empty for the first
	unfolded map[string]bool    // rows whose details are shown
	focus    string             // the control that had the focus last, empty for none
	offset   float32            // how far the sheet was scrolled when it was left, pixels
}

// target is what can have the focus in the panel.
type target interface {
	fyne.CanvasObject
	fyne.Focusable
}

// item is a block of a sheet with the space around it.
type item struct {
	prose.Item
	key   string
	stops bool         // it holds a control
	known prose.Block  // says how high the block is; nil for the block itself
	shown *prose.Stack // the block in the width of the panel; nil until it is in view
}

func newSheet(f *face, id annotations.EntityID, e *annotations.Edition) *sheet {
	return &sheet{
		face: f, entity: id, edition: e,
		targets: map[string]target{}, holder: map[string]string{},
		details: map[string]func(*Builder){}, about: map[string]command.Target{}, unfolded: map[string]bool{},
	}
}

// same reports whether an edition has what the sheet shows.
func (s *sheet) same(e *annotations.Edition) bool {
	if s.edition == e {
		return true
	}
	if s.edition == nil || s.face.reads == nil {
		return false
	}
	was, _ := s.edition.Entity(s.entity)
	x, _ := e.Entity(s.entity)
	return reflect.DeepEqual(s.face.reads(s.edition, was), s.face.reads(e, x))
}

// index returns the place of the item of a key among the items, or -1.
func (s *sheet) index(key string) int {
	return slices.IndexFunc(s.items, func(i item) bool { return i.key == key })
}

// holding returns the key of the item that holds the control of a key, empty if there is
// none.
func (s *sheet) holding(key string) string {
	if h, ok := s.holder[key]; ok {
		return h
	}
	if i := s.index(key); i >= 0 && s.items[i].stops {
		return key
	}
	return ""
}

// fold removes the details of a row, and reports whether there were any.
func (s *sheet) fold(key string) bool {
	n := len(s.items)
	s.items = slices.DeleteFunc(s.items, func(i item) bool { return strings.HasPrefix(i.key, key+inside) })
	return len(s.items) < n
}

// Len returns the number of items.
func (s *sheet) Len() int { return len(s.items) }

// Key returns the key of item i.
func (s *sheet) Key(i int) string { return s.items[i].key }

// Stops reports whether item i holds a control.
func (s *sheet) Stops(i int) bool { return s.items[i].stops }

// Height returns the height of item i and the space around it, in pixels, in a
// panel that is width pixels wide.
func (s *sheet) Height(i int, width float32) float32 {
	s.width = width
	x := s.items[i].Item
	if known := s.items[i].known; known != nil {
		x.Block = known
	}
	return x.Height(width)
}

// Guessed reports whether an item that was shown since the last call has another height
// than was guessed.
func (s *sheet) Guessed() bool {
	was := s.guessed
	s.guessed = false
	return was
}

// Show returns the object of item i. Each item keeps its own.
func (s *sheet) Show(i int, _ fyne.CanvasObject) fyne.CanvasObject {
	x := &s.items[i]
	if x.shown == nil {
		if l, ok := x.Block.(unbuilt); ok {
			s.make(x, l)
		}
		x.shown = prose.NewStack(x.Item)
	}
	return x.shown
}

// make makes the block of an item. Where its height was guessed, it has its own from then
// on.
func (s *sheet) make(x *item, l unbuilt) {
	was := x.Item.Height(s.width)
	x.Block = l.build()
	if _, ok := l.(*later); !ok {
		x.known = l
	} else if x.Item.Height(s.width) != was {
		s.guessed = true
	}
}

// lazy stands for a block of a known height until that block is in view.
type lazy struct {
	prose.Block // nil
	height      float32
	heightFor   func(width float32) float32 // in place of height; nil for a block of one height
	make        func() prose.Block
}

var _ unbuilt = (*lazy)(nil)

// build makes the block.
func (l *lazy) build() prose.Block { return l.make() }

// HeightFor returns the height of the block in pixels at a width.
func (l *lazy) HeightFor(width float32) float32 {
	if f := l.heightFor; f != nil {
		return f(width)
	}
	return l.height
}
