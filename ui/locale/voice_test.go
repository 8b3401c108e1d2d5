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
