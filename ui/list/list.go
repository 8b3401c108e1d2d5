// Package list holds the program's one scrolling list. Only the rows in view are
// in the tree of objects, whatever their number, and a row that scrolls out of
// view lends its object to one that comes in.
//
// A view writes a [Model] of its rows, makes a [List] of it, and tells the list
// when rows have come or gone ([List.Changed]) or look different ([List.Update]).
// The list knows where each row lies, keeps the reader's place when rows come and
// go, and knows the row that the keyboard is at.
package list

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
)

// Model says what the rows of a list are. K identifies a row.
type Model[K comparable] interface {
	// Len returns the number of rows.
	Len() int
	// Key returns what row i is known by, among all rows and after a change.
	Key(i int) K
	// Height returns the height in pixels of row i in a list that is width
	// pixels wide.
	Height(i int, width float32) float32
	// Stops reports whether the keyboard stops at row i: not at a heading.
	Stops(i int) bool
	// Show returns the object that shows row i. Spare is an object that Show has
	// returned before, to be turned to row i and returned again; it may have
	// shown another row, or be row i's already. Spare is nil where there is none,
	// and a model that keeps an object for each row pays it no heed. The list
	// gives the object its place and calls its Refresh, but for one that gets its
	// first size: it is painted for that.
	Show(i int, spare fyne.CanvasObject) fyne.CanvasObject
}

// Guesser is a [Model] that guesses the heights of some rows until it shows them.
type Guesser interface {
	// Guessed reports whether a row that was shown since the last call has another height
	// than it had before.
	Guessed() bool
}

// List scrolls the rows of a model. The exported fields are set before the list is
// shown.
type List[K comparable] struct {
	widget.BaseWidget

	// Before and After are the space above the first row and below the last, in
	// pixels.
	Before, After float32
	// Margin is the space in pixels that Reveal leaves above and below what it
	// brings into view.
	Margin float32
	// Tabs says that rows take the keyboard's focus themselves. The list keeps
	// in the tree what Tab goes to next then: the row with the focus and, of the
	// rows at which the keyboard stops, those next to the rows in view, the first
	// and the last.
	Tabs bool
	// OnScrolled is called when other rows, or other parts of them, have come
	// into view.
	OnScrolled func()

	model   Model[K]
	scroll  *control.Roller
	content *content

	width   float32 // that rows are measured for, pixels
	keys    []K
	tops    []float32 // of each row and of the end of the last, pixels in the content
	current int       // the row that the keyboard is at, -1 for none

	rows  []shown[K] // in the tree, ascending
	spare []fyne.CanvasObject
	later func() // scrolls once the list has a size; nil for nothing to do
}

// shown is a row in the tree.
type shown[K comparable] struct {
	key    K
	at     int
	object fyne.CanvasObject
}

// New makes a list of a model's rows.
func New[K comparable](model Model[K]) *List[K] {
	l := &List[K]{model: model, content: newContent(), current: -1}
	l.scroll = control.NewRoller(l.content)
	l.scroll.OnScrolled = func(fyne.Position) {
		l.window(false)
		l.tell(true)
	}
	l.ExtendBaseWidget(l)
	l.measure(0)
	return l
}

// Changed shows rows that have come, gone or changed their height. What the reader
// sees at the top of the list stays where it is, and so does the keyboard's row; if
// that is gone, the keyboard is at the row in its place.
func (l *List[K]) Changed() {
	keys, tops, y := l.keys, l.tops, l.scroll.Offset.Y
	l.measure(l.width)
	index := make(map[K]int, len(l.keys))
	for i, k := range l.keys {
		index[k] = i
	}
	l.current = l.follow(keys, index)
	if y > 0 {
		y = l.hold(keys, tops, y, index)
	}
	moved := l.scrollTo(y)
	l.Update()
	l.tell(moved)
}

// follow returns the current row among changed rows, by their index.
func (l *List[K]) follow(old []K, index map[K]int) int {
	if l.current < 0 || l.current >= len(old) {
		return -1
	}
	if i, ok := index[old[l.current]]; ok {
		return i
	}
	return l.Next(min(l.current+1, len(l.keys)), -1)
}

// hold returns how far to scroll changed rows, so that the first row in view that
// is still there stays where it was, else the last one above the view.
func (l *List[K]) hold(keys []K, tops []float32, y float32, index map[K]int) float32 {
	first := min(sort.Search(len(keys), func(i int) bool { return tops[i+1] > y }), len(keys))
	for i := first; i < len(keys); i++ {
		if to, ok := index[keys[i]]; ok {
			return l.tops[to] + y - tops[i]
		}
	}
	for i := first - 1; i >= 0; i-- {
		if to, ok := index[keys[i]]; ok {
			return l.tops[to] + y - tops[i]
		}
	}
	return y
}

// At returns the object that shows row i, or nil while the row is out of view.
func (l *List[K]) At(i int) fyne.CanvasObject {
	for _, r := range l.rows {
		if r.at == i {
			return r.object
		}
	}
	return nil
}

// Update shows anew the rows in view, which are the same but look different.
func (l *List[K]) Update() { l.window(true) }

// UpdateRow shows row i anew, if it is in the tree: it is the same but looks different.
func (l *List[K]) UpdateRow(i int) {
	for n := range l.rows {
		if r := &l.rows[n]; r.at == i {
			l.put(r, true)
		}
	}
}

// measure works out where the rows lie at a width.
func (l *List[K]) measure(width float32) {
	n, y := l.model.Len(), l.Before
	l.width = width
	l.keys, l.tops = make([]K, n), make([]float32, n+1)
	for i := range n {
		l.keys[i], l.tops[i] = l.model.Key(i), y
		if width > 0 {
			y += max(l.model.Height(i, width), 0)
		}
	}
	l.tops[n] = y
	l.content.height = y + l.After
}

// HeightFor returns the height in pixels of all rows, and of the space before and
// after them, at a width.
func (l *List[K]) HeightFor(width float32) float32 {
	h := l.Before + l.After
	for i := range l.model.Len() {
		h += max(l.model.Height(i, width), 0)
	}
	return h
}

// MinSize returns nothing: a list has the size that it is given.
func (l *List[K]) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer shows the rows in view.
func (l *List[K]) CreateRenderer() fyne.WidgetRenderer {
	made := false // to look for the focus, the toolkit asks for this renderer
	r := control.Render(l, func() {
		if made {
			l.Update()
		}
	}, l.arrange, l.scroll)
	made = true
	return r
}

// arrange lays out the rows for a size. At another width the first row in view
// stays the first.
func (l *List[K]) arrange(size fyne.Size) {
	moved := false
	if size.Width != l.width {
		tops, y := l.tops, l.scroll.Offset.Y
		l.measure(size.Width)
		i := min(sort.Search(len(l.keys), func(i int) bool { return tops[i+1] > y }), len(l.keys))
		if y > 0 {
			y = l.tops[i] + min(y-tops[i], max(l.tops[min(i+1, len(l.keys))]-l.tops[i], 0))
		}
		l.scroll.Resize(size)
		moved = l.scrollTo(y)
	}
	l.scroll.Resize(size)
	if f := l.later; f != nil && size.Height > 0 {
		l.later = nil
		f()
	}
	l.window(false)
	l.tell(moved)
}

// Nested returns what shows the rows in the tree, each at its place in the list.
func (l *List[K]) Nested() []fyne.CanvasObject { return []fyne.CanvasObject{l.content} }

// content is as high as all rows and holds those in the tree.
type content struct {
	widget.BaseWidget
	height  float32
	objects []fyne.CanvasObject
}

func newContent() *content {
	c := &content{}
	c.ExtendBaseWidget(c)
	return c
}

// MinSize returns the height of all rows and no width.
func (c *content) MinSize() fyne.Size { return fyne.NewSize(0, c.height) }

// Nested returns the rows in the tree.
func (c *content) Nested() []fyne.CanvasObject { return c.objects }

// CreateRenderer shows the rows, which the list places.
func (c *content) CreateRenderer() fyne.WidgetRenderer { return contentRenderer{c} }

type contentRenderer struct{ c *content }

func (r contentRenderer) Destroy()                     {}
func (r contentRenderer) Layout(fyne.Size)             {}
func (r contentRenderer) MinSize() fyne.Size           { return r.c.MinSize() }
func (r contentRenderer) Objects() []fyne.CanvasObject { return r.c.objects }
func (r contentRenderer) Refresh()                     { canvas.Refresh(r.c) }

// whole returns the whole pixel nearest to y.
func whole(y float32) float32 {
	if y < 0 {
		return -whole(-y)
	}
	return float32(int(y + 0.5))
}
