package locale_test

import (
	"fmt"
	"testing"

	"sidelight/assets"
	"sidelight/ui/locale"
)

func load(t *testing.T, language string) {
	t.Helper()
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"} {
		t.Setenv(name, language)
	}
	if err := locale.Load(assets.Translations, assets.TranslationsDir); err != nil {
		t.Fatal(err)
	}
}

// Words follow the reader's language, also those that were said in another.
func TestX_FollowsTheLanguage(t *testing.T) {
	say := func() [2]string {
		return [2]string{
			locale.X("kind.person", "Person of no catalogue"),
			locale.X("panel.place", "{{.At}} of {{.Count}}", map[string]any{"Count": "{{.At}}", "At": 2}),
		}
	}
	t.Cleanup(func() { load(t, "en_GB.UTF-8") })
	for _, c := range []struct {
		language string
		want     [2]string
	}{
		{"en_GB.UTF-8", [2]string{"Person", "2 of {{.At}}"}},
		{"de_DE.UTF-8", [2]string{"Person", "2 von {{.At}}"}},
		{"fr_FR.UTF-8", [2]string{"Person", "2 of {{.At}}"}}, // no catalogue: the toolkit speaks French, we English
	} {
		load(t, c.language)
		if got := say(); got != c.want {
			t.Errorf("%s: %q, want %q", c.language, got, c.want)
		}
	}
}

func TestX_FallsBackToEnglish(t *testing.T) {
	if got := locale.X("no.such.key", "{{.N}} cards of {{.M}}", map[string]any{"N": 3, "M": "x"}); got != "3 cards of x" {
		t.Errorf("got %q", got)
	}
}

// What was said once costs nothing to say again.
func TestX_KeepsWords(t *testing.T) {
	locale.X("kinds.people", "People")
	if n := testing.AllocsPerRun(100, func() { locale.X("kinds.people", "People") }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// Catalogues are loaded while a layout behind the window looks words up.
func TestLoadBesideX(t *testing.T) {
	t.Cleanup(func() { load(t, "en_GB.UTF-8") })
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := range 2000 {
			locale.X(fmt.Sprint("no such key ", i), "words")
		}
	}()
	for range 20 {
		load(t, "en_GB.UTF-8")
	}
	<-done
}
