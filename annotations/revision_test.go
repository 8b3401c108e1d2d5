package annotations

import (
	"slices"
	"strings"
	"testing"
	"unsafe"
)

func TestMentionIDs(t *testing.T) {
	c := someContent(t)
	c.Mentions[1].Given = new(MentionID("given"))
	e, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	if m, ok := e.Mention("given"); !ok || m.Entity != "port" {
		t.Errorf("the id of the file gives %v, %v", m, ok)
	}
	if m, ok := e.Mention("ada@0-3"); !ok || m.Entity != "ada" || m.Span != spanOf(e, "Ada") {
		t.Errorf("the id that New made gives %v, %v", m, ok)
	}
	if _, ok := e.Mention(""); ok || e.Ordinal("") != -1 {
		t.Error("there is a mention without an id")
	}
	c.Mentions[0].Given = new(MentionID("given"))
	if _, err := New(c); err == nil || !strings.Contains(err.Error(), "two of mention given") {
		t.Errorf("an id twice gives %v", err)
	}
}

// Each mention is found by its id, whatever the id says: the span of another mention, its
// own one beside others that have the same, or no span at all. No id may be there twice.
func TestEveryMentionIsFoundByItsID(t *testing.T) {
	c := Content{Article: article(t, "Ada sailed to the port.")}
	for _, id := range []EntityID{"ada", "eve", "sea", "port", "town"} {
		c.Entities = append(c.Entities, Entity{ID: id, Kind: Term})
	}
	add := func(id MentionID, entity EntityID, start, end int) {
		m := Mention{Span: Span{start, end}, Entity: entity, Form: Name}
		if id != "" {
			m.Given = &id
		}
		c.Mentions = append(c.Mentions, m)
	}
	add("", "ada", 0, 3)
	add("", "eve", 0, 3)              // around it lies a mention of the same span
	add("sea@0-3", "sea", 4, 10)      // the id has the span of another
	add("port@11-13", "port", 18, 22) // of none
	add("port@018-22", "town", 18, 22)
	add("a@b@11-", "ada", 11, 13)
	add("a@-1-4", "eve", 14, 17)
	e, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	for i := range e.Mentions() {
		want := &e.Mentions()[i]
		if got, ok := e.Mention(want.ID()); !ok || got != want {
			t.Errorf("%s leads to %+v, %t", want.ID(), got, ok)
		}
	}
	for _, id := range []MentionID{"ada@4-10", "sea@4-10", "port@18-22", "x@0-3", "@", "-", "ada@0-3-", "ada@0-99999999999999999999"} {
		if got, ok := e.Mention(id); ok {
			t.Errorf("%s leads to %+v", id, got)
		}
	}
	for _, twice := range [][2]int{{2, 0}, {2, 1}, {3, 4}, {4, 6}, {5, 6}} {
		d := c
		d.Mentions = slices.Clone(e.Mentions())
		id := d.Mentions[twice[0]].ID()
		d.Mentions[twice[1]].Given = &id
		if _, err := New(d); err == nil || strings.Count(err.Error(), "two of mention") != 1 {
			t.Errorf("the id %s twice gives %v", d.Mentions[twice[0]].ID(), err)
		}
	}
	// Which id was given goes before that which is only made of entity and span.
	d := c
	d.Mentions = slices.Clone(c.Mentions)
	d.Mentions[1].Given = new(MentionID("ada@0-3"))
	if e, err = New(d); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[MentionID]EntityID{"ada@0-3": "eve", "ada@0-3+": "ada"} {
		if m, ok := e.Mention(id); !ok || m.Entity != want {
			t.Errorf("%s leads to %v", id, m)
		}
	}
}

func TestStep(t *testing.T) {
	e, err := New(someContent(t))
	if err != nil {
		t.Fatal(err)
	}
	all := e.Mentions() // ada, board, port inside it, ada
	for _, c := range []struct {
		from  MentionID
		delta int
		want  int
	}{
		{all[0].ID(), 1, 1}, {all[3].ID(), 1, 0}, {all[0].ID(), -1, 3}, {all[1].ID(), -402, 3}, {all[2].ID(), 0, 2},
		{"", 1, 0}, {"", -1, 3}, {"nobody", 2, 1},
	} {
		if m, ok := e.Step(c.from, c.delta); !ok || m.ID() != all[c.want].ID() {
			t.Errorf("%d from %q leads to %v, want mention %d", c.delta, c.from, m, c.want)
		}
	}
	for _, c := range []struct {
		from  MentionID
		delta int
		want  MentionID
	}{
		{all[0].ID(), 1, all[3].ID()}, {all[3].ID(), 1, all[0].ID()}, {all[1].ID(), 1, all[0].ID()}, {"", -1, all[3].ID()},
	} {
		if m, ok := e.StepOf("ada", c.from, c.delta); !ok || m.ID() != c.want {
			t.Errorf("%d from %q among those of ada leads to %v, want %s", c.delta, c.from, m, c.want)
		}
	}
	if m, ok := e.StepOf("quote", "", 1); ok {
		t.Errorf("what is never named has the mention %v", m)
	}
}

func TestWith(t *testing.T) {
	e, err := New(someContent(t))
	if err != nil {
		t.Fatal(err)
	}
	port, _ := e.Nth("port", 0)
	less, err := e.With(RemoveMention(port.ID()))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := less.Mention(port.ID()); ok || len(less.Mentions()) != 3 || len(e.Mentions()) != 4 {
		t.Fatalf("%d mentions after one is taken away, %d in the edition before", len(less.Mentions()), len(e.Mentions()))
	}
	if less.Article() != e.Article() || &less.Facts()[0] != &e.Facts()[0] || less.facts.about["ada"][0] != e.facts.about["ada"][0] {
		t.Error("the revisions do not share what did not change")
	}
	more, err := less.With(
		AddEntity(Entity{ID: "ellery", Kind: Place, Name: "Ellery"}),
		AddMention(Mention{Span: spanOf(e, "Ellery"), Entity: "ellery", Form: Name, Origin: Found, Score: 0.5}),
		AddFact(Fact{ID: "new", About: []EntityID{"ellery"}, State: InArticle, Evidence: []Span{spanOf(e, "Ellery")}}),
	)
	if err != nil {
		t.Fatal(err)
	}
	got, ok := more.Nth("ellery", 0)
	if !ok || got.Origin != Found || len(more.FactsOf("ellery", InArticle)) != 1 {
		t.Errorf("what was added is %+v, %v", got, ok)
	}
	if around, ok := more.Parent(got.ID()); !ok || around.Entity != "board" {
		t.Errorf("around it lies %v", around)
	}
	moved := *got
	moved.Score = 0.9
	again, err := more.With(SetMention(got.ID(), moved))
	if err != nil {
		t.Fatal(err)
	}
	if m, _ := again.Mention(got.ID()); m.Score != 0.9 || got.Score != 0.5 {
		t.Errorf("after a change %v, in the revision before %v", m.Score, got.Score)
	}
	if _, err := e.With(AddMention(Mention{Span: spanOf(e, "Ada met"), Entity: "eve"})); err == nil {
		t.Error("a mention of nobody is taken in")
	}
	if _, err := e.With(AddMention(*port)); err == nil {
		t.Error("a mark twice is taken in")
	}
	// A mention that was moved keeps its id; another may take its old place.
	ada, _ := e.Nth("ada", 0)
	away := *ada
	away.Span = spanOf(e, "Ellery")
	back, err := e.With(RemoveMention(port.ID()), SetMention(ada.ID(), away), AddMention(Mention{Span: ada.Span, Entity: "ada", Form: Name}))
	if err != nil {
		t.Fatal(err)
	}
	if m, ok := back.Mention(ada.ID()); !ok || m.Span != away.Span || len(back.MentionsOf("ada")) != 3 {
		t.Errorf("the mention that was moved is %v, of %d", m, len(back.MentionsOf("ada")))
	}
	same, err := e.With(RemoveMention("nobody"))
	if err != nil || &same.Mentions()[0] != &e.Mentions()[0] {
		t.Errorf("an edit of nothing gives %v", err)
	}
}

// A book has a hundred thousand marks. No id is kept of those to which none was given.
func TestMentionsTakeLittle(t *testing.T) {
	if got := unsafe.Sizeof(Mention{}); got > 64 {
		t.Errorf("a mention takes %d bytes", got)
	}
	c := someContent(t)
	e, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	for i := range e.Mentions() {
		m := &e.Mentions()[i]
		if m.Given != nil || !m.Is(m.ID()) || m.Is(m.ID()+"0") || m.Is("") {
			t.Errorf("%s is made of entity and span, but kept as %v", m.ID(), m.Given)
		}
	}
	if none := (&Mention{}).ID(); none != "" {
		t.Errorf("a mention of nothing has the id %q", none)
	}
}
