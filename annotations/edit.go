package annotations

import "slices"

// Edit is one change of an edition's content, for [Edition.With].
type Edit func(*Content)

// AddMention adds a mention.
func AddMention(m Mention) Edit {
	return func(c *Content) { c.Mentions = append(slices.Clip(c.Mentions), m) }
}

// RemoveMention takes away the mention of that id; what is not there is no fault.
func RemoveMention(id MentionID) Edit {
	return func(c *Content) {
		is := func(m Mention) bool { return m.Is(id) }
		if slices.ContainsFunc(c.Mentions, is) {
			c.Mentions = slices.DeleteFunc(slices.Clone(c.Mentions), is)
		}
	}
}

// SetMention puts a mention in the place of the one with an id, which it keeps wherever
// it stands.
func SetMention(id MentionID, m Mention) Edit {
	m.Given = nil
	if !m.Is(id) {
		m.Given = &id
	}
	return func(c *Content) {
		for i := range c.Mentions {
			if c.Mentions[i].Is(id) && !c.Mentions[i].same(&m) {
				c.Mentions = slices.Clone(c.Mentions)
				c.Mentions[i] = m
			}
		}
	}
}

// AddEntity adds an entity.
func AddEntity(x Entity) Edit {
	return func(c *Content) { c.Entities = append(slices.Clip(c.Entities), x) }
}

// AddFact adds a fact.
func AddFact(x Fact) Edit {
	return func(c *Content) { c.Facts = append(slices.Clip(c.Facts), x) }
}

// With returns the next revision of the edition: its content after the edits, in
// their order, checked as by [New]. The edition itself stays as it is. The two
// share the article and all that no edit changed. An edit must not write to the
// slices of the content that it is given; it puts others in their place.
func (e *Edition) With(edits ...Edit) (*Edition, error) {
	c := e.c
	for _, edit := range edits {
		edit(&c)
	}
	return build(c, e)
}
