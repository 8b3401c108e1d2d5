package docx

import (
	"strconv"
	"strings"

	"sidelight/annotations/document/office"
)

// levels is how many levels a list has.
const levels = 9

// reference says to which list a paragraph belongs.
type reference struct {
	said  bool
	list  string // the id of a list; "0" is none
	level int    // from 0; -1 if it is not said
}

// read takes in the properties of a paragraph that number it.
func (l *reference) read(e *office.Elements) error {
	l.said, l.level = true, -1
	return e.Children(func(s *office.Start) error {
		switch s.Name {
		case "w:ilvl":
			if n, err := strconv.Atoi(s.Attr("val")); err == nil && n >= 0 && n < levels {
				l.level = n
			}
		case "w:numId":
			l.list = s.Attr("val")
		}
		return nil
	})
}

// lists are those of a document.
type lists struct {
	shapes map[string]*shape // by the id of the shape
	all    map[string]*list  // by the id of the list
}

// shape is how lists number their items, and what has been numbered so.
type shape struct {
	levels  [levels]level
	count   [levels]int
	started [levels]bool
}

// level is one level of a shape.
type level struct {
	figures office.Figures
	text    string // the marker, with %1 for the number of the first level
	start   int
	restart int    // the level, from 1, that makes it begin anew; 0 is none, -1 any before it
	legal   bool   // the numbers of all levels are decimal
	style   string // the id of the style whose paragraphs are on this level
}

// list is one list: it counts on with others of its shape unless it starts anew.
type list struct {
	shape  *shape
	starts map[int]int   // the first number of levels that start anew
	own    map[int]level // levels that this list has in place of its shape's
	used   bool
}

func (r *reader) readLists(part string) error {
	r.lists = &lists{shapes: make(map[string]*shape), all: make(map[string]*list)}
	return r.open(part, func(e *office.Elements) error {
		return e.Children(func(s *office.Start) error {
			switch s.Name {
			case "w:abstractNum":
				x, err := readShape(e)
				r.lists.shapes[s.Attr("abstractNumId")] = x
				return err
			case "w:num":
				x, err := r.lists.readList(e)
				r.lists.all[s.Attr("numId")] = x
				return err
			}
			return nil
		})
	})
}

func readShape(e *office.Elements) (*shape, error) {
	x := new(shape)
	for i := range x.levels {
		x.levels[i] = level{figures: office.None, start: 1, restart: -1}
	}
	err := e.Children(func(s *office.Start) error {
		n, err := strconv.Atoi(s.Attr("ilvl"))
		if s.Name != "w:lvl" || err != nil || n < 0 || n >= levels {
			return nil
		}
		x.levels[n], err = readLevel(e)
		return err
	})
	return x, err
}

func readLevel(e *office.Elements) (level, error) {
	l := level{start: 1, restart: -1}
	err := e.Children(func(s *office.Start) error {
		n, err := strconv.Atoi(s.Attr("val"))
		switch s.Name {
		case "w:numFmt":
			l.figures = figures(s.Attr("val"))
		case "w:lvlText":
			l.text = s.Attr("val")
		case "w:isLgl":
			l.legal = on(s)
		case "w:pStyle":
			l.style = s.Attr("val")
		case "w:start":
			if err == nil {
				l.start = n
			}
		case "w:lvlRestart":
			if err == nil {
				l.restart = n
			}
		}
		return nil
	})
	return l, err
}

// figures returns the figures of a name in the format.
func figures(name string) office.Figures {
	switch name {
	case "lowerLetter":
		return office.LowerLetter
	case "upperLetter":
		return office.UpperLetter
	case "lowerRoman":
		return office.LowerRoman
	case "upperRoman":
		return office.UpperRoman
	case "bullet":
		return office.Bullet
	case "none":
		return office.None
	}
	return office.Decimal
}

func (all *lists) readList(e *office.Elements) (*list, error) {
	x := &list{starts: make(map[int]int), own: make(map[int]level)}
	err := e.Children(func(s *office.Start) error {
		n, err := strconv.Atoi(s.Attr("ilvl"))
		switch {
		case s.Name == "w:abstractNumId":
			x.shape = all.shapes[s.Attr("val")]
		case s.Name == "w:lvlOverride" && err == nil && n >= 0 && n < levels:
			return x.override(e, n)
		}
		return nil
	})
	return x, err
}

func (x *list) override(e *office.Elements, n int) error {
	return e.Children(func(s *office.Start) error {
		var err error
		switch s.Name {
		case "w:startOverride":
			if start, wrong := strconv.Atoi(s.Attr("val")); wrong == nil {
				x.starts[n] = start
			}
		case "w:lvl":
			x.own[n], err = readLevel(e)
		}
		return err
	})
}

func (x *list) level(n int) level {
	if l, ok := x.own[n]; ok {
		return l
	}
	return x.shape.levels[n]
}

// find returns the list of a reference and its level, or nil. The id is that of the
// style that gives the reference, or "".
func (all *lists) find(l reference, style string) (*list, int) {
	x := all.all[l.list]
	if x == nil || x.shape == nil {
		return nil, 0
	}
	if l.level >= 0 {
		return x, l.level
	}
	for i := range levels {
		if style != "" && x.level(i).style == style {
			return x, i
		}
	}
	return x, 0
}

// next counts an item of a level and returns its marker.
func (x *list) next(n int) string {
	if !x.used {
		x.used = true
		for i, start := range x.starts {
			x.shape.started[i], x.shape.count[i] = true, start-1
			if i < n {
				x.shape.count[i]++
			}
		}
	}
	s := x.shape
	for i := range n {
		if !s.started[i] {
			s.started[i], s.count[i] = true, x.level(i).start
		}
	}
	if !s.started[n] {
		s.started[n], s.count[n] = true, x.level(n).start-1
	}
	s.count[n]++
	for i := n + 1; i < levels; i++ {
		if restart := x.level(i).restart; restart < 0 || restart > n {
			s.started[i] = false
		}
	}
	return x.marker(n)
}

// marker writes the numbers of an item of a level.
func (x *list) marker(n int) string {
	l := x.level(n)
	if l.figures == office.Bullet {
		return office.BulletMark
	}
	var out strings.Builder
	for i := 0; i < len(l.text); i++ {
		if l.text[i] != '%' || i+1 == len(l.text) || l.text[i+1] < '1' || l.text[i+1] > '9' {
			out.WriteByte(l.text[i])
			continue
		}
		i++
		k := int(l.text[i] - '1')
		f := x.level(k).figures
		if l.legal && f != office.None {
			f = office.Decimal
		}
		out.WriteString(f.Write(x.shape.count[k]))
	}
	return strings.TrimSpace(out.String())
}
