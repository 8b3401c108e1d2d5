//go:build linux

package main

import (
	"archive/zip"
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestParseStat(t *testing.T) {
	for _, c := range []struct {
		line string
		want process
		bad  bool
	}{
		{line: "42 (a (b) c) S 7 1 1 0 -1 0 0 0 0 0 10 5 3 2 20 0 1 0 9", want: process{pid: 42, parent: 7, used: 200 * time.Millisecond}},
		{line: "43 (gone) Z 1 1 1 0 -1 0 0 0 0 0 1 0 0 0 20 0 1 0 9", want: process{pid: 43, parent: 1, zombie: true, used: 10 * time.Millisecond}},
		{line: "44 (short) S 1", bad: true},
		{line: "no name", bad: true},
		{line: "", bad: true},
	} {
		got, err := parseStat(c.line)
		if (err != nil) != c.bad || !c.bad && got != c.want {
			t.Errorf("parseStat(%q) = %+v, %v", c.line, got, err)
		}
	}
}

func TestBelow(t *testing.T) {
	all := []process{{pid: 1}, {pid: 2, parent: 1}, {pid: 3, parent: 2}, {pid: 4, parent: 3}, {pid: 5, parent: 2}, {pid: 6, parent: 5}, {pid: 7, parent: 1}}
	var pids []int
	for _, p := range below(all, 2, 5) {
		pids = append(pids, p.pid)
	}
	if !slices.Equal(pids, []int{3, 4}) {
		t.Errorf("below 2 without 5 are %v", pids)
	}
}

func TestParseRollup(t *testing.T) {
	got, err := parseRollup("5581-7ffc ---p 00000000 00:00 0 [rollup]\nRss: 20 kB\nPss: 12 kB\nPss_Anon: 3 kB\nPrivate_Clean: 1 kB\nPrivate_Dirty: 4 kB\n")
	if want := (holding{share: 12 << 10, own: 5 << 10}); err != nil || got != want {
		t.Errorf("read %v, %v", got, err)
	}
	if _, err := parseRollup("Rss: 20 kB\n"); err == nil {
		t.Error("a file without the share is taken")
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
		is     bool
	}{{nil, 0, false}, {[]float64{3}, 3, true}, {[]float64{9, 1, 2}, 2, true}, {[]float64{4, 1, 2, 9}, 3, true}} {
		if got, is := median(c.values); got != c.want || is != c.is {
			t.Errorf("median(%v) = %v, %v", c.values, got, is)
		}
	}
}

// drawn is a picture with n dark pixels, from pixel at on.
func drawn(at, n int) ink {
	pixels := bytes.Repeat([]byte{255}, 4*4096)
	for i := at; i < at+n; i++ {
		copy(pixels[4*i:], []byte{40, 0, 90, 0})
	}
	return inkOf(pixels)
}

// strokes is a picture of lines of one pixel, each six pixels from the next.
func strokes(at int) ink {
	all := drawn(0, 0)
	for i := at; i < 4000; i += 6 {
		all[i/64] |= 1 << (i % 64)
	}
	return all
}

func TestInk(t *testing.T) {
	if n := drawn(60, 2000).count(); n != 2000 {
		t.Errorf("%d of 2000 dark pixels are seen", n)
	}
	if n := drawn(0, 100).beyond(drawn(50, 100)); n != 50 {
		t.Errorf("%d pixels are dark in one alone instead of 50", n)
	}
	if got := drawn(64, 64).wider(); !slices.Equal(got, drawn(63, 66)) {
		t.Errorf("wider is %x", got)
	}
	for _, c := range []struct {
		a, b ink
		like bool
	}{
		{drawn(0, 2000), drawn(0, 2030), true}, // a caret
		{drawn(0, 2000), drawn(0, 2100), false},
		{drawn(0, 0), drawn(0, 20), true},
		{drawn(0, 0), drawn(0, 40), false},
		{strokes(0), strokes(1), true}, // a pixel to the side
		{strokes(0), strokes(3), false},
	} {
		if got := c.a.like(c.b); got != c.like {
			t.Errorf("%d pixels like %d: %v", c.a.count(), c.b.count(), got)
		}
	}
}

func TestStood(t *testing.T) {
	began := time.Unix(0, 0)
	at := func(ms int, k ink) frame { return frame{began.Add(time.Duration(ms) * time.Millisecond), k} }
	nothing, half, text, caret := drawn(0, 0), drawn(0, 1000), drawn(0, 2000), drawn(0, 2010)
	for _, c := range []struct {
		name          string
		frames        []frame
		stood, change int // in ms, -1 for never
	}{
		{"at once", []frame{at(0, nothing), at(80, text)}, 80, 80},
		{"in two steps", []frame{at(0, nothing), at(50, half), at(90, text)}, 90, 50},
		{"a caret blinks", []frame{at(0, nothing), at(70, text), at(500, caret), at(900, text)}, 70, 70},
		{"there and gone and there", []frame{at(0, nothing), at(70, text), at(100, nothing), at(200, text)}, 200, 70},
		{"never another", []frame{at(0, text), at(100, caret)}, 0, -1},
	} {
		if got := stood(c.frames).Sub(began).Milliseconds(); got != int64(c.stood) {
			t.Errorf("%s: it stands from %d ms on, not %d", c.name, got, c.stood)
		}
		if got, is := changed(c.frames); is != (c.change >= 0) || is && got.Sub(began).Milliseconds() != int64(c.change) {
			t.Errorf("%s: it changed at %v, %v", c.name, got.Sub(began), is)
		}
	}
}

func TestRing(t *testing.T) {
	now := time.Now()
	rung := 0
	alarms := []alarm{{now.Add(-time.Second), func() { rung++ }}, {now.Add(time.Minute), func() { rung++ }}}
	until, left := ring(now.Add(time.Hour), alarms)
	if rung != 1 || len(left) != 1 || !until.Equal(now.Add(time.Minute)) {
		t.Errorf("%d rang, %d are left, the next at %v", rung, len(left), until.Sub(now))
	}
}

func TestResults(t *testing.T) {
	path := filepath.Join(t.TempDir(), "results.jsonl")
	want := []result{{1, nameOurs, "start.second", 0.5, ""}, {1, nameBooks, "", 0, "foliate is not installed"}}
	for _, r := range want {
		if err := appendResult(path, r); err != nil {
			t.Fatal(err)
		}
	}
	got, err := readResults(path)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("read %v, %v", got, err)
	}
	if none, err := readResults(path + ".none"); err != nil || len(none) > 0 {
		t.Errorf("without a file: %v, %v", none, err)
	}
}

func TestTable(t *testing.T) {
	all := []result{
		{1, nameBrowser, "start.second", 0.8, ""},
		{1, nameOurs, "start.second", 0.5, ""},
		{2, nameOurs, "start.second", 0.3, ""},
		{2, nameBrowser, "start.second", 0.8, ""},
		{1, nameOurs, "memory.article", 150.4, ""},
		{1, nameOurs, "rest", 0, ""},
		{1, nameBrowser, "rest", 1.26, ""},
		{1, nameBooks, "", 0, "foliate is not installed"},
	}
	if n := rounds(all); n != 2 {
		t.Errorf("there are %d rounds", n)
	}
	got := table(all)
	for _, line := range []string{
		"| | Sidelight | Chromium | ÷ Chromium |",
		"| second start, to the article | 400 ms | 800 ms | 0.50 |",
		"| memory with the article (PSS) | 150 MB | – | – |",
		"| at rest with the article, share of a core | 0.0 % | 1.3 % | – |",
	} {
		if !strings.Contains(got, line+"\n") {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
}

func TestBook(t *testing.T) {
	samples := []string{"The ferry left the old harbour before anybody was awake. It carried 3.5 tonnes of letters, and a dog that belonged to nobody."}
	chapters := book(samples, 60_000)
	text := string(plain("", chapters))
	if len(text) < 60_000 || len(text) > 70_000 {
		t.Errorf("the book has %d bytes", len(text))
	}
	if again := string(plain("", book(samples, 60_000))); again != text {
		t.Error("the book is another one each time")
	}
	first, whole := strings.Index(text, early), strings.Index(text, late)
	if strings.Count(text, early) != 2 || strings.Count(text, late) != 1 || first > len(text)/10 || whole < len(text)*8/10 {
		t.Errorf("%q stands at %d, %q at %d of %d", early, first, late, whole, len(text))
	}
	packed := epub("A <b>", chapters[:2])
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if want := []string{"mimetype", "META-INF/container.xml", "c0.xhtml", "c1.xhtml", "nav.xhtml", "book.opf"}; !slices.Equal(names, want) {
		t.Errorf("the EPUB holds %v", names)
	}
}

func TestWants(t *testing.T) {
	b := &bench{only: []string{"start", "book.first"}}
	for id, want := range map[string]bool{"start.first": true, "start": true, "book": true, "book.first": true, "book.cpu": false, "rest": false} {
		if got := b.wants(id); got != want {
			t.Errorf("wants(%q) = %v", id, got)
		}
	}
	if b = (&bench{}); !b.wants("rest") {
		t.Error("without a list not everything is wanted")
	}
}

func TestMissing(t *testing.T) {
	got := missing([]result{
		{1, nameBooks, "", 0, "foliate is not installed"},
		{1, nameOurs, "rest", 1, ""},
		{1, nameViewer, "", 0, "find: the picture did not change"},
		{2, nameViewer, "", 0, "find: the picture did not change"},
	})
	if want := []string{"Foliate: foliate is not installed", "mupdf: find: the picture did not change (2 times)"}; !slices.Equal(got, want) {
		t.Errorf("missing are %q", got)
	}
}

func TestDisturbed(t *testing.T) {
	calmly := []result{{Round: 1, Measure: load, Value: 0.1}, {Round: 2, Measure: load, Value: 90_000}, {Round: 3, Measure: load, Value: 0.3}}
	if s := disturbed(calmly); s != "" {
		t.Errorf("one busy round is told of: %q", s)
	}
	if s := disturbed(calmly[1:2]); !strings.Contains(s, "90000") {
		t.Errorf("a busy machine is told of so: %q", s)
	}
	if got := table(calmly); strings.Contains(got, load) {
		t.Errorf("the load is in the table:\n%s", got)
	}
}
