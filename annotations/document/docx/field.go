package docx

import (
	"strings"

	"sidelight/annotations/document/office"
)

// maxFields is how many fields may lie in one another.
const maxFields = 1000

// field is a field that is open: an instruction, and then the words that it gave.
type field struct {
	instruction strings.Builder
	divided     bool // its instruction is at its end
	muted       bool // it shows nothing, so far or at all
	linked      bool // its words are a link
}

// fieldMark begins a field, divides its instruction from its words, or ends it.
func (r *reader) fieldMark(s *office.Start) {
	n := len(r.fields)
	switch kind := s.Attr("fldCharType"); {
	case kind == "begin" && n == maxFields:
		r.deeper++
	case r.deeper > 0 && kind == "end":
		r.deeper--
	case r.deeper > 0:
	case kind == "begin":
		r.fields = append(r.fields, field{muted: true})
		r.muted++
	case n == 0:
	case kind == "separate":
		r.divide(&r.fields[n-1])
	case kind == "end":
		f := &r.fields[n-1]
		if f.muted {
			r.muted--
		}
		if f.linked {
			r.w.Unlink()
		}
		r.fields = r.fields[:n-1]
	}
}

// divide begins the words of a field.
func (r *reader) divide(f *field) {
	if f.divided {
		return
	}
	f.divided = true
	target, anchor, shown := understand(f.instruction.String())
	if !shown {
		return
	}
	f.muted = false
	r.muted--
	if target+anchor != "" && !r.w.Linked() {
		r.link(target, anchor)
		f.linked = true
	}
}

// instruction adds to the instruction of the open field.
func (r *reader) instruction(words string) {
	if n := len(r.fields); n > 0 && r.deeper == 0 && r.fields[n-1].instruction.Len()+len(words) <= maxLink {
		r.fields[n-1].instruction.WriteString(words)
	}
}

// simpleField reads a field whose instruction is an attribute.
func (r *reader) simpleField(s *office.Start, words func() error) error {
	instruction := s.Attr("instr")
	target, anchor, shown := understand(instruction[:min(len(instruction), maxLink)])
	if !shown {
		return nil
	}
	return r.linked(target, anchor, words)
}

// understand returns where an instruction makes the words of a field lead, and whether
// they are shown: numbers of pages are not, since the reading text has no pages.
func understand(instruction string) (target, anchor string, shown bool) {
	words := words(instruction)
	if len(words) == 0 {
		return "", "", true
	}
	switch strings.ToUpper(words[0]) {
	case "PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF":
		return "", "", false
	case "REF":
		if len(words) > 1 {
			anchor = words[1]
		}
	case "HYPERLINK":
		for i := 1; i < len(words); i++ {
			switch {
			case words[i] == `\l` && i+1 < len(words):
				i++
				anchor = words[i]
			case (words[i] == `\o` || words[i] == `\t`) && i+1 < len(words):
				i++
			case !strings.HasPrefix(words[i], `\`) && target == "":
				target = words[i]
			}
		}
	}
	return target, anchor, true
}

// words divides an instruction; what stands between quotation marks is one word.
func words(instruction string) []string {
	var out []string
	for s := strings.TrimSpace(instruction); s != ""; s = strings.TrimSpace(s) {
		var word string
		if s[0] == '"' {
			word, s, _ = strings.Cut(s[1:], `"`)
		} else if i := strings.IndexAny(s, " \t\n\""); i >= 0 {
			word, s = s[:i], s[i:]
		} else {
			word, s = s, ""
		}
		out = append(out, word)
	}
	return out
}
