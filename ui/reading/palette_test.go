package reading_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/float"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// floats reports whether a text in what floats over the window reads so.
func floats(w fyne.Window, text string) bool {
	for _, over := range w.Canvas().Overlays().List() {
		for _, o := range test.LaidOutObjects(over) {
			if x, ok := o.(*canvas.Text); ok && x.Visible() && strings.Contains(x.Text, text) {
				return true
			}
		}
	}
	return false
}

func floating(w fyne.Window) int { return len(w.Canvas().Overlays().List()) }

func TestPaletteFindsAndOpens(t *testing.T) {
	r, e, w := reader(t, look.Light)
	uitest.TypeIn(w, "/")
	if floating(w) != 1 || w.Canvas().Focused() == fyne.Focusable(r.Page()) {
		t.Fatal("/ does not open the palette")
	}
	uitest.TypeIn(w, "netnyahu")
	if !floats(w, "Names") || !floats(w, "Person · mentioned") {
		t.Error("typing shows no results")
	}
	uitest.Press(w, fyne.KeyReturn)
	if got := r.Session().State().Selected; got != "benjamin-netanyahu" {
		t.Errorf("Enter opens %q", got)
	}
	if floating(w) != 0 || w.Canvas().Focused() != fyne.Focusable(r.Page()) {
		t.Error("after Enter the search is not over")
	}
	box := r.Page().MentionRects(nth(e, "benjamin-netanyahu", 0))[0]
	if box.Y < 36 || box.Y > 760 {
		t.Errorf("the first mention stands at %v", box.Y)
	}
}

// Who is not in the article is found, and has a card that says so. The page stays
// where it is.
func TestPaletteFindsWhatTheArticleDoesNotName(t *testing.T) {
	r, e, w := reader(t, look.Light)
	now, err := e.With(annotations.AddEntity(annotations.Entity{
		ID: "ada-quill", Kind: annotations.Person, Name: "Ada Quill", Short: "Quill", Identity: "Chair of the harbor board",
	}))
	if err != nil {
		t.Fatal(err)
	}
	r.Show(session.Document{Revision: 1, Edition: now})
	r.Page().ScrollToY(200)
	before := r.Page().Place()
	uitest.TypeIn(w, "/")
	uitest.TypeIn(w, "ada quill")
	if !floats(w, "Ada Quill") || !floats(w, "not in the article") {
		t.Error("who is not in the article is not found")
	}
	uitest.Press(w, fyne.KeyReturn)
	if s := r.Session().State(); s.Selected != "ada-quill" || s.Mention != "" || !s.Panel.Open {
		t.Errorf("Enter leads to %+v", s)
	}
	if r.Page().Place() != before {
		t.Errorf("the page moved from %+v to %+v", before, r.Page().Place())
	}
	if !uitest.Shows(w, "Not named in the article") {
		t.Error("the card does not say that the article does not name her")
	}
}

// While the reader types, the page shows what is chosen; the place stays.
func TestPreviewIsNoJump(t *testing.T) {
	r, e, w := reader(t, look.Light)
	r.Page().ScrollToY(40)
	before := r.Page().Place()
	r.RunCommand(command.Search)
	uitest.TypeIn(w, "edan alexander")
	name := func() float32 { return r.Page().MentionRects(nth(e, "edan-alexander", 0))[0].Y }
	below := w.Canvas().Overlays().Top().(*float.Layer).Bottom() - 48 // under the palette
	if r.Page().Place() == before || name() < below || name() > 760 {
		t.Errorf("the page stands at %+v, the palette ends at %v, the name that was found is at %v", r.Page().Place(), below, name())
	}
	if s := r.Session(); s.State().Selected != "" || s.CanBack() || s.State().Query != "" {
		t.Errorf("a preview selects %q, makes a stop: %v, or searches for %q", s.State().Selected, s.CanBack(), s.State().Query)
	}
	uitest.Press(w, fyne.KeyEscape)
	if got := r.Page().Place(); got != before || floating(w) != 0 {
		t.Errorf("Esc leads to %+v, not to %+v, and leaves %d", got, before, floating(w))
	}
	r.RunCommand(command.Search)
	uitest.TypeIn(w, "edan alexander")
	uitest.Press(w, fyne.KeyReturn)
	shown := name()
	r.Page().ScrollToY(40)
	r.Page().ScrollToSpan(e.MentionsOf("edan-alexander")[0].Span)
	if name() != shown {
		t.Errorf("Enter shows the name at %v, a jump to it does at %v", shown, name())
	}
	if !r.RunCommand(command.Back) || r.Page().Place() != before {
		t.Errorf("the way back leads to %+v, not to %+v", r.Page().Place(), before)
	}
}

// What is wiped out or finds nothing shows the page where the reader is.
func TestPreviewOfNothing(t *testing.T) {
	r, _, w := reader(t, look.Light)
	before := r.Page().Place()
	r.RunCommand(command.Search)
	uitest.TypeIn(w, "edan alexander")
	moved := r.Page().Place()
	r.RunCommand(command.Search) // marks what is typed, which the next word replaces
	uitest.TypeIn(w, "zzzz")
	if moved == before || r.Page().Place() != before || !floats(w, "Nothing here matches") {
		t.Errorf("the page was at %+v, went to %+v and is at %+v", before, moved, r.Page().Place())
	}
}

func TestOpenAndKeepSearching(t *testing.T) {
	r, e, w := reader(t, look.Light)
	before := r.Page().Place()
	r.RunCommand(command.Search)
	uitest.TypeIn(w, "edan alexander")
	stay := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}
	w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(stay)
	if r.Session().State().Selected != "edan-alexander" || floating(w) != 1 {
		t.Fatalf("selected %q, %d floating", r.Session().State().Selected, floating(w))
	}
	there := r.Page().Place()
	uitest.Press(w, fyne.KeyEscape)
	if got := r.Page().Place(); got != there || got == before {
		t.Errorf("Esc leads to %+v, not to %+v, which was opened", got, there)
	}
	if y := r.Page().MentionRects(nth(e, "edan-alexander", 0))[0].Y; y < 36 || y > 760 {
		t.Errorf("the name that was opened stands at %v", y)
	}
	if !r.RunCommand(command.Back) || r.Page().Place() != before {
		t.Errorf("the way back leads to %+v, not to %+v", r.Page().Place(), before)
	}
}

func TestFieldFindsBesideThePage(t *testing.T) {
	r, _, w := reader(t, look.Light)
	w.Canvas().Focus(r.Field())
	uitest.TypeIn(w, "netnyahu")
	if floating(w) != 0 || !uitest.Shows(w, "Person · mentioned") || r.Session().State().Query != "netnyahu" {
		t.Error("the field above the panel shows no results in it")
	}
	r.RunCommand(command.Search)
	if floating(w) != 1 || r.Session().State().Query != "" || !floats(w, "Person · mentioned") {
		t.Error("the palette does not go on with what was typed in the field")
	}
}

// In a narrow window there is no room for results beside the page.
func TestFieldOpensThePaletteInANarrowWindow(t *testing.T) {
	r, _, w := reader(t, look.Light)
	w.Resize(fyne.NewSize(860, 640))
	w.Canvas().Capture()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.Field().(fyne.CanvasObject))
	test.TapCanvas(w.Canvas(), at.AddXY(20, 10))
	if floating(w) != 1 {
		t.Fatal("a click on the field does not open the palette")
	}
	uitest.Press(w, fyne.KeyEscape)
	if w.Canvas().Focused() != fyne.Focusable(r.Page()) {
		t.Errorf("the focus is on %T", w.Canvas().Focused())
	}
	w.Canvas().Focus(r.Field())
	uitest.TypeIn(w, "hamas")
	if floating(w) != 1 || !floats(w, "Organisation · mentioned") || r.Session().State().Query != "" {
		t.Error("typing in the field does not go on in the palette")
	}
}

func TestPaletteGivesCommands(t *testing.T) {
	r, _, w := reader(t, look.Light)
	r.RunCommand(command.Search)
	uitest.TypeIn(w, ">about")
	if !floats(w, "Commands") || !floats(w, "What was checked") {
		t.Error("> does not list commands")
	}
	uitest.Press(w, fyne.KeyReturn)
	if r.Session().State().Panel.Face != session.About || floating(w) != 0 {
		t.Errorf("face %v, %d floating", r.Session().State().Panel.Face, floating(w))
	}
	r.RunCommand(command.Search)
	uitest.TypeIn(w, ">next mention") // of nothing: nothing is selected
	if floats(w, "Next mention") {
		t.Error("a command is shown that cannot be given")
	}
	uitest.Press(w, fyne.KeyF6) // its own key passes through the field
	if floating(w) != 0 || w.Canvas().Focused() == fyne.Focusable(r.Page()) {
		t.Errorf("after F6 %d are floating and the focus is on %T", floating(w), w.Canvas().Focused())
	}
}

func TestPaletteOffersWhatWasOpened(t *testing.T) {
	open, _ := kept(t)
	r, w := open()
	r.RunCommand(command.Search)
	if floats(w, "Recent") || !floats(w, "Go to") || !floats(w, "Reading settings") {
		t.Error("at first there is something recent, or not what leads somewhere")
	}
	uitest.TypeIn(w, "adam boehler")
	uitest.Press(w, fyne.KeyReturn)
	r.RunCommand(command.Search)
	if !floats(w, "Recent") || !floats(w, "Adam Boehler") {
		t.Error("what was opened is not offered")
	}
	r.RunCommand(command.Quit)
	r, w = open()
	r.RunCommand(command.Search)
	if !floats(w, "Adam Boehler") {
		t.Error("what was opened is not offered the next time")
	}
}

// A place that is only previewed is not where the reader left off.
func TestPreviewIsNotKept(t *testing.T) {
	open, p := kept(t)
	r, w := open()
	r.RunCommand(command.Search)
	uitest.TypeIn(w, "edan alexander")
	if r.Page().Place().Offset <= 0 {
		t.Fatal("the page does not show what is chosen")
	}
	r.OnQuit() // as closing the window does
	if got := p.Left(r.Session().Edition()).Place.Offset; got != -1 {
		t.Errorf("left at byte %d, want 0", got)
	}
}

// A revision of the document that comes while results are open is searched too:
// what is typed stays, and what was added is found.
func TestResultsFollowTheDocument(t *testing.T) {
	r, e, w := reader(t, look.Light)
	r.RunCommand(command.Search)
	uitest.TypeIn(w, "zanzibar")
	if floats(w, "not in the article") {
		t.Fatal("the sample names Zanzibar")
	}
	next, err := e.With(annotations.AddEntity(annotations.Entity{
		ID: "zanzibar", Kind: annotations.Place, Name: "Zanzibar", Identity: "An island.",
	}))
	if err != nil {
		t.Fatal(err)
	}
	r.Session().Show(session.Document{Revision: 1, Edition: next})
	if !floats(w, "not in the article") {
		t.Error("what the revision adds is not found")
	}
	uitest.Press(w, fyne.KeyReturn)
	if got := r.Session().State().Selected; got != "zanzibar" {
		t.Errorf("Enter opens %q", got)
	}
}
