package notes

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"sidelight/annotations/anchor"
)

// LongestID is the most bytes that the id of a note may have.
const LongestID = 1000

// Unmarshal reads a note from a Web Annotation in JSON, of this program or another. Of
// several targets the first counts. A position without a fingerprint of the text in
// which it counts is read too: it says where to look first.
func Unmarshal(data []byte) (Note, error) {
	if n, ok := scanNote(data); ok {
		return n, nil
	}
	return unmarshal(data)
}

func unmarshal(data []byte) (Note, error) {
	var w struct {
		ID         string          `json:"id"`
		Created    string          `json:"created"`
		Modified   string          `json:"modified"`
		Body       json.RawMessage `json:"body"`
		BodyValue  string          `json:"bodyValue"`
		Target     json.RawMessage `json:"target"`
		Motivation json.RawMessage `json:"motivation"`
	}
	if err := json.Unmarshal(data, &w); err != nil {
		return Note{}, fmt.Errorf("this is no Web Annotation: %w", err)
	}
	n := Note{ID: ID(fromIRI(noteScheme, w.ID)), Text: w.BodyValue, Made: moment(w.Created), Changed: moment(w.Modified)}
	if len(n.ID) > LongestID {
		return Note{}, errors.New("the id of a note is too long")
	}
	if err := n.readBodies(w.Body); err != nil {
		return Note{}, fmt.Errorf("the body of the note %s: %w", n.ID, err)
	}
	if err := n.readTarget(w.Target); err != nil {
		return Note{}, fmt.Errorf("the target of the note %s: %w", n.ID, err)
	}
	if err := n.readExtra(data); err != nil {
		return Note{}, fmt.Errorf("the note %s: %w", n.ID, err)
	}
	return n, nil
}

// moment reads a time, and is zero for what is none.
func moment(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}

// list returns the values of an array, a single value as one, and none for nothing.
func list(data json.RawMessage) ([]json.RawMessage, error) {
	data = bytes.TrimSpace(data)
	if len(data) == 0 || string(data) == "null" {
		return nil, nil
	}
	if data[0] != '[' {
		return []json.RawMessage{data}, nil
	}
	var all []json.RawMessage
	err := json.Unmarshal(data, &all)
	return all, err
}

func (n *Note) readBodies(data json.RawMessage) error {
	all, err := list(data)
	if err != nil {
		return err
	}
	var others []string
	for _, raw := range all {
		var b struct {
			Type, Value, Format, Source string
			Purpose                     json.RawMessage
		}
		if raw[0] != '{' || json.Unmarshal(raw, &b) != nil {
			others = append(others, string(raw))
			continue
		}
		purpose := strings.Trim(string(b.Purpose), `"`)
		switch {
		case n.addBody(b.Type, purpose, b.Value, b.Source):
		case b.Type == typeText && n.Text == "":
			n.Text = b.Value
		case b.Type == typeText:
			n.Text += "\n\n" + b.Value
		default:
			others = append(others, string(raw))
		}
	}
	if len(others) == 0 {
		return nil
	}
	var b bytes.Buffer
	err = json.Compact(&b, []byte("["+strings.Join(others, ",")+"]"))
	n.extra.bodies = b.String()
	return err
}

// addBody adds a body as this program writes it, and reports whether it is one.
func (n *Note) addBody(kind, purpose, value, source string) bool {
	switch {
	case kind == typeText && purpose == commenting && n.Text == "":
		n.Text = value
	case kind == typeText && purpose == tagging && value != "":
		if !slices.Contains(n.Tags, value) {
			n.Tags = append(n.Tags, value)
		}
	case kind == typeResource && purpose == linking && strings.HasPrefix(source, entityScheme):
		n.About = append(n.About, entityOf(source))
	default:
		return false
	}
	return true
}

func (n *Note) readTarget(data json.RawMessage) error {
	all, err := list(data)
	if err != nil || len(all) == 0 || all[0][0] != '{' {
		return err // a whole document, or nothing: there is no place
	}
	var t struct {
		Source     json.RawMessage `json:"source"`
		StyleClass json.RawMessage `json:"styleClass"`
		Selector   json.RawMessage `json:"selector"`
		Text       string          `json:"urn:sidelight:vocabulary:text"`
		Aside      bool            `json:"urn:sidelight:vocabulary:aside"`
	}
	if err := json.Unmarshal(all[0], &t); err != nil {
		return err
	}
	n.Target.Aside = t.Aside
	var source, style string
	_ = json.Unmarshal(t.Source, &source)
	_ = json.Unmarshal(t.StyleClass, &style)
	n.Target.Text = t.Text
	if fingerprint, ours := strings.CutPrefix(source, textScheme); ours && t.Text == "" {
		n.Target.Text = fingerprint
	}
	if s, err := ParseStyle(style); err == nil {
		n.Style = s
	}
	selectors, err := list(t.Selector)
	if err != nil {
		return err
	}
	for _, raw := range selectors {
		if err := n.Target.readSelector(raw); err != nil {
			return err
		}
	}
	return nil
}

func (t *Target) readSelector(data json.RawMessage) error {
	var kind struct {
		Type string `json:"type"`
	}
	if data[0] != '{' {
		return nil
	}
	if err := json.Unmarshal(data, &kind); err != nil {
		return err
	}
	switch {
	case kind.Type == typePosition:
		var p anchor.TextPositionSelector
		if err := json.Unmarshal(data, &p); err != nil {
			return err
		}
		if p.Start >= 0 && p.End > p.Start {
			t.Position = p
		}
	case kind.Type == typeQuote:
		t.Quote = anchor.TextQuoteSelector{}
		if err := json.Unmarshal(data, &t.Quote); err != nil {
			return err
		}
		if t.Quote.Exact == "" {
			t.Quote = anchor.TextQuoteSelector{} // there are no words
		}
	case t.File == "":
		var b bytes.Buffer
		if err := json.Compact(&b, data); err != nil {
			return err
		}
		t.File = b.String()
	}
	return nil
}

// used are the members of an annotation that a note has fields for.
var used = map[string]bool{
	"@context": true, "id": true, "type": true, "motivation": true, "created": true, "modified": true,
	"body": true, "bodyValue": true, "target": true,
}

// readExtra keeps the members of an annotation that are not used, in their order.
func (n *Note) readExtra(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		return err
	}
	var out []string
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return err
		}
		if key, _ := name.(string); !used[key] {
			quoted, err := compact(key)
			if err != nil {
				return err
			}
			var b bytes.Buffer
			if err := json.Compact(&b, value); err != nil {
				return err
			}
			out = append(out, string(quoted)+":"+b.String())
		}
	}
	n.extra.members = strings.Join(out, ",")
	return nil
}
