package exports_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"sidelight/annotations/document/documenttest"
	"sidelight/annotations/document/exports"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

func named(name, data string) *raw.File {
	return &raw.File{Path: name, Name: name, Data: []byte(data)}
}

const wallabag = `[{"is_archived":0,"is_starred":1,"tags":["sea"],"id":7,"title":"A walk to the sea","url":"https://h.example/walk","content":"<p>It is <em>far</em>. <a href=\"more\">More</a></p><h2>There</h2><ul><li>sand</li></ul>","created_at":"2025-03-20T10:00:00+00:00","published_at":"2025-03-14T08:00:00+00:00","published_by":["Ada Lind"],"language":"en_GB","domain_name":"h.example"},
{"is_archived":1,"id":8,"title":"","url":"https://h.example/empty","content":"","created_at":"2025-03-21T10:00:00+00:00","domain_name":"h.example"}]`

const omnivore = `[{"id":"1","slug":"a-walk-1","title":"A walk  to the sea","description":"d","author":"Ada Lind","url":"https://h.example/walk","state":"Archived","readingProgress":12,"labels":[],"savedAt":"2025-03-20T10:00:00.000Z","publishedAt":null},{"id":"2","slug":"../../secret","title":"Up","url":"https://h.example/up","savedAt":"2025-03-21T10:00:00.000Z"}]`

const walk = "<div class=\"page\"><p>It is far.</p><p>But there is <b>sand</b>.</p></div>"

// list writes the articles of an export, each with what opens from it.
func list(t *testing.T, f *raw.File) string {
	t.Helper()
	x, err := exports.Read(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "of %q\n", x.Service)
	for i, item := range x.Items {
		fmt.Fprintf(&b, "- %s, %s, %s\n", item.Title, item.Site, item.Date)
		a, err := x.Open(t.Context(), i)
		if err != nil {
			fmt.Fprintf(&b, "refused: %s\n", documenttest.Problem(t, err))
			continue
		}
		documenttest.Origins(t, a)
		b.WriteString(documenttest.Outline(a))
	}
	return b.String()
}

func TestExports(t *testing.T) {
	folder := named("metadata_0_to_20.json", omnivore)
	folder.Beside = fstest.MapFS{"content/a-walk-1.html": {Data: []byte(walk)}, "secret.html": {Data: []byte("<p>no")}}
	fromOmnivore := "of \"Omnivore\"\n- A walk to the sea, , 2025-03-20\ntitle: A walk  to the sea (Omnivore)\nbyline: Ada Lind (Omnivore)\nurl: https://h.example/walk (Omnivore)\nparagraph: It is far.\nparagraph: But there is sand.\n\tstrong: sand\n- Up, , 2025-03-21\nrefused: there is no such file\n"
	for name, c := range map[string]struct {
		f    *raw.File
		want string
	}{
		"Wallabag": {named("all.json", wallabag), "of \"Wallabag\"\n- A walk to the sea, h.example, 2025-03-14\ntitle: A walk to the sea (Wallabag)\nbyline: Ada Lind (Wallabag)\npublished: 2025-03-14 (Wallabag)\nsite: h.example (Wallabag)\nurl: https://h.example/walk (Wallabag)\nlanguage: en-GB (Wallabag)\n" +
			"paragraph: It is far. More\n\temphasis: far\n\tlink to https://h.example/more: More\nheading level 2: There\nitem depth 1 \"•\": sand\n- https://h.example/empty, h.example, 2025-03-21\nrefused: empty\n"},
		"Omnivore's folder":  {folder, fromOmnivore},
		"Omnivore's package": {documenttest.Zip(t, documenttest.Part{Name: "x/metadata_0_to_20.json", Data: omnivore}, documenttest.Part{Name: "x/content/a-walk-1.html", Data: walk}, documenttest.Part{Name: "x/highlights/a-walk-1.md", Data: "no"}), fromOmnivore},
		"a package of pages": {documenttest.Zip(t, documenttest.Part{Name: "One.html", Data: "<!doctype html><title>One</title><p>a<img src='One_files/p.png'>"}, documenttest.Part{Name: "One_files/p.png", Data: "123"}, documenttest.Part{Name: "One_files/frame.html", Data: "<p>no"}, documenttest.Part{Name: "more/Two.htm", Data: "<!doctype html><p>b"}, documenttest.Part{Name: "read.me", Data: "no"}),
			"of \"\"\n- One, , \ntitle: One (title)\nparagraph: a\nfigure One_files/p.png 0x0 \"\" of 3 bytes: \n- Two, , \nparagraph: b\n"},
	} {
		if !exports.Is(c.f) {
			t.Errorf("%s is not known", name)
		}
		if got := list(t, c.f); got != c.want {
			t.Errorf("%s:\n%sinstead of\n%s", name, got, c.want)
		}
	}
}

// Of several articles one is chosen; one alone opens at once.
func TestReadOne(t *testing.T) {
	f := named("all.json", wallabag)
	_, err := exports.ReadOne(t.Context(), f)
	e, ok := err.(*raw.Error) //nolint:errorlint // the reader returns no other
	if !ok || e.Problem != raw.Several || len(e.Items) != 2 || e.Items[0].Title != "A walk to the sea" {
		t.Errorf("%v", err)
	}
	f.Item = 1
	if a, err := exports.ReadOne(t.Context(), f); err != nil || a.Meta.Title.Text != "A walk to the sea" || a.File.MediaType != "application/json" {
		t.Errorf("the first is %+v, %v", a, err)
	}
	f.Item = 3
	if _, err := exports.ReadOne(t.Context(), f); documenttest.Problem(t, err) != raw.Missing {
		t.Errorf("the third: %v", err)
	}
	if a, err := exports.ReadOne(t.Context(), documenttest.Zip(t, documenttest.Part{Name: "One.html", Data: "<p>a"})); err != nil || a.Text != "a" {
		t.Errorf("one alone: %v", err)
	}
}

// A list of addresses is refused, and whose it is is said.
func TestLists(t *testing.T) {
	for data, want := range map[string]string{
		"title,url,time_added,tags,status\nA,https://h.example,1,,unread\n":                                       "Pocket",
		"<!DOCTYPE html>\n<html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul><li><a href=x>": "Pocket",
		"URL,Title,Selection,Folder,Timestamp\nhttps://h.example,A,,Unread,1\n":                                   "Instapaper",
		"\xef\xbb\xbfTitle,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nA,https://h.example\n": "Readwise",
	} {
		f := named("a.csv", data)
		_, err := exports.Read(t.Context(), f)
		e, ok := err.(*raw.Error) //nolint:errorlint // the reader returns no other
		if !exports.Is(f) || !ok || e.Problem != raw.Addresses || e.Format != want {
			t.Errorf("%q: %v", data, err)
		}
	}
	for _, data := range []string{"name,price\nA,1\n", "[1,2]", "words", "[{\"content\":\"a\"}]", "<!doctype html><title>Pocket knives</title>"} {
		if exports.Is(named("a.csv", data)) {
			t.Errorf("%q is taken for an export", data)
		}
	}
}

func TestHostileExports(t *testing.T) {
	many := make([]string, 20_001)
	for i := range many {
		many[i] = `{"is_archived":0,"content":"a"}`
	}
	for name, c := range map[string]struct {
		f    *raw.File
		want raw.Problem
	}{
		"cut off":       {named("a.json", wallabag[:300]), raw.Damaged},
		"nothing in it": {named("metadata_0_to_1.json", `[] "slug"`), raw.Damaged},
		"too many":      {named("a.json", "["+strings.Join(many, ",")+"]"), raw.TooMuch},
		"deep":          {named("a.json", `[{"is_archived":0,"content":`+strings.Repeat("[", 100_000)), raw.Damaged},
		"no export":     {named("a", "words"), raw.Binary},
	} {
		if _, err := exports.Read(t.Context(), c.f); err == nil || documenttest.Problem(t, err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	documenttest.Cut(t, named("a.json", wallabag), exports.ReadOne)
	documenttest.Cut(t, documenttest.Zip(t, documenttest.Part{Name: "One.html", Data: "<p>a"}), exports.ReadOne)
	documenttest.Cancelled(t, named("a.json", wallabag), exports.ReadOne)
}

func TestWorkGrowsWithTheExport(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of a short run")
	}
	of := func(n int) *raw.File {
		all := make([]map[string]any, n)
		for i := range all {
			all[i] = map[string]any{"is_archived": 0, "title": fmt.Sprint(i), "content": strings.Repeat("<p>words</p>", 20)}
		}
		data, err := json.Marshal(all)
		if err != nil {
			t.Fatal(err)
		}
		f := named("a.json", string(data))
		f.Item = n
		return f
	}
	documenttest.Doubles(t, exports.ReadOne, of(4000), of(8000), 2)
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(wallabag), 1)
	f.Add([]byte(omnivore), 1)
	f.Add([]byte("title,url,time_added"), 0)
	f.Add(documenttest.Zip(f, documenttest.Part{Name: "One.html", Data: "<p>a"}, documenttest.Part{Name: "metadata_0_to_1.json", Data: omnivore}).Data, 2)
	f.Fuzz(func(t *testing.T, data []byte, item int) {
		if len(data) > 32<<10 {
			return
		}
		file := named("metadata_0_to_1.json", string(data))
		file.Item = item % 8
		fuzzed.Within(t, func() {
			exports.Is(file)
			if _, err := exports.ReadOne(t.Context(), file); err != nil {
				documenttest.Problem(t, err)
			}
		})
	})
}
