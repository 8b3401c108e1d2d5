package noting

import (
	"testing"

	"sidelight/annotations/notes"
	"sidelight/ui/session"
)

// typed types the text of the draft that is open.
func (r *rig) typed(text string) notes.ID {
	r.t.Helper()
	d := r.Session.Snapshot().Draft
	if d == nil {
		r.t.Fatal("there is no draft")
	}
	n := d.Note
	n.Text = text
	r.Draft(n)
	return n.ID
}

// wantDraft fails the test unless a draft is shown with a text.
func (r *rig) wantDraft(text string, isNew bool) {
	r.t.Helper()
	d := r.settle().Session.Snapshot().Draft
	if d == nil || d.Text != text || d.New != isNew || !d.Kept {
		r.t.Fatalf("the draft is %+v, want %q", d, text)
	}
}

// Words that are still on their way to the disk when the reader turns to another note
// are there when the reader comes back.
func TestDraftStaysBesideAnother(t *testing.T) {
	folder := t.TempDir()
	r := open(t, folder, words)
	r.Write(r.at("no progress"))
	r.write1("Says who?")
	id := r.only()
	r.Edit(id)
	r.typed("Says wh")
	r.Write(r.at("Cairo"))
	r.typed("where")
	r.Edit(id)
	if d := r.Session.Snapshot().Draft; d.Text != "Says wh" {
		t.Errorf("the note is edited as %q", d.Text)
	}
	r.wantDraft("Says wh", false)
	r.Save()
	r.wantDraft("where", true)
	if face := r.Session.State().Panel.Face; face != session.Notes {
		t.Errorf("after saving the panel shows the face %d", face)
	}
	r.quit()
	r = open(t, folder, words)
	r.wantDraft("where", true)
	r.Discard()
	r.want(`marker "no progress" "Says wh" []`)
	if d := r.Session.Snapshot().Draft; d != nil {
		t.Errorf("the draft is %+v", d)
	}
}

// What is typed between the order to save and its end stays a draft.
func TestTypingWhileSaved(t *testing.T) {
	folder := t.TempDir()
	r := open(t, folder, words)
	r.Write(r.at("no progress"))
	r.typed("one")
	r.Save()
	r.typed("one, two")
	r.want(`marker "no progress" "one" []`)
	r.quit()
	r = open(t, folder, words)
	r.wantDraft("one, two", false)
	r.Save()
	r.want(`marker "no progress" "one, two" []`)
}

func TestGoOnWithANewNote(t *testing.T) {
	r := open(t, t.TempDir(), words)
	r.Write(r.at("no progress"))
	d := r.settle().Session.Snapshot().Draft
	n := d.Note
	n.Text = "half a sen"
	r.Draft(n)
	for _, again := range []func(){
		func() { r.Edit(d.ID) },
		func() { r.Write(r.at("no progress")) },
		func() {
			r.Write(r.at("Cairo"))
			r.Write(r.at("no progress"))
		},
	} {
		r.Session.Update(func(s *session.State) { s.Turn(session.Notes, "") })
		again()
		if now := r.settle().Session.Snapshot(); now.Panel.Face != session.Writing || now.Draft == nil || now.Draft.Text != "half a sen" {
			t.Errorf("the panel shows the face %d and the draft %+v", now.Panel.Face, now.Draft)
		}
	}
}

// A note that is stretched while it is being written stays so when it is saved.
func TestStretchedWhileWritten(t *testing.T) {
	r := open(t, t.TempDir(), words)
	r.Highlight(r.at("no progress"), notes.Marker)
	id := r.settle().only()
	r.Edit(id)
	r.typed("why?")
	r.Stretch(id, r.at("no progress was"))
	r.settle().Save()
	r.want(`marker "no progress was" "why?" []`)
}

// What is being written for a highlight stays when the highlight becomes one with another.
func TestJoinedWhileWritten(t *testing.T) {
	folder := t.TempDir()
	r := open(t, folder, words)
	r.Highlight(r.at("no progress"), notes.Marker)
	r.settle()
	r.Highlight(r.at("made, but"), notes.Marker)
	younger := r.settle().Session.Snapshot().Notes.All()[1].ID
	r.Edit(younger)
	r.typed("why?")
	r.keepDraft()
	r.Highlight(r.at("progress was made"), notes.Marker)
	r.want(`marker "no progress was made, but"`)
	r.wantDraft("why?", false)
	r.quit()
	r = open(t, folder, words)
	r.wantDraft("why?", true)
	r.Save()
	r.want(`marker "no progress was made, but"; marker "made, but" "why?" []`)
}
