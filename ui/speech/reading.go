package speech

import (
	"context"
	"errors"
	"strings"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/text"
	"sidelight/ui/async"
)

// Reading reads an article aloud. It belongs to the UI goroutine.
type Reading struct {
	Voice Voice
	Rate  float64 // see [Manner]; a change holds from the next sentence on
	// Do runs a function on the UI goroutine and may be called on any. Nil means that
	// of [async.Latest].
	Do func(func())
	// OnChange is called after another sentence has begun, or the reading has been
	// paused, taken up again or ended.
	OnChange func()
	// OnFail is called in place of OnChange after the voice has failed, which ends the
	// reading.
	OnFail func(error)

	article  *annotations.Article // nil: nothing is read
	language string
	at       annotations.Sentence
	saying   async.Latest[struct{}]
}

// Start reads on from the first sentence that begins at the byte offset or after it; at
// the end of the article from the last one.
func (r *Reading) Start(e *annotations.Edition, offset int) {
	a := e.Article()
	at := a.SentenceAt(offset)
	if next, ok := after(a, at); ok && at.Start < offset {
		at = next
	}
	if !spoken(a, at) {
		next, ok := after(a, at)
		if !ok {
			return
		}
		at = next
	}
	r.article, r.language, r.at = a, e.Language(), at
	r.say()
}

// Active reports whether something is read, or paused.
func (r *Reading) Active() bool { return r.article != nil }

// Speaking reports whether something is read and not paused.
func (r *Reading) Speaking() bool { return r.saying.Running() }

// Sentence returns the sentence that is read, or paused at; empty if there is none.
func (r *Reading) Sentence() annotations.Span {
	if r.article == nil {
		return annotations.Span{}
	}
	return r.at.Span
}

// Pause falls silent. What is read then begins again with the sentence.
func (r *Reading) Pause() {
	if r.saying.Running() {
		r.saying.Stop()
		r.changed()
	}
}

// Resume goes on from where the reading was paused.
func (r *Reading) Resume() {
	if r.article != nil && !r.saying.Running() {
		r.say()
	}
}

// Step goes on to the next sentence, or back to the one before if delta is negative.
// At either end of the article it stays. A pause stays one.
func (r *Reading) Step(delta int) {
	if r.article == nil {
		return
	}
	to, ok := after(r.article, r.at)
	if delta < 0 {
		to, ok = before(r.article, r.at)
	}
	if !ok {
		return
	}
	r.at = to
	if r.saying.Running() {
		r.say()
		return
	}
	r.changed()
}

// Stop ends the reading.
func (r *Reading) Stop() {
	if r.article != nil {
		r.end()
		r.changed()
	}
}

func (r *Reading) end() {
	r.saying.Stop()
	r.article = nil
}

func (r *Reading) changed() {
	if f := r.OnChange; f != nil {
		f()
	}
}

// say speaks the sentence, and after it the next one.
func (r *Reading) say() {
	words, how := r.article.Slice(r.at.Span), Manner{Rate: r.Rate, Language: r.language}
	voice := r.Voice
	r.saying.Do = r.Do
	r.saying.Run(func(j *async.Job) (struct{}, error) {
		return struct{}{}, voice.Say(j, words, how)
	}, r.said)
	r.changed()
}

// said goes on after a sentence.
func (r *Reading) said(_ struct{}, err error) {
	if err != nil {
		r.end()
		if f := r.OnFail; f != nil && !errors.Is(err, context.Canceled) {
			f(err)
			return
		}
		r.changed()
		return
	}
	next, ok := after(r.article, r.at)
	if !ok {
		r.Stop()
		return
	}
	r.at = next
	r.say()
}

// spoken reports whether a sentence has words: a row of stars has none.
func spoken(a *annotations.Article, s annotations.Sentence) bool {
	return text.Count(a.Slice(s.Span)) > 0
}

// after returns the next sentence with words.
func after(a *annotations.Article, s annotations.Sentence) (annotations.Sentence, bool) {
	for {
		end := a.Paragraph(s.Paragraph - 1).End
		switch rest := strings.TrimLeftFunc(a.Text[s.End:end], unicode.IsSpace); {
		case rest != "":
			s = a.SentenceAt(end - len(rest))
		case s.Paragraph < a.Len():
			s = a.SentenceAt(a.Paragraph(s.Paragraph).Start)
		default:
			return s, false
		}
		if spoken(a, s) {
			return s, true
		}
	}
}

// before returns the sentence with words before s.
func before(a *annotations.Article, s annotations.Sentence) (annotations.Sentence, bool) {
	for {
		switch start := a.Paragraph(s.Paragraph - 1).Start; {
		case s.Start > start:
			s = a.SentenceAt(s.Start - 1)
		case s.Paragraph > 1:
			s = a.SentenceAt(a.Paragraph(s.Paragraph-2).End - 1)
		default:
			return s, false
		}
		if spoken(a, s) {
			return s, true
		}
	}
}
