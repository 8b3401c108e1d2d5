package notes

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"sidelight/annotations/anchor"
)

// scanner reads JSON as this program writes it, without blanks, several times faster
// than encoding/json. At whatever else it meets it sets bad: then encoding/json is to
// read the whole.
type scanner struct {
	data []byte
	bad  bool
}

// take reports whether the data begin with a byte, and goes past it.
func (s *scanner) take(c byte) bool {
	if s.bad || len(s.data) == 0 || s.data[0] != c {
		return false
	}
	s.data = s.data[1:]
	return true
}

// expect goes past a byte.
func (s *scanner) expect(c byte) {
	if !s.take(c) {
		s.bad = true
	}
}

// members calls f for each member of an object, which has to go past its value.
func (s *scanner) members(f func(name string)) {
	s.expect('{')
	if s.take('}') {
		return
	}
	for !s.bad {
		name := s.text()
		s.expect(':')
		if s.bad {
			return
		}
		f(name)
		if !s.take(',') {
			s.expect('}')
			return
		}
	}
}

// elements calls f for each element of an array, which has to go past it.
func (s *scanner) elements(f func()) {
	s.expect('[')
	if s.take(']') {
		return
	}
	for !s.bad {
		f()
		if !s.take(',') {
			s.expect(']')
			return
		}
	}
}

// quoted goes past a string and returns it with its quotation marks.
func (s *scanner) quoted() (raw []byte, escaped bool) {
	if len(s.data) == 0 || s.data[0] != '"' {
		s.bad = true
		return nil, false
	}
	for i := 1; i < len(s.data); i++ {
		switch c := s.data[i]; {
		case c == '"':
			raw = s.data[:i+1]
			s.data = s.data[i+1:]
			return raw, escaped
		case c == '\\':
			escaped = true
			i++
		case c < ' ':
			s.bad = true
			return nil, false
		}
	}
	s.bad = true
	return nil, false
}

// text goes past a string and returns what it says.
func (s *scanner) text() string {
	raw, escaped := s.quoted()
	if s.bad {
		return ""
	}
	if said := raw[1 : len(raw)-1]; !escaped && utf8.Valid(said) {
		return string(said)
	}
	var out string
	if json.Unmarshal(raw, &out) != nil {
		s.bad = true
	}
	return out
}

// skip goes past a string that is not used.
func (s *scanner) skip() {
	if raw, escaped := s.quoted(); escaped && !json.Valid(raw) {
		s.bad = true
	}
}

// mostDigits is the number of digits that a number may have here.
const mostDigits = 15

// number goes past a whole number that is not negative.
func (s *scanner) number() int {
	n := 0
	for n < len(s.data) && s.data[n] >= '0' && s.data[n] <= '9' {
		n++
	}
	if n == 0 || n > mostDigits || n > 1 && s.data[0] == '0' || n == len(s.data) || bytes.IndexByte([]byte(",]}"), s.data[n]) < 0 {
		s.bad = true
		return 0
	}
	out, _ := strconv.Atoi(string(s.data[:n]))
	s.data = s.data[n:]
	return out
}

// yes goes past a true.
func (s *scanner) yes() bool {
	if !bytes.HasPrefix(s.data, []byte("true")) {
		s.bad = true
		return false
	}
	s.data = s.data[len("true"):]
	return true
}

// object goes past an object and returns its bytes, which may be no JSON otherwise.
func (s *scanner) object() []byte {
	if len(s.data) == 0 || s.data[0] != '{' {
		s.bad = true
		return nil
	}
	all, depth := s.data, 0
	for len(s.data) > 0 && !s.bad {
		switch s.data[0] {
		case '"':
			s.skip()
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		s.data = s.data[1:]
		if depth == 0 {
			return all[:len(all)-len(s.data)]
		}
	}
	s.bad = true
	return nil
}

// scanRecord reads a record as this program writes it, and returns nil for any other.
func scanRecord(line []byte) *record {
	s := scanner{data: line}
	r := new(record)
	s.members(func(name string) {
		switch name {
		case "v":
			r.Version = s.number()
		case "id":
			r.ID = ID(s.text())
		case "act":
			r.Act = s.text()
		case "time":
			r.Time = s.text()
		case "by":
			r.By = s.text()
		case "step":
			r.Step = s.text()
		case "what":
			r.What = s.text()
		case "undo":
			r.Undo = s.text()
		case "redo":
			r.Redo = s.text()
		case "outlived":
			r.Outlived = s.yes()
		case "note":
			r.Note = s.object()
		case "crc":
			s.skip()
		default:
			s.bad = true
		}
	})
	if s.bad || len(s.data) > 0 {
		return nil
	}
	return r
}

// scanNote reads a note as Marshal writes it, and reports whether it is one.
func scanNote(data []byte) (n Note, ok bool) {
	s := scanner{data: data}
	var bodies, targets int
	s.members(func(name string) {
		switch name {
		case "@context", "type", "motivation":
			s.skip()
		case "id":
			n.ID = ID(fromIRI(noteScheme, s.text()))
		case "created":
			n.Made = moment(s.text())
		case "modified":
			n.Changed = moment(s.text())
		case "body":
			bodies++
			s.elements(func() { s.body(&n) })
		case "target":
			targets++
			s.target(&n)
		default:
			s.bad = true
		}
	})
	return n, !s.bad && bodies <= 1 && targets <= 1 && len(s.data) == 0 && len(n.ID) <= LongestID
}

func (s *scanner) body(n *Note) {
	var kind, purpose, value, source string
	s.members(func(name string) {
		switch name {
		case "type":
			kind = s.text()
		case "purpose":
			purpose = s.text()
		case "value":
			value = s.text()
		case "format":
			s.skip()
		case "source":
			source = s.text()
		default:
			s.bad = true
		}
	})
	s.bad = s.bad || !n.addBody(kind, purpose, value, source)
}

func (s *scanner) target(n *Note) {
	s.members(func(name string) {
		switch name {
		case "source":
			source := s.text()
			fingerprint, ours := strings.CutPrefix(source, textScheme)
			s.bad = s.bad || !ours
			n.Target.Text = fingerprint
		case "styleClass":
			style, err := ParseStyle(s.text())
			if err != nil {
				s.bad = true
			}
			n.Style = style
		case "selector":
			s.elements(func() { s.selector(n) })
		case "urn:sidelight:vocabulary:aside":
			n.Target.Aside = s.yes()
		default:
			s.bad = true
		}
	})
}

func (s *scanner) selector(n *Note) {
	raw := s.object()
	const begin = `{"type":`
	if s.bad || !bytes.HasPrefix(raw, []byte(begin)) {
		s.bad = true
		return
	}
	kind := scanner{data: raw[len(begin):]}
	t := &n.Target
	switch name := kind.text(); {
	case kind.bad:
		s.bad = true
	case name == typePosition:
		t.Position = s.position(raw)
	case name == typeQuote:
		s.bad = s.bad || t.Quote != anchor.TextQuoteSelector{}
		t.Quote = s.quote(raw)
	case t.File == "":
		var b bytes.Buffer
		s.bad = json.Compact(&b, raw) != nil
		t.File = b.String()
	default:
		s.bad = !json.Valid(raw)
	}
}

func (s *scanner) position(raw []byte) (p anchor.TextPositionSelector) {
	in := scanner{data: raw}
	in.members(func(name string) {
		switch name {
		case "type":
			in.skip()
		case "start":
			p.Start = in.number()
		case "end":
			p.End = in.number()
		default:
			in.bad = true
		}
	})
	s.bad = s.bad || in.bad || p.End <= p.Start
	return p
}

func (s *scanner) quote(raw []byte) (q anchor.TextQuoteSelector) {
	in := scanner{data: raw}
	in.members(func(name string) {
		switch name {
		case "type":
			in.skip()
		case "exact":
			q.Exact = in.text()
		case "prefix":
			q.Prefix = in.text()
		case "suffix":
			q.Suffix = in.text()
		default:
			in.bad = true
		}
	})
	s.bad = s.bad || in.bad || q.Exact == ""
	return q
}
