package markup

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// list is a list of which items are being read.
type list struct {
	ordered bool
	style   string // "1", "a", "A", "i" or "I"
	next    int
	step    int
	depth   int
}

// startList takes a <ul>, <ol>, <menu> or <dl>.
func (w *Writer) startList(f *frame) {
	l := &list{ordered: f.tag == "ol", style: Attr(f.node, "type"), next: 1, step: 1, depth: 1}
	if up := w.innermost(func(f *frame) bool { return f.list != nil }); up != nil {
		l.depth = up.list.depth + 1
	}
	if has(f.node, "reversed") {
		l.step, l.next = -1, items(f.node)
	}
	if start, err := strconv.Atoi(strings.TrimSpace(Attr(f.node, "start"))); err == nil {
		l.next = start
	}
	f.list = l
}

// items counts the items of a list.
func items(n *html.Node) (count int) {
	for c := range n.ChildNodes() {
		if c.Data == "li" && c.Type == html.ElementNode {
			count++
		}
	}
	return count
}

// startItem takes an <li> or a <dd>.
func (w *Writer) startItem(f *frame) {
	up := w.innermost(func(f *frame) bool { return f.list != nil })
	if f.depth = 1; up != nil {
		f.depth = up.list.depth
	}
	if f.tag == "dd" {
		return
	}
	if f.marker = "•"; up == nil || !up.list.ordered {
		return
	}
	l := up.list
	if value, err := strconv.Atoi(strings.TrimSpace(Attr(f.node, "value"))); err == nil {
		l.next = value
	}
	f.marker = l.number() + "."
	l.next += l.step
}

// number returns the number of the next item, as the list writes it.
func (l *list) number() string {
	switch n := l.next; {
	case n < 1 || n > 3999:
	case l.style == "a":
		return letters(n)
	case l.style == "A":
		return strings.ToUpper(letters(n))
	case l.style == "i":
		return strings.ToLower(roman(n))
	case l.style == "I":
		return roman(n)
	}
	return strconv.Itoa(l.next)
}

// letters counts a, b, … z, aa, ab.
func letters(n int) string {
	var s string
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

func roman(n int) string {
	var b strings.Builder
	for _, x := range []struct {
		value int
		sign  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= x.value; n -= x.value {
			b.WriteString(x.sign)
		}
	}
	return b.String()
}

// checkBox takes an <input type="checkbox">: at the head of an item it is its marker.
func (w *Writer) checkBox(n *html.Node) {
	item := w.innermost(func(f *frame) bool { return f.tag == "li" })
	if item == nil || item.marker == "" {
		return
	}
	if item.marker = "☐"; has(n, "checked") {
		item.marker = "☑"
	}
}

// depthOf returns how many elements of a name are around the innermost one.
func (w *Writer) depthOf(tag string) (depth int) {
	for i := range w.frames[:len(w.frames)-1] {
		if w.frames[i].tag == tag {
			depth++
		}
	}
	return depth
}
