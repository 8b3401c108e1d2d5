package overlay_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/overlay"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
)

// stub is what is drawn under the words of a mention on its first line: from where to
// where, how strongly, how many objects, and the picture if it is one.
type stub struct {
	from, to float32 // right of the words' left edge, pixels
	alpha    uint8
	objects  int
	picture  image.Image
}

func stubOf(t *testing.T, s *overlay.Sheet, e *annotations.Edition, m *annotations.Mention, state session.State) stub {
	t.Helper()
	l := s.Column.Line(s.Column.LineOf(m.Start))
	words, ok := l.Box(m.Span)
	if !ok {
		t.Fatalf("%s has no words on its line", m.ID())
	}
	out := stub{from: 1e6}
	now := session.Snapshot{Document: session.Document{Edition: e}, State: state}
	for _, o := range (overlay.Underlines{Sheet: s}).Under(l, now) {
		at, size := o.Position(), o.Size()
		if at.X < words.X-1 || at.X+size.Width > words.X+words.W+1 || at.Y < l.Baseline {
			continue
		}
		out.objects++
		out.from, out.to = min(out.from, at.X-words.X), max(out.to, at.X+size.Width-words.X)
		if r, ok := o.(*shape.Box); ok {
			_, _, _, a := r.FillColor.RGBA()
			out.alpha = uint8(a >> 8)
		}
		if r, ok := o.(*canvas.Raster); ok {
			out.picture = r.Generator(int(size.Width+0.5), int(size.Height+0.5))
			for x := range out.picture.Bounds().Dx() {
				_, _, _, a := out.picture.At(x, out.picture.Bounds().Dy()-1).RGBA()
				out.alpha = max(out.alpha, uint8(a>>8))
			}
		}
	}
	return out
}

// alone makes an edition with one entity of a kind, marked at the first place of some
// words, found with a score.
func alone(t *testing.T, text, words string, kind annotations.Kind, score float32) (*annotations.Edition, *annotations.Mention) {
	t.Helper()
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	at := len(text) - len(words)
	for i := 0; i+len(words) <= len(text); i++ {
		if text[i:i+len(words)] == words {
			at = i
			break
		}
	}
	c := annotations.Content{
		Title: "A", Article: a, Entities: []annotations.Entity{{ID: "x", Kind: kind, Name: "X"}},
		Mentions: []annotations.Mention{{Entity: "x", Form: annotations.Name, Span: annotations.Span{Start: at, End: at + len(words)}}},
	}
	if score > 0 {
		c.Mentions[0].Origin, c.Mentions[0].Score, c.Marked = annotations.Found, score, true
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e, &e.Mentions()[0]
}

// The line of the program is the sample of the kind, once, at the start; of what it is
// not sure it is shorter still. That of an editor runs the whole length.
func TestTheMachinesHand(t *testing.T) {
	const sure, unsure = uitest.SureScore, uitest.UnsureScore
	const text = "It was Karoline Leavitt and others in June in Ur who said so to them."
	for _, x := range []struct {
		name  string
		words string
		kind  annotations.Kind
		score float32
		long  float32 // of the line; 0: of the words
		alpha uint8   // at rest, of a line of rectangles
	}{
		{"a person of an editor", "Karoline Leavitt", annotations.Person, 0, 0, 191},
		{"a person", "Karoline Leavitt", annotations.Person, sure, 18, 255},
		{"an organisation", "Karoline Leavitt", annotations.Organisation, sure, 18, 255},
		{"a place", "Karoline Leavitt", annotations.Place, sure, 18, 0},
		{"an event", "Karoline Leavitt", annotations.Event, sure, 14, 0},
		{"a date", "Karoline Leavitt", annotations.Time, sure, 21, 0},
		{"a number", "Karoline Leavitt", annotations.Number, sure, 18, 255},
		{"narrow words", "Ur", annotations.Place, sure, 10, 0},
		{"unsure", "Karoline Leavitt", annotations.Person, unsure, 6, 191},
		{"an unsure event", "Karoline Leavitt", annotations.Event, unsure, 9, 0},
		{"an unsure date", "June", annotations.Time, unsure, 6, 0},
	} {
		t.Run(x.name, func(t *testing.T) {
			e, m := alone(t, text, x.words, x.kind, x.score)
			s := sheet(t, e)
			l := s.Column.Line(s.Column.LineOf(m.Start))
			words, _ := l.Box(m.Span)
			want := x.long
			if want == 0 {
				want = words.W
			}
			for _, state := range []session.State{{}, {Hovered: m.ID()}, {Selected: "x", Mention: m.ID()}} {
				got := stubOf(t, s, e, m, state)
				if got.objects == 0 || got.from != 0 || got.to < want-1 || got.to > want+1 {
					t.Errorf("%+v: the line runs from %g to %g of %g, want %g", state, got.from, got.to, words.W, want)
				}
				if state == (session.State{}) && x.alpha > 0 && got.alpha != x.alpha {
					t.Errorf("at rest the line is drawn with %d, want %d", got.alpha, x.alpha)
				}
				if state != (session.State{}) && x.alpha > 0 && got.alpha != 255 {
					t.Errorf("%+v: the line is drawn with %d", state, got.alpha)
				}
				tints := len((overlay.Tints{Sheet: s, Lit: true}).Under(l, snap(e, state)))
				if (tints > 0) != (state != session.State{}) {
					t.Errorf("%+v: %d grounds", state, tints)
				}
			}
		})
	}
}

func snap(e *annotations.Edition, s session.State) session.Snapshot {
	return session.Snapshot{Document: session.Document{Edition: e}, State: s}
}

// The bracket of a number has its left end alone; that of an editor has both.
func TestAnOpenBracket(t *testing.T) {
	for score, closed := range map[float32]bool{0: true, uitest.SureScore: false, uitest.UnsureScore: false} {
		e, m := alone(t, "There were at least 35 others in it.", "at least 35 others", annotations.Number, score)
		s := sheet(t, e)
		img := stubOf(t, s, e, m, session.State{}).picture
		_, _, _, left := img.At(0, 0).RGBA()
		_, _, _, right := img.At(img.Bounds().Dx()-1, 0).RGBA()
		if left == 0 || (right > 0) != closed {
			t.Errorf("score %g: the bracket's ends have alpha %d and %d", score, left, right)
		}
	}
}

// A mark that goes over two lines has its line at its start alone.
func TestAStubStandsOnTheFirstLine(t *testing.T) {
	const long = "the Joint Committee of the Lower and the Upper Chamber of the Assembly of the Islands of the North and of the East"
	e, m := alone(t, "It was "+long+".", long, annotations.Organisation, uitest.SureScore)
	s := sheet(t, e)
	second := s.Column.Line(s.Column.LineOf(m.Start) + 1)
	if n := len((overlay.Underlines{Sheet: s}).Under(second, snap(e, session.State{}))); n != 0 {
		t.Errorf("%d lines are drawn on the second line", n)
	}
	if n := len((overlay.Tints{Sheet: s, Lit: true}).Under(second, snap(e, session.State{Hovered: m.ID()}))); n == 0 {
		t.Error("the second line is not tinted under the pointer")
	}
}

// What is read from the right has its line at the right.
func TestAStubOfWordsThatAreReadFromTheRight(t *testing.T) {
	const text, words = "הוא נולד בשנת תשעים ותשע בעיר גדולה מאוד.", "תשעים ותשע"
	e, m := alone(t, text, words, annotations.Person, uitest.SureScore)
	s := sheet(t, e)
	l := s.Column.Line(s.Column.LineOf(m.Start))
	box, _ := l.Box(m.Span)
	all := (overlay.Underlines{Sheet: s}).Under(l, snap(e, session.State{}))
	if len(all) != 1 || all[0].Size().Width != 18 || all[0].Position().X+18 != box.X+box.W {
		t.Errorf("the line stands at %v in %v", all[0].Position(), box)
	}
}

// The quotation marks of a quotation that the program found show in their ink, thinner
// where it is not sure, and no ground lies behind the words at rest.
func TestAQuotationOfTheMachine(t *testing.T) {
	for _, x := range []struct {
		name   string
		score  float32
		scheme look.Scheme
		alpha  uint32
		ground bool
	}{
		{"an editor's", 0, look.Light, 255, true},
		{"the program's", uitest.SureScore, look.Light, 255, false},
		{"an unsure one", uitest.UnsureScore, look.Light, 153, false},
		{"an unsure one in high contrast", uitest.UnsureScore, look.HighContrast, 255, false},
	} {
		e, m := alone(t, "He is ready “to talk to anyone” there.", "“to talk to anyone”", annotations.Quote, x.score)
		_, roles := uitest.App(t, x.scheme)
		s := sheetIn(roles, e)
		l := s.Column.Line(0)
		var alphas []uint32
		for _, o := range (&overlay.Words{Sheet: s}).Under(l, snap(e, session.State{})) {
			if text := o.(*canvas.Text); text.Text == "“" || text.Text == "”" {
				_, _, _, a := text.Color.RGBA()
				alphas = append(alphas, a>>8)
			}
		}
		if len(alphas) != 2 || alphas[0] != x.alpha || alphas[1] != x.alpha {
			t.Errorf("%s: the quotation marks are drawn with %v, want %d", x.name, alphas, x.alpha)
		}
		grounds := func(s2 session.State) int { return len((overlay.Tints{Sheet: s}).Under(l, snap(e, s2))) }
		if (grounds(session.State{}) > 0) != x.ground {
			t.Errorf("%s: %d grounds at rest", x.name, grounds(session.State{}))
		}
		if grounds(session.State{Hovered: m.ID()}) == 0 || grounds(session.State{Selected: "x", Mention: m.ID()}) == 0 {
			t.Errorf("%s: no ground under the pointer, or selected", x.name)
		}
	}
}

// In high contrast what the program is not sure of is as strong as the rest; its length
// tells it.
func TestUnsureInHighContrast(t *testing.T) {
	e, m := alone(t, "It was Karoline Leavitt.", "Karoline Leavitt", annotations.Person, uitest.UnsureScore)
	_, roles := uitest.App(t, look.HighContrast)
	if got := stubOf(t, sheetIn(roles, e), e, m, session.State{}); got.alpha != 255 || got.to != 6 {
		t.Errorf("the line is %g long and drawn with %d", got.to, got.alpha)
	}
}

// The bar of a voice that the program found stands beside the first line of its
// passage; that of an editor beside all.
func TestTheBarOfAMachinesVoice(t *testing.T) {
	e := uitest.Edition(t)
	found := uitest.ByMachine(t, e)
	s := sheet(t, e)
	bars := func(e *annotations.Edition) (first, later int) {
		var above fyne.CanvasObject
		for i := range s.Column.Len() {
			l := s.Column.Line(i)
			all := (overlay.Voices{Sheet: s}).Beside(l, snap(e, session.State{}))
			starts := false
			for p := range e.PassagesIn(l.Span()) {
				starts = starts || p.Start >= l.Start && p.Voice != annotations.OwnAccount
			}
			switch {
			case len(all) > 0 && starts:
				first++
			case len(all) > 0:
				later++
			}
			if len(all) > 0 {
				above = all[0]
			}
		}
		if above == nil {
			t.Fatal("there is no bar at all")
		}
		return first, later
	}
	all, goes := bars(e)
	if first, later := bars(found); first != all || later != 0 || goes == 0 {
		t.Errorf("%d bars at the start of a passage and %d later, of %d and %d of the editor", first, later, all, goes)
	}
}

// Around a line of the program the program draws none; a click and the selection still
// find the outer mark.
func TestOneLevelOfTheMachine(t *testing.T) {
	found := uitest.ByMachine(t, uitest.Edition(t))
	s := sheet(t, found)
	for i := range s.Column.Len() {
		drawn := storeys(overlay.Underlines{Sheet: s}, s.Column.Line(i), snap(found, session.State{}))
		if drawn[1] || drawn[2] {
			t.Errorf("line %d has a second level", i)
		}
	}
}
