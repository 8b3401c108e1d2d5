package search

import (
	"strings"
	"testing"

	"sidelight/annotations"
)

// Whatever the script, a word is found that the text holds, however it is
// spelled there or on the reader's keyboard.
func TestFindInOtherScripts(t *testing.T) {
	sentences := []string{
		"Sie hat kalte Füße.", "Die Bruecke ist alt.", "Ὁ λόγος ἦν.", "船が雨の朝に出た。", "老人说：人老了。",
		"Blue\u00adberries, har\u200bbour.", "An oﬃce by the inter-\nnational pier.", "Ｈａｒｂｏｕｒｍａｓｔｅｒ Søren", "कुछ नावें",
		"Những chiếc thuyền", "The pot is hot.",
	}
	records := make([]Record, len(sentences))
	for i, s := range sentences {
		records[i] = Record{Type: Passage, ID: string(rune('a' + i)), Title: s}
	}
	article, err := annotations.NewArticle("a.txt", "Nothing of this.")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: article})
	if err != nil {
		t.Fatal(err)
	}
	x := New(e, records...)
	for query, want := range map[string]string{
		"fuesse": "a", "FÜSSE": "a", "fusse": "a", "fues": "a", "fuess kalt": "a", "fuß": "a",
		"brücke": "b", "bruecke": "b", "brucke": "",
		"ΛΌΓΟΣ": "c", "λογος": "c",
		"雨": "d", "雨の": "d", "の雨": "", "老人": "e", "人老": "e", "老了": "e",
		"blueberries": "f", "harbour": "f h", "office": "g", "international": "g",
		"harbourmaster": "h", "soeren": "h", "soren": "h", "कुछ": "i", "nhung chiec": "j", "poet": "",
	} {
		if got := strings.Join(ids(found(x, query, 0)), " "); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
	if got := marked(found(x, "fuess", 1)[0]); got != "Sie hat kalte [Füß]e." {
		t.Errorf("fuess marks %s", got)
	}
}
