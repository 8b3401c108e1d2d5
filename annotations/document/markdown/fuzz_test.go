package markdown_test

import (
	"errors"
	"testing"

	"sidelight/annotations/document/documenttest"
	"sidelight/annotations/document/markdown"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

// Whatever a text of Markdown holds, it is read within its limits, and each character
// leads to its place and back.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"---\ntitle: a\n---\n# b {#c}\n\n- [x] d[^e]\n\n[^e]: f\n", "+++\na = 1\n+++\nb", "| a | `b\\|c` |\n|--|--|\n| ![[d.png]] |\n",
		"> [!note] a\n> b\n\n::: tip c\nd\n:::\n\na\n: b\n", "<div>\n\n*a* <b>c</b><br>d\n\n</div><table><tr><td>e", "$$\na\n$$\n\n$b$ ~c~ d~2~ ==e== %%f%% :ship: {{< g h=\"i\" >}} www.j.k\n",
		"[a](b) [c][d] <e@f.g> &amp;&#0;\\*\n\n[d]: #a\n", "{% highlight x %}\na\n{% endhighlight %}\n", "- \t>\t```\n", "*<b>a*</b>c*", "www.? https://.",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed.Within(t, func() {
			a, err := markdown.Read(t.Context(), &raw.File{Name: "a.md", Data: data})
			if err == nil {
				documenttest.Origins(t, a)
			} else if e := (*raw.Error)(nil); !errors.As(err, &e) {
				t.Errorf("refused without a reason: %v", err)
			}
		})
	})
}
