package uitest

import (
	"strings"
	"testing"

	"sidelight/annotations"
)

// Book is a book of at least n bytes: chapters with sections, lists and emphasis, of the
// words of [LongText].
func Book(t testing.TB, n int) *annotations.Edition {
	t.Helper()
	var lines []string
	for i, par := range strings.Split(LongText(t, n), "\n") {
		switch par = strings.Join(strings.Fields(par), " "); {
		case par == "":
			continue
		case i%40 == 0:
			lines = append(lines, "h2 "+firstWords(par, 4))
		case i%20 == 0:
			lines = append(lines, "h3 "+firstWords(par, 5), "li "+firstWords(par, 9), "li "+firstWords(par, 12))
		}
		words := strings.Fields(par)
		words[len(words)/2] = "*" + words[len(words)/2] + "*"
		lines = append(lines, "p "+strings.Join(words, " "))
	}
	e, err := annotations.New(annotations.Content{Title: "A Book", Article: Compose(t, annotations.Meta{}, lines...)})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func firstWords(s string, n int) string {
	words := strings.Fields(s)
	return strings.Join(words[:min(n, len(words))], " ")
}
