package locale

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// said holds the words of the reader's language by their keys. Placeholders stand in
// them unfilled, as "{{.Name}}". Nobody writes to the map: a layout behind the window may
// look words up while another catalogue is loaded.
var said atomic.Pointer[map[string]string]

const (
	// spoken is the key of the only words of ours that are the toolkit's too: the name
	// of the catalogue whose language it has chosen for the reader.
	spoken = "catalogue.language"

	// source is the catalogue that the toolkit falls back to.
	source = "en"
)

// Load reads, of the catalogues in a folder, one JSON file for each language, that of
// the reader's language, and chooses that language anew. The toolkit would keep
// them all, with a template for each of their words.
func Load(catalogues embed.FS, folder string) error {
	files, err := catalogues.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, f := range files {
		name, _ := strings.CutSuffix(f.Name(), ".json")
		if name == source {
			continue // without words of another language the toolkit says this
		}
		own, err := json.Marshal(map[string]string{spoken: name})
		if err != nil {
			return err
		}
		if err := lang.AddTranslationsForLocale(own, fyne.Locale(name)); err != nil {
			return err
		}
	}
	file := path.Join(folder, lang.X(spoken, source)+".json")
	data, err := catalogues.ReadFile(file)
	if err != nil {
		return err
	}
	words := make(map[string]string)
	if err := json.Unmarshal(data, &words); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	said.Store(&words)
	return nil
}

// X returns the words of a key in the reader's language, or the English words if its
// catalogue does not have the key. A placeholder "{{.Name}}" in the words is replaced by
// the value of "Name" in data.
//
// All words that the reader sees go through X.
func X(key, english string, data ...map[string]any) string {
	words := english
	if all := said.Load(); all != nil {
		if w, ok := (*all)[key]; ok {
			words = w
		}
	}
	if len(data) == 0 {
		return words
	}
	return fill(words, data[0])
}

// fill replaces each placeholder in the words by its value in data.
func fill(words string, data map[string]any) string {
	var b strings.Builder
	for {
		before, rest, open := strings.Cut(words, "{{.")
		b.WriteString(before)
		if !open {
			return b.String()
		}
		var name string
		name, words, _ = strings.Cut(rest, "}}")
		fmt.Fprint(&b, data[name])
	}
}
