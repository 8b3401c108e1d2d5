package quotes_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/found/foundtest"
	"sidelight/annotations/annotator/quotes"
	"sidelight/annotations/fuzzed"
)

// written writes a quotation as the table of TestFind has it: its depth, what stands
// between the marks, "~" before a scare quote, "?" before one that is not closed, and what
// it goes on behind ">".
func written(d *found.Doc, q found.Quotation) string {
	s := fmt.Sprint(q.Depth, " ", d.Text[q.Inner.Start:q.Inner.End])
	if q.Score < 0.5 {
		s = "?" + s
	}
	if q.Scare {
		s = "~" + s
	}
	if q.Goes >= 0 {
		s += fmt.Sprint(" >", q.Goes)
	}
	return s
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`He said "it is going well" and left.`, []string{"1 it is going well"}},
		{`“It is going well,” he said.`, []string{"1 It is going well,"}},
		{`‘It isn’t going well,’ he said.`, []string{"1 It isn’t going well,"}},
		{`'It isn't going well,' he said.`, []string{"1 It isn't going well,"}},
		{"``It is going well,'' he said.", []string{"1 It is going well,"}},
		{`„Es geht ihm sehr gut“, sagte er.`, []string{"1 Es geht ihm sehr gut"}},
		{`»Es geht ihm sehr gut«, sagte er.`, []string{"1 Es geht ihm sehr gut"}},
		{"« Tout va très bien », dit-il.", []string{"1 Tout va très bien"}},
		{`”Det går mycket bra”, sa han.`, []string{"1 Det går mycket bra"}},
		{`"He told me 'go away now' and I went," she said.`, []string{"1 He told me 'go away now' and I went,", "2 go away now"}},
		{`‘He told me “go away now” and I went,’ she said.`, []string{"1 He told me “go away now” and I went,", "2 go away now"}},
		{`"It was the ‘best of times’," she said.`, []string{"1 It was the ‘best of times’,", "2 best of times"}},
		{"“One is here.\n“Two is here.\n“Three is here,” he said.", []string{"1 One is here.", "1 Two is here. >0", "1 Three is here, >1"}},
		{`"We came," he said, "and we saw it."`, []string{"1 We came,", "1 and we saw it. >0"}},
		{`"We came," said Smith. "Then we saw it."`, []string{"1 We came,", "1 Then we saw it. >0"}},
		{`"We came," said Smith, but Jones said "we saw it all".`, []string{"1 We came,", "1 we saw it all"}},
		{`The workers' union and the drivers' union met.`, nil},
		{`‘The workers’ union is strong,’ she said.`, []string{"1 The workers’ union is strong,"}},
		{`'The workers' union is strong,' she said.`, []string{"1 The workers' union is strong,"}},
		{`He is 6'2" and she is 5'10" tall.`, nil},
		{`A 5" nail and a 7" nail.`, nil},
		{`"It was 5" long and thin," he said.`, []string{`1 It was 5" long and thin,`}},
		{`The '90s and the ’80s were good; 'tis so.`, nil},
		{`In '68 they said 'it is all over' at last.`, []string{"1 it is all over"}},
		{`Rock 'n' roll was loud.`, nil},
		{"He said \"it is going well and left.\nNothing more.", []string{"?1 it is going well and left."}},
		{`He said "it is going. Then "it has gone well," he said.`, []string{`?1 it is going.`, `1 it has gone well,`}},
		{`She wrote “it is late. He left. “We have gone,” he said.`, []string{`?1 it is late. He left.`, `1 We have gone,`}},
		{`A stray " mark here.`, []string{}},
		{`The so-called "experts" met.`, []string{"~1 experts"}},
		{`He read "One Hundred Years of Solitude" twice.`, []string{"~1 One Hundred Years of Solitude"}},
		{`Robert "Bob" Smith came.`, []string{"~1 Bob"}},
		{`He said "" and "   ".`, nil},
		{`("It is going well," she said.)`, []string{"1 It is going well,"}},
		{`It was "good"—"very good indeed"—he said.`, []string{"~1 good", "1 very good indeed"}},
		{`“It’s the ‘’90s sound’ that I like,” he said.`, []string{"1 It’s the ‘’90s sound’ that I like,", "~2 ’90s sound"}},
		{`「行こう」と彼は言った。`, []string{"~1 行こう"}},
		{`"Good morning,"he said.`, []string{"1 Good morning,"}},
	} {
		d := foundtest.Divide(t, c.text)
		qs, err := quotes.Find(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, q := range qs {
			got = append(got, written(d, q))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// Whatever the text, quotations lie on tokens of one block, in order, and do not cross.
func FuzzFind(f *testing.F) {
	f.Add("“One.\n“Two ‘three’ “four” said. \"'five'\" 6'2\" »a« „b“ ''c'' ``d''")
	f.Add(strings.Repeat(`"“'‘`, 400) + "a" + strings.Repeat(`'”"`, 400))
	f.Fuzz(func(t *testing.T, text string) {
		a, err := annotations.NewArticle("a.txt", text)
		if err != nil {
			return
		}
		d, err := found.Divide(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		fuzzed.Within(t, func() {
			qs, err := quotes.Find(context.Background(), d)
			if err != nil {
				t.Fatal(err)
			}
			sound(t, d, qs)
		})
	})
}

func sound(t *testing.T, d *found.Doc, qs []found.Quotation) {
	t.Helper()
	var around []found.Quotation
	for i, q := range qs {
		for len(around) > 0 && around[len(around)-1].End <= q.Start {
			around = around[:len(around)-1]
		}
		switch {
		case q.Span != d.Span(q.First, q.Last), q.Inner.Empty(), q.Inner.Start < q.Start, q.Inner.End > q.End:
			t.Fatalf("quotation %d has the span %v, %v in it, tokens %d to %d", i, q.Span, q.Inner, q.First, q.Last)
		case d.Sentences[d.SentenceOf(q.First)].Block != d.Sentences[d.SentenceOf(q.Last-1)].Block:
			t.Fatalf("quotation %d leaves its block", i)
		case len(around) > 0 && q.End > around[len(around)-1].End, i > 0 && q.Start <= qs[i-1].Start:
			t.Fatalf("quotation %d crosses another one, or stands before it", i)
		case q.Depth != len(around)+1 || q.Goes >= i || q.Goes < -1:
			t.Fatalf("quotation %d has the depth %d and goes on %d; %d are around it", i, q.Depth, q.Goes, len(around))
		}
		around = append(around, q)
	}
}

func TestFindEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := quotes.Find(ctx, foundtest.Divide(t, `He said "it is going well".`)); err == nil {
		t.Error("Find goes on after the end of its context")
	}
}

func BenchmarkFind(b *testing.B) {
	const paragraph = `"It is going well," said Mary Smith, who has led the group since 2010. "We hope that the workers' union will agree." She added that talks go on.` + "\n"
	text := strings.Repeat(paragraph, 2000)
	d := foundtest.Divide(b, text)
	words := len(strings.Fields(text))
	for b.Loop() {
		if _, err := quotes.Find(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
