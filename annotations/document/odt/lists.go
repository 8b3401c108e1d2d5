package odt

import (
	"strings"

	"sidelight/annotations/document/office"
)

// counter counts the items of one level of a list.
type counter struct {
	style *listStyle // or nil
	name  string     // of the style
	count int
	level int // from 0
}

// counted is what counters of one list after another have in common.
type counted struct {
	name  string
	level int
}

// item is an item of a list.
type item struct {
	marker string
	depth  int
	shown  bool // its first paragraph has been read: the others have no marker
}

// list reads a list. A list in the item of another is its next level.
func (r *reader) list(e *office.Elements, s *office.Start) error {
	c := &counter{level: len(r.lists), name: s.Attr("style-name")}
	if n := len(r.lists); n > 0 && c.name == "" {
		c.name = r.lists[n-1].name
	}
	c.style = r.styles.lists[c.name]
	c.count = c.at().start - 1
	key := counted{c.name, c.level}
	if before := r.counts[key]; before != nil && (s.Attr("continue-numbering") == "true" || s.Attr("continue-list") != "") {
		c.count = before.count
	}
	r.counts[key] = c
	r.lists = append(r.lists, c)
	outer := r.item
	defer func() {
		r.lists, r.item = r.lists[:len(r.lists)-1], outer
	}()
	return e.Children(func(s *office.Start) error {
		switch s.Name {
		case "text:list-header":
			r.item = &item{depth: len(r.lists)}
		case "text:list-item":
			c.count = number(s.Attr("start-value"), c.count+1)
			r.item = &item{depth: len(r.lists), marker: r.marker()}
		default:
			return nil
		}
		return r.blocks(e)
	})
}

// at returns how the level numbers its items.
func (c *counter) at() level {
	if c.style == nil || c.level >= levels {
		return level{figures: office.Bullet, start: 1, shown: 1}
	}
	return c.style.levels[c.level]
}

// marker writes the numbers of the last item.
func (r *reader) marker() string {
	n := len(r.lists) - 1
	l := r.lists[n].at()
	if l.figures == office.Bullet {
		return office.BulletMark
	}
	if l.figures == office.None {
		return strings.TrimSpace(l.before + l.behind)
	}
	var numbers []string
	for i := max(n+1-l.shown, 0); i <= n; i++ {
		if f := r.lists[i].at().figures; f != office.Bullet && f != office.None {
			numbers = append(numbers, f.Write(r.lists[i].count))
		}
	}
	return strings.TrimSpace(l.before + strings.Join(numbers, ".") + l.behind)
}
