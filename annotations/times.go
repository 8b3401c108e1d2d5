package annotations

import "strings"

// TimesOf are the times at which the article mentions an entity, by position: its
// mentions without those that repeat another one ([Edition.Repeats]) and without the
// pronouns that the program found, of which it is never sure.
func (e *Edition) TimesOf(id EntityID) []*Mention {
	all := e.mentions.of[id]
	out := make([]*Mention, 0, len(all))
	for i := range all {
		if guessed := all[i].Origin == Found && all[i].Form == Pronoun; !guessed && repeated(e.c.Article, all, i) < 0 {
			out = append(out, all[i])
		}
	}
	return out
}

// Times counts what [Edition.TimesOf] returns: the times at which the article
// mentions an entity by a name, and the other times, by a description or a pronoun.
func (e *Edition) Times(id EntityID) (named, others int) {
	for _, m := range e.TimesOf(id) {
		if m.Form.Names() {
			named++
		} else {
			others++
		}
	}
	return named, others
}

// Unsure reports whether the program found an entity and is sure of none of the times
// at which the article mentions it.
func (e *Edition) Unsure(id EntityID) bool {
	all := e.TimesOf(id)
	for _, m := range all {
		if !m.Unsure() {
			return false
		}
	}
	return len(all) > 0
}

// Repeats returns the mention of the same entity that a mention only repeats; ok is
// false if there is none. A description repeats the name that it stands beside, as
// a title does in “President Donald Trump” and “Donald Trump, the president”; a
// mention inside another one of its entity repeats that.
func (e *Edition) Repeats(id MentionID) (of *Mention, ok bool) {
	m, ok := e.Mention(id)
	if !ok {
		return nil, false
	}
	all := e.mentions.of[m.Entity]
	i := repeated(e.c.Article, all, ordinal(all, m))
	if i < 0 {
		return nil, false
	}
	return all[i], true
}

// repeated is the index of the mention that mention i of one entity repeats, or -1.
func repeated(a *Article, all []*Mention, i int) int {
	m := all[i]
	if i > 0 && all[i-1].End >= m.End {
		return i - 1
	}
	if m.Form != Description {
		return -1
	}
	if i+1 < len(all) && all[i+1].Form.Names() && beside(a, m.End, all[i+1].Start) {
		return i + 1
	}
	if i > 0 && all[i-1].Form.Names() && beside(a, all[i-1].End, m.Start) {
		return i - 1
	}
	return -1
}

// beside reports whether nothing but blanks and at most one comma lies between two
// offsets of the article.
func beside(a *Article, end, start int) bool {
	const most = 8 // bytes of it
	if end > start || start-end > most {
		return false
	}
	between := strings.Replace(a.Text[end:start], ",", "", 1)
	return strings.Trim(between, " \t\u00a0") == ""
}
