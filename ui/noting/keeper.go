// Package noting does what the reader asks for with highlights and notes: it finds what
// was noted of an article before, has each act written down by the store, one after the
// other and off the UI goroutine, and shows the document with its notes as they are on
// the disk. It knows no widget.
package noting

import (
	"context"
	"os"
	"sync"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/carry"
	"sidelight/annotations/notes"
	"sidelight/ui/async"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/view"
)

// Keeper keeps the notes of the article in a window. Its fields are set before
// [Keeper.Open]; its methods belong to the UI goroutine.
type Keeper struct {
	Session *session.Session
	// Do runs a function on the UI goroutine and may be called on any.
	Do func(func())
	// OnDone is called after an act of the reader is on the disk, with what it was.
	OnDone func(Done)
	// OnTrouble is called with what went wrong when something could not be written or
	// read. Nothing is lost by it.
	OnTrouble func(error)
	// OnDamage is called with how many lines of the article's files could not be read, and
	// with one of these files, when there are more than before.
	OnDamage func(lines int, file string)
	// OnQuestion is called when notes were made on an earlier text of the article: answer
	// says whether they belong to this one. It is asked once.
	OnQuestion func(count int, answer func(bring bool))
	// Name returns what the reader calls a style.
	Name func(notes.Style) string
	// Style is the style that was used last; OnStyle is called with another one.
	Style   notes.Style
	OnStyle func(notes.Style)

	queue    queue
	ctx      context.Context // until the keeper is closed
	cancel   context.CancelFunc
	make     maker
	opened   bool   // the notes of the article are shown; else acts wait for the reader's answer
	asking   func() // asks the question that has not been answered; nil for none
	broken   error  // why the notes cannot be read; nil if they can
	watching sync.Once
	typing   async.Latest[struct{}]    // until what was typed is kept
	left     map[notes.ID]*notes.Draft // drafts that were kept, by the id of their note
	unkept   bool                      // the draft holds words that are not on their way to the disk
	undo     notes.What                // what would be undone, and redone
	redo     notes.What
	folder   string // of the article's notes
	damaged  int    // lines of its files that could not be read

	// What follows belongs to the queue.
	store  *notes.Store
	book   *notes.Book
	placer *notes.Placer
	set    *notes.Set
}

var _ view.Margin = (*Keeper)(nil)

// Done is an act of the reader that is on the disk.
type Done struct {
	What   notes.What
	Note   notes.ID // the note that is the current one after it, or ""
	Undone bool     // it was undone
	Redone bool     // it was done again after that
}

// draftDelay is how long what is typed may stay unwritten.
const draftDelay = 400 * time.Millisecond

// Open looks for what was noted of the document in the session and shows it. The path is
// where the article was opened from, or empty.
func (k *Keeper) Open(store *notes.Store, path string) {
	k.ctx, k.cancel = context.WithCancel(context.Background())
	k.typing.Do = k.Do
	k.queue.raise = func(p *carry.Panic) { k.Do(p.Raise) }
	k.store = store
	e := k.Session.Edition()
	k.make = newMaker(e.Article())
	about := About(e, path)
	k.queue.add(func() {
		found, err := store.Look(k.ctx, about)
		switch {
		case err != nil:
			k.lock(err)
		case found.How > notes.SameText:
			k.onUI(func() { k.ask(about, found) })
		default:
			k.load(about, found.Book)
		}
	})
}

// About returns what is known of an edition by which its notes are found. The path is
// where it was opened from, absolute, or [prefs.Sample] for the edition built in, which is
// known by that name in later versions too; empty for what lies nowhere.
func About(e *annotations.Edition, path string) notes.Article {
	a := notes.Article{Text: e.Article().Text, Title: e.Title(), Path: path}
	if path == prefs.Sample {
		a.Path, a.Edition = "", prefs.Sample
	}
	return a
}

// ask asks the reader whether notes on an earlier text belong to this one.
func (k *Keeper) ask(about notes.Article, found notes.Found) {
	k.asking = func() {
		k.OnQuestion(found.Notes, func(bring bool) {
			if k.asking == nil {
				return // it has been answered
			}
			k.asking = nil
			book := ""
			if bring {
				book = found.Book
			}
			k.queue.add(func() {
				k.load(about, book)
				if k.book != nil {
					// Where this fails, nothing can be written, and the question comes again.
					_ = k.book.Keep()
				}
			})
		})
	}
	k.asking()
}

// load opens the book of a name, on the queue, or that of the article, and shows what is
// in it.
func (k *Keeper) load(about notes.Article, name string) {
	book, err := k.store.Book(k.ctx, about, name)
	if err != nil {
		k.lock(err)
		return
	}
	k.book = book
	k.placer = notes.NewPlacer(about.Text, book.Text)
	drafts, _, err := k.placer.Place(k.ctx, book.State().Drafts)
	if err != nil {
		k.fail(err)
		return
	}
	k.place(func() {
		k.opened = true
		k.takeUp(drafts)
	})
	k.watch()
}

// place works out where the notes stand, on the queue, and shows them. Then is called on
// the UI goroutine after that.
func (k *Keeper) place(then func()) {
	state := k.book.State()
	set, _, err := k.placer.Place(k.ctx, state.Notes)
	if err != nil {
		k.fail(err)
		return
	}
	k.set = set
	lines, file := damage(state)
	folder := k.book.Folder()
	k.onUI(func() {
		k.folder = folder
		if lines > k.damaged && k.OnDamage != nil {
			k.OnDamage(lines, file)
		}
		k.damaged = lines
		k.undo, k.redo = state.Undo, state.Redo
		k.show(func(d *session.Document) { d.Notes = set })
		then()
	})
}

// damage returns how many lines of the files of notes could not be read, a file that
// cannot be read at all counting as one, and the first of the files.
func damage(s *notes.State) (lines int, file string) {
	for _, d := range s.Damage {
		lines += max(d.Lines, 1)
	}
	if lines > 0 {
		file = s.Damage[0].File
	}
	return lines, file
}

// onUI runs a function on the UI goroutine, unless the keeper has been closed by then: the
// session shows something else.
func (k *Keeper) onUI(f func()) {
	k.Do(func() {
		if k.ctx.Err() == nil {
			f()
		}
	})
}

// show shows another revision of the document.
func (k *Keeper) show(change func(*session.Document)) {
	d := k.Session.Snapshot().Document
	was := d
	if change(&d); d != was {
		d.Revision++
		k.Session.Show(d)
	}
}

// fail tells the reader what went wrong, unless the article has been left.
func (k *Keeper) fail(err error) {
	if k.ctx.Err() == nil { // else it is that the article has been left
		k.onUI(func() { k.OnTrouble(err) })
	}
}

// lock tells why the notes cannot be read, now and whenever something is to be noted.
func (k *Keeper) lock(err error) {
	k.onUI(func() { k.broken = err })
	k.fail(err)
}

// Ready reports whether something can be noted now.
func (k *Keeper) Ready() bool { return k.opened }

// Locked reports whether the notes cannot be read, and so none can be added.
func (k *Keeper) Locked() bool { return k.broken != nil }

// Flush has what was typed written, and returns when it is on the disk.
func (k *Keeper) Flush() {
	k.keepDraft()
	k.queue.wait()
}

// Folder returns the folder of the article's notes, or that of all notes before the
// first one is kept.
func (k *Keeper) Folder() string {
	if _, err := os.Stat(k.folder); err != nil {
		return k.store.Folder()
	}
	return k.folder
}

// Close does what [Keeper.Flush] does, and ends. The store stays open.
func (k *Keeper) Close() {
	k.Flush()
	if k.cancel != nil {
		k.cancel()
	}
}

// do has a step of the reader done: made on the queue of what is there then, written,
// and shown.
func (k *Keeper) do(make func(*notes.Set) step, then func()) {
	if !k.writable() {
		return
	}
	k.queue.add(func() {
		s := make(k.set)
		if len(s.changes) > 0 {
			if err := k.book.Do(s.what, s.changes...); err != nil {
				k.fail(err)
				return
			}
		}
		k.place(func() {
			if len(s.changes) > 0 || s.note != "" { // else it was as it is to be
				k.Session.Update(func(x *session.State) { x.Note = s.note })
			}
			if then != nil {
				then()
			}
			if len(s.changes) > 0 {
				k.OnDone(Done{What: s.what, Note: s.note})
			}
		})
	})
}
