package odt

import (
	"path"
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/document/office"
)

// frame reads what is drawn: pictures, and frames of text, which are saved to be read
// after their paragraph.
func (r *reader) frame(e *office.Elements, s *office.Start) error {
	if r.hidden {
		return nil
	}
	switch s.Name {
	case "draw:a", "draw:g":
		return e.Children(func(s *office.Start) error { return r.frame(e, s) })
	case "draw:frame":
		return r.pictured(e, s)
	}
	return r.saved(e)
}

// saved saves the text in the open element.
func (r *reader) saved(e *office.Elements) error {
	later, err := e.Save()
	if err != nil {
		return err
	}
	r.frames = append(r.frames, later)
	return nil
}

// pictured reads a frame. Of several pictures in it the first is shown: the others are
// the same in another format.
func (r *reader) pictured(e *office.Elements, s *office.Start) error {
	p := annotations.Picture{Width: pixels(s.Spaced("svg", "width")), Height: pixels(s.Spaced("svg", "height"))}
	title := ""
	err := e.Children(func(s *office.Start) error {
		var err error
		switch s.Name {
		case "draw:image":
			if p.Target == "" {
				r.source(&p, s.Attr("href"))
			}
		case "draw:text-box":
			err = r.saved(e)
		case "svg:title":
			title, err = e.Words()
		case "svg:desc":
			p.Alt, err = e.Words()
		}
		return err
	})
	if p.Alt == "" {
		p.Alt = title
	}
	if p.Alt = strings.Join(strings.Fields(p.Alt), " "); p.Target != "" {
		r.w.Picture(p, r.p != nil && r.p.begun)
	}
	return err
}

// source says where a picture lies: in the package, or elsewhere.
func (r *reader) source(p *annotations.Picture, href string) {
	if len(href) > maxLink {
		return
	}
	p.Target = href
	if name := path.Clean(href); r.pack.Has(name) {
		p.Target, p.Load = name, r.pack.Loader(name)
	}
}

// units are lengths in pixels of 1/96 inch.
var units = map[string]float64{"cm": 96 / 2.54, "mm": 96 / 25.4, "in": 96, "pt": 96.0 / 72, "pc": 16, "px": 1}

// pixels returns a length, such as "2.5cm", in pixels, or 0.
func pixels(length string) int {
	i := len(strings.TrimRight(length, "abcdefghijklmnopqrstuvwxyz"))
	n, err := strconv.ParseFloat(length[:i], 64)
	unit := units[length[i:]]
	if err != nil || unit == 0 || n < 0 || n > 1e6 {
		return 0
	}
	return int(n*unit + 0.5)
}
