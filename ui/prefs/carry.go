package prefs

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"sidelight/annotations"
	"sidelight/ui/session"
)

// The keys of an article up to version 0.1, each followed by what [oldKey]
// returns: mentions were kept by their place among those of the entity, what was
// opened as words such as "entity hamas" or "passage p4s2", which is the second
// sentence of the fourth paragraph.
const (
	oldPrefix   = "article."
	oldSelected = oldPrefix + "selected."
	oldMention  = oldPrefix + "mention."
	oldOffset   = oldPrefix + "offset."
	oldOpened   = oldPrefix + "opened."
)

// oldKey names an article by its text. That takes a while for a long one, and is
// asked for only while there is something to carry over.
func oldKey(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// carryOver reads what an older version kept of an article, keeps it as this
// version does and forgets the old. What this version has kept itself stays.
func (p *Prefs) carryOver(e *annotations.Edition) {
	if !p.store.holds(oldPrefix) {
		return
	}
	key := oldKey(e.Article().Text)
	if !p.store.holds(keyOffset+articleKey(e.Article())) && p.store.holds(oldOffset+key) {
		p.SetLeft(e, p.oldLeft(e, key))
	}
	for _, prefix := range []string{oldSelected, oldMention, oldOffset, oldOpened} {
		p.store.drop(prefix + key)
	}
}

// oldLeft returns how an older version kept that an article was left.
func (p *Prefs) oldLeft(e *annotations.Edition, key string) Left {
	left := Left{Place: session.Place{Offset: -1, Selected: annotations.EntityID(p.id(oldSelected + key))}}
	if m, ok := e.Nth(left.Place.Selected, int(p.number(oldMention+key, -1, -1, maxOffset))); ok {
		left.Place.Mention = m.ID()
	}
	offset := int(p.number(oldOffset+key, 0, 0, maxOffset))
	if at, ok := again(e.Article().Text, "", offset); ok && at > 0 {
		left.Place.Offset = at
	}
	for _, kept := range p.strings(oldOpened+key, MaxOpened) {
		if o, ok := oldOpenedOf(kept, e.Article()); ok {
			left.Opened = append(left.Opened, o)
		}
	}
	return left
}

// oldOpenedOf returns what "entity hamas" and "passage p4s2" name.
func oldOpenedOf(kept string, a *annotations.Article) (Opened, bool) {
	kind, id, _ := strings.Cut(kept, " ")
	switch kind {
	case "entity":
		return Opened{Entity: annotations.EntityID(id)}, id != "" && len(id) <= maxID
	case "passage":
		var paragraph, sentence int
		if n, err := fmt.Sscanf(id, "p%ds%d", &paragraph, &sentence); n != 2 || err != nil {
			return Opened{}, false
		}
		if paragraph < 1 || paragraph > a.Len() {
			return Opened{}, false
		}
		for s := range a.Sentences(a.Paragraph(paragraph - 1)) {
			if s.Number == sentence {
				return Opened{Passage: s.Span}, true
			}
		}
	}
	return Opened{}, false
}
