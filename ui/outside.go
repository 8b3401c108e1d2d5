package ui

import (
	"context"
	"strings"

	"sidelight/annotations/knowledge"
	"sidelight/ui/async"
	"sidelight/ui/view"
)

// outsider tells the views what is known beside the article in view.
type outsider struct{ w *Workspace }

var _ view.Outside = outsider{}

// outside returns what tells the views of it, or nil where nothing is known.
func (w *Workspace) outside() view.Outside {
	k := w.Known
	if k.Library == nil && k.BuiltIn == nil && k.OpenArchive == nil {
		return nil
	}
	return outsider{w}
}

// Ask asks each source behind the window. A source that fails does not keep the others
// from answering.
func (o outsider) Ask(about knowledge.Subject, then func([]knowledge.Line)) {
	w := o.w
	from := w.sources()
	w.shelving.asking.Do = w.Do
	w.shelving.asking.Run(
		func(j *async.Job) ([]knowledge.Line, error) { return from.Ask(j, about) },
		func(lines []knowledge.Line, err error) {
			if err != nil {
				w.shelfTrouble(err)
			}
			then(lines)
		})
}

// sources are what can be asked now.
func (w *Workspace) sources() knowledge.Sources {
	from := knowledge.Sources{BuiltIn: w.Known.BuiltIn}
	if l := w.Known.Library; l != nil {
		from.Library = l
	}
	if path := w.prefs.Archive(); path != "" && w.Known.OpenArchive != nil {
		from.Encyclopaedia = asked(func(ctx context.Context, about knowledge.Subject) ([]knowledge.Line, error) {
			return w.shelving.archives.ask(ctx, path, w.Known.OpenArchive, about)
		})
	}
	return from
}

// asked is a source that is a function.
type asked func(context.Context, knowledge.Subject) ([]knowledge.Line, error)

// Ask calls the function.
func (f asked) Ask(ctx context.Context, about knowledge.Subject) ([]knowledge.Line, error) {
	return f(ctx, about)
}

// Confirmed reports whether the reader has said that a line is of the subject.
func (o outsider) Confirmed(about knowledge.Subject, l knowledge.Line) bool {
	return o.w.prefs.Confirmed(confirmedKey(about, l))
}

// Confirm says so, or takes it back.
func (o outsider) Confirm(about knowledge.Subject, l knowledge.Line, yes bool) {
	o.w.prefs.SetConfirmed(confirmedKey(about, l), yes)
}

// confirmedKey is by which name the reader's word on a line is kept: the subject and the
// page, whichever article is in view.
func confirmedKey(about knowledge.Subject, l knowledge.Line) string {
	return strings.Join([]string{about.Kind.String(), about.Name, l.Title, l.Source.Title}, "|")
}

// OpenArticle opens another article of the library.
func (o outsider) OpenArticle(a knowledge.Article) { o.w.openKnown(a) }
