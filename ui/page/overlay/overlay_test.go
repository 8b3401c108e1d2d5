package overlay_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/page/overlay"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
)

// sheet is the article of an edition, set in a wide column.
func sheet(t testing.TB, e *annotations.Edition) *overlay.Sheet {
	t.Helper()
	_, roles := uitest.App(t, look.Light)
	return sheetIn(roles, e)
}

func sheetIn(roles look.Roles, e *annotations.Edition) *overlay.Sheet {
	s := &overlay.Sheet{
		Column: flow.New(), Roles: roles, Reading: roles.Reading,
		Numbers: true, Names: true, Gutter: 44, Rail: 14, Width: 904,
	}
	s.Column.Left, s.Column.Top = 300, 200
	s.Column.Open(e.Article())
	s.Column.Set(flow.Format{Style: roles.Reading.Style(), Width: 580, Gap: 18}, 0)
	return s
}

func all(s *overlay.Sheet) []overlay.Overlay {
	own := &overlay.Own{Sheet: s}
	return []overlay.Overlay{
		overlay.NewBeam(s), &overlay.Flash{}, overlay.Tints{Sheet: s}, overlay.Tints{Sheet: s, Lit: true}, &overlay.Hits{Sheet: s}, &overlay.Selection{},
		overlay.Underlines{Sheet: s}, &overlay.Words{Sheet: s}, overlay.Numbers{Sheet: s}, overlay.Voices{Sheet: s},
		&overlay.Captions{Sheet: s}, &overlay.Remarks{Sheet: s},
		overlay.OwnGrounds{Own: own}, overlay.OwnLines{Own: own}, overlay.Dots{Own: own}, overlay.Margin{Sheet: s},
	}
}

// picture is what an overlay draws on a line, in words.
func picture(o overlay.Overlay, l *flow.Line, now session.Snapshot) string {
	var s strings.Builder
	for _, x := range append(slices.Clone(o.Under(l, now)), o.Beside(l, now)...) {
		fmt.Fprintf(&s, "%T %v %v ", x, x.Position(), x.Size())
		switch x := x.(type) {
		case *shape.Box:
			fmt.Fprintln(&s, x.FillColor, x.StrokeColor, x.StrokeWidth)
		case *canvas.Text:
			fmt.Fprintln(&s, x.Text, x.Color)
		case *canvas.Raster:
			fmt.Fprintln(&s, x.Generator(int(x.Size().Width), int(x.Size().Height)))
		default:
			fmt.Fprintln(&s)
		}
	}
	return s.String()
}

// TestALineThatDoesNotChangeLooksTheSame: what an overlay leaves alone after a
// change must be what it would draw.
func TestALineThatDoesNotChangeLooksTheSame(t *testing.T) {
	for _, wide := range []bool{false, true} {
		t.Run(fmt.Sprint("wide ", wide), func(t *testing.T) { unchangedLinesLookTheSame(t, wide) })
	}
}

func unchangedLinesLookTheSame(t *testing.T, wide bool) {
	e := uitest.Edition(t)
	less, err := e.With(annotations.RemoveMention(e.MentionsOf("hamas")[2].ID()), annotations.RemoveMention(e.Mentions()[7].ID()))
	if err != nil {
		t.Fatal(err)
	}
	hamas, leavitt := e.MentionsOf("hamas"), e.MentionsOf("karoline-leavitt")
	states := []session.State{
		{},
		{Panel: session.Panel{Open: true}},
		{Selected: "hamas", Mention: hamas[1].ID(), Panel: session.Panel{Open: true}},
		{Selected: "hamas", Mention: hamas[3].ID(), Panel: session.Panel{Open: true}, Query: "x"},
		{Selected: "hamas", Fade: true, Hovered: leavitt[0].ID()},
		{Selected: "karoline-leavitt", Mention: leavitt[0].ID(), Fade: true, Focused: leavitt[1].ID(), Panel: session.Panel{Open: true}},
		{Hovered: leavitt[1].ID(), Focused: hamas[4].ID()},
		{Hovered: leavitt[1].ID()},
		{Focused: hamas[4].ID()},
		{Layers: layer.Set{Density: layer.Tints}},
		{Layers: layer.Set{Density: layer.FirstMention}, Selected: "hamas"},
		{Layers: layer.Set{Density: layer.Off}.WithKind(annotations.Quote, false)},
		{Layers: layer.Set{}.WithVoice(annotations.OnRecord, false).WithKind(annotations.Place, false)},
		{Layers: layer.Set{Plain: true}, Selected: "hamas", Mention: hamas[1].ID()},
		{Layers: layer.Set{Everything: true}},
		{Layers: layer.Set{Everything: true, Density: layer.Tints}, Hovered: leavitt[0].ID()},
		{Lit: "hamas"},
		{Lit: "hamas", Hovered: hamas[3].ID()},
		{Lit: "us-hamas-talks", Selected: "hamas"},
		{Hovered: e.MentionsOf("us-hamas-talks")[2].ID()},
	}
	var shots []session.Snapshot
	for i, s := range states {
		shots = append(shots, session.Snapshot{Document: session.Document{Edition: e}, State: s})
		if i < 6 {
			shots = append(shots, session.Snapshot{Document: session.Document{Edition: less, Revision: 1}, State: s})
		}
	}
	found := uitest.ByMachine(t, e, "hamas", "steve-witkoff")
	for i, state := range []session.State{{}, {Selected: "hamas", Mention: hamas[1].ID()}, {Hovered: leavitt[0].ID()}} {
		shots = append(shots, snap(found, state), snap(uitest.ByMachine(t, e), states[i]))
	}
	if wide {
		shots = shots[:8]
	}
	shots = append(shots, noted(t, e, less)...)
	s := sheet(t, e)
	s.Keyboard, s.Wide = true, wide
	if wide {
		s.Width = 1300
	}
	quiet, overlays, step := 0, all(s), 2
	if wide { // the margin is set anew for each pair of editions
		overlays, step = []overlay.Overlay{overlay.Margin{Sheet: s}, &overlay.Remarks{Sheet: s}}, 7
	}
	for _, o := range overlays {
		for i := 0; i < s.Column.Len(); i += step {
			l := s.Column.Line(i)
			var pictures []string
			for _, now := range shots {
				pictures = append(pictures, picture(o, l, now))
			}
			for a, old := range shots {
				for b, now := range shots {
					switch changed := o.Changed(l, old, now); {
					case !changed && pictures[a] != pictures[b]:
						t.Fatalf("%T leaves line %d alone from %+v to %+v:\n%s\n%s", o, i, old.State, now.State, pictures[a], pictures[b])
					case !changed && a != b:
						quiet++
					}
				}
			}
		}
	}
	if quiet == 0 {
		t.Error("every line is drawn again at every change")
	}
}

// noted are snapshots with notes of the reader on an edition, and on one with less marks.
func noted(t testing.TB, e, less *annotations.Edition) []session.Snapshot {
	t.Helper()
	sample := notes.NewSet(uitest.Notes(t, e))
	other := uitest.Notes(t, e)[1:]
	other[0].Style, other[1].Text, other[2].Tags = notes.Marker, "shorter", nil
	draft := &notes.Draft{Placed: uitest.Noted(t, e.Article(), "n9", "last month", 0), New: true}
	var shots []session.Snapshot
	for _, d := range []session.Document{
		{Edition: e, Notes: sample}, {Edition: e, Notes: notes.NewSet(other)}, {Edition: less, Notes: sample},
		{Edition: e, Notes: sample, Draft: draft}, {Edition: e, Draft: draft},
	} {
		for _, s := range []session.State{
			{},
			{Note: "n3", Panel: session.Panel{Open: true, Face: session.Notes}},
			{Note: "n2", Panel: session.Panel{Face: session.Notes}, FocusedNote: "n4"},
			{Note: "n5", Panel: session.Panel{Open: true}, Selected: "hamas", Mention: e.MentionsOf("hamas")[1].ID()},
			{Panel: session.Panel{Open: true, Face: session.Writing}, FocusedNote: "n5"},
		} {
			shots = append(shots, session.Snapshot{Document: d, State: s})
		}
	}
	return shots
}

// marks is an edition whose marks lie inside each other.
func marks(t testing.TB, text string, words ...string) *annotations.Edition {
	t.Helper()
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	c := annotations.Content{Title: "A", Article: a}
	for _, w := range words {
		kind := annotations.Person
		if strings.HasPrefix(w, `"`) {
			kind = annotations.Quote
		}
		at, id := strings.Index(text, w), annotations.EntityID(w)
		c.Entities = append(c.Entities, annotations.Entity{ID: id, Name: w, Kind: kind})
		c.Mentions = append(c.Mentions, annotations.Mention{
			Given: new(annotations.MentionID(w)), Span: annotations.Span{Start: at, End: at + len(w)}, Entity: id, Form: annotations.Name,
		})
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// An underline stands below those of the marks inside it, on three levels at
// most; a quotation has none and takes none.
func TestUnderlinesStandBelowThoseInside(t *testing.T) {
	e := marks(t, `the king of the old land of "the far north" said`,
		"the king of the old land", "king of the old land", "the old land", "old", `"the far north"`, "far north")
	s := sheet(t, e)
	now := session.Snapshot{Document: session.Document{Edition: e}}
	l := s.Column.Line(0)
	var got []float32
	for _, o := range (overlay.Underlines{Sheet: s}).Under(l, now) {
		got = append(got, o.Position().Y-l.Baseline)
	}
	want := []float32{13, 13, 9, 4, 4}
	if len(got) != len(want) {
		t.Fatalf("%d lines are drawn, want %d", len(got), len(want))
	}
	for i := range want {
		if d := got[i] - want[i]; d > 0.5 || d < -0.5 {
			t.Errorf("line %d stands %v px below the baseline, want %v", i, got[i], want[i])
		}
	}
}

func TestHitTakesTheInnermostMarkThatIsShown(t *testing.T) {
	e := marks(t, `he said "go north now" twice`, `"go north now"`, "north")
	s := sheet(t, e)
	north, _ := s.Column.Line(0).Box(e.Mentions()[1].Span)
	now, twice := s.Column.Line(0).Box(annotations.Span{Start: 18, End: 21})
	if !twice {
		t.Fatal("“now” is not drawn")
	}
	plain := session.Snapshot{Document: session.Document{Edition: e}}
	noPersons := plain
	noPersons.Layers = layer.Set{}.WithKind(annotations.Person, false)
	selected := noPersons
	selected.Mention = "north"
	for _, c := range []struct {
		name string
		x    float32
		at   session.Snapshot
		want annotations.MentionID
	}{
		{"inner", north.X + 4, plain, "north"},
		{"just left of it", north.X - 1, plain, `"go north now"`},
		{"outer", now.X + 4, plain, `"go north now"`},
		{"inner is hidden", north.X + 4, noPersons, `"go north now"`},
		{"inner is hidden but selected", north.X + 4, selected, "north"},
		{"beside the words", 900, plain, ""},
	} {
		ask, ok := overlay.Tints{Sheet: s}.Hit(fyne.NewPos(c.x, 210), c.at)
		if ask.Mention != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, %v; want %q", c.name, ask.Mention, ok, c.want)
		}
	}
}
