package quotes_test

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/found/foundtest"
	"sidelight/annotations/annotator/quotes"
	"sidelight/annotations/fuzzed"
)

// words makes a cast of the words of a text that begin with a capital, each its own
// entity, people, organisations and places in turn.
func words(d *found.Doc) *found.Cast {
	c := &found.Cast{}
	entities := map[string]int{}
	for i := range d.Tokens {
		w := d.Word(i)
		if r := []rune(w)[0]; !unicode.IsUpper(r) {
			continue
		}
		e, ok := entities[w]
		if !ok {
			e = len(c.Entities)
			entities[w] = e
			c.Entities = append(c.Entities, found.Entity{Kind: annotations.Kind(1 + e%4), Name: w, Female: e%3 == 0, Male: e%3 == 1})
		}
		c.Mentions = append(c.Mentions, found.Mention{Span: d.Span(i, i+1), First: i, Last: i + 1, Entity: e, Form: annotations.Name})
	}
	return c
}

// settled checks what [quotes.Attribute] promises.
func settled(t *testing.T, d *found.Doc, qs []found.Quotation, cast *found.Cast, ps []found.Passage) {
	t.Helper()
	for i, q := range qs {
		switch {
		case q.Speaker < -1 || q.Speaker >= len(cast.Entities):
			t.Fatalf("quotation %d has the speaker %d", i, q.Speaker)
		case q.Speaker >= 0 && (q.Said != "" || q.Voice == 0), q.Scare && (q.Speaker >= 0 || q.Said != ""):
			t.Fatalf("quotation %d: %+v", i, q)
		}
	}
	end := 0
	for i, p := range ps {
		inside := d.Text[p.Start:p.End]
		switch {
		case p.Start < end || p.Empty() || inside != strings.TrimSpace(inside):
			t.Fatalf("passage %d is %v behind %d: %q", i, p.Span, end, inside)
		case d.Article.ParagraphAt(p.Start) != d.Article.ParagraphAt(p.End-1):
			t.Fatalf("passage %d leaves its block: %q", i, inside)
		case p.Voice == 0 || p.Voice == annotations.Inference || p.Speaker < -1 || p.Speaker >= len(cast.Entities):
			t.Fatalf("passage %d: %+v", i, p)
		case p.Voice == annotations.OwnAccount && (p.Speaker >= 0 || p.Said != ""), p.Voice != annotations.OwnAccount && p.Speaker < 0 && p.Said == "":
			t.Fatalf("passage %d: %+v", i, p)
		case (p.Anonymity != 0) != (p.Voice == annotations.Unnamed):
			t.Fatalf("passage %d: %+v", i, p)
		}
		end = p.End
	}
}

// Whatever the text, passages are sound and cover each sentence of prose, and no two runs
// differ.
func FuzzAttribute(f *testing.F) {
	for _, g := range readGold(f) {
		f.Add(g.text)
	}
	f.Add(strings.Repeat("Smith said and he told him that, ", 500))
	f.Add(strings.Repeat(`"Smith said, `, 500) + strings.Repeat(`he said "x" `, 500))
	f.Add("Q: Why?\nA: No.\nQ: Why not?\nA. So.\nSMITH: “Go,” he said.\n— Jones, mayor")
	f.Add(strings.Repeat("according to a source who said, which Smith said; ", 300))
	f.Fuzz(func(t *testing.T, text string) {
		a, err := annotations.NewArticle("a.txt", text)
		if err != nil {
			return
		}
		d, err := found.Divide(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		cast := words(d)
		fuzzed.Within(t, func() {
			qs, err := quotes.Find(context.Background(), d)
			if err != nil {
				t.Fatal(err)
			}
			ps, err := quotes.Attribute(context.Background(), d, qs, cast)
			if err != nil {
				t.Fatal(err)
			}
			settled(t, d, qs, cast, ps)
			covers(t, d, ps)
			again, _ := quotes.Find(context.Background(), d)
			more, _ := quotes.Attribute(context.Background(), d, again, cast)
			if !reflect.DeepEqual(qs, again) || !reflect.DeepEqual(ps, more) {
				t.Fatal("two runs differ")
			}
		})
	})
}

// covers checks that each token of the prose lies in a passage.
func covers(t *testing.T, d *found.Doc, ps []found.Passage) {
	t.Helper()
	k := 0
	for _, x := range d.Tokens {
		for k < len(ps) && ps[k].End <= int(x.Start) {
			k++
		}
		if k == len(ps) || ps[k].Start > int(x.Start) || ps[k].End < int(x.End) {
			t.Fatalf("no passage holds %q at byte %d", d.Text[x.Start:x.End], x.Start)
		}
	}
}

// A long text takes no longer for being one sentence, one word or nothing but marks.
func TestAttributeLong(t *testing.T) {
	const size = 1 << 18
	for _, part := range []string{
		`"`, `“`, `'`, `a`, `"a `, `Smith said "`, `he said, `, `"Yes," he said `, `Smith, the mayor, `, `the official said and `,
		`according to `, `which Israel says `, `Anna said “yes but ‘no’ ” and he, `, `“Yes. `, `, who said `, "Q: He said.\n", "“Go,” Anna said.\n“No.”\n", "said ",
	} {
		text := strings.Repeat(part, size/len(part))
		if part == "a" {
			text = strings.Repeat(part, 4*size)
		}
		d := foundtest.Divide(t, text)
		cast := words(d)
		fuzzed.Within(t, func() {
			qs, err := quotes.Find(context.Background(), d)
			if err != nil {
				t.Fatal(err)
			}
			ps, err := quotes.Attribute(context.Background(), d, qs, cast)
			if err != nil {
				t.Fatal(err)
			}
			settled(t, d, qs, cast, ps)
		})
		if t.Failed() {
			t.Fatalf("%q again and again", part)
		}
	}
}

func BenchmarkAttribute(b *testing.B) {
	var text strings.Builder
	var head gold
	for _, g := range readGold(b) {
		text.WriteString(g.text)
		head.entities = append(head.entities, g.entities...)
	}
	d := foundtest.Divide(b, strings.Repeat(text.String(), 8))
	cast := head.cast(d)
	n := len(strings.Fields(d.Text))
	b.ReportAllocs()
	for b.Loop() {
		qs, err := quotes.Find(context.Background(), d)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := quotes.Attribute(context.Background(), d, qs, cast); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "words/s")
}
