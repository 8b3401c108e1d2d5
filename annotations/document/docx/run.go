package docx

import (
	"strconv"

	"sidelight/annotations/document/office"
)

// run reads words that look the same.
func (r *reader) run(e *office.Elements) error {
	style, hidden := r.w.Style(), r.hidden
	defer func() {
		r.w.Styled(style)
		r.hidden = hidden
	}()
	return e.Children(func(s *office.Start) error { return r.inRun(e, s) })
}

func (r *reader) inRun(e *office.Elements, s *office.Start) error {
	switch s.Name {
	case "w:rPr":
		return r.looks(e)
	case "w:t", "m:t":
		words, err := e.Words()
		r.text(words)
		return err
	case "w:fldChar":
		r.fieldMark(s)
	case "w:instrText":
		words, err := e.Words()
		r.instruction(words)
		return err
	case "w:footnoteReference":
		r.sign(footnote, s)
	case "w:endnoteReference":
		r.sign(endnote, s)
	case "w:drawing", "w:pict", "w:object":
		return r.drawing(e, s)
	case "w:ruby":
		return e.Children(func(s *office.Start) error {
			if s.Name != "w:rubyBase" {
				return nil
			}
			return r.inline(e, s)
		})
	case "mc:AlternateContent":
		return r.alternate(e, func(s *office.Start) error { return r.inRun(e, s) })
	default:
		r.character(s)
	}
	return nil
}

// character writes what an element stands for that is one character.
func (r *reader) character(s *office.Start) {
	switch s.Name {
	case "w:tab", "w:ptab":
		r.text("\t")
	case "w:cr":
		r.lineBreak()
	case "w:br":
		if kind := s.Attr("type"); kind == "" || kind == "textWrapping" {
			r.lineBreak()
		}
	case "w:noBreakHyphen":
		r.text("\u2011")
	case "w:softHyphen":
		r.text("\u00ad")
	case "w:sym":
		if n, err := strconv.ParseUint(s.Attr("char"), 16, 16); err == nil {
			r.text(symbol(s.Attr("font"), rune(n)))
		}
	}
}

// looks reads how the run looks.
func (r *reader) looks(e *office.Elements) error {
	var own look
	err := e.Children(func(s *office.Start) error {
		own.set(s)
		return nil
	})
	if own.styled != "" {
		own = own.over(r.styles.look(own.styled))
	}
	r.w.Styled(r.w.Style() | own.on)
	r.hidden = r.hidden || own.hidden
	return err
}
