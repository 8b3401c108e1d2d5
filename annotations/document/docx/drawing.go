package docx

import (
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/document/office"
)

// emu is how many of the format's smallest units make a pixel of 1/96 inch.
const emu = 9525

// drawing reads pictures and frames of text. Frames are saved, to be read after their
// paragraph.
func (r *reader) drawing(e *office.Elements, s *office.Start) error {
	if r.muted > 0 || r.hidden {
		return nil
	}
	return r.shape(e, s, new(annotations.Picture))
}

// shape reads what is drawn in the open element. Of the picture it knows the size and
// the description.
func (r *reader) shape(e *office.Elements, s *office.Start, p *annotations.Picture) error {
	within := func(s *office.Start) error { return r.shape(e, s, p) }
	switch s.Name {
	case "w:txbxContent":
		saved, err := e.Save()
		if err != nil {
			return err
		}
		r.frames = append(r.frames, saved)
		return nil
	case "mc:AlternateContent":
		return r.alternate(e, within)
	case "wp:extent":
		p.Width, p.Height = pixels(s.Attr("cx")), pixels(s.Attr("cy"))
	case "wp:docPr":
		p.Alt = described(s.Attr("descr"), s.Attr("title"))
	case "pic:cNvPr":
		p.Alt = described(p.Alt, s.Attr("descr"))
	case "v:shape", "v:rect":
		p.Alt = described(s.Attr("alt"), s.Attr("title"))
		p.Width, p.Height = styled(s.Attr("style"), "width"), styled(s.Attr("style"), "height")
	case "a:blip":
		r.picture(*p, described(s.Spaced("r", "embed"), s.Spaced("r", "link")))
	case "v:imagedata":
		p.Alt = described(p.Alt, s.Spaced("o", "title"))
		r.picture(*p, s.Spaced("r", "id"))
	}
	return e.Children(within)
}

// described returns the first of two that is not empty.
func described(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// pixels turns a length in the format's smallest units into pixels.
func pixels(length string) int {
	n, err := strconv.ParseInt(length, 10, 64)
	if err != nil || n < 0 || n > 1<<40 {
		return 0
	}
	return int((n + emu/2) / emu)
}

// styled returns a length in points of a list of such, "width:12pt;height:3pt", in
// pixels.
func styled(list, name string) int {
	for item := range strings.SplitSeq(list, ";") {
		key, value, _ := strings.Cut(item, ":")
		number, points := strings.CutSuffix(strings.TrimSpace(value), "pt")
		n, err := strconv.ParseFloat(number, 64)
		if strings.TrimSpace(key) == name && points && err == nil && n > 0 && n < 1e6 {
			return int(n*96/72 + 0.5)
		}
	}
	return 0
}

// picture notes a picture of an id in the part's relations. It is shown at once if the
// paragraph has no words yet, else after it, and never between two cells.
func (r *reader) picture(p annotations.Picture, id string) {
	x, ok := r.relations[id]
	if !ok {
		return
	}
	p.Target = x.target
	if !x.external {
		p.Load = r.pack.Loader(x.target)
	}
	r.w.Picture(p, r.p == nil || r.p.begun)
}
