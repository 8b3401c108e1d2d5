package odt

import (
	"fmt"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/office"
)

// note is a footnote or an endnote, to be written behind the text.
type note struct {
	sign, label string
	body        *office.Elements
	end         bool // it is an endnote
}

// noted reads a note: it writes the sign and saves the text.
func (r *reader) noted(e *office.Elements, s *office.Start) error {
	n := note{end: s.Attr("note-class") == "endnote", label: fmt.Sprintf("note %d", len(r.notes)+1)}
	err := e.Children(func(s *office.Start) error {
		var err error
		switch s.Name {
		case "text:note-citation":
			n.sign, err = e.Words()
		case "text:note-body":
			n.body, err = e.Save()
		}
		return err
	})
	if n.sign = strings.TrimSpace(n.sign); err != nil || r.hidden || n.body == nil {
		return err
	}
	linked := r.w.Linked()
	if !linked {
		r.w.Link("#"+n.label, n.label)
	}
	style := r.w.Styled(annotations.Superscript)
	r.write(n.sign, (*compose.Composer).Text)
	r.w.Styled(style)
	if !linked {
		r.w.Unlink()
	}
	r.notes = append(r.notes, n)
	return nil
}

// writeNotes writes the footnotes and then the endnotes.
func (r *reader) writeNotes() error {
	r.lists, r.item = nil, nil
	for _, end := range []bool{false, true} {
		for i := 0; i < len(r.notes); i++ { // a note may add others
			n := r.notes[i]
			if n.end != end || n.body == nil {
				continue
			}
			r.notes[i].body = nil
			r.w.Note(n.sign, n.label)
			err := r.blocks(n.body)
			r.w.EndNote()
			if err != nil {
				return err
			}
		}
	}
	return nil
}
