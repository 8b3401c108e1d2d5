package names

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/found/foundtest"
	"sidelight/annotations/annotator/names/gold"
	"sidelight/annotations/fuzzed"
)

// written is a name as "PER Ada Low".
func written(d *found.Doc, n found.Name) string {
	return gold.Short(n.Kind) + " " + d.Text[n.Start:n.End]
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a title is no part of a name",
			"President Joe Biden met Chancellor Olaf Scholz in Berlin.",
			"PER Joe Biden, PER Olaf Scholz, LOC Berlin"},
		{"a surname is its person's",
			"Werner Zwingmann spoke on Monday. The committee heard Zwingmann for an hour.",
			"PER Werner Zwingmann, PER Zwingmann"},
		{"initials are what they stand for",
			"The World Health Organization (WHO) warned. Doctors praised WHO.",
			"ORG World Health Organization, ORG WHO, ORG WHO"},
		{"a hyphen between two names",
			"Nobody expected the U.S.-Hamas talks. The officials of Hamas met the United States.",
			"LOC U.S., ORG Hamas, ORG Hamas, LOC United States"},
		{"a nationality is no place",
			"The German minister met Egyptian officials in France.",
			"MISC German, MISC Egyptian, LOC France"},
		{"the writer is no person of the story",
			"Harbour reopens\n\nBy Peter Blackburn and Mary Smith\n\nThe mayor, Jane Miller, opened it.",
			"PER Jane Miller"},
		{"a dateline is a place and an agency",
			"WASHINGTON (AP) — Shares fell on Tuesday. President Joe Biden said so.",
			"LOC WASHINGTON, ORG AP, PER Joe Biden"},
		{"a headline of capitals is written as the body writes it",
			"COUNCIL WARNS OF COSTS AS GERMANY PAYS\n\nThe council of Hamburg warned of the costs. Germany pays for it, said Angela Merkel.",
			"LOC GERMANY, LOC Hamburg, LOC Germany, PER Angela Merkel"},
		{"a form of address makes a person",
			"Present were Mrs B. Jones and Cllr Patel. They thanked Dr. Okafor.",
			"PER B. Jones, PER Patel, PER Okafor"},
		{"a number is no part of a name",
			"He bowled for hours (G. Hooper 105, S. Lawson 87).",
			"PER G. Hooper, PER S. Lawson"},
		{"teams play, countries are countries",
			"Chicago beat Los Angeles on Sunday, and Germany beat France.",
			"ORG Chicago, ORG Los Angeles, LOC Germany, LOC France"},
		{"a dateline with two hyphens",
			"BOSTON, Nov. 3 (AP) -- Shares fell. Nobody in Chicago knew why.",
			"LOC BOSTON, ORG AP, LOC Chicago"},
		{"no names", "It rained all day, and nobody came.", ""},
	} {
		d := foundtest.Divide(t, c.text)
		var got []string
		for _, n := range find(t, d) {
			got = append(got, written(d, n))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s:\nfound %s\nwant  %s", c.name, s, c.want)
		}
	}
}

func TestGround(t *testing.T) {
	for _, c := range []struct{ text, name, ground string }{
		{"Then President Joe Biden spoke.", "Joe Biden", "President"},
		{"Then Prime Minister Narendra Modi spoke.", "Narendra Modi", "Prime Minister"},
		{"It rained, Angela Merkel said.", "Angela Merkel", "said"},
		{"They met in Berlin on Friday.", "Berlin", "in"},
		{"They met in the United States on Friday.", "United States", "in"},
		{"Nobody but NATO has warned of it.", "NATO", "warned"},
		{"Nobody likes Berlin now.", "Berlin", ""},
	} {
		d, seen := foundtest.Divide(t, c.text), false
		for _, n := range find(t, d) {
			if d.Text[n.Start:n.End] != c.name {
				continue
			}
			seen = true
			if got := d.Text[n.Ground.Start:n.Ground.End]; got != c.ground {
				t.Errorf("%s: %q, want %q", c.text, got, c.ground)
			}
		}
		if !seen {
			t.Errorf("%s: %s is not found", c.text, c.name)
		}
	}
}

func TestFindEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Find(ctx, foundtest.Divide(t, "Ada Low met Bo Ray.")); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// Many at once find what one alone finds, whatever was found before.
func TestFindIsTheSameEachTime(t *testing.T) {
	docs := read(t, "test_uner_pud.jsonl.gz")[:60]
	var alone [][]found.Name
	for i := range docs {
		alone = append(alone, find(t, docs[i].Divide()))
	}
	var all sync.WaitGroup
	for g := range 4 {
		all.Go(func() {
			for i := range docs {
				at := (i + 17*g) % len(docs)
				got, err := Find(context.Background(), docs[at].Divide())
				if err != nil || !slices.Equal(got, alone[at]) {
					t.Errorf("%s: found otherwise beside others: %v", docs[at].ID, err)
				}
			}
		})
	}
	all.Wait()
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"WASHINGTON (AP) — Ada Low, 34, of U.S.-Hamas & Co.", "By Ada", "—", "A-B-C-D U.S.-", "THE BANK OF\n\nENGLAND",
		strings.Repeat("A.", 1<<17), strings.Repeat("Ada ", 1<<15), strings.Repeat("Of of the Of ", 1<<13),
		strings.Repeat("U.S.-", 1<<15), strings.Repeat("New York ", 1<<14), strings.Repeat("x", 1<<20), strings.Repeat("Ada\n\n", 1<<12),
		strings.Repeat("University of ", 1<<14), strings.Repeat("(", 1<<15), strings.Repeat("Ada said. ", 1<<14),
	} {
		f.Add(s)
	}
	if _, err := load(); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := annotations.NewArticle("a.txt", text)
		if err != nil {
			return
		}
		d, err := found.Divide(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		fuzzed.Within(t, func() { checkNames(t, d, find(t, d)) })
	})
}

// checkNames checks that names are in order, within a sentence, and of whole tokens.
func checkNames(t *testing.T, d *found.Doc, names []found.Name) {
	at := 0
	for _, n := range names {
		s := d.SentenceOf(n.First)
		switch {
		case n.First < at || n.Last <= n.First:
			t.Fatalf("tokens %d to %d behind %d", n.First, n.Last, at)
		case n.Last > int(d.Sentences[s].Last):
			t.Fatalf("a name goes beyond its sentence")
		case n.Span != d.Span(n.First, n.Last):
			t.Fatalf("tokens %d to %d are not %v", n.First, n.Last, n.Span)
		case n.Score < 0 || n.Score > 1:
			t.Fatalf("score %f", n.Score)
		case n.Ground != annotations.Span{} && (n.Ground.Start < d.SentenceSpan(s).Start || n.Ground.End > d.SentenceSpan(s).End || n.Ground.Start < n.End && n.Start < n.Ground.End):
			t.Fatalf("%v is no ground of %v", n.Ground, n.Span)
		}
		at = n.Last
	}
}

// What was let go of is read again, and finds the same.
func TestRelease(t *testing.T) {
	a, err := annotations.NewArticle("a.txt", "Ada Low met Ben Stone of the Bank of England in Paris.")
	if err != nil {
		t.Fatal(err)
	}
	d, err := found.Divide(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	before, err := Find(context.Background(), d)
	if err != nil || len(before) == 0 {
		t.Fatal(before, err)
	}
	if Release(); model != nil {
		t.Error("the model is kept")
	}
	after, err := Find(context.Background(), d)
	if err != nil || !reflect.DeepEqual(before, after) {
		t.Errorf("it finds %v, %v, want %v", after, err, before)
	}
}
