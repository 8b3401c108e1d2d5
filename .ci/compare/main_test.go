package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const list = `
# package     benchmark          further units
./ui/page     ^BenchmarkScroll$  ms/visible
./ui/typeset  ^BenchmarkLay/book
`

// measured is what benchstat writes, with these lines for the benchmarks.
func measured(scroll, bytes, allocs, visible, lay string) string {
	table := func(unit, line string) string {
		return ",base,,head,,,\n," + unit + ",CI," + unit + ",CI,vs base,P\n" + line + "\ngeomean,1,,2,,+100.00%,\n\n"
	}
	return "goos: linux\npkg: sidelight/ui/page\n" +
		table("sec/op", "Scroll-2,"+scroll+"\nUnnamed-2,1,0%,9,0%,+800.00%,p=0.002 n=6") +
		table("B/op", "Scroll-2,"+bytes) + table("allocs/op", "Scroll-2,"+allocs) + table("ms/visible", "Scroll-2,"+visible) +
		table("ms/other", "Scroll-2,1,0%,9,0%,+800.00%,p=0.002 n=6") +
		"pkg: sidelight/ui/typeset\n" + table("sec/op", "Lay/book-2,"+lay)
}

func call(t *testing.T, list, csv string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list")
	if err := os.WriteFile(path, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, err strings.Builder
	code = run(append(args, path), strings.NewReader(csv), &out, &err)
	return code, out.String(), err.String()
}

const (
	same   = "100,0%,100,0%,~,p=1.000 n=6"
	little = "100,0%,109,0%,+9.00%,p=0.002 n=6"
	much   = "100,0%,111,0%,+11.00%,p=0.002 n=6"
	noise  = "100,60%,190,70%,~,p=0.310 n=6"
	gain   = "100,0%,50,0%,-50.00%,p=0.002 n=6"
	none   = "0,0%,0,0%,~,p=1.000 n=6"
	first  = "0,0%,1,0%,?,p=0.002 n=6"
)

func TestLoss(t *testing.T) {
	for name, c := range map[string]struct {
		csv  string
		args []string
		lost string // what stderr names, or nothing
	}{
		"nothing":          {csv: measured(same, none, none, same, same)},
		"a little":         {csv: measured(little, little, little, little, little)},
		"noise":            {csv: measured(noise, noise, noise, noise, noise)},
		"a gain":           {csv: measured(gain, gain, gain, gain, gain)},
		"time":             {csv: measured(much, same, same, same, same), lost: "ui/page Scroll-2: 100 -> 111 sec/op, +11.00% (p=0.002 n=6)"},
		"bytes":            {csv: measured(same, much, same, same, same), lost: "111 B/op"},
		"allocations":      {csv: measured(same, same, much, same, same), lost: "111 allocs/op"},
		"a first one":      {csv: measured(same, same, first, same, same), lost: "0 -> 1 allocs/op"},
		"a further unit":   {csv: measured(same, same, same, much, same), lost: "111 ms/visible"},
		"another package":  {csv: measured(same, same, same, same, much), lost: "ui/typeset Lay/book-2"},
		"another bound":    {csv: measured(much, same, same, same, same), args: []string{"-loss", "20"}},
		"a narrower bound": {csv: measured(little, same, same, same, same), args: []string{"-loss", "5"}, lost: "109 sec/op"},
	} {
		t.Run(name, func(t *testing.T) {
			code, _, stderr := call(t, list, c.csv, c.args...)
			if want := c.lost != ""; code == 1 != want || code > 1 || !strings.Contains(stderr, c.lost) || strings.Contains(stderr, "Unnamed") {
				t.Errorf("exit code %d, %s", code, stderr)
			}
		})
	}
}

func TestOnlyInOne(t *testing.T) {
	for commit, c := range map[string]struct{ scroll, lay string }{
		"base": {scroll: "100,0%", lay: same},
		"head": {scroll: ",,100,0%", lay: same},
	} {
		code, stdout, stderr := call(t, list, measured(c.scroll, c.scroll, c.scroll, c.scroll, c.lay))
		if code != 0 || stdout != "Only in "+commit+": sidelight/ui/page Scroll-2\n" {
			t.Errorf("%s: exit code %d, %q, %s", commit, code, stdout, stderr)
		}
	}
	alone := "pkg: sidelight/ui/page\n,head,\n,sec/op,CI\nScroll-2,5e-09,∞\ngeomean,5e-09,\n"
	if code, stdout, stderr := call(t, "./ui/page ^BenchmarkScroll$", alone); code != 0 || !strings.HasPrefix(stdout, "Only in head") {
		t.Errorf("a package of one commit: exit code %d, %q, %s", code, stdout, stderr)
	}
}

func TestCannotTell(t *testing.T) {
	all := measured(same, same, same, same, same)
	for name, c := range map[string]struct{ list, csv string }{
		"a name that nothing has": {list + "./ui/page ^BenchmarkScrolled$", all},
		"another package's name":  {"./typeset ^BenchmarkLay", all},
		"no name":                 {"./ui/page", all},
		"no expression":           {"./ui/page ^(", all},
		"nothing measured":        {list, ""},
		"no number":               {list, measured("much,0%,100,0%,~,p=1.000 n=6", same, same, same, same)},
		"no difference":           {list, measured("100,0%,100,0%", same, same, same, same)},
		"no heading":              {list, "pkg: sidelight/ui/page\nScroll-2," + same + "\n"},
	} {
		if code, _, stderr := call(t, c.list, c.csv); code != 2 || stderr == "" {
			t.Errorf("%s: exit code %d, %s", name, code, stderr)
		}
	}
	for _, args := range [][]string{{}, {"a", "b"}, {"-x"}, {filepath.Join(t.TempDir(), "none")}} {
		var stderr strings.Builder
		if code := run(args, strings.NewReader(""), &stderr, &stderr); code != 2 {
			t.Errorf("%q: exit code %d", args, code)
		}
	}
}
