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
	shown bool // it has been written
}

// sign writes the sign of a note, which leads to it.
func (r *reader) sign(kind string, s *office.Start) {
	if r.muted > 0 || r.hidden || r.p == nil {
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
	linked := r.w.Linked()
	if !linked {
		r.w.Link("#"+label, label)
	}
	style := r.w.Styled(annotations.Superscript)
	r.write(n.sign, (*compose.Composer).Text)
	r.w.Styled(style)
	if !linked {
		r.w.Unlink()
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
	r.fields, r.deeper, r.muted = nil, 0, 0
	err = r.open(part, func(e *office.Elements) error {
		return e.Children(func(s *office.Start) error {
			n := r.notes[kind+" "+s.Attr("id")]
			if s.Name != "w:"+kind || n == nil || n.shown {
				return nil
			}
			n.shown = true
			r.w.Note(n.sign, n.label)
			err := r.blocks(e)
			r.w.EndNote()
			return err
		})
	})
	return err
}
