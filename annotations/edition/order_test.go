package edition_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"sidelight/annotations/edition"
)

// threeEvents is the sample with three events beside the announcement, of which a comes
// before b by their dates, and with orders of them.
func threeEvents(t *testing.T, orders ...string) fstest.MapFS {
	fsys := copyOf(t, os.DirFS("testdata/sample"))
	more := string(fsys["more/things.yaml"].Data)
	for _, x := range [][2]string{{"ev-a", "2020"}, {"ev-b", "2021"}, {"ev-c", "2020-06/.."}} {
		more += "  - {id: " + x[0] + ", kind: event, name: The event " + x[0] + ", identity: An event, when: " + x[1] + ", match: false}\n"
	}
	fsys["more/things.yaml"] = &fstest.MapFile{Data: []byte(more)}
	facts := string(fsys["facts.yaml"].Data)
	for i, o := range orders {
		facts += "  - {id: order-" + string(rune('a'+i)) + ", about: [pier], state: in-article, text: An order., order: " + o +
			", evidence: [{exact: said on 4 May 2021}]}\n"
	}
	fsys["facts.yaml"] = &fstest.MapFile{Data: []byte(facts)}
	return fsys
}

func TestOrders(t *testing.T) {
	for _, c := range []struct {
		name   string
		orders []string
		want   string // in the error; empty if there is none
	}{
		{"as the dates have it", []string{"[ev-a, ev-b]"}, ""},
		{"where the dates leave it open", []string{"[ev-c, ev-a]", "[ev-c, ev-b]"}, ""},
		{"against the dates", []string{"[ev-b, ev-a]"}, "ev-a cannot come after ev-b: their dates say the opposite"},
		{"round in one fact's order", []string{"[ev-a, ev-c]", "[ev-c, ev-a]"}, "ev-a cannot come after ev-c: the order of other facts says the opposite"},
		{"round over several", []string{"[ev-c, announcement, ev-b]", "[ev-b, ev-c]"}, "ev-c cannot come after ev-b: the order of other facts"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := edition.Load(t.Context(), threeEvents(t, c.orders...))
			switch {
			case c.want == "" && err != nil:
				t.Error(err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}
