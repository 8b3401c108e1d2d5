package network_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/graph"
	"sidelight/ui/command"
	"sidelight/ui/drawing"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

const talks = annotations.EntityID("us-hamas-talks")

func sample(t testing.TB) *rig { return newRig(t, uitest.Edition(t), look.Light, 688, 772) }

// at is the middle of a node in the window.
func (r *rig) at(t *testing.T, id annotations.EntityID) fyne.Position {
	t.Helper()
	at, size, ok := r.Board().Place(graph.NodeKey(id))
	if !ok {
		t.Fatalf("%s is not drawn", id)
	}
	return at.AddXY(12, size.Height/2)
}

// place is the middle of a node in the drawing.
func (r *rig) place(t *testing.T, id annotations.EntityID) figure.Point {
	t.Helper()
	for _, s := range r.group(t, graph.NodeKey(id)).Shapes {
		if d, ok := s.(figure.Disc); ok {
			return d.Centre
		}
	}
	t.Fatalf("%s has no disc", id)
	return figure.Point{}
}

func (r *rig) group(t *testing.T, key string) *figure.Group {
	t.Helper()
	g, ok := r.Figure().Find(key)
	if !ok {
		t.Fatalf("%s is not drawn", key)
	}
	return g
}

// From a chosen entity to a neighbour, to that one's card, to the sentence that connects
// the two: with the 3 that leads here and the Enter that opens the first card five keys,
// and three ways back.
func TestKeysLeadToTheProof(t *testing.T) {
	r := sample(t)
	r.choose(t, talks, session.OneStep)
	r.window.Canvas().Focus(r.Focus())
	uitest.Press(r.window, fyne.KeyDown)
	to, _, _ := r.Target()
	if to.On != command.OnEntity || to.Entity == talks {
		t.Fatalf("the arrow leads to %+v", to)
	}
	before := r.Proof()
	uitest.Press(r.window, fyne.KeyReturn)
	r.wait(t)
	if r.state().Selected != to.Entity {
		t.Fatalf("Enter opens %q", r.state().Selected)
	}
	var want annotations.Span
	for _, x := range r.session.Edition().TiesOf(talks) {
		if x.Other == to.Entity {
			want = x.Relation.Evidence[0]
		}
	}
	if got := r.Proof(); got != before || got.On != command.OnPassage || got.Passage != want {
		t.Errorf("the proof is %+v before and %+v after Enter, want the passage %v", before, got, want)
	}
	r.Back()
	r.wait(t)
	if r.state().Selected != talks {
		t.Errorf("back leads to %q", r.state().Selected)
	}
	if got := r.Proof(); got.On != command.OnNothing {
		t.Errorf("at the chosen entity, without a way there, the proof is %+v", got)
	}
}

func TestEveryNodeCanBeReachedByArrows(t *testing.T) {
	r := sample(t)
	for _, reach := range []session.Reach{session.OneStep, session.TwoSteps, session.Everyone} {
		r.choose(t, talks, reach)
		p := r.Laid()
		seen := map[annotations.EntityID]bool{talks: true}
		for queue := []annotations.EntityID{talks}; len(queue) > 0; queue = queue[1:] {
			for _, way := range [][2]float32{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
				if to, ok := p.Toward(queue[0], way[0], way[1]); ok && !seen[to] {
					seen[to] = true
					queue = append(queue, to)
				}
			}
		}
		all := 0
		for _, g := range r.Figure().Groups {
			if g.Target.Entity != "" {
				all++
			}
		}
		if len(seen) < all*9/10 {
			t.Errorf("reach %d: %d of %d nodes are reached", reach, len(seen), all)
		}
	}
}

func TestClicks(t *testing.T) {
	r := sample(t)
	r.choose(t, talks, session.OneStep)
	test.TapCanvas(r.window.Canvas(), r.at(t, "adam-boehler"))
	r.wait(t)
	if r.state().Selected != "adam-boehler" {
		t.Fatalf("a click on a node opens %q", r.state().Selected)
	}
	r.choose(t, talks, session.OneStep)
	said, sourced := 0, 0
	for _, x := range r.session.Edition().TiesOf(talks) {
		at, size, ok := r.Board().Place(graph.VerbKey(x.Relation.ID))
		if !ok {
			t.Fatalf("the verb of %s is not drawn", x.Relation.ID)
		}
		test.TapCanvas(r.window.Canvas(), at.AddXY(size.Width/2, size.Height/2))
		if len(x.Relation.Evidence) > 0 {
			said++
		} else {
			sourced++
		}
	}
	if len(r.passages) != said || len(r.sources) != sourced || said == 0 || sourced == 0 {
		t.Errorf("clicks on verbs led to %d passages of %d, and %d sources of %d", len(r.passages), said, len(r.sources), sourced)
	}
}

func TestMenus(t *testing.T) {
	r := sample(t)
	r.choose(t, talks, session.OneStep)
	var got []command.Target
	r.OnMenu = func(x command.Target, _ fyne.Position) { got = append(got, x) }
	uitest.RightClick(r.window.Canvas(), r.at(t, "hamas"))
	at, size, _ := r.Board().Place(graph.VerbKey("r-hamas-talks"))
	uitest.RightClick(r.window.Canvas(), at.AddXY(size.Width/2, 5))
	if len(got) != 2 || got[0].Entity != "hamas" || got[0].Kind != annotations.Organisation || got[1].On != command.OnPassage {
		t.Errorf("menus about %+v", got)
	}
}

func TestMovedNodesStay(t *testing.T) {
	r := sample(t)
	r.choose(t, talks, session.OneStep)
	laid, was := r.Laid(), r.place(t, "adam-boehler")
	minded := 0
	r.OnMind(func() { minded++ })
	if r.CanTidy() {
		t.Error("there is something to tidy before anything was moved")
	}
	test.Drag(r.window.Canvas(), r.at(t, "adam-boehler").AddXY(60, 90), 60, 90) // where the pointer is then
	r.wait(t)
	moved := r.place(t, "adam-boehler")
	if moved.X < was.X+50 || moved.Y < was.Y+80 {
		t.Fatalf("dragged from %v to %v", was, moved)
	}
	if r.Laid() != laid {
		t.Error("a drag has the network laid out anew")
	}
	if minded == 0 || r.Memory() == "" || !r.CanTidy() {
		t.Errorf("told %d times, memory %q", minded, r.Memory())
	}
	// It is there again when the reader comes back, in this run and in a later one.
	r.choose(t, "hamas", session.OneStep)
	r.choose(t, talks, session.OneStep)
	if got := r.place(t, "adam-boehler"); got != moved {
		t.Errorf("it stands at %v after a way round, want %v", got, moved)
	}
	later := sample(t)
	later.Recall(r.Memory())
	later.choose(t, talks, session.OneStep)
	if got := later.place(t, "adam-boehler"); got != moved {
		t.Errorf("it stands at %v in a later run, want %v", got, moved)
	}
	r.Tidy()
	r.wait(t)
	if got := r.place(t, "adam-boehler"); got != was || r.Memory() != "" {
		t.Errorf("tidied it stands at %v, want %v; memory %q", got, was, r.Memory())
	}
	r.Tidy()
	r.wait(t)
	if got := r.place(t, "adam-boehler"); got != moved {
		t.Errorf("with tidying undone it stands at %v, want %v", got, moved)
	}
}

func TestDamagedMemoryDoesNoHarm(t *testing.T) {
	r := sample(t)
	for _, text := range []string{
		"", "{", "null", "[1]", `[{"of":"one:us-hamas-talks"}]`, `[{"of":"one:us-hamas-talks","nodes":[{"id":"nobody","x":1,"y":1}]}]`,
		`[{"of":"one:us-hamas-talks","nodes":[{"id":"hamas","x":1e38,"y":-1e38}]}]`, `[{"of":"all:","nodes":[{"id":"knesset","x":9,"y":9}]}]`,
	} {
		r.Recall(text)
		r.choose(t, talks, session.OneStep)
		r.choose(t, "", session.OneStep)
		whole := figure.Rect{W: 688, H: 772}
		for _, g := range r.Figure().Groups {
			if g.Target.Entity != "" && !whole.Holds(g.Bounds()) {
				t.Errorf("%q: %s stands at %v", text, g.Key, g.Bounds())
			}
		}
	}
}

func TestMemoryHasALimit(t *testing.T) {
	r := sample(t)
	var all strings.Builder
	for i := range 3000 {
		if i > 0 {
			all.WriteString(",")
		}
		all.WriteString(`{"of":"one:` + strings.Repeat("x", i%20) + `","nodes":[{"id":"hamas","x":0.5,"y":0.25}]}`)
	}
	r.Recall("[" + all.String() + `,{"of":"two:last","nodes":[{"id":"hamas","x":0.5,"y":0.25}]}]`)
	if m := r.Memory(); len(m) > 64<<10 || !strings.Contains(m, "two:last") {
		t.Errorf("%d bytes are kept, the last among them: %v", len(m), strings.Contains(m, "two:last"))
	}
}

func TestPointingDoesNotLayOut(t *testing.T) {
	r := sample(t)
	r.choose(t, talks, session.TwoSteps)
	laid, plain := r.Laid(), r.Board().Figure()
	test.MoveMouse(r.window.Canvas(), r.at(t, "hamas"))
	r.wait(t)
	if r.Laid() != laid {
		t.Error("pointing has the network laid out anew")
	}
	if r.state().Lit != "hamas" {
		t.Errorf("lit is %q", r.state().Lit)
	}
	verbs := func(f *figure.Figure) (n int) {
		for _, g := range f.Groups {
			if strings.HasPrefix(g.Key, "verb:") {
				n++
			}
		}
		return n
	}
	if a, b := verbs(plain), verbs(r.Board().Figure()); b <= a {
		t.Errorf("%d verbs before and %d while Hamas is pointed to", a, b)
	}
	test.MoveMouse(r.window.Canvas(), fyne.NewPos(3, 100))
	if r.state().Lit != "" || verbs(r.Board().Figure()) != verbs(plain) {
		t.Error("something stays lit")
	}
}

func TestTheLastWins(t *testing.T) {
	r := sample(t)
	for _, id := range []annotations.EntityID{talks, "hamas", "doha", "donald-trump"} {
		r.session.Update(func(s *session.State) { s.Select(id, "") })
	}
	r.wait(t)
	if got := r.Figure().Title; got != "Network of Donald Trump" {
		t.Errorf("the last drawing is %q", got)
	}
	if got := r.Head(); !strings.HasPrefix(got, "12 connections one step from Donald Trump") {
		t.Errorf("the head says %q", got)
	}
}

func TestKindsAreSwitchedIn(t *testing.T) {
	r := sample(t)
	if _, ok := r.Figure().Find(graph.NodeKey("d-october-7")); ok {
		t.Error("a date is shown before it was asked for")
	}
	r.SetViews(func(w *session.Views) { w.Network = w.Network.With(annotations.Time, true) })
	r.wait(t)
	r.group(t, graph.NodeKey("d-october-7"))
}

func TestNothing(t *testing.T) {
	r := sample(t)
	if why := r.Nothing(); why != "" {
		t.Errorf("of the sample nothing is shown: %s", why)
	}
	r = newRig(t, uitest.Harbour(t), look.Light, 688, 772)
	if len(r.session.Edition().Relations()) == 0 && r.Nothing() == "" {
		t.Error("it does not say that there is nothing")
	}
}

// With the fonts of the design too every name and every verb has its place one step round
// each entity of the sample.
func TestOneStepHasRoomForAll(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	e, measure := uitest.Edition(t), drawing.Measure(roles)
	r := sample(t)
	for i := range e.Entities() {
		for _, z := range [][2]float32{{688, 700}, {596, 608}, {1244, 988}} {
			p, err := graph.Settle(context.Background(), r.Ask(e.Entities()[i].ID, z[0], z[1], measure))
			if err != nil {
				t.Fatal(err)
			}
			if p.Unlabelled() > 0 || p.Unspoken() > 0 {
				t.Errorf("%s in %v: %d names and %d verbs have no room", e.Entities()[i].ID, z, p.Unlabelled(), p.Unspoken())
			}
		}
	}
}

func TestPictures(t *testing.T) {
	r := sample(t)
	r.choose(t, talks, session.OneStep)
	test.AssertImageMatches(t, "talks.png", r.window.Canvas().Capture())
	r = newRig(t, uitest.Edition(t), look.Dark, 596, 652)
	test.AssertImageMatches(t, "all-dark.png", r.window.Canvas().Capture())
}

// A later revision of the document leaves what is chosen, focused and moved as it is.
func TestRevisionsKeepWhatTheReaderHas(t *testing.T) {
	r := sample(t)
	r.choose(t, talks, session.OneStep)
	test.Drag(r.window.Canvas(), r.at(t, "hamas").AddXY(-40, 30), -40, 30)
	r.window.Canvas().Focus(r.Focus())
	uitest.Press(r.window, fyne.KeyUp)
	r.wait(t)
	before, moved, laid := r.Board().Focused(), r.place(t, "hamas"), r.Laid()
	if before == "" {
		t.Fatal("the arrow leads nowhere")
	}
	again := uitest.Edition(t)
	if again == r.session.Edition() {
		c := again.Content()
		made, err := annotations.New(c)
		if err != nil {
			t.Fatal(err)
		}
		again = made
	}
	r.session.Show(session.Document{Revision: 1, Edition: again})
	r.wait(t)
	if r.Laid() == laid {
		t.Error("the next revision is not laid out")
	}
	if r.Board().Focused() != before || r.place(t, "hamas") != moved || r.state().Selected != talks {
		t.Errorf("after the revision the keyboard is at %q, Hamas at %v, and %q is chosen", r.Board().Focused(), r.place(t, "hamas"), r.state().Selected)
	}
}

// In narrow windows too the head keeps within the view.
func TestHeadFits(t *testing.T) {
	for _, w := range []float32{420, 596, 688} {
		r := newRig(t, uitest.Edition(t), look.Light, w, 652)
		for _, reach := range []session.Reach{session.OneStep, session.TwoSteps, session.Everyone} {
			r.choose(t, "hamas-designation", reach)
			r.window.Canvas().Capture()
			uitest.NoNegativeSizes(t, r.window.Content())
			uitest.Fits(t, r.window.Content())
		}
	}
}
