package edition

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sidelight/annotations"
)

// cslTypes are the types of CSL 1.0.2.
// https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
var cslTypes = strings.Fields(`article article-journal article-magazine article-newspaper bill book broadcast
	chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
	hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
	paper-conference patent performance periodical personal_communication post post-weblog regulation report
	review review-book software song speech standard thesis treaty webpage`)

// cslUnread are the variables of CSL that a source may carry and that the
// program does not use.
var cslUnread = []string{
	"abstract", "accessed", "author", "collection-title", "container-title", "edition", "editor", "genre", "language",
	"medium", "note", "number", "page", "publisher-place", "section", "title-short", "DOI", "ISBN", "ISSN",
}

// source is an entry of sources.json.
type source struct {
	annotations.Source
	id, grade text
}

// readSources reads the CSL-JSON files.
func (l *loader) readSources(files []text) []*source {
	var out []*source
	seen := make(map[string]place)
	for _, f := range files {
		if at, ok := seen[f.value]; ok {
			l.fault(f.at, "%s is already named at %s: name it once", f.value, at)
			continue
		}
		seen[f.value] = f.at
		root, ok := l.parsed(f.value, f.at, parseJSON)
		if !ok {
			continue
		}
		if root.kind != listNode {
			l.lose(root.at, "a file of sources is a CSL-JSON array, and this is %s: put [ ] around it", root.kind)
			continue
		}
		for _, n := range root.items {
			r := l.record(n, "a source")
			out = append(out, readSource(r))
			r.done()
		}
	}
	return out
}

func readSource(r *record) *source {
	s := &source{id: r.need("id")}
	if s.id.value != "" && !sourceIDPattern.Get().MatchString(s.id.value) {
		r.l.fault(s.id.at, "the id %q may hold letters, digits and hyphens only", s.id.value)
	}
	s.ID = annotations.SourceID(s.id.value)
	kind := r.need("type")
	if s.Type = kind.value; kind.value != "" && !slices.Contains(cslTypes, kind.value) {
		r.l.fault(kind.at, "the type %q is not one of CSL: write for example webpage, article-newspaper, report, speech or document", kind.value)
	}
	s.Title = r.need("title").value
	s.Publisher = r.text("publisher").value
	if c := r.child("issued"); c != nil {
		s.Issued, s.IssuedRaw = readIssued(c)
	}
	s.URL = r.url("URL")
	if c := r.child("custom"); c != nil {
		readCustom(c, s)
		c.done()
	} else if !r.has("custom") {
		r.l.fault(s.id.at, `the source %s has no grade: add "custom": {"grade": "A"}, B or C`, s.ID)
	}
	r.known = append(r.known, cslUnread...)
	return s
}

// readCustom reads what CSL has no variable for.
func readCustom(r *record, s *source) {
	s.grade = r.need("grade")
	if s.Grade = s.grade.value; s.Grade != "" && !slices.Contains([]string{"A", "B", "C"}, s.Grade) {
		r.l.fault(s.grade.at, "the grade %q is not known: write A, B or C", s.Grade)
	}
	s.Party = r.flag("party", false)
}

// readIssued reads a CSL date: one or two of date-parts, or words.
func readIssued(r *record) (annotations.Date, string) {
	defer r.done()
	literal := r.text("literal").value
	parts := r.list("date-parts")
	if (len(parts) == 0) == (literal == "") {
		r.l.fault(r.at(), "issued holds date-parts or, where only words are known, literal: write one of the two")
		return annotations.Date{}, literal
	}
	if literal != "" {
		return annotations.Date{}, literal
	}
	if len(parts) > 2 {
		r.l.fault(parts[2].at, "date-parts holds one date or the two ends of an interval")
		return annotations.Date{}, ""
	}
	var ends []string
	for _, p := range parts {
		s, ok := edtf(p)
		if !ok {
			r.l.fault(p.at, "one of date-parts is [year], [year, month] or [year, month, day] in numbers")
			return annotations.Date{}, ""
		}
		ends = append(ends, s)
	}
	d, err := annotations.ParseDate(strings.Join(ends, "/"))
	if err != nil {
		r.l.fault(parts[0].at, "date-parts: %s", err)
	}
	return d, ""
}

// edtf writes [2025, 3, 5] as 2025-03-05.
func edtf(parts *node) (string, bool) {
	if parts.kind != listNode || len(parts.items) == 0 || len(parts.items) > 3 {
		return "", false
	}
	formats := [...]string{"%04d", "-%02d", "-%02d"}
	var b strings.Builder
	for i, n := range parts.items {
		v, err := strconv.Atoi(n.text)
		if err != nil || v < 1 {
			return "", false
		}
		fmt.Fprintf(&b, formats[i], v)
	}
	return b.String(), true
}
