// Package shelf is the page of the reader's library: what was opened, with when, to be
// searched, opened again and forgotten, and the offline encyclopaedia that the reader has
// named. It asks for everything off the UI goroutine, and for nothing before it is shown.
package shelf

import (
	"context"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
)

// Library holds the articles that the reader opened. Its methods are called off the UI
// goroutine.
type Library interface {
	// All returns the articles, the last opened first.
	All(context.Context) ([]knowledge.Article, error)
	// Search returns the articles whose titles or texts have some words, what fits best
	// first.
	Search(ctx context.Context, words string) ([]Found, error)
	// Forget removes an article with all that was kept of it, and ForgetAll all of them.
	Forget(context.Context, annotations.Fingerprint) error
	ForgetAll(context.Context) error
}

// Found is an article that has the words that were searched for.
type Found struct {
	knowledge.Article                    // its Sentence is a stretch of the text
	Marks             []annotations.Span // the words, in Sentence
}

// Archive names the file that is asked as an encyclopaedia.
type Archive struct {
	Title  string // of the archive, or the name of its file
	Detail string // its date and licence, or why it cannot be read
}
