package ui

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations/document"
	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/locale"
)

// longestPath is how many bytes a path on the clipboard may have. No system has
// longer ones.
const longestPath = 1 << 15

// pasteCommand opens what is on the clipboard.
func pasteCommand(run func()) command.Command {
	return command.Command{
		ID: command.Paste, Group: command.Program, Icon: "folder-open", Run: run,
		Keys:  []command.Key{command.Named(fyne.KeyV, command.Primary)},
		Label: func() string { return locale.X("command.paste", "Open what is on the clipboard") },
		Words: func() string { return locale.X("command.words.paste", "paste insert clipboard text path") },
	}
}

// Paste opens what is on the clipboard: the file or folder of which the path is there,
// or else the words themselves, as a document that lies in no file.
func (w *Workspace) Paste() {
	words := fyne.CurrentApp().Clipboard().Content()
	if strings.TrimSpace(words) == "" {
		w.Say("info", locale.X("notice.nothing-to-paste", "There is no text on the clipboard."))
		return
	}
	name := locale.X("paste.name", "Pasted text")
	path := pathIn(words, homeFolder())
	way := wayOf(w.prefs, path)
	w.take(path, name, func(j *async.Job) (read, error) {
		if path != "" {
			if _, err := os.Stat(path); err == nil {
				return w.load(j, path, way)
			}
		}
		return pasted(j, name, words)
	})
}

// pathIn returns the path that words are, or "": one line with a path from the root
// on or from the reader's own folder, or the address of a file, as programs copy them.
// The path of another computer's folder is none, since to look there would go over the
// network.
func pathIn(words, home string) string {
	words = strings.Trim(strings.TrimSpace(words), `"`)
	if len(words) > longestPath || strings.ContainsAny(words, "\r\n\x00") {
		return ""
	}
	if address, err := url.Parse(words); err == nil && address.Scheme == "file" && address.Host == "" {
		words = filepath.FromSlash(address.Path)
		if filepath.Separator == '\\' {
			words = strings.TrimPrefix(words, `\`) // before the drive
		}
	}
	if rest, ok := strings.CutPrefix(words, "~"); ok && home != "" && rest != "" && os.IsPathSeparator(rest[0]) {
		words = filepath.Join(home, rest)
	}
	if !filepath.IsAbs(words) || len(words) > 1 && os.IsPathSeparator(words[0]) && os.IsPathSeparator(words[1]) {
		return ""
	}
	return filepath.Clean(words)
}

// pasted makes an edition of words that lie in no file. It runs on the job's goroutine.
func pasted(j *async.Job, name, words string) (got read, err error) {
	d, err := document.OfWords(j, name, words)
	if err != nil {
		return got, err
	}
	got.plain = true
	got.edition, err = d.Edition(locale.X("page.not-saved", "Pasted, not saved: it goes when something else is opened."))
	return got, err
}
