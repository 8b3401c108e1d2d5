package voices_test

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// sample shows the view of the bundled edition in a window of 1280 by 820 pixels.
func sample(t testing.TB) *rig { return newRig(t, uitest.Edition(t), look.Light, 1280, 820) }

// passage returns the n-th passage of a voice in the bundled edition, counted from 0, and
// the end of the keys of its groups.
func (r *rig) passage(v annotations.Voice, n int) (annotations.Passage, string) {
	p := r.s.Edition().Said(v)[n]
	return p, strconv.Itoa(p.Start)
}

// shapes returns what of a group has an ink.
func shapes(b *figure.Figure, key string, ink figure.Ink) int {
	g, _ := b.Find(key)
	n := 0
	if g != nil {
		for _, s := range g.Shapes {
			if x, ok := s.(figure.Box); ok && (x.Stroke == ink || x.Fill == ink) {
				n++
			}
		}
	}
	return n
}

// A click on the strip chooses a passage: the ring is around it, the beam on what is said,
// which comes into view, and the article is not turned to.
func TestClickOnTheStrip(t *testing.T) {
	r := sample(t)
	for _, v := range annotations.Voices() {
		p, key := r.passage(v, 1)
		r.click(t, r.Strip(), "passage:"+key)
		if s := r.s.State(); s.Panel.Said != p.Span || s.Panel.Voice != v || s.View != session.Voices {
			t.Fatalf("%v: %+v, want %v", v, s.Panel, p.Span)
		}
		if !r.inView("said:" + key) {
			t.Errorf("%v: what is said is not in view", v)
		}
		if n := shapes(r.Strip().Figure(), "passage:"+key, figure.Focus); n != 1 {
			t.Errorf("%v: %d rings", v, n)
		}
		if n := shapes(r.List().Figure(), "beam", figure.Lamp); n != 2 {
			t.Errorf("%v: %d parts of the beam", v, n)
		}
	}
}

// Enter and the sign of a paragraph lead to the article, and the way back to the view as
// it was.
func TestToTheArticleAndBack(t *testing.T) {
	for _, way := range []func(r *rig, key string){
		func(r *rig, key string) { r.press(r.Strip(), fyne.KeyReturn) },
		func(r *rig, key string) { r.click(t, r.List(), "sign:"+key) },
		func(r *rig, key string) {
			r.List().SetFocused("said:" + key)
			r.press(r.List(), fyne.KeyEnter)
		},
	} {
		r := sample(t)
		_, key := r.passage(annotations.Unnamed, 2)
		r.click(t, r.Strip(), "passage:"+key)
		r.Strip().SetFocused("passage:" + key)
		was := r.Place()
		way(r, key)
		if v := r.s.State().View; v != session.Article {
			t.Fatalf("shows %q", v)
		}
		r.ScrollToTop()
		r.nav.Back()
		if v, at := r.s.State().View, r.Place(); v != session.Voices || at != was || was.Past == 0 {
			t.Errorf("back in %q at %v, was at %v", v, at, was)
		}
	}
}

// What the head says is shown is shown.
func TestFilters(t *testing.T) {
	r := sample(t)
	chip := func(words string) {
		for _, c := range r.Chips() {
			if c.Words() == words {
				test.Tap(c)
				return
			}
		}
		t.Fatalf("there is no chip %q", words)
	}
	heads := func() []string {
		var out []string
		for _, g := range r.List().Figure().Groups {
			if strings.HasPrefix(g.Key, "head:") {
				out = append(out, strings.TrimPrefix(g.Key, "head:entity:"))
			}
		}
		return out
	}
	want := func(counted string, names ...string) {
		t.Helper()
		if got := heads(); r.Counted() != counted || names != nil && !slices.Equal(got, names) {
			t.Errorf("%s of %q, want %s of %q", r.Counted(), got, counted, names)
		}
	}
	want("23 passages")
	chip("On record")
	want("6 passages", "karoline-leavitt", "donald-trump")
	chip("Quotations only")
	want("5 passages", "karoline-leavitt", "donald-trump")
	chip("Everyone")
	want("23 passages")
	chip("Unnamed")
	want("5 passages", "israeli-officials", "hamas-official")
	r.ScrollToEnd()
	chip("Unnamed")
	if at := r.List().Offset().Y; at != 0 {
		t.Errorf("another list begins %v pixels above the view", at)
	}
	r.click(t, r.List(), "only:entity:white-house")
	want("1 passage", "white-house")
	chip("White House")
	want("23 passages")
	r.click(t, r.Strip(), "voice:inference")
	want("9 passages", "head:voice:inference")
	chip("Writer’s inference")
	r.click(t, r.Strip(), "order")
	if got := heads()[0]; got != "karoline-leavitt" {
		t.Errorf("by words %q come first", got)
	}
	chip("Official")
	chip("Quotations only")
	r.s.Update(func(s *session.State) { s.Views.Voices.Speaker = "entity:israel" })
	want("0 passages")
	r.s.Update(func(s *session.State) { s.Views.Voices.Speaker = "entity:nobody" })
	want("2 passages")
}

// A speaker that is folded up stays so in the next run, and is unfolded where something
// is chosen that they say.
func TestFolding(t *testing.T) {
	r := sample(t)
	_, key := r.passage(annotations.OnRecord, 4)
	minded := 0
	r.OnMind(func() { minded++ })
	said := func(r *rig) bool {
		_, ok := r.List().Figure().Find("said:" + key)
		return ok
	}
	r.nav.OpenEntity("donald-trump")
	at, _, _ := r.List().Place("head:entity:donald-trump")
	test.TapCanvas(r.w.Canvas(), at.AddXY(300, 10))
	if said(r) || minded != 1 {
		t.Fatalf("it is not folded up, or that is told %d times", minded)
	}
	again := sample(t)
	again.Recall(r.Memory())
	if said(again) {
		t.Error("it is not folded up in the next run")
	}
	again.click(t, again.Strip(), "passage:"+key)
	if !said(again) || !again.inView("said:"+key) {
		t.Error("it is folded up where something is chosen in it")
	}
	for _, damaged := range []string{"{", "null", "[]", `{"a":1}`, strings.Repeat("x", 70_000)} {
		again.Recall(damaged)
	}
}

// The arrows of the panel go from passage to passage in the view.
func TestStepsThroughAVoice(t *testing.T) {
	r := sample(t)
	for i, p := range r.s.Edition().Said(annotations.Inference) {
		if i == 0 {
			r.nav.OpenVoice(annotations.Inference, annotations.Span{})
		} else {
			r.nav.StepMention(1)
		}
		if s := r.s.State(); s.View != session.Voices || s.Panel.Said != p.Span {
			t.Fatalf("step %d: in %q at %v, want %v", i, s.View, s.Panel.Said, p.Span)
		}
		if !r.inView("said:" + strconv.Itoa(p.Start)) {
			t.Errorf("step %d: what is said is not in view", i)
		}
	}
}

// All speakers are folded up by one click, and unfolded by the next.
func TestFoldAll(t *testing.T) {
	r := sample(t)
	said := func() (n int) {
		for _, g := range r.List().Figure().Groups {
			if strings.HasPrefix(g.Key, "said:") {
				n++
			}
		}
		return n
	}
	before := said()
	r.Strip().SetFocused("order")
	r.press(r.Strip(), fyne.KeyLeft, fyne.KeyReturn)
	if n := said(); n != 0 {
		t.Errorf("%d statements are shown", n)
	}
	r.click(t, r.Strip(), "fold-all")
	if n := said(); n != before || n == 0 {
		t.Errorf("%d statements are shown, want %d", n, before)
	}
}

// A drag over the strip shows what is said under the pointer; its end chooses that.
func TestDragOverTheStrip(t *testing.T) {
	r := sample(t)
	_, from := r.passage(annotations.OnRecord, 0)
	to, key := r.passage(annotations.Official, 1)
	a, _, _ := r.Strip().Place("passage:" + from)
	b, size, _ := r.Strip().Place("passage:" + key)
	a, b = a.AddXY(2, 5), b.AddXY(size.Width/2, 5) // the toolkit is told where a drag is, not where it began
	test.Drag(r.w.Canvas(), b, b.X-a.X, 0)
	if got := r.s.State().Panel.Said; got != to.Span {
		t.Errorf("the drag chooses %v, want %v", got, to.Span)
	}
	if !r.inView("said:" + key) {
		t.Error("what is said is not in view")
	}
}

// The entity whose card is open is lit: what it says, and where it is mentioned.
func TestTheSelectedIsLit(t *testing.T) {
	r := sample(t)
	r.nav.OpenEntity("donald-trump")
	if n := shapes(r.Strip().Figure(), "lit", figure.Lamp); n < 6 {
		t.Errorf("%d places are lit on the strip", n)
	}
	if n := shapes(r.List().Figure(), "head:entity:donald-trump", figure.Lamp); n != 1 {
		t.Errorf("the head is lit by %d bars", n)
	}
	if !r.inView("head:entity:donald-trump") {
		t.Error("the speaker is not in view")
	}
	if r.s.State().View != session.Voices {
		t.Error("the view is left")
	}
}

// The menu is about what it is opened on.
func TestTargets(t *testing.T) {
	r := sample(t)
	var got command.Target
	r.OnMenu = func(x command.Target, _ fyne.Position) { got = x }
	p, key := r.passage(annotations.Official, 0)
	for _, c := range []struct {
		key  string
		want command.Target
	}{
		{"said:" + key, command.Target{On: command.OnPassage, Passage: p.Span}},
		{"name:entity:white-house", command.Target{On: command.OnEntity, Entity: "white-house", Kind: annotations.Organisation}},
		{"record:" + key + ":q-ongoing-talks", command.Target{On: command.OnEntity, Entity: "q-ongoing-talks", Kind: annotations.Quote}},
		{"kind:entity:white-house", command.Target{On: command.OnVoice, Voice: annotations.Official}},
	} {
		at, size, _ := r.List().Place(c.key)
		uitest.RightClick(r.w.Canvas(), at.AddXY(size.Width/2, 5))
		r.List().SetFocused(c.key)
		r.w.Canvas().Focus(r.List())
		if by, _, _ := r.Target(); got != c.want || by != c.want {
			t.Errorf("%s: %+v by click, %+v by key, want %+v", c.key, got, by, c.want)
		}
	}
}

func TestNothingToShow(t *testing.T) {
	a, err := annotations.NewArticle("a.txt", "Nobody speaks here.")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Title: "t", Article: a})
	if err != nil {
		t.Fatal(err)
	}
	if r := newRig(t, e, look.Light, 1280, 820); r.Nothing() == "" {
		t.Error("it is not said why there is nothing")
	}
	r := sample(t)
	if r.Nothing() != "" {
		t.Errorf("it is said that there is nothing: %s", r.Nothing())
	}
	r.s.Show(session.Document{Edition: e})
	r.s.Show(session.Document{Edition: uitest.Edition(t)})
	if len(r.Figure().Groups) < 50 {
		t.Error("the document that came back is not shown")
	}
}

// Nothing overlaps in the faces of the design either, at any size of the window.
func TestRectangles(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1280, Height: 820}, {Width: 1000, Height: 700}, {Width: 1920, Height: 1080}, {Width: 720, Height: 600}} {
		r := newRig(t, uitest.Edition(t), look.Light, size.Width, size.Height)
		r.nav.OpenEntity("q-look")
		f := r.Figure()
		box := figure.Rect{W: f.Width, H: f.Height}
		if f.Width != r.Size().Width {
			t.Errorf("the figure is %v wide, the view %v", f.Width, r.Size().Width)
		}
		var texts []figure.Words
		for _, g := range f.Groups {
			for _, s := range g.Shapes {
				if !box.Holds(s.Bounds()) {
					t.Errorf("%v: %s: %v lies outside", size, g.Key, s.Bounds())
				}
				if w, ok := s.(figure.Words); ok {
					texts = append(texts, w)
				}
			}
		}
		slices.SortFunc(texts, func(a, b figure.Words) int { return cmp.Compare(a.At.Y, b.At.Y) })
		for i, a := range texts {
			for _, b := range texts[i+1:] {
				if b.At.Y < a.At.Bottom() && a.At.Overlaps(b.At.Grown(-0.02)) {
					t.Errorf("%v: %q overlaps %q", size, a.Text, b.Text)
				}
			}
		}
	}
}
