package names

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

func TestShow(t *testing.T) {
	p := os.Getenv("SHOW")
	if p == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(p)
	a, err := annotations.NewArticle("a.txt", string(b))
	if err != nil {
		t.Fatal(err)
	}
	d, _ := found.Divide(context.Background(), a)
	names, _ := Find(context.Background(), d)
	for i := range d.Sentences {
		var sb strings.Builder
		s := d.SentenceSpan(i)
		at := s.Start
		for _, n := range names {
			if n.Start >= s.Start && n.End <= s.End {
				fmt.Fprintf(&sb, "%s[%s %s %.2f %q]", d.Text[at:n.Start], short(n.Kind), d.Text[n.Start:n.End], n.Score, d.Text[n.Ground.Start:n.Ground.End])
				at = n.End
			}
		}
		fmt.Println(sb.String() + d.Text[at:s.End])
	}
}
