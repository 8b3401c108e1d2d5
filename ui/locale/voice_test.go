package locale_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/locale"
)

func TestAttribution(t *testing.T) {
	article, err := annotations.NewArticle("a.txt", "Someone spoke.")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: article, Entities: []annotations.Entity{{ID: "trump", Kind: annotations.Person, Name: "Donald Trump"}}})
	if err != nil {
		t.Fatal(err)
	}
	for p, want := range map[annotations.Passage]string{
		{Voice: annotations.OnRecord, Speaker: "trump"}:                                        "Donald Trump, on record",
		{Voice: annotations.Official, Name: "White House"}:                                     "White House, official statement",
		{Voice: annotations.Unnamed, Name: "Israeli officials", Anonymity: annotations.Unsaid}: "Israeli officials, unnamed source",
		{Voice: annotations.Unnamed, Name: "Hamas official", Anonymity: annotations.Asked}:     "Hamas official, unnamed source by request",
		{Voice: annotations.Inference}:                                                         "Writer’s inference",
		{Voice: annotations.OwnAccount}:                                                        "Article’s own account, no source named",
	} {
		if got := locale.Attribution(e, p); got != want {
			t.Errorf("%+v: %q, want %q", p, got, want)
		}
	}
}

// A voice has one name: by itself, and in small letters beside a speaker.
func TestVoiceHasOneName(t *testing.T) {
	files, err := filepath.Glob("../../assets/translations/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no translations: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var words map[string]string
		if err := json.Unmarshal(data, &words); err != nil {
			t.Fatal(err)
		}
		for _, v := range []annotations.Voice{annotations.OnRecord, annotations.Official, annotations.Unnamed} {
			alone, beside := words["voice."+v.String()], words["voice.beside."+v.String()]
			if alone == "" || !strings.EqualFold(alone, beside) {
				t.Errorf("%s: %v is called %q, and %q beside a speaker", file, v, alone, beside)
			}
		}
		if asked, unnamed := words["voice.beside.asked"], words["voice.beside.unnamed"]; !strings.HasPrefix(asked, unnamed+" ") {
			t.Errorf("%s: who asked for it is not %q but %q", file, unnamed, asked)
		}
	}
}

func TestName(t *testing.T) {
	for _, c := range []struct {
		kind       annotations.Kind
		name, want string
	}{
		{annotations.Person, "Trump", "Trump"},
		{annotations.Quote, "very bad", "“very bad”"},
		{annotations.Quote, "“very bad”", "“very bad”"},
		{annotations.Quote, "„sehr“", "„sehr“"},
	} {
		if got := locale.Name(&annotations.Entity{Kind: c.kind, Name: c.name}); got != c.want {
			t.Errorf("%s %q is called %q, want %q", c.kind, c.name, got, c.want)
		}
	}
}

func TestDuration(t *testing.T) {
	for n, want := range map[int]string{0: "0 min", 3: "3 min", 59: "59 min", 60: "1 h", 192: "3 h 12 min"} {
		if got := locale.Duration(n); got != want {
			t.Errorf("%d minutes are %q, want %q", n, got, want)
		}
	}
}

// The language of a text is named where it is not that of the window.
func TestForeign(t *testing.T) {
	t.Cleanup(func() { load(t, "en_GB.UTF-8") })
	for _, c := range []struct{ window, text, want string }{
		{"en_GB.UTF-8", "en-US", ""}, {"en_GB.UTF-8", "de", "in German"}, {"de_DE.UTF-8", "en-US", "auf Englisch"},
		{"de_DE.UTF-8", "de", ""}, {"en_GB.UTF-8", "", ""}, {"en_GB.UTF-8", "xx", ""},
	} {
		load(t, c.window)
		e, err := annotations.New(annotations.Content{Article: article(t), Language: c.text})
		if err != nil {
			t.Fatal(err)
		}
		if got := locale.Foreign(e); got != c.want {
			t.Errorf("%q in a window in %s: %q, want %q", c.text, c.window, got, c.want)
		}
	}
}

func article(t *testing.T) *annotations.Article {
	t.Helper()
	a, err := annotations.NewArticle("a.txt", "One.")
	if err != nil {
		t.Fatal(err)
	}
	return a
}
