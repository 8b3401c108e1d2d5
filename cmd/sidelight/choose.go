package main

import (
	"strings"

	"sidelight/annotations/document"
	"sidelight/ui/locale"
)

// chooseTitle is the title of the system's dialog for files.
func chooseTitle() string { return locale.X("opener.dialog", "Open an article") }

// patterns returns the patterns of file names that the dialog offers: "*.md".
func patterns() []string {
	var out []string
	for _, end := range document.Endings() {
		out = append(out, "*"+end)
	}
	return out
}

// texts names the files that the dialog offers at first, and all others.
func texts() (some, all string) {
	return locale.X("opener.dialog.texts", "Texts") + " (" + strings.Join(patterns(), ", ") + ")",
		locale.X("opener.dialog.all", "All files")
}
