package reading

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/disk"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// effect is what a command does to the middle of the window while another view than the
// article stands there.
type effect uint8

const (
	stays effect = iota + 1 // the command works there
	leads                   // it leads to the article
	turns                   // it leads to another view
	rests                   // it cannot be given
)

// inViews is what each command does in a view beside the article that shows no text, cannot
// be scrolled, and tells of no target: with a card open, a highlight in the text, and the
// keyboard in the view.
var inViews = map[command.ID]effect{
	command.ShowArticle: leads, command.ShowTimeline: turns, command.ShowNetwork: turns, command.ShowMap: turns, command.ShowVoices: turns,
	command.Search: stays, command.Find: leads, command.FindNext: rests, command.FindPrevious: rests,
	command.TogglePanel: stays, command.ToggleIndex: stays, command.ShowLayers: stays, command.PlainText: rests, command.NextPane: stays,
	command.NextTheme: stays, command.Settings: stays, command.Larger: stays, command.Smaller: stays, command.DesignSize: stays,
	command.Fade: rests, command.ShowSources: stays, command.ShowAbout: stays, command.TheMenu: stays, command.ShowMenu: stays,
	command.FullScreen: rests, command.WholePage: rests, command.Reload: rests, command.StartPage: rests, command.Library: rests, command.Encyclopaedia: rests, command.OpenFile: stays,
	command.ShowProof: rests, command.Print: rests, command.SavePage: rests, command.SavePicture: rests, command.SaveDrawing: rests,
	command.Keys: stays, command.Quit: stays,

	command.NextMark: rests, command.PreviousMark: rests, command.OuterMark: rests, command.Open: rests, command.Peek: rests, command.Leave: stays,
	command.NextMention: leads, command.PreviousMention: leads, command.Back: leads, command.Forward: rests,
	command.NextParagraph: rests, command.PreviousParagraph: rests, command.NextPage: rests, command.PreviousPage: rests, command.Top: rests, command.End: rests,
	command.ReadAloud: stays, command.NextSentence: rests, command.PreviousSentence: rests, command.StopReading: rests,

	command.SelectAll: rests, command.SelectNext: rests, command.SelectPrevious: rests, command.SelectNextWord: rests, command.SelectPrevWord: rests,
	command.SelectNextLine: rests, command.SelectPrevLine: rests, command.SelectLineEnd: rests, command.SelectLineStart: rests,
	command.Copy: rests, command.CopyWithSource: rests, command.CopyBibTeX: rests, command.CopyCSL: rests, command.Collect: rests, command.ShowTray: rests,
	command.ShowEvidence: rests, command.ShowItsSource: rests, command.OpenAddress: rests, command.CopyAddress: rests, command.OnlyKind: rests, command.ToggleKind: rests,

	command.Highlight: rests, command.WriteNote: rests, command.RemoveNote: rests, command.MergeNotes: rests, command.MoveNote: rests,
	command.NoteStartNext: rests, command.NoteStartPrev: rests, command.Undo: stays, command.Redo: rests,
	command.ShowNotes: stays, command.NextNote: leads, command.PreviousNote: leads, command.ExportNotes: rests, command.ImportNotes: rests,
	command.NameStyles: stays, command.NotesFolder: rests,
	styleIDs[notes.Marker]: rests, styleIDs[notes.Band]: rests, styleIDs[notes.Wave]: rests, styleIDs[notes.Brackets]: rests, styleIDs[notes.Side]: rests,
}

// withNotes opens the notes of a reader in a folder of the test, with one highlight.
func withNotes(t *testing.T, r *Reader) uitest.Queue {
	t.Helper()
	queue := uitest.NewQueue()
	r.do = queue.Do
	store, err := notes.Open(disk.OS{}, t.TempDir(), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	r.OpenNotes(Notebook{Store: store, OnTrouble: func(s string) { t.Error(s) }, OnQuestion: func(string, func(bool)) {}}, NewPrefs())
	t.Cleanup(r.CloseNotes)
	for !r.margin.ready() { // the store is opened in the background
		queue.Run()
		time.Sleep(time.Millisecond)
	}
	r.margin.keeper.Highlight(r.edition().Article().Paragraph(2).Span, notes.Marker)
	queue.RunUntil(t, func() bool { return r.session.Snapshot().Notes.Len() == 1 })
	return queue
}

// Every command does in another view than the article what the table says, and nothing
// else.
func TestEveryCommandInAnotherView(t *testing.T) {
	r, w, views := five(t, look.Light, 1280, 820)
	views[session.Map].why = ""
	queue := withNotes(t, r)
	m, _ := r.edition().Nth("hamas", 2)
	note := r.session.Snapshot().Notes.Standing()[0].ID
	page := r.page.Place()
	for _, c := range r.Commands() {
		if inViews[c.ID] == 0 {
			t.Errorf("nothing says what %s does in another view", c.ID)
		}
	}
	id := session.Network
	for _, c := range r.Commands() {
		begin(r, id, m.ID(), note, page)
		got := did(r, id, c.ID)
		want := inViews[c.ID]
		if slot := r.slot(id); want == turns && slot.command == c.ID {
			want = stays // it is there
		}
		if got != want {
			t.Errorf("%s in %q has the effect %d, not %d", c.ID, id, got, want)
		}
		if s := r.session.State(); s.Selected != "hamas" && c.ID != command.Leave && c.ID != command.Back {
			t.Errorf("%s in %q leaves %q selected", c.ID, id, s.Selected)
		}
		if now := r.page.Place(); got != leads && now != page {
			t.Errorf("%s in %q moves the article that is not to be seen to %+v", c.ID, id, now)
		}
		if got != leads && r.page.Selection() != (annotations.Span{Start: 3, End: 8}) {
			t.Errorf("%s in %q changes the selection that is not to be seen", c.ID, id)
		}
		w.Canvas().Capture()
		if c.ID == command.Undo {
			queue.RunUntil(t, func() bool { return r.session.Snapshot().Notes.Len() == 0 })
			r.commands.Run(command.Redo)
			queue.RunUntil(t, func() bool { return r.session.Snapshot().Notes.Len() == 1 })
		} else if all := r.session.Snapshot().Notes.Standing(); len(all) != 1 || all[0].Style != notes.Marker {
			t.Errorf("%s in %q changes a highlight that is not to be seen", c.ID, id)
		}
	}
}

// begin shows a view beside the article, with a card open, and in the article a highlight
// that had the keyboard and words that are selected.
func begin(r *Reader, id session.ViewID, m annotations.MentionID, note notes.ID, page session.Place) {
	r.closeMenu()
	r.cards.dismiss()
	r.aloud.stop()
	r.session.Update(func(s *session.State) { *s = session.State{View: session.Article, IndexOpen: true} })
	r.session.Update(func(s *session.State) {
		s.Select("hamas", m)
		s.Panel.Open, s.FocusedNote = true, note
	})
	r.page.Restore(page)
	r.page.Select(annotations.Span{Start: 3, End: 8})
	r.viewing.turnTo(id)
}

// Whatever command is given in a view of the program, it leaves alone what is not to be
// seen of the article, unless it leads there, and the window shows what the state says.
func TestEveryCommandInEachView(t *testing.T) {
	d, w := atSample(t)
	r := d.reader
	r.page.SetStill(true)
	queue := withNotes(t, r)
	m, _ := r.edition().Nth("hamas", 2)
	note := r.session.Snapshot().Notes.Standing()[0].ID
	page := r.page.Place()
	for _, s := range r.views[1:] {
		for _, c := range r.Commands() {
			if c.ID == command.Quit || c.ID == command.Undo {
				continue // the window stays, and the highlight
			}
			begin(r, s.id, m.ID(), note, page)
			queue.Run()
			r.commands.Run(c.ID)
			queue.Run()
			now := r.session.State()
			if r.frame.middle != fyne.CanvasObject(r.viewOf(now.View)) {
				t.Errorf("%s in %q: the window does not show %q", c.ID, s.id, now.View)
			}
			if at := r.page.Place(); now.View != session.Article && (at != page || r.page.Selection() != annotations.Span{Start: 3, End: 8}) {
				t.Errorf("%s in %q changes the article that is not to be seen", c.ID, s.id)
			}
			if all := r.session.Snapshot().Notes.Standing(); len(all) == 0 || all[0].Style != notes.Marker {
				t.Errorf("%s in %q changes a highlight that is not to be seen", c.ID, s.id)
			}
		}
		w.Canvas().Capture()
	}
}

// did gives a command in a view and tells what it did.
func did(r *Reader, in session.ViewID, id command.ID) effect {
	given := r.commands.Run(id)
	switch now := r.session.State().View; {
	case !given && now == in:
		return rests
	case now == in && r.frame.middle == fyne.CanvasObject(r.view()):
		return stays
	case now == session.Article && r.frame.middle == fyne.CanvasObject(r.page):
		return leads
	case r.frame.middle == fyne.CanvasObject(r.view()):
		return turns
	}
	return 0
}
