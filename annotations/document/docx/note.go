package docx

import (
	"path"
	"strconv"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/office"
)

// The kinds of notes.
const (
	footnote = "footnote"
	endnote  = "endnote"
)

// note is a footnote or an endnote to which a sign in the text refers.
type note struct {
	sign  string
	label string
	shown bool // its first paragraph has been begun
}

// mark returns the marker of the next paragraph of the note: only the first has one.
func (n *note) mark() string {
	if n.shown {
		return ""
	}
	n.shown = true
	return n.sign
}

// sign writes the sign of a note, which leads to it.
func (r *reader) sign(kind string, s *office.Start) {
	if r.muted > 0 || r.hidden || r.p == nil || r.note != nil {
		return
	}
	label := kind + " " + s.Attr("id")
	n := r.notes[label]
	if n == nil {
		r.counted[kind]++
		n = &note{sign: r.numbered(kind), label: label}
		r.notes[label] = n
	}
	if own := s.Attr("customMarkFollows"); own == "1" || own == "true" {
		n.sign = "" // the words that follow are the sign
		return
	}
	r.begin()
	linked := r.c.Linked()
	if !linked {
		r.c.Link("#"+label, label)
	}
	style := r.c.Styled(annotations.Superscript)
	r.write(n.sign, (*compose.Composer).Text)
	r.c.Styled(style)
	if !linked {
		r.c.Unlink()
	}
}

// numbered returns the next number of a kind of notes.
func (r *reader) numbered(kind string) string {
	if kind == endnote {
		return office.LowerRoman.Write(r.counted[kind])
	}
	return strconv.Itoa(r.counted[kind])
}

// readNotes writes the notes of a kind to which a sign refers.
func (r *reader) readNotes(kind string) error {
	part := r.beside("/"+kind+"s", kind+"s.xml")
	var err error
	if r.relations, err = r.related(part); err != nil {
		return err
	}
	r.part = path.Clean(part)
	r.fields, r.deeper, r.muted, r.joined, r.code = nil, 0, 0, false, false
	r.c.Unlink()
	err = r.open(part, func(e *office.Elements) error {
		return e.Children(func(s *office.Start) error {
			n := r.notes[kind+" "+s.Attr("id")]
			if s.Name != "w:"+kind || n == nil || n.shown {
				return nil
			}
			r.c.End()
			r.c.Label(n.label)
			r.note = n
			err := r.blocks(e)
			r.note = nil
			r.c.End()
			r.showPictures()
			return err
		})
	})
	return err
}
