package export

import (
	"sidelight/annotations"
	"sidelight/annotations/export/margin"
)

// Parts says what of a document is written out.
type Parts struct {
	Marks  bool          // what the edition knows of its article
	Margin *margin.Sheet // the reader's notes; nil to leave them out
	// Pictures are for a page; nil to leave them out.
	Pictures *Pictures
}

// bare is the edition without what it knows of its article.
func bare(e *annotations.Edition) (*annotations.Edition, error) {
	return annotations.New(annotations.Content{
		Title: e.Title(), Standfirst: e.Standfirst(), Language: e.Language(), Notice: e.Notice(),
		Published: e.Published(), Article: e.Article(),
	})
}
