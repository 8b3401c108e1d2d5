package view

import "sidelight/annotations/knowledge"

// Outside tells a view what is known of a thing beside the article. Nothing is fetched.
type Outside interface {
	// Ask asks what is known and calls then with it, on the UI goroutine. A newer call
	// keeps the answer of an older one from coming.
	Ask(about knowledge.Subject, then func([]knowledge.Line))
	// Confirmed reports whether the reader has said that a line that may be of another
	// thing of the same name is of this one, and Confirm says so or takes it back.
	Confirmed(about knowledge.Subject, l knowledge.Line) bool
	Confirm(about knowledge.Subject, l knowledge.Line, yes bool)
	// OpenArticle opens another article that the reader opened before.
	OpenArticle(knowledge.Article)
}
