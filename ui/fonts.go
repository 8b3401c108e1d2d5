package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/fontscan"

	"sidelight/annotations"
	"sidelight/ui/async"
	"sidelight/ui/locale"
	"sidelight/ui/typeset"
)

// mostScripts is how many scripts a notice names.
const mostScripts = 3

// lookForFonts says after a document has been opened which of its scripts no font on
// this computer can show, and what to install.
func (w *Workspace) lookForFonts(e *annotations.Edition) {
	words, faces, fonts := e.Article().Text, []*typeset.Face{w.theme.Roles().Reading.Face}, w.fonts
	w.lacking.Do = w.Do
	w.lacking.RunIn(&w.line, func(j *async.Job) ([]string, error) {
		return typeset.Missing(j, words, faces, fonts)
	}, func(scripts []string, err error) {
		if err == nil && len(scripts) > 0 {
			w.tellOfArticle(newAsking(w.theme.Roles(), lackWords(scripts), locale.X("notice.understood", "Understood"), func() { w.notice.Hide() }))
		}
	})
}

// allFonts are the fonts of the system, and those that the toolkit brings with it.
func allFonts() []fontscan.Footprint {
	fonts := typeset.SystemFonts("")
	for _, f := range []fyne.Resource{theme.DefaultTextFont(), theme.DefaultSymbolFont(), theme.DefaultEmojiFont()} {
		if f != nil {
			fonts = append(fonts, typeset.Covered(f.Content())...)
		}
	}
	return fonts
}

// lackWords names what is missing and what would help.
func lackWords(scripts []string) string {
	var names []string
	for _, s := range scripts[:min(len(scripts), mostScripts)] {
		names = append(names, locale.Script(s))
	}
	return locale.X("notice.no-font", "No font on this computer shows all letters of: {{.Scripts}}. Noto Sans for these scripts, which is free, would.",
		map[string]any{"Scripts": strings.Join(names, ", ")})
}
