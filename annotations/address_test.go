package annotations

import (
	"strings"
	"testing"

	"sidelight/annotations/fuzzed"
)

func TestParseAddress(t *testing.T) {
	long := "https://example.org/" + strings.Repeat("a", 1980)
	for _, tt := range []struct {
		in, host, rest, err string
	}{
		{in: "https://example.org/a?b=c#d", host: "example.org", rest: "/a?b=c#d"},
		{in: "http://example.org", host: "example.org"},
		{in: "HTTPS://EXAMPLE.org:8080/A", host: "example.org:8080", rest: "/A"},
		{in: "https://example.org?q", host: "example.org", rest: "?q"},
		{in: "https://[2001:db8::1]:80/x", host: "[2001:db8::1]:80", rest: "/x"},
		{in: "https://example.org/naïve|x y", host: "example.org", rest: "/na%C3%AFve%7Cx%20y"},
		{in: "https://example.org/%00%0a%ff", host: "example.org", rest: "/%00%0a%ff"},
		{in: "https://example.org/https://other.org", host: "example.org", rest: "/https://other.org"},
		{in: "https://example.org/@b", host: "example.org", rest: "/@b"},
		{in: `https://example.org/\@b`, host: "example.org", rest: "/%5C@b"},
		{in: "https://xn--80ak6aa92e.com/", host: "xn--80ak6aa92e.com", rest: "/"},
		{in: long, host: "example.org", rest: long[len("https://example.org"):]},

		{in: "", err: "not a web address"},
		{in: "javascript:alert(1)", err: "not a web address"},
		{in: "file:///etc/passwd", err: "not a web address"},
		{in: "https:///x", err: "not a web address"},
		{in: "https:example.org", err: "not a web address"},
		{in: "-https://example.org", err: "not a web address"},
		{in: "https://[::1/", err: "not a web address"},
		{in: `https://good.org\@evil.org/`, err: "user name"},
		{in: "https://www.bbc.com@evil.example/", err: "user name"},
		{in: "https://a:b@evil.example/", err: "user name"},
		{in: "https://@evil.example/", err: "user name"},
		{in: "https://example.org/?a=\u202egpj.exe", err: "cannot be seen"},
		{in: "https://example.org/\u0085", err: "cannot be seen"},
		{in: "https://example.org/\x1b[31m", err: "cannot be seen"},
		{in: "https://example.org:99999999/", err: "port"},
		{in: "https://example.org:0/", err: "port"},
		{in: "https://\u0430pple.com/", err: "ASCII"},
		{in: "https://\u212aremlin.example/", err: "ASCII"}, // the sign for kelvin
		{in: "https://\u0130stanbul.example/", err: "ASCII"},
		{in: "https://%61pple.com/", err: "not a web address"},
		{in: "https://a..b/", err: "ASCII"},
		{in: "https://example.org:/", err: "ASCII"},
		{in: "http://[::1%25eth0]:80/x", err: "ASCII"},
		{in: long + "a", err: "2001 bytes"},
	} {
		a, err := ParseAddress(tt.in)
		switch {
		case tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)):
			t.Errorf("%.60q: got %v, %v; want an error with %q", tt.in, a, err, tt.err)
		case tt.err == "" && (err != nil || a.Host != tt.host || a.Rest != tt.rest):
			t.Errorf("%.60q: got %+v, %v; want the host %q and %q", tt.in, a, err, tt.host, tt.rest)
		}
	}
}

// An address that is taken is printable ASCII, is read the same again, and its
// host is all that stands between // and the next slash, question mark or number
// sign.
func FuzzParseAddress(f *testing.F) {
	for _, s := range []string{
		"https://example.org/a?b#c", "http://[::1]:80", "https://a@b", "HTTP://EXAMPLE.ORG:1/é", "https://a\\b", "https://a#@b", "https://a?@b",
		"https:// a", "https://%41", "//a", "https://a:b:1/", "http://a/%zz", "http://A%2f/",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzzed.Within(t, func() {
			a, err := ParseAddress(s)
			if err != nil {
				return
			}
			full := a.String()
			if len(full) > maxAddress || strings.ContainsFunc(full, func(r rune) bool { return r <= ' ' || r > '~' }) {
				t.Errorf("%q gives %q", s, full)
			}
			if again, err := ParseAddress(full); err != nil || again != a {
				t.Errorf("%q gives %+v, and that %+v, %v", s, a, again, err)
			}
			_, host, _ := strings.Cut(full, "://")
			if i := strings.IndexAny(host, "/?#\\"); i >= 0 {
				host = host[:i]
			}
			if host != a.Host || strings.ContainsAny(host, "@%") {
				t.Errorf("%q opens %q and shows the host %q", s, host, a.Host)
			}
		})
	})
}
