package edition

import "sidelight/annotations"

// mention is an entry of the list mentions in mentions.yaml.
type mention struct {
	entity text
	form   annotations.Form
	quote  quote
}

// exclusion is an entry of the list exclude in mentions.yaml.
type exclusion struct {
	entity text
	quote  quote
}

func readMention(r *record) mention {
	return mention{
		entity: r.need("entity"),
		form: choice(r, "form", annotations.ParseForm,
			[]annotations.Form{annotations.Name, annotations.Alias, annotations.Description, annotations.Pronoun}),
		quote: r.quote(),
	}
}

func readExclusion(r *record) exclusion {
	x := exclusion{entity: r.need("entity"), quote: r.quote()}
	r.text("reason")
	return x
}

// readMentions reads both lists of the mentions files.
func (l *loader) readMentions(files []text) (ms []mention, xs []exclusion) {
	l.walk(files, func(root *record) {
		for _, n := range root.list("mentions") {
			r := l.record(n, "an entry of mentions")
			ms = append(ms, readMention(r))
			r.done()
		}
		for _, n := range root.list("exclude") {
			r := l.record(n, "an entry of exclude")
			xs = append(xs, readExclusion(r))
			r.done()
		}
	})
	return ms, xs
}
