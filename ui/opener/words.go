package opener

import (
	"errors"
	"io/fs"
	"time"

	"sidelight/annotations/document/raw"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
)

// rowLook makes the parts of rows.
type rowLook struct {
	roles look.Roles
	now   time.Time
}

// file gives a row what it shows of a file, and returns its name for screen readers.
func (l rowLook) file(r *row, f *file) string {
	r.height = rowFile
	name, meta := look.ColorText, look.ColorTextMuted
	kind := kindOf(f.sort)
	if f.problem != nil {
		r.fixed, name, meta, kind = true, look.ColorTextFaint, look.ColorTextFaint, reason(f.problem)
	}
	icon := "file-text"
	if f.sort == folder && f.problem == nil {
		icon = "folder-open"
	} else if f.sort == edition {
		icon = "article"
	}
	r.icon = prose.NewIcon(icon, meta, iconSize, iconSize)
	r.cells = []cell{
		{text: line(l.roles.Body.At(14), name, f.found.name, stretches(f.found.marks, l.roles.Section.Font)...), from: textAt, to: fileKind + gap, top: -1},
		{text: line(l.roles.Meta, meta, kind), from: -fileKind, to: right, top: -1},
	}
	if f.problem == nil {
		r.cells[1].to = fileSize + 50
		when := l.day(f.when)
		r.cells = append(r.cells, cell{text: line(l.roles.Meta, meta, when), from: -fileSize + gap, to: right, end: true, top: -1})
		if f.sort != folder && f.sort != edition {
			r.cells = append(r.cells, cell{text: line(l.roles.Meta, meta, size(f.size)), from: -fileKind + 60, to: fileSize, end: true, top: -1})
		}
	}
	return f.found.name + ", " + kind
}

// recent gives a row what it shows of something that was opened before, and returns
// its name for screen readers.
func (l rowLook) recent(r *row, x *shownRecent) string {
	r.height = rowRecent
	r.icon = prose.NewIcon(x.Icon, look.ColorTextMuted, iconSize, iconSize)
	title := l.roles.Evidence
	title.Leading = titleLead
	where := l.roles.Meta
	where.Leading = whereLead
	r.cells = []cell{
		{text: line(title, look.ColorText, x.Title, stretches(x.marks, l.roles.CardName.Font)...), from: textAt - 1, to: recentKind + gap, top: 4},
		{text: line(where, look.ColorTextMuted, x.Where), from: textAt - 1, to: recentKind + gap, top: 4 + titleLead},
		{text: line(l.roles.Meta, look.ColorTextMuted, x.Kind), from: -recentKind, to: barAt + 4, top: -1},
		{text: line(l.roles.Meta, look.ColorTextMuted, shareOf(x.Recent)), from: -barAt + barWidth + 4, to: shareEnd, end: true, top: -1},
	}
	if !x.New {
		r.share = float32(x.Share)
		r.track, r.read = shape.NewBox(nil), shape.NewBox(nil)
		r.cells = append(r.cells, cell{text: line(l.roles.Meta, look.ColorTextMuted, l.day(x.When)), from: -shareEnd + 4, to: right, end: true, top: -1})
	}
	return x.Title + ", " + x.Kind + ", " + shareOf(x.Recent)
}

// stretches returns what marks the letters of a name that match.
func stretches(marks []mark, bold look.Font) []prose.Stretch {
	out := make([]prose.Stretch, len(marks))
	for i, m := range marks {
		out[i] = prose.Stretch{Start: m.start, End: m.end, Font: bold, Colour: look.ColorAccentText, Underline: look.ColorLamp}
	}
	return out
}

// kindOf names what a file is.
func kindOf(s sort) string {
	switch s {
	case folder:
		return locale.X("opener.kind.folder", "Folder")
	case edition:
		return KindEdition()
	case markdown:
		return locale.X("opener.kind.markdown", "Markdown")
	}
	return locale.X("opener.kind.text", "Text")
}

// KindOf names what the file at a path is, by the ending of its name.
func KindOf(path string) string { return kindOf(sortOf(path)) }

// KindEdition names what an edition is.
func KindEdition() string { return locale.X("opener.kind.edition", "Edition") }

// shareOf says how much was read of something.
func shareOf(r Recent) string {
	switch {
	case r.New:
		return locale.X("opener.new", "new")
	case r.Share >= 0.995:
		return locale.X("opener.read", "read")
	}
	return locale.X("opener.share", "{{.N}} %", map[string]any{"N": int(r.Share * 100)})
}

// day names a day: today, yesterday, a day of this year, or a date.
func (l rowLook) day(t time.Time) string { return locale.Day(t, l.now) }

// reason says why a file cannot be read, in a few words.
func reason(e *raw.Error) string {
	switch e.Problem {
	case raw.Missing:
		return locale.X("opener.reason.missing", "not there")
	case raw.Special:
		return locale.X("opener.reason.special", "not an ordinary file")
	case raw.Forbidden:
		return locale.X("opener.reason.forbidden", "may not be read by you")
	case raw.TooLarge:
		return locale.X("opener.reason.large", "larger than 64 MB")
	case raw.Empty:
		return locale.X("opener.reason.empty", "empty")
	case raw.Binary:
		if e.Format != "" {
			return locale.X("opener.reason.format", "{{.Format}}, not text", map[string]any{"Format": e.Format})
		}
		return locale.X("opener.reason.binary", "not text")
	case raw.Damaged:
		return locale.X("opener.reason.damaged", "damaged")
	case raw.Protected:
		return locale.X("opener.reason.protected", "protected")
	}
	return locale.X("opener.reason.unreadable", "cannot be read")
}

// noteOf says in place of files why there are none, or that there are more.
func noteOf(l listing) string {
	switch {
	case errors.Is(l.err, fs.ErrPermission):
		return locale.X("opener.note.forbidden", "You may not read this folder.")
	case l.err != nil:
		return locale.X("opener.note.missing", "There is no such folder.")
	case l.total == 0:
		return locale.X("opener.note.nothing", "No name here matches.")
	case l.total > len(l.files):
		return locale.X("opener.note.more", "The first {{.N}}. Type more letters to see the others.",
			map[string]any{"N": locale.Count(len(l.files))})
	}
	return ""
}

// size writes a number of bytes in words, in KB at least.
func size(n int64) string {
	if n >= 1<<20 {
		return locale.X("opener.megabytes", "{{.N}} MB", map[string]any{"N": locale.Number(float64(n*10>>20) / 10)})
	}
	return locale.X("opener.kilobytes", "{{.N}} KB", map[string]any{"N": locale.Count(int(max(n>>10, 1)))})
}
