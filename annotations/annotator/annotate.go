package annotator

import (
	"context"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/annotator/dates"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/links"
	"sidelight/annotations/annotator/names"
	"sidelight/annotations/annotator/numbers"
	"sidelight/annotations/annotator/quotes"
	"sidelight/annotations/annotator/says"
)

// Options are what the caller knows of the article.
type Options struct {
	Published annotations.Date // when it was written; zero to look for it in the article
	Language  string           // BCP 47; "" to find it out
	Least     float32          // marks with a lower score are left out, as by [Thin]
	Progress  func(float64)    // called with the share that is done, 0 to 1; may be nil
}

// MaxText is the length in bytes of the longest text that is worth marking by itself:
// three times the longest novels. To mark a megabyte takes about a second and 70 MB.
const MaxText = 10 << 20

// Knows reports whether names are marked in a language, a BCP 47 tag; "" is a text
// whose language is not known.
func Knows(language string) bool { return base(language) == "en" || language == "" }

// base is the first part of a BCP 47 tag in lower case.
func base(language string) string {
	b, _, _ := strings.Cut(strings.ToLower(language), "-")
	return b
}

// work is what is known of an article while it is annotated.
type work struct {
	doc        *found.Doc
	names      []found.Name
	dates      []found.Date
	numbers    []found.Number
	quotations []found.Quotation
	cast       *found.Cast
	passages   []found.Passage
	relations  []found.Relation
}

// stage is one step of the work. Its weight is its part of the whole time.
type stage struct {
	weight  float64
	english bool // it knows English only
	run     func(context.Context, *work) error
}

// stages are the steps in their order: each builds on those before it.
var stages = []stage{
	{.50, true, func(ctx context.Context, w *work) (err error) { w.names, err = names.Find(ctx, w.doc); return }},
	{.08, false, func(ctx context.Context, w *work) (err error) { w.dates, err = dates.Find(ctx, w.doc); return }},
	{.08, false, func(ctx context.Context, w *work) (err error) {
		w.numbers, err = numbers.Find(ctx, w.doc, w.dates)
		return
	}},
	{.08, false, func(ctx context.Context, w *work) (err error) { w.quotations, err = quotes.Find(ctx, w.doc); return }},
	{.08, true, func(ctx context.Context, w *work) (err error) {
		if w.cast, err = links.Resolve(ctx, w.doc, w.names, w.quotations); err != nil {
			return err
		}
		return links.Institutions(ctx, w.doc, w.cast)
	}},
	{.04, true, func(ctx context.Context, w *work) error {
		return says.Events(ctx, w.doc, w.names, w.dates, w.cast)
	}},
	{.08, true, func(ctx context.Context, w *work) (err error) {
		w.passages, err = quotes.Attribute(ctx, w.doc, w.quotations, w.cast)
		return
	}},
	{.06, true, func(ctx context.Context, w *work) (err error) {
		w.relations, err = says.Read(ctx, w.doc, w.cast)
		return
	}},
}

// Annotate returns the content of an edition of the article with all marks that the
// program finds; [annotations.New] accepts it. It ends with the context's error soon
// after the context ends, and has no other error but that of a stage.
func Annotate(ctx context.Context, a *annotations.Article, o Options) (annotations.Content, error) {
	doc, err := found.Divide(ctx, a)
	if err != nil {
		return annotations.Content{}, err
	}
	doc.Language, doc.Published = o.Language, o.Published
	if doc.Language == "" {
		doc.Language = languageOf(a)
	}
	if doc.Published.IsZero() {
		doc.Published = dates.DocumentDate(a)
	}
	w := &work{doc: doc, cast: &found.Cast{}}
	done := 0.0
	for _, s := range stages {
		if !s.english || Knows(doc.Language) {
			if err := s.run(ctx, w); err != nil {
				return annotations.Content{}, err
			}
		}
		if done += s.weight; o.Progress != nil {
			o.Progress(done)
		}
	}
	return w.content(o.Least), ctx.Err()
}

// Release lets go of what [Annotate] keeps from one article to the next, 12 MB. It is for
// who annotates an article now and then; the next one takes some 30 ms longer.
func Release() { names.Release() }

// Mark returns the next revision of an edition that has no marks: what [Annotate] finds
// in its article. Title, standfirst and notice stay.
func Mark(ctx context.Context, e *annotations.Edition, o Options) (*annotations.Edition, error) {
	if o.Published.IsZero() {
		o.Published = e.Published()
	}
	if o.Language == "" {
		o.Language = e.Language()
	}
	made, err := Annotate(ctx, e.Article(), o)
	if err != nil {
		return nil, err
	}
	return e.With(func(c *annotations.Content) {
		made.Title, made.Standfirst, made.Notice, made.Article = c.Title, c.Standfirst, c.Notice, c.Article
		*c = made
	})
}

// languageOf is the language that a file gives for itself, unless its words clearly
// are of another.
func languageOf(a *annotations.Article) string {
	given, seen := a.Meta.Language.Text, found.Language(a.Text)
	if given == "" || seen != "" && base(given) != seen {
		return seen
	}
	return given
}
