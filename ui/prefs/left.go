package prefs

import (
	"maps"
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/ui/session"
)

// Left is how an article was left. It may name entities and mentions that the
// edition does not have any more.
type Left struct {
	// Place is where the reader was. Of a place, the offset, the pixels past it and
	// what was selected are kept. The offset of a new article is -1, its header.
	// Its view is that of Views.
	Place session.Place
	// Opened is what was opened lately, the last first, [MaxOpened] at most.
	Opened []Opened
	// Views is how the views beside the article were left.
	Views Views
}

// Opened is an entity or, if Entity is empty, a sentence.
type Opened struct {
	Entity  annotations.EntityID
	Passage annotations.Span
}

// MaxOpened is how much is remembered of what was opened of one article.
const MaxOpened = 12

// The keys of an article; each ends with what [articleKey] returns.
const (
	keySelected = "place.selected."
	keyMention  = "place.mention."
	keyOffset   = "place.offset."
	keyPast     = "place.past."
	keyWords    = "place.words." // that begin at the offset
	keyOpened   = "place.opened."
)

// The names of what is kept of one [Opened].
const (
	openedEntity = "entity"
	openedOffset = "offset" // of a sentence
	openedWords  = "words"  // with which the sentence begins
)

const (
	maxOffset = 1 << 30 // bytes; no article is that long
	maxPast   = 1 << 20 // pixels of a line or a header above the view
	maxID     = 200     // bytes of an id
	maxWords  = 64      // bytes of words by which a place is found again
)

// articleKey names an article by its file, so that its place is found again
// wherever the file has gone.
func articleKey(a *annotations.Article) string { return a.File.Fingerprint.String()[:16] }

// Left returns how the article of an edition was left. Places are found again by
// the words that stood there, because a newer version of the program may make
// another text of the same file.
func (p *Prefs) Left(e *annotations.Edition) Left {
	p.carryOver(e)
	a := e.Article()
	key := articleKey(a)
	left := Left{Place: session.Place{
		Selected: annotations.EntityID(p.id(keySelected + key)),
		Mention:  annotations.MentionID(p.id(keyMention + key)),
		Offset:   -1,
		Past:     float32(p.number(keyPast+key, 0, 0, maxPast)),
	}, Views: p.views(key)}
	if offset := int(p.number(keyOffset+key, -1, -1, maxOffset)); offset >= 0 {
		at, ok := again(a.Text, p.text(keyWords+key, ""), offset)
		if !ok {
			at, left.Place.Past = -1, 0
		}
		left.Place.Offset = at
	}
	for _, kept := range read(p, keyOpened+key, []any(nil)) {
		if o, ok := openedOf(kept, a); ok && len(left.Opened) < MaxOpened {
			left.Opened = append(left.Opened, o)
		}
	}
	return left
}

// SetLeft keeps how the article of an edition is left.
func (p *Prefs) SetLeft(e *annotations.Edition, left Left) {
	a := e.Article()
	key := articleKey(a)
	opened := make([]any, 0, MaxOpened)
	for _, o := range left.Opened[:min(len(left.Opened), MaxOpened)] {
		opened = append(opened, o.kept(a))
	}
	all := left.Views.kept(key)
	maps.Copy(all, map[string]any{
		keySelected + key: string(left.Place.Selected),
		keyMention + key:  string(left.Place.Mention),
		keyOffset + key:   float64(left.Place.Offset),
		keyPast + key:     float64(left.Place.Past),
		keyWords + key:    wordsAt(a.Text, left.Place.Offset),
		keyOpened + key:   opened,
		keyDay + key:      today(),
	})
	p.store.setAll(all)
}

// id returns the id that a key holds, or none.
func (p *Prefs) id(key string) string {
	id := p.text(key, "")
	if len(id) > maxID {
		p.reject(key, id[:maxID]+"…", "")
		return ""
	}
	return id
}

// kept returns o as it is written down.
func (o Opened) kept(a *annotations.Article) map[string]any {
	if o.Entity != "" {
		return map[string]any{openedEntity: string(o.Entity)}
	}
	return map[string]any{
		openedOffset: float64(o.Passage.Start), openedWords: wordsAt(a.Text, o.Passage.Start),
	}
}

// openedOf returns what was written down by [Opened.kept], if it still makes sense.
func openedOf(kept any, a *annotations.Article) (Opened, bool) {
	m, _ := kept.(map[string]any)
	if id, ok := m[openedEntity].(string); ok && id != "" && len(id) <= maxID {
		return Opened{Entity: annotations.EntityID(id)}, true
	}
	words, _ := m[openedWords].(string)
	offset, _ := m[openedOffset].(float64)
	if words == "" || offset < 0 || offset > maxOffset {
		return Opened{}, false
	}
	at, ok := again(a.Text, words, int(offset))
	s := a.SentenceAt(at)
	return Opened{Passage: s.Span}, ok && s.Contains(at)
}

// wordsAt returns a copy of the words that begin at an offset, cut after [maxWords]
// bytes: a part of the text would keep the whole of it in the store.
func wordsAt(text string, offset int) string {
	if offset < 0 || offset > len(text) {
		return ""
	}
	end := min(offset+maxWords, len(text))
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	return strings.Clone(text[offset:max(offset, end)])
}

// again returns where words stand that stood at an offset: there, or at the place
// nearest to it. Without words, the offset must begin a character of the text.
func again(text, words string, offset int) (int, bool) {
	if words == "" {
		return offset, offset < len(text) && utf8.RuneStart(text[offset])
	}
	from := min(offset, len(text))
	after := strings.Index(text[from:], words)
	before := strings.LastIndex(text[:min(from+len(words), len(text))], words)
	switch {
	case after < 0:
		return before, before >= 0
	case before < 0 || after < from-before:
		return from + after, true
	}
	return before, true
}
