package locale

import (
	"embed"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"fyne.io/fyne/v2/lang"
)

// known holds the words of the keys that X was asked for, in the reader's
// language. Placeholders stand in the words unfilled, as "{{.Name}}".
var known = struct {
	sync.Mutex
	words map[string]string
}{words: map[string]string{}}

// Load adds the catalogues in a folder, one JSON file for each language, and
// chooses the reader's language anew. Words that [X] has returned before are looked
// up again.
func Load(catalogues embed.FS, folder string) error {
	known.Lock() // a layout behind the window may look words up meanwhile
	defer known.Unlock()
	clear(known.words)
	return lang.AddTranslationsFS(catalogues, folder)
}

// X returns the words of a key in the reader's language, or the English words if no
// catalogue has the key. A placeholder "{{.Name}}" in the words is replaced by the
// value of "Name" in data.
//
// All words that the reader sees go through X. The toolkit's own function parses a
// template at each call; X calls that function once for each key.
func X(key, english string, data ...map[string]any) string {
	known.Lock()
	words, ok := known.words[key]
	if !ok {
		words = raw(key, english)
		known.words[key] = words
	}
	known.Unlock()
	if len(data) == 0 {
		return words
	}
	return fill(words, data[0])
}

var placeholder = regexp.MustCompile(`{{\.(\w+)}}`)

// raw looks up the words of a key and leaves the placeholders unfilled.
func raw(key, english string) string {
	itself := map[string]any{}
	for _, m := range placeholder.FindAllStringSubmatch(english, -1) {
		itself[m[1]] = m[0]
	}
	return lang.X(key, english, itself)
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
