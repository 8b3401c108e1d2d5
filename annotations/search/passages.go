package search

import (
	"strings"

	"sidelight/annotations"
)

// A record outweighs a short sentence many times over. In a long article of short
// sentences, a list of letters for example, the sentences that stand together are
// therefore one record. Sizes are in bytes.
const (
	longArticle   = 256 << 10
	shortSentence = 40  // on average
	stretch       = 256 // of sentences that are one record, at most
)

// addPassages adds the sentences of the article, or stretches of short ones.
func addPassages(e *annotations.Edition, add func(*record)) {
	a := e.Article()
	most := 0
	if len(a.Text) > longArticle && dense(a) {
		most = stretch
	}
	var open annotations.Sentence // the stretch that the next sentence may join
	for _, p := range a.Paragraphs() {
		for s := range a.Sentences(p) {
			switch {
			case open.End == 0:
				open = s
			case s.End-open.Start <= most:
				open.End = s.End
			default:
				add(passageRecord(e, open))
				open = s
			}
		}
	}
	if open.End > 0 {
		add(passageRecord(e, open))
	}
}

// dense reports whether the sentences of an article are short on average.
func dense(a *annotations.Article) bool {
	left := len(a.Text) / shortSentence
	for _, p := range a.Paragraphs() {
		for range a.Sentences(p) {
			if left--; left < 0 {
				return true
			}
		}
	}
	return false
}

// passageTitle is what a passage is shown as: its words on one line.
func passageTitle(text string) string {
	if !strings.ContainsAny(text, "\n\r") {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}
