package html_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"sidelight/annotations"
	"sidelight/annotations/document/documenttest"
	"sidelight/annotations/document/html"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

func read(t testing.TB, f *raw.File) *annotations.Article {
	t.Helper()
	a, err := html.Read(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func page(data string) *raw.File {
	return &raw.File{Path: "a.html", Name: "a.html", Data: []byte(data)}
}

func TestIs(t *testing.T) {
	for data, want := range map[string]bool{
		"<!DOCTYPE html><p>a": true, "\xef\xbb\xbf \n<html>": true, "<!-- saved from url=(0001)x -->\n<HTML>": true,
		"<?xml version='1.0'?><!DOCTYPE html PUBLIC>": true, "\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00": true,
		"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n": true,
		"": false, "words <html>": false, "<p>a": false, "<?xml version='1.0'?><rss>": false, "<!-- never ends": false,
	} {
		if got := html.Is(page(data)); got != want {
			t.Errorf("%q is a page: %v", data, got)
		}
	}
}

// What a page is saved as, its head says what it is and where it was.
func TestMeta(t *testing.T) {
	for _, c := range []struct{ name, head, want string }{
		{"nothing", "", ""},
		{"title alone", "<title>A walk to the sea</title>", "title: A walk to the sea (title)\n"},
		{"the site behind a bar", "<title>A walk to the sea | The Harbour</title>", "title: A walk to the sea (title)\n"},
		{"the site by name", "<title>Harbour: A walk - The Harbour</title><meta property=og:site_name content='The Harbour'>", "title: Harbour: A walk (title)\nsite: The Harbour (meta)\n"},
		{"a dash in the title", "<title>Paris - a walk</title>", "title: Paris - a walk (title)\n"},
		{"meta", "<meta property=og:title content='A walk'><meta name=author content='Ada Lind'><meta property=article:published_time content='2025-03-14T09:00:00+01:00'><meta property=og:url content='https://h.example/a'><meta property=og:locale content=en_GB>",
			"title: A walk (meta)\nbyline: Ada Lind (meta)\npublished: 2025-03-14 (meta)\nurl: https://h.example/a (meta)\nlanguage: en-GB (meta)\n"},
		{"an author's address", "<meta property=article:author content='https://h.example/ada'><meta name=dc.date content='spring 2025'>", "published: spring 2025 (meta)\n"},
		{"JSON-LD", `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"no"},{"@type":["NewsArticle"],"headline":"A walk","author":[{"name":"Ada Lind"},{"name":"Ben Ode"}],"datePublished":"2025-03-14","publisher":{"name":"The Harbour"},"mainEntityOfPage":{"@id":"https://h.example/a"}}]}</script>`,
			"title: A walk (JSON-LD)\nbyline: Ada Lind, Ben Ode (JSON-LD)\npublished: 2025-03-14 (JSON-LD)\nsite: The Harbour (JSON-LD)\nurl: https://h.example/a (JSON-LD)\n"},
		{"broken JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","headline":</script><title>A walk</title>`, "title: A walk (title)\n"},
		{"canonical", "<link rel=canonical href='https://h.example/a'>", "url: https://h.example/a (link)\n"},
	} {
		a := read(t, page("<!doctype html><html><head>"+c.head+"</head><p>words"))
		if got := documenttest.Outline(a); got != c.want+"paragraph: words\n" {
			t.Errorf("%s:\n%sinstead of\n%s", c.name, got, c.want)
		}
	}
	a := read(t, page("<!-- \n Page saved with SingleFile \n url: https://h.example/x/a?b \n saved date: Fri Mar 14 2025\n--><!doctype html><html lang=de><p>words <a href='../y'>y</a> <a href='https://h.example/x/a?b#n'>n</a><h2 id=n>here</h2>"))
	want := "url: https://h.example/x/a?b (the program that saved it)\nlanguage: de (html)\nparagraph: words y n\n\tlink to https://h.example/y: y\n\tlink to https://h.example/x/a?b#n (byte 11): n\nheading level 2: here\n"
	if got := documenttest.Outline(a); got != want {
		t.Errorf("SingleFile:\n%sinstead of\n%s", got, want)
	}
}

// A page is read in the encoding it declares, unless its bytes are UTF-8.
func TestCharset(t *testing.T) {
	for name, data := range map[string]string{
		"declared":           "<!doctype html><meta charset=iso-8859-1><p>F\xfcr Z\xfcrich",
		"http-equiv":         "<!doctype html><meta http-equiv=content-type content='text/html; charset=windows-1252'><p>F\xfcr Z\xfcrich",
		"declared wrongly":   "<!doctype html><meta charset=iso-8859-1><p>Für Zürich",
		"byte order mark":    "\xef\xbb\xbf<!doctype html><p>Für Zürich",
		"declared as UTF-8":  "<!doctype html><meta charset=utf-8><p>Für Zürich",
		"UTF-16 with a mark": "\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00F\x00\xfc\x00r\x00 \x00Z\x00\xfc\x00r\x00i\x00c\x00h\x00",
		"by entities":        "<!doctype html><p>F&uuml;r Z&#252;rich",
	} {
		if got := read(t, page(data)).Text; got != "Für Zürich" {
			t.Errorf("%s: %q", name, got)
		}
	}
	a := read(t, page("<!doctype html><meta charset=shift_jis><p>\x93\xfa\x96\x7b\x8c\xea"))
	if a.Text != "日本語" {
		t.Errorf("Japanese: %q", a.Text)
	}
}

// Pictures lie beside the page or in it. Nothing else is opened.
func TestPictures(t *testing.T) {
	f := page("<!doctype html><p>a<img src='my%20page_files/a%231.png'><img src='../up.png'><img src='/etc/passwd'><img src='https://h.example/b.png'><img src='file:///etc/passwd'><img alt='in it' width=400 src='data:image/png;base64," +
		base64.StdEncoding.EncodeToString(bytes.Repeat([]byte("png"), 200)) + "'><img src=missing.png>")
	f.Beside = fstest.MapFS{"my page_files/a#1.png": {Data: []byte("12345")}, "up.png": {Data: []byte("1")}}
	want := "paragraph: a\nfigure my%20page_files/a%231.png 0x0 \"\" of 5 bytes: \nfigure ../up.png 0x0 \"\": \nfigure /etc/passwd 0x0 \"\": \nfigure https://h.example/b.png 0x0 \"\": \n" +
		"figure file:///etc/passwd 0x0 \"\": \nfigure  400x0 \"in it\" of 600 bytes: \nfigure missing.png 0x0 \"\": \n"
	if got := documenttest.Outline(read(t, f)); got != want {
		t.Errorf("got\n%sinstead of\n%s", got, want)
	}
}

const mhtml = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://h.example/a\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b\"\r\n\r\n\r\n" +
	"----b\r\nContent-Type: text/html; charset=windows-1252\r\nContent-ID: <f@x>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://h.example/a\r\n\r\n<!DOCTYPE html><title>Zur=FCck</title><p>Zur=FCck an=\r\n Land <a href=3D\"b\">b</a><img src=3D\"p.png\"><img src=3D\"cid:q@x\">\r\n" +
	"----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://h.example/p.png\r\n\r\ncG5n\r\ncG5n\r\n" +
	"----b\r\nContent-Type: image/png\r\nContent-ID: <q@x>\r\nContent-Transfer-Encoding: base64\r\n\r\ncG5n\r\n----b--\r\n"

func TestMHTML(t *testing.T) {
	f := page(mhtml)
	want := "title: Zurück (title)\nurl: https://h.example/a (the program that saved it)\nparagraph: Zurück an Land b\n\tlink to https://h.example/b: b\nfigure p.png 0x0 \"\" of 6 bytes: \nfigure cid:q@x 0x0 \"\" of 3 bytes: \n"
	a := read(t, f)
	if got := documenttest.Outline(a); got != want {
		t.Errorf("got\n%sinstead of\n%s", got, want)
	}
	if l, _ := a.Origin(0); l.Part != "https://h.example/a" || l.Path != "/html[1]/body[1]/p[1]" {
		t.Errorf("the first word comes from %+v", l)
	}
	documenttest.Cut(t, f, html.Read)
}

// A page that is hostile is read, or refused with a sentence.
func TestHostilePages(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want raw.Problem
	}{
		"deep":              {"<!doctype html>" + strings.Repeat("<div>", 100_000) + "a", raw.TooDeep},
		"too many elements": {"<!doctype html>" + strings.Repeat("<p>a", 2<<20), raw.TooLong},
		"no text":           {"<!doctype html><script>a</script>", raw.Empty},
		"parts in parts":    {nested(9), raw.TooMuch},
		"no page in it":     {"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\na\r\n--b--\r\n", raw.Damaged},
	} {
		if _, err := html.Read(t.Context(), page(c.data)); err == nil || documenttest.Problem(t, err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	long := read(t, page("<!doctype html><p>"+strings.Repeat("words and ", 6<<20)))
	if long.Len() != 1 {
		t.Errorf("a line of 60 MB has %d blocks", long.Len())
	}
}

// nested is a message in a message, so many deep.
func nested(depth int) string {
	var b strings.Builder
	b.WriteString("MIME-Version: 1.0\r\n")
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	return b.String()
}

func TestCancelled(t *testing.T) {
	documenttest.Cancelled(t, page("<!doctype html><nav>a</nav><p>words"), html.Read)
	documenttest.Cancelled(t, page(mhtml), html.Read)
}

// Each page of the corpus can be cut off anywhere, and leads there and back.
func TestCorpus_CutAndOrigin(t *testing.T) {
	for _, name := range corpus(t) {
		data, err := os.ReadFile(name) //nolint:gosec // a test's own file
		if err != nil {
			t.Fatal(err)
		}
		f := page(string(data))
		documenttest.Cut(t, f, html.Read)
		documenttest.Origins(t, read(t, f))
	}
}

func corpus(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(names) == 0 {
		t.Fatalf("there are no pages: %v", err)
	}
	return names
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{mhtml, "<!doctype html><nav><a href=x>y</a></nav><article><h1>a</h1><p>" + strings.Repeat("words, and more words. ", 20) + "</article>",
		"<!doctype html><meta charset=shift_jis><p>\x93\xfa", "<html><script type=application/ld+json>{\"@type\":\"Article\"}</script><p>a<sup><a href=#b>1</a></sup><p id=b>c"} {
		f.Add([]byte(s), false)
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, data []byte, whole bool) {
		if len(data) > 32<<10 {
			return
		}
		file := page(string(data))
		file.Whole = whole
		fuzzed.Within(t, func() {
			if _, err := html.Read(t.Context(), file); err != nil {
				documenttest.Problem(t, err)
			}
		})
	})
}
