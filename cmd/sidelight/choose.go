package main

import (
	"context"
	"strings"

	"sidelight/annotations/document"
	"sidelight/ui/locale"
)

// wanted is what the system's dialog for files is to choose.
type wanted struct {
	title    string
	some     string   // names the files that the dialog offers at first
	patterns []string // of their names: "*.md"
}

// articles are the files that hold an article.
func articles() wanted {
	w := wanted{title: locale.X("opener.dialog", "Open an article")}
	for _, end := range document.Endings() {
		w.patterns = append(w.patterns, "*"+end)
	}
	w.some = locale.X("opener.dialog.texts", "Texts") + " (" + strings.Join(w.patterns, ", ") + ")"
	return w
}

// archives are the files that can be asked as an encyclopaedia.
func archives() wanted {
	return wanted{
		title: locale.X("archive.dialog", "Choose an offline encyclopaedia"),
		some:  locale.X("archive.dialog.some", "ZIM files") + " (*.zim)", patterns: []string{"*.zim"},
	}
}

// allFiles names all other files.
func allFiles() string { return locale.X("opener.dialog.all", "All files") }

// chooseFile lets the reader choose an article in the system's dialog, which begins in a
// folder. It returns "" if the reader chooses none.
func chooseFile(ctx context.Context, folder string) (string, error) {
	return choose(ctx, folder, articles())
}

// chooseArchive lets the reader choose an encyclopaedia in the same way.
func chooseArchive(ctx context.Context, folder string) (string, error) {
	return choose(ctx, folder, archives())
}
