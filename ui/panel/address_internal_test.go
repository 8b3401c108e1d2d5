package panel

import (
	"net/url"
	"strings"
	"testing"

	"sidelight/annotations/fuzzed"
	"sidelight/ui/typeset"
)

func TestWebAddress(t *testing.T) {
	for raw, want := range map[string]string{
		"https://Agency.Example/a?b=c#d":           "https agency.example /a?b=c#d",
		"http://agency.example":                    "http agency.example ",
		"https://agency.example:8443/":             "https agency.example:8443 /",
		"https://[2001:db8::1]:80/a":               "https [2001:db8::1]:80 /a",
		"https://agency.example/it's \"so\"":       "https agency.example /it%27s%20%22so%22",
		"https://agency.example/\u202egnp.exe":     "https agency.example /%E2%80%AEgnp.exe",
		"https://agency.example/?q=\u202egnp":      "https agency.example /?q=%E2%80%AEgnp",
		"https://agency.example/#\u2066é":          "https agency.example /#%E2%81%A6%C3%A9",
		"https://agency.example/https://evil.test": "https agency.example /https://evil.test",
	} {
		a, ok := webAddress(raw)
		if got := a.scheme + " " + a.host + " " + a.rest; !ok || got != want {
			t.Errorf("%q becomes %q, %v, want %q", raw, got, ok, want)
		}
	}
	for _, raw := range []string{
		"", "agency.example", "ftp://agency.example", "file:///etc/passwd", "javascript:alert(1)", "https:///a", "https://:80/",
		"https://agency.example@evil.test/", "https://a:b@evil.test/", "https://agency.example:70000/", "https://agency.example:0/",
		"https://аgency.example/", "https://agency.example\u202e/", "https://agency%2eexample/", "https://\u212aremlin.example/", "https://\u0130stanbul.example/", "https://agency.example/\x00",
		"https://agency.example/" + strings.Repeat("a", maxAddress),
	} {
		if a, ok := webAddress(raw); ok {
			t.Errorf("%.60q is offered as %.60q", raw, a)
		}
	}
}

// FuzzWebAddress: what is offered is printable ASCII that is drawn as it stands, and
// leads to the host that is set apart.
func FuzzWebAddress(f *testing.F) {
	for _, s := range []string{"https://agency.example:80/a?b#c", "http://[::1]/", "https://a@b/", "https://a/\u202e'\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		fuzzed.Within(t, func() {
			a, ok := webAddress(raw)
			if !ok {
				return
			}
			s := a.String()
			if strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) || typeset.Drawn(s) != s {
				t.Errorf("%q is shown as %q", raw, s)
			}
			u, err := url.Parse(s)
			if err != nil || u.Host != a.host || u.Scheme != a.scheme || u.User != nil {
				t.Errorf("%q leads to %+v: %v", s, u, err)
			}
			if given, err := url.Parse(raw); err != nil || len(given.Host) != len(a.host) {
				t.Errorf("%q leads to %q: %v", raw, a.host, err)
			}
			if again, ok := webAddress(s); !ok || again != a {
				t.Errorf("%q becomes %q", s, again)
			}
		})
	})
}
