package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/carry"
)

// request is a line that is read.
type request struct {
	ID        json.RawMessage `json:"id"`
	Text      *string         `json:"text"`
	Published string          `json:"published"` // EDTF; of a time of day, the day counts
}

// response is a line that is written. Offsets are in code points of the text.
type response struct {
	ID       json.RawMessage `json:"id,omitempty"`
	Marks    []mark          `json:"marks"`
	Entities []entity        `json:"entities"`
}

// refusal is the line that is written in place of one that is wrong.
type refusal struct {
	ID    json.RawMessage `json:"id,omitempty"`
	Error string          `json:"error"`
}

type mark struct {
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Kind    string  `json:"kind"` // person organisation place event date number quotation
	Entity  string  `json:"entity"`
	Form    string  `json:"form"` // name alias description pronoun
	Score   float32 `json:"score,omitempty"`
	Value   string  `json:"value,omitempty"` // EDTF
	Number  *number `json:"number,omitempty"`
	Speaker string  `json:"speaker,omitempty"` // the id of an entity
}

type number struct {
	Value float64 `json:"value"`
	Unit  string  `json:"unit,omitempty"`
	Hedge string  `json:"hedge,omitempty"`
}

type entity struct {
	ID      string   `json:"id"`
	Kind    string   `json:"kind"`
	Name    string   `json:"name"`
	Aliases []string `json:"aliases,omitempty"`
}

// answer annotates a line.
func answer(ctx context.Context, j job, annotate Annotate) (o outcome) {
	o.panic = carry.Do(func() {
		var q request
		err := j.wrong
		if err == nil {
			err = q.read(j.data)
		} else {
			q.ID = idOf(j.data)
		}
		var out any
		if err == nil {
			out, err = q.answer(ctx, annotate)
		}
		if err != nil {
			o.wrong, out = err, refusal{q.ID, err.Error()}
		}
		o.data = encode(out)
	})
	return o
}

// encode writes a value as one line.
func encode(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err) // none of the values can fail
	}
	return b.Bytes()
}

// read reads a line. An id is text or a number.
func (q *request) read(data []byte) error {
	if err := json.Unmarshal(data, q); err != nil {
		q.ID = idOf(data)
		return sentence(err)
	}
	if err := q.checkID(); err != nil {
		return err
	}
	if q.Text == nil {
		return errors.New(`"text" is missing`)
	}
	return nil
}

func (q *request) checkID() error {
	switch c := bytes.TrimSpace(q.ID); {
	case len(c) == 0, string(c) == "null":
		q.ID = nil
		return nil
	case c[0] == '"', c[0] == '-', '0' <= c[0] && c[0] <= '9':
		return nil
	}
	q.ID = nil
	return errors.New(`"id" is neither text nor a number`)
}

// idOf is the id of a line that is wrong, or nil. It stands before what is wrong.
func idOf(data []byte) json.RawMessage {
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil
		}
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return nil
		}
		if q := (request{ID: value}); key == "id" && q.checkID() == nil {
			return q.ID
		}
	}
	return nil
}

// sentence says what is wrong with a line of JSON.
func sentence(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("this is no JSON (byte %d: %s)", syntax.Offset, syntax.Error())
	case errors.As(err, &kind) && kind.Field == "":
		return errors.New(`this is no JSON object {"id": …, "text": …}`)
	case errors.As(err, &kind):
		return fmt.Errorf("%q is text, and this is a %s", kind.Field, kind.Value)
	}
	return fmt.Errorf("this is no JSON: %w", err)
}

// published reads when a text was written.
func (q *request) published() (annotations.Date, error) {
	day, _, _ := strings.Cut(strings.TrimSpace(q.Published), "T")
	day, _, _ = strings.Cut(day, " ")
	if day == "" {
		return annotations.Date{}, nil
	}
	d, err := annotations.ParseDate(day)
	if err != nil {
		return d, fmt.Errorf(`"published" is a date in EDTF, such as 2025-03-05: %w`, err)
	}
	return d, nil
}

func (q *request) answer(ctx context.Context, annotate Annotate) (response, error) {
	out := response{ID: q.ID, Marks: []mark{}, Entities: []entity{}}
	published, err := q.published()
	if err != nil || strings.TrimSpace(*q.Text) == "" {
		return out, err
	}
	a, err := annotations.DivideArticle(ctx, "text", *q.Text, byHand(*q.Text))
	if err != nil {
		return out, err
	}
	c, err := annotate(ctx, a, published)
	if err != nil {
		return out, err
	}
	out.fill(&c, *q.Text)
	return out, nil
}

// fill writes the content of an article into a response.
func (out *response) fill(c *annotations.Content, text string) {
	points := anchor.NewCodePoints(text)
	at := make(map[annotations.EntityID]*annotations.Entity, len(c.Entities))
	for i := range c.Entities {
		e := &c.Entities[i]
		at[e.ID] = e
		out.Entities = append(out.Entities, entity{string(e.ID), e.Kind.String(), e.Name, e.Aliases})
	}
	others, told := speakersOf(c.Passages), map[string]bool{}
	for i := range c.Mentions {
		m := &c.Mentions[i]
		p := points.Position(m.Span)
		x := mark{Start: p.Start, End: p.End, Entity: string(m.Entity), Form: m.Form.String(), Score: m.Score}
		if e := at[m.Entity]; e != nil {
			x.tell(e)
			if q := e.Words; q != nil && q.Speaker == "" && q.Said != "" {
				x.Speaker = others.id(out, q.Said, told)
			}
		}
		out.Marks = append(out.Marks, x)
	}
}

// inWords are the speakers of a text who are no entities of it, by the words that the text
// has for them: "a spokesman". Each is an entity without a mark.
type inWords map[string]annotations.Kind

// speakersOf collects them from the passages, which say who speaks for an institution.
func speakersOf(passages []annotations.Passage) inWords {
	w := inWords{}
	for i := range passages {
		if p := &passages[i]; p.Speaker == "" && p.Voice == annotations.Official {
			w[p.Name] = annotations.Organisation
		}
	}
	return w
}

// id returns the id of a speaker in words. No id of an article has a blank.
func (w inWords) id(out *response, said string, told map[string]bool) string {
	id := "speaker: " + said
	if !told[said] {
		told[said] = true
		kind := annotations.Person
		if k, ok := w[said]; ok {
			kind = k
		}
		out.Entities = append(out.Entities, entity{ID: id, Kind: kind.String(), Name: said})
	}
	return id
}

// tell adds what a mark's entity says.
func (x *mark) tell(e *annotations.Entity) {
	x.Kind, x.Value = e.Kind.String(), e.When.String()
	if q := e.Quantity; q != nil {
		x.Number = &number{q.Value, q.Unit, q.Hedge}
	}
	if q := e.Words; q != nil {
		x.Speaker = string(q.Speaker)
	}
}

// byHand reports whether the lines of a text were broken by hand: most lines that
// another follows at once are of the width of a page and end in the middle of a
// sentence.
func byHand(text string) bool {
	const least, most = 45, 100
	lines, open := 0, 0
	for {
		i := strings.IndexByte(text, '\n')
		if i < 0 || i+1 == len(text) {
			break
		}
		line := strings.TrimRight(text[:i], " \t\r")
		text = text[i+1:]
		if line == "" || text[0] == '\n' || text[0] == '\r' {
			continue
		}
		lines++
		if least <= len(line) && len(line) <= most && !strings.ContainsAny(line[len(line)-1:], ".!?:\"") {
			open++
		}
	}
	return open > 1 && 5*open >= 3*lines
}
