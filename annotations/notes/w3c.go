package notes

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/lazy"
)

// The names that a note has as a Web Annotation.
const (
	annoContext  = "http://www.w3.org/ns/anno.jsonld"
	noteScheme   = "urn:sidelight:note:"
	textScheme   = "urn:sidelight:text:" // before the SHA-256 of a reading text
	entityScheme = "urn:sidelight:entity:"
)

// The types, purposes and motivations of the Web Annotation vocabulary that a note uses.
const (
	typeAnnotation = "Annotation"
	typeText       = "TextualBody"
	typeResource   = "SpecificResource"
	typePosition   = "TextPositionSelector"
	typeQuote      = "TextQuoteSelector"
	commenting     = "commenting"
	highlighting   = "highlighting"
	tagging        = "tagging"
	linking        = "linking"
)

type wireNote struct {
	Context    string     `json:"@context"`
	ID         string     `json:"id"`
	Type       string     `json:"type"`
	Motivation string     `json:"motivation"`
	Created    string     `json:"created,omitempty"`
	Modified   string     `json:"modified,omitempty"`
	Body       []any      `json:"body,omitempty"`
	Target     wireTarget `json:"target"`
}

type wireBody struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose,omitempty"`
	Value   string `json:"value,omitempty"`
	Format  string `json:"format,omitempty"`
	Source  string `json:"source,omitempty"`
}

// wireTarget names the text in a member of its own where the source is another.
type wireTarget struct {
	Source     any    `json:"source"`
	StyleClass string `json:"styleClass"`
	Selector   []any  `json:"selector"`
	Text       string `json:"urn:sidelight:vocabulary:text,omitempty"`
	Aside      bool   `json:"urn:sidelight:vocabulary:aside,omitempty"`
}

type wirePosition struct {
	Type string `json:"type"`
	anchor.TextPositionSelector
}

type wireQuote struct {
	Type string `json:"type"`
	anchor.TextQuoteSelector
}

// Marshal returns a note as a Web Annotation in JSON-LD
// (https://www.w3.org/TR/annotation-model/), on one line. The source of its target is
// source, which is written as JSON, and if that is nil a name made of the fingerprint
// of the text. What [Unmarshal] read and did not know is written again.
func Marshal(n *Note, source any) ([]byte, error) {
	w := wireNote{
		Context: annoContext, ID: iri(noteScheme, string(n.ID)), Type: typeAnnotation, Motivation: n.motivation(),
		Created: stamp(n.Made), Modified: stamp(n.Changed), Body: n.bodies(), Target: n.target(source),
	}
	data, err := compact(w)
	if err != nil {
		return nil, fmt.Errorf("write the note %s: %w", n.ID, err)
	}
	if n.extra.members != "" {
		data = append(append(data[:len(data)-1], ','), n.extra.members...)
		data = append(data, '}')
	}
	return data, nil
}

// compact returns v as JSON on one line, with the characters of HTML as they are.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

func (n *Note) motivation() string {
	switch {
	case n.Text != "":
		return commenting
	case len(n.Tags) > 0:
		return tagging
	}
	return highlighting
}

func (n *Note) bodies() []any {
	var out []any
	if n.Text != "" {
		out = append(out, wireBody{Type: typeText, Purpose: commenting, Value: n.Text, Format: "text/plain"})
	}
	for _, tag := range n.Tags {
		out = append(out, wireBody{Type: typeText, Purpose: tagging, Value: tag})
	}
	for _, id := range n.About {
		out = append(out, wireBody{Type: typeResource, Purpose: linking, Source: entityScheme + url.PathEscape(string(id))})
	}
	others, _ := list(json.RawMessage(n.extra.bodies))
	for _, other := range others {
		out = append(out, other)
	}
	return out
}

func (n *Note) target(source any) wireTarget {
	t := &n.Target
	w := wireTarget{Source: source, StyleClass: n.Style.String(), Aside: t.Aside, Selector: []any{}}
	if source == nil {
		w.Source = textScheme + t.Text
	} else {
		w.Text = t.Text
	}
	if t.Position.End > t.Position.Start {
		w.Selector = append(w.Selector, wirePosition{typePosition, t.Position})
	}
	if t.Quote.Exact != "" {
		w.Selector = append(w.Selector, wireQuote{typeQuote, t.Quote})
	}
	if t.File != "" {
		w.Selector = append(w.Selector, json.RawMessage(t.File))
	}
	return w
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// full matches what is an IRI already.
var full = lazy.Regexp{Source: `^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^` + "`]*$"}

// iri returns an id as an IRI: as it is if it is one, else in a scheme.
func iri(scheme, id string) string {
	if full.Get().MatchString(id) && !strings.HasPrefix(id, scheme) {
		return id
	}
	return scheme + url.PathEscape(id)
}

// fromIRI returns the id that iri made an IRI of.
func fromIRI(scheme, s string) string {
	rest, ours := strings.CutPrefix(s, scheme)
	if !ours {
		return s
	}
	if id, err := url.PathUnescape(rest); err == nil {
		return id
	}
	return rest
}

// extra is what a note had as a Web Annotation that this version does not use.
type extra struct {
	members string // of the annotation, as they stand between its braces
	bodies  string // a JSON array, or empty
}

// entityOf returns the entity that a body links to.
func entityOf(source string) annotations.EntityID {
	return annotations.EntityID(fromIRI(entityScheme, source))
}
