package export

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/notes"
)

// annoContext is the JSON-LD context of the Web Annotation vocabulary.
const annoContext = "http://www.w3.org/ns/anno.jsonld"

// vocabulary is where the names begin that the Web Annotation vocabulary lacks.
const vocabulary = "urn:sidelight:vocabulary:"

// localContext says what the names outside the Web Annotation vocabulary mean.
// Ids that are no full IRI, those of entities, are relative to Base.
type localContext struct {
	Base   string `json:"@base"`
	Kind   string `json:"kind"`
	Form   string `json:"form"`
	Digest string `json:"digest"`
	*foundContext
}

// foundContext says what the names mean that stand only in a document in which the
// program has looked for marks.
type foundContext struct {
	Marked string `json:"marked"`
	Origin string `json:"origin"`
	Score  string `json:"score"`
	By     string `json:"by"`
	Ground string `json:"ground"`
}

type collection struct {
	Context [2]any         `json:"@context"`
	ID      string         `json:"id"`
	Type    string         `json:"type"`
	Label   string         `json:"label"`
	Marked  bool           `json:"marked,omitempty"` // the program has looked for marks
	Total   int            `json:"total"`
	First   annotationPage `json:"first"`
}

type annotationPage struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	PartOf     string `json:"partOf"`
	StartIndex int    `json:"startIndex"`
	Items      []any  `json:"items"`
}

type annotation struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	Motivation string `json:"motivation"`
	Form       string `json:"form"` // how the words refer to the entity
	found
	Body   body   `json:"body"`
	Target target `json:"target"`
}

type body struct {
	ID      string `json:"id"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Source  string `json:"source"`
	Label   string `json:"label"`
	Kind    string `json:"kind"`
}

type target struct {
	Source   origin `json:"source"`
	Selector []any  `json:"selector"`
}

// origin is the article's file. Positions count in the text that was derived from it.
type origin struct {
	ID     string `json:"id"` // the name of the file
	Format string `json:"format,omitempty"`
	Digest string `json:"digest"` // of the bytes of the file: "sha256:" and hexadecimal digits
}

type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

type positionSelector struct {
	Type string `json:"type"`
	anchor.TextPositionSelector
}

// W3C writes parts of a document as one AnnotationCollection in JSON-LD
// (https://www.w3.org/TR/annotation-model/). With the marks of the edition it has an
// Annotation for each mention, by position, which identifies the entity in its body with
// the words in its target. The target's source is the article's file; where that has
// markup or pages, a selector of its own format comes after the quotation and the
// position. Behind the mentions stand the reader's notes as [notes.Marshal] writes them,
// with the article's file as source. A mention that the program found says so by
// "origin", with "score", "by" and "ground".
func W3C(w io.Writer, e *annotations.Edition, parts Parts) error {
	base := "urn:sidelight:edition:" + checksum(e.Article()) + "/"
	id, items := base+"mentions", []any{}
	if parts.Marks {
		points := anchor.NewCodePoints(e.Article().Text)
		for _, m := range e.Mentions() {
			items = append(items, annotate(e, points, base, m))
		}
	}
	if parts.Margin != nil {
		if id = base + "notes"; parts.Marks {
			id = base + "annotations"
		}
		for _, n := range parts.Margin.Entries {
			data, err := notes.Marshal(&n.Placed.Note, fileOf(e.Article()))
			if err != nil {
				return fmt.Errorf("write JSON: %w", err)
			}
			items = append(items, json.RawMessage(data))
		}
	}
	return write(w, collection{
		Context: [2]any{annoContext, contextOf(e, base, parts)},
		ID:      id, Type: "AnnotationCollection", Label: e.Title(), Marked: e.Marked() && parts.Marks, Total: len(items),
		First: annotationPage{ID: id + "/1", Type: "AnnotationPage", PartOf: id, Items: items},
	})
}

// contextOf is the context of the names in a document that are not of the vocabulary.
func contextOf(e *annotations.Edition, base string, parts Parts) localContext {
	c := localContext{base, vocabulary + "kind", vocabulary + "form", vocabulary + "digest", nil}
	if e.Marked() && parts.Marks {
		c.foundContext = &foundContext{
			vocabulary + "marked", vocabulary + "origin", vocabulary + "score", vocabulary + "by", vocabulary + "ground",
		}
	}
	return c
}

// fileOf names the file of an article.
func fileOf(a *annotations.Article) origin {
	return origin{url.PathEscape(a.File.Name), a.File.MediaType, "sha256:" + a.File.Fingerprint.String()}
}

func annotate(e *annotations.Edition, points *anchor.CodePoints, base string, m annotations.Mention) annotation {
	position := points.Position(m.Span)
	a := annotation{
		ID:         fmt.Sprintf("%smentions/%d-%d/%s", base, position.Start, position.End, m.Entity),
		Type:       "Annotation",
		Motivation: "identifying",
		Form:       m.Form.String(),
		found:      exporter{e, points}.found(&m),
		Body: body{
			ID: string(m.Entity), Type: "SpecificResource", Purpose: "identifying",
			Source: base + "entities/" + string(m.Entity),
		},
		Target: target{
			Source: origin{url.PathEscape(e.Article().File.Name), e.Article().File.MediaType, "sha256:" + checksum(e.Article())},
			Selector: append([]any{
				quote(e.Article().Text, m.Span),
				positionSelector{"TextPositionSelector", position},
			}, inFile(e.Article(), m.Span)...),
		},
	}
	if x, ok := e.Entity(m.Entity); ok {
		a.Body.Label, a.Body.Kind = x.Name, x.Kind.String()
	}
	return a
}

// quote returns a selector with context even for words that occur only once: another
// program may look for them in a text that has changed. It has more context where that
// is needed to tell the place from others.
func quote(text string, span annotations.Span) quoteSelector {
	least, q := anchor.Describe(text, span), anchor.InContext(text, span)
	if len(least.Prefix) > len(q.Prefix) {
		q.Prefix = least.Prefix
	}
	if len(least.Suffix) > len(q.Suffix) {
		q.Suffix = least.Suffix
	}
	return quoteSelector{Type: "TextQuoteSelector", Exact: q.Exact, Prefix: q.Prefix, Suffix: q.Suffix}
}
