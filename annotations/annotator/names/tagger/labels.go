package tagger

import (
	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// Label says how a word takes part in a name: outside, or one of four positions in a
// name of one of four kinds.
type Label uint8

// Class is the kind of a name in the order of the labels.
type Class uint8

// The classes of names.
const (
	Person Class = iota
	Organisation
	Place
	Misc
	Classes = 4
)

// Positions of a word in a name, added to the first label of its class.
const (
	begin = iota
	inside
	last
	unit
)

// Labels is the number of labels: outside, and four positions for each class.
const Labels = 1 + 4*Classes

// Outside is the label of a word that is in no name.
const Outside Label = 0

// LabelOf is the label of word i of n in a name of a class.
func LabelOf(c Class, i, n int) Label {
	p := inside
	switch {
	case n == 1:
		p = unit
	case i == 0:
		p = begin
	case i == n-1:
		p = last
	}
	return Label(1 + 4*int(c) + p)
}

func (l Label) class() Class { return Class((l - 1) / 4) }

func (l Label) position() int { return int(l-1) % 4 }

// open reports whether a name goes on behind a word of this label.
func (l Label) open() bool { return l != Outside && l.position() <= inside }

// opens reports whether a word of this label may stand where no name goes on.
func (l Label) opens() bool { return l == Outside || l.position() == begin || l.position() == unit }

// follows reports whether the label b may stand behind a.
func follows(a, b Label) bool {
	if a.open() {
		return b != Outside && !b.opens() && a.class() == b.class()
	}
	return b.opens()
}

// before[b] are the labels that may stand before b.
var before = func() (t [Labels][]Label) {
	for b := range Label(Labels) {
		for a := range Label(Labels) {
			if follows(a, b) {
				t[b] = append(t[b], a)
			}
		}
	}
	return t
}()

// Kind is the kind of a class in an article.
func (c Class) Kind() annotations.Kind {
	switch c {
	case Person:
		return annotations.Person
	case Organisation:
		return annotations.Organisation
	case Place:
		return annotations.Place
	}
	return found.Misc
}

// ClassOf is the class of the short name of a kind that the data use.
func ClassOf(s string) (Class, bool) {
	for c, name := range classNames {
		if s == name {
			return Class(c), true
		}
	}
	return 0, false
}

func (c Class) String() string { return classNames[c] }

var classNames = [Classes]string{"PER", "ORG", "LOC", "MISC"}
