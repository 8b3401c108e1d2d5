package svg

import (
	"bytes"
	"encoding/xml"

	"sidelight/annotations/figure"
)

// icon is what is drawn of an icon: its own coordinates and its paths, as they are
// written in its file.
type icon struct {
	box   string
	paths []string
}

// icon writes a sign as a drawing of its own within the drawing.
func (w *writer) icon(i figure.Icon) {
	paint, sign := w.paint(i.Ink), w.sign(i.Name)
	if paint == "" || sign == nil || length(i.At.W) == 0 || length(i.At.H) == 0 {
		return
	}
	w.raw("<svg")
	w.place(i.At)
	w.attr("viewBox", sign.box)
	w.attr("fill", paint)
	w.raw(">")
	for _, d := range sign.paths {
		w.raw("<path")
		w.attr("d", d)
		w.raw("/>")
	}
	w.raw("</svg>")
}

// sign returns the icon of a name, or nil if there is none that can be read.
func (w *writer) sign(name string) *icon {
	if known, ok := w.icons[name]; ok {
		return known
	}
	var out *icon
	if w.o.Icon != nil {
		if file, ok := w.o.Icon(name); ok {
			out = readIcon(file)
		}
	}
	w.icons[name] = out
	return out
}

// readIcon reads the paths of an icon, and nothing else of it.
func readIcon(file []byte) *icon {
	var read struct {
		Box   string `xml:"viewBox,attr"`
		Paths []struct {
			D string `xml:"d,attr"`
		} `xml:"path"`
	}
	if err := xml.NewDecoder(bytes.NewReader(file)).Decode(&read); err != nil || read.Box == "" {
		return nil
	}
	out := &icon{box: read.Box}
	for _, p := range read.Paths {
		out.paths = append(out.paths, p.D)
	}
	return out
}
