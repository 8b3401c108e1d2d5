package says_test

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/dates"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/found/foundtest"
	"sidelight/annotations/annotator/links"
	"sidelight/annotations/annotator/says"
	"sidelight/annotations/fuzzed"
)

// everything runs the stages.
func everything(t testing.TB, d *found.Doc, names []found.Name, when []found.Date) (*found.Cast, []found.Relation) {
	ctx := context.Background()
	c, err := links.Resolve(ctx, d, names, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := says.Events(ctx, d, names, when, c); err != nil {
		t.Fatal(err)
	}
	relations, err := says.Read(ctx, d, c)
	if err != nil {
		t.Fatal(err)
	}
	return c, relations
}

// sound fails the test if a cast or a relation breaks what every one must hold.
func sound(t testing.TB, d *found.Doc, c *found.Cast, relations []found.Relation) {
	t.Helper()
	foundtest.Sound(t, d, c)
	for _, e := range c.Entities {
		for _, s := range e.Called {
			if !s.ValidIn(d.Text) {
				t.Fatalf("%+v calls %v", e, s)
			}
		}
	}
	for _, r := range relations {
		if !r.Verb.ValidIn(d.Text) || !r.Evidence.Covers(r.Verb) || !r.Evidence.ValidIn(d.Text) || r.From == r.To ||
			r.From < 0 || r.To < 0 || r.From >= len(c.Entities) || r.To >= len(c.Entities) || !(r.Score >= 0 && r.Score <= 1) {
			t.Fatalf("relation %+v is not valid", r)
		}
	}
}

func FuzzSays(f *testing.F) {
	f.Add("White House Press Secretary Ada Lopez, 34, the wife of Al Moe, met President Al Moe in Leeds (LDS).", int64(1))
	f.Add("The 2nd Battle of the Somme, World War II, 9/11, the September 11 attacks, Hurricane Ada, 2012 Summer Olympics.", int64(2))
	f.Add("World Health Organization (WHO) of the U.S.-Hamas talks. WHO is a body. The “He” said", int64(3))
	f.Add(strings.Repeat("A's of ", 3000)+"\u00a0B.’s 's 's \u00adc", int64(4))
	f.Fuzz(func(t *testing.T, text string, seed int64) {
		a, err := annotations.NewArticle("a.txt", text)
		if err != nil {
			t.Skip()
		}
		d, err := found.Divide(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		names := foundtest.Random(d, seed)
		when, err := dates.Find(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		fuzzed.Within(t, func() {
			c, relations := everything(t, d, names, when)
			sound(t, d, c, relations)
			if again, more := everything(t, d, names, when); !reflect.DeepEqual(c, again) || !reflect.DeepEqual(relations, more) {
				t.Fatal("two runs differ")
			}
		})
	})
}

func TestSaysEndsWithContext(t *testing.T) {
	d, names := foundtest.Marked(t, "{P|Ada Lopez} left.")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	c := &found.Cast{}
	if _, err := says.Read(ctx, d, c); err == nil {
		t.Error("Read goes on behind the end of its context")
	}
	if err := says.Events(ctx, d, names, nil, c); err == nil {
		t.Error("Events goes on behind the end of its context")
	}
}

func BenchmarkSays(b *testing.B) {
	text := strings.Repeat("On Monday {M|Israeli} Prime Minister {P|Benjamin Netanyahu} met {P|Ada Lopez}, a teacher from {L|Leeds}, and spoke of the war. "+
		"Nobody knew what they would do next, for the talks had been long and the weather was bad in all of that month. "+
		"She said that World War II was on her mind when she wrote to the {O|World Health Organization} (WHO).\n", 200)
	d, names := foundtest.Marked(b, text)
	when, err := dates.Find(context.Background(), d)
	if err != nil {
		b.Fatal(err)
	}
	cast, err := links.Resolve(context.Background(), d, names, nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		c := &found.Cast{Entities: append([]found.Entity(nil), cast.Entities...), Mentions: append([]found.Mention(nil), cast.Mentions...)}
		if err := says.Events(context.Background(), d, names, when, c); err != nil {
			b.Fatal(err)
		}
		if _, err := says.Read(context.Background(), d, c); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}
