package margin

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"sidelight/annotations/anchor"
	"sidelight/annotations/notes"
)

// errMark means that an annotation says who or what is named, as an edition does.
var errMark = errors.New("it is a mark of an edition")

// annotation is what tells what sort of annotation a JSON object is.
type annotation struct {
	ID         string          `json:"id"`
	Type       json.RawMessage `json:"type"`
	Motivation json.RawMessage `json:"motivation"`
	Target     json.RawMessage `json:"target"`
	URI        *string         `json:"uri"` // of Hypothesis
}

// noteOf reads one annotation. With an error, the note has at least the id that the file
// gives, if there is one.
func noteOf(item json.RawMessage) (Imported, error) {
	var a annotation
	if len(item) == 0 || item[0] != '{' {
		return Imported{}, errors.New("it is no JSON object")
	}
	if err := json.Unmarshal(item, &a); err != nil {
		return Imported{}, wrongMember(err)
	}
	out := Imported{Note: notes.Note{ID: notes.ID(a.ID)}}
	switch {
	case names(a.Type, "Annotation"):
		if names(a.Motivation, "identifying") {
			return out, errMark
		}
		n, err := notes.Unmarshal(item)
		if err != nil {
			return out, wrongMember(err)
		}
		return Imported{n, sourceOf(a.Target)}, nil
	case a.URI != nil || isList(a.Target) && a.Type == nil:
		n, err := hypothesis(item)
		if err != nil {
			return out, wrongMember(err)
		}
		return n, nil
	case a.Type == nil:
		return out, errors.New("it has no type; that of a Web Annotation is Annotation")
	}
	return out, fmt.Errorf("its type is %.40s and not Annotation", a.Type)
}

// wrongMember says in a few words which member of an annotation has the wrong type.
func wrongMember(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) && wrong.Field != "" {
		return fmt.Errorf("its member %s is a %s, which it cannot be", wrong.Field, wrong.Value)
	}
	return err
}

// names reports whether a member is a word, or a list that holds it.
func names(member json.RawMessage, word string) bool {
	var one string
	if json.Unmarshal(member, &one) == nil {
		return one == word
	}
	var all []string
	return json.Unmarshal(member, &all) == nil && slices.Contains(all, word)
}

// sourceOf is what the first target of a Web Annotation says of the article.
func sourceOf(target json.RawMessage) Source {
	var all []json.RawMessage
	if isList(target) && json.Unmarshal(target, &all) == nil && len(all) > 0 {
		target = all[0]
	}
	var t struct {
		Source json.RawMessage `json:"source"`
	}
	var s Source
	if json.Unmarshal(target, &s.ID) == nil {
		return s
	}
	if json.Unmarshal(target, &t) != nil || json.Unmarshal(t.Source, &s.ID) == nil {
		return s
	}
	var resource struct {
		ID     string `json:"id"`
		Digest string `json:"digest"`
	}
	if json.Unmarshal(t.Source, &resource) == nil {
		s.ID, s.Digest = resource.ID, strings.TrimPrefix(resource.Digest, "sha256:")
		if name, err := url.PathUnescape(resource.ID); err == nil && !strings.Contains(resource.ID, ":") {
			s.ID = name
		}
	}
	return s
}

// row is an annotation as Hypothesis exports it.
type row struct {
	ID         string   `json:"id"`
	Created    string   `json:"created"`
	Updated    string   `json:"updated"`
	URI        string   `json:"uri"`
	Text       string   `json:"text"`
	Tags       []string `json:"tags"`
	References []string `json:"references"` // the annotations that it answers
	Target     []struct {
		Source   string            `json:"source"`
		Selector []json.RawMessage `json:"selector"`
	} `json:"target"`
}

// hypothesis reads an annotation of Hypothesis. Its position counts in the text of the
// page as a browser has it, which is another one, and stays out.
func hypothesis(item json.RawMessage) (Imported, error) {
	var r row
	if err := json.Unmarshal(item, &r); err != nil {
		return Imported{}, err
	}
	if len(r.References) > 0 {
		return Imported{}, errors.New("it answers another annotation, and a note of its own has words of the article")
	}
	n := notes.Note{ID: notes.ID(r.ID), Text: r.Text, Made: moment(r.Created), Changed: moment(r.Updated)}
	for _, tag := range r.Tags {
		if tag != "" && !slices.Contains(n.Tags, tag) {
			n.Tags = append(n.Tags, tag)
		}
	}
	source := Source{ID: r.URI}
	for _, t := range r.Target {
		if source.ID == "" {
			source.ID = t.Source
		}
		for _, raw := range t.Selector {
			var s struct {
				Type string `json:"type"`
				anchor.TextQuoteSelector
			}
			if err := json.Unmarshal(raw, &s); err != nil {
				return Imported{}, err
			}
			if s.Type == "TextQuoteSelector" && n.Target.Quote.Exact == "" {
				n.Target.Quote = s.TextQuoteSelector
			}
		}
	}
	if n.Target.Quote.Exact == "" {
		return Imported{}, errors.New("it is a note on the whole page, and a note here has words of the article")
	}
	return Imported{n, source}, nil
}

// moment reads a time, and is zero for what is none.
func moment(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}
