package ui

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/document"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/edition"
	"sidelight/assets"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/prefs"
	"sidelight/ui/start"
)

// trouble is the page that tells why a path was not opened.
func (w *Workspace) trouble(path string, err error) fyne.CanvasObject {
	t := start.Trouble{
		Name: filepath.Base(path), Path: path, Happened: happened(err),
		Way: locale.X("start.sample", "Read the sample"),
	}
	if w.reader != nil {
		t.Way = locale.X("start.back", "Back to the article")
	}
	var file *raw.Error
	if errors.As(err, &file) && file.Size > 0 {
		t.Path = fmt.Sprintf("%s, %s", path, size(file.Size))
	}
	if errors.As(err, &file) && file.Problem == raw.Ambiguous {
		t.Title = locale.X("trouble.which", "Which words are right?")
		for _, g := range file.Guesses {
			t.Choices = append(t.Choices, start.Choice{Name: g.Name, Words: g.Words, Choose: func() { w.openAs(path, document.Options{Encoding: g.Name}) }})
		}
	}
	if errors.As(err, &file) && file.Problem == raw.Several {
		t.Title = locale.X("trouble.choose", "Which article?")
		t.Choices = w.articles(path, file.Items)
	}
	var faults edition.Errors
	if errors.As(err, &faults) {
		t.Faults = strings.Split(faults.Error(), "\n")
	}
	return start.NewTrouble(w.theme.Roles(), t, w.AskFile, w.goBack)
}

// mostArticles is the number of articles of an export that are offered: each has a button.
const mostArticles = 200

// articles are the articles of an export to choose from.
func (w *Workspace) articles(path string, items []raw.Item) []start.Choice {
	var out []start.Choice
	for i, item := range items[:min(len(items), mostArticles)] {
		about := []string{item.Site, item.Date}
		if date, err := annotations.ParseDate(item.Date); err == nil {
			about[1] = locale.ShortDate(date)
		}
		about = slices.DeleteFunc(about, func(s string) bool { return s == "" })
		out = append(out, start.Choice{
			Name: shorten(item.Title), Words: strings.Join(about, " · "),
			Choose: func() { w.openAs(path, document.Options{Item: i + 1}) },
		})
	}
	return out
}

// shorten cuts a title to what fits on a button.
func shorten(s string) string {
	const most = 60 // characters
	if letters := []rune(s); len(letters) > most {
		return strings.TrimSpace(string(letters[:most-1])) + "…"
	}
	return s
}

// happened is what went wrong, in words that follow the file's name.
func happened(err error) string {
	var faults edition.Errors
	if errors.As(err, &faults) {
		return locale.X("trouble.edition", "is no sound edition; its faults are listed below.")
	}
	var file *raw.Error
	if !errors.As(err, &file) {
		return locale.X("trouble.unreadable", "could not be read.")
	}
	switch file.Problem {
	case raw.Missing:
		return locale.X("trouble.missing", "is not there. It may have been moved, renamed or deleted.")
	case raw.Folder:
		return locale.X("trouble.folder", "is a folder and no edition: there is no edition.yaml in it.")
	case raw.Special:
		return locale.X("trouble.special", "is not an ordinary file.")
	case raw.Forbidden:
		return locale.X("trouble.forbidden", "may not be read by you. Its owner can change that.")
	case raw.TooLarge:
		return locale.X("trouble.large", "is larger than 64 MB.")
	case raw.Empty:
		return locale.X("trouble.empty", "is empty: there is nothing in it to read.")
	case raw.Binary:
		if file.Format != "" {
			return locale.X("trouble.format", "is a {{.Format}} file, not text.", map[string]any{"Format": file.Format})
		}
		return locale.X("trouble.binary", "is not text.")
	case raw.Encoding:
		return locale.X("trouble.encoding", "is written in an encoding that is not known. Save it as UTF-8 to read it.")
	case raw.Ambiguous:
		return locale.X("trouble.ambiguous", "does not say in which encoding it is written. Choose the one in which its words are right.")
	case raw.Damaged, raw.Protected, raw.NoText, raw.TooMuch, raw.Addresses, raw.Several:
		return inside(file)
	case raw.TooDeep, raw.TooWide, raw.TooLong, raw.TooTangled:
		return tooMuch(file)
	}
	return locale.X("trouble.unreadable", "could not be read.")
}

// inside is what is wrong within a file of a known format, in words that follow the
// file's name.
func inside(e *raw.Error) string {
	switch e.Problem {
	case raw.Damaged:
		return locale.X("trouble.damaged", "is damaged: it was cut off, or a part of it is missing.")
	case raw.Addresses:
		return locale.X("trouble.addresses", "is a list of addresses from {{.Service}}. It does not hold the texts of the pages.", map[string]any{"Service": e.Format})
	case raw.Several:
		if len(e.Items) > mostArticles {
			return locale.X("trouble.several-first", "holds {{.N}} articles. Choose one of the first {{.First}}.",
				map[string]any{"N": locale.Count(len(e.Items)), "First": locale.Count(mostArticles)})
		}
		return locale.X("trouble.several", "holds {{.N}} articles. Choose the one to read.", map[string]any{"N": locale.Count(len(e.Items))})
	case raw.Protected:
		if e.Format != "" {
			return locale.X("trouble.protected-by", "is protected by {{.System}}: only its licence opens it.", map[string]any{"System": e.Format})
		}
		return locale.X("trouble.protected", "is protected: only a password or a licence opens it.")
	case raw.NoText:
		return locale.X("trouble.no-text", "has no text: its pages are pictures, as a scanner makes them.")
	}
	return locale.X("trouble.much", "holds more words, pages or files than can be taken in.")
}

// tooMuch is which limit a file passes, and where, in words that follow the
// file's name.
func tooMuch(e *raw.Error) string {
	place := map[string]any{"Line": e.Line}
	switch e.Problem {
	case raw.TooDeep:
		return locale.X("trouble.deep", "has parts that lie in one another, deeper than can be taken in.")
	case raw.TooWide:
		return locale.X("trouble.wide", "has a table in line {{.Line}} with far more cells than words.", place)
	case raw.TooLong:
		if e.Line == 0 {
			return inside(&raw.Error{Problem: raw.TooMuch})
		}
		return locale.X("trouble.long", "has a list, a table or a paragraph that is still not at its end in line {{.Line}}, with more parts than can be taken in.", place)
	}
	return locale.X("trouble.tangled", "has too many marks of Markdown up to line {{.Line}} that are opened and never closed.", place)
}

// size is a number of bytes in words.
func size(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.1f KB", float64(n)/(1<<10))
	}
	return locale.X("trouble.bytes", "{{.N}} bytes", map[string]any{"N": n})
}

// welcome is the start page.
func (w *Workspace) welcome() fyne.CanvasObject {
	file, paste := command.NewOpenFile(w.AskFile), pasteCommand(w.Paste)
	return start.NewWelcome(w.theme.Roles(), start.Welcome{
		Mark:    fyne.NewStaticResource("sidelight.png", assets.AppIcon),
		OpenKey: file.Key(), PasteKey: paste.Key(),
		Recent: w.prefs.Recent(),
		OnOpen: w.AskFile, OnRead: w.ReadSample, OnPath: w.Open,
		Sample: newFragment(w.sample, w.theme.Roles(), w.keys, w.readSampleAt),
		Again:  w.againName(), OnAgain: w.openAgain,
		Last: w.lastTitle(), OnLast: w.goOn, OnLibrary: w.libraryWish(),
	})
}

// lastTitle returns the title of what was read last, or "".
func (w *Workspace) lastTitle() string {
	if w.reader != nil {
		return w.reader.Session().Edition().Title()
	}
	last := w.prefs.Last()
	switch seen, ok := w.prefs.Seen(last); {
	case last == prefs.Sample:
		return w.sample.Title()
	case ok:
		return seen.Title
	case last != "":
		return filepath.Base(last)
	}
	return ""
}

// goOn goes on reading what was read last.
func (w *Workspace) goOn() {
	if w.reader != nil {
		w.goBack()
		return
	}
	w.openRecent(w.prefs.Last())
}
