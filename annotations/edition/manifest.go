package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"

	"sidelight/annotations"
)

// manifestFile is the name of the file that names all others.
const manifestFile = "edition.yaml"

// manifest holds what edition.yaml says.
type manifest struct {
	head    annotations.Content // title, standfirst, language, notice and dates
	article struct{ file, name, sum text }
	newest  text // facts-as-of

	entities, mentions, facts, relations, voices, quotations, notes, about, sources []text
}

func (l *loader) manifest() (m manifest, ok bool) {
	whole := place{file: manifestFile}
	root, ok := l.parsed(manifestFile, whole, parseYAML)
	if !ok {
		return m, false
	}
	l.readManifest(l.record(root, manifestFile), &m)
	return m, true
}

func (l *loader) readManifest(r *record, m *manifest) {
	if t := r.need("format"); t.value != "" && t.value != "1" {
		l.fault(t.at, "the format %q is not known: this program reads format 1", t.value)
	}
	l.marked = r.marked()
	m.head.Title = r.prose(r.need("title")).value
	m.head.Standfirst = r.prose(r.text("standfirst")).value
	language := r.text("language")
	if !l.marked {
		language = r.need("language")
	}
	if m.head.Language = language.value; language.value != "" && !languagePattern.Get().MatchString(language.value) {
		l.fault(language.at, "%q is not a BCP 47 language tag: write one like en-US", language.value)
	}
	m.head.Notice = r.prose(r.text("notice")).value
	if !r.has("published") && !l.marked {
		r.need("published")
	}
	m.head.Published = r.date("published")
	m.head.Checked = r.date("checked")
	m.head.Marked = r.flag("marked", false)
	m.newest, m.head.FactsAsOf = r.text("facts-as-of"), r.date("facts-as-of")
	if a := r.child("article"); a != nil {
		m.article.file, m.article.name, m.article.sum = a.need("file"), a.text("name"), a.need("sha256")
		a.done()
	} else {
		l.fault(r.at(), "article is missing: add it with file and sha256")
	}
	for _, list := range m.lists() {
		*list.files = r.texts(list.name)
	}
	r.done()
}

// marked reports whether the key marked says true, wherever it stands.
func (r *record) marked() bool {
	return slices.ContainsFunc(r.n.pairs, func(p pair) bool {
		return p.key == "marked" && p.value.kind == boolNode && strings.EqualFold(p.value.text, "true")
	})
}

// list is one sort of entries and the files that hold them.
type list struct {
	name  string
	files *[]text
}

func (m *manifest) lists() []list {
	return []list{
		{"entities", &m.entities}, {"mentions", &m.mentions}, {"facts", &m.facts},
		{"relations", &m.relations}, {"voices", &m.voices}, {"quotations", &m.quotations},
		{"notes", &m.notes}, {"about", &m.about},
		{"sources", &m.sources},
	}
}

// loadArticle reads the article and compares its checksum; an altered article
// is not loaded, since every quote may then have moved.
func (l *loader) loadArticle(m manifest) *annotations.Article {
	if m.article.file.value == "" {
		l.unread = true
		return nil
	}
	src, ok := l.content(m.article.file.value, maxArticle, m.article.file.at)
	if !ok {
		return nil
	}
	sum := sha256.Sum256([]byte(src))
	got := hex.EncodeToString(sum[:])
	if want := m.article.sum; want.value != "" && !strings.EqualFold(want.value, got) {
		l.lose(want.at, "%s is not the article that was annotated; its sha256 is %s: restore the file, or check every quote and write that sum here", m.article.file.value, got)
		return nil
	}
	name := m.article.name.value
	if name == "" {
		name = path.Base(m.article.file.value)
	}
	a, err := annotations.NewArticle(name, src)
	if err != nil {
		l.lose(m.article.file.at, "the article cannot be read: %s", err)
		return nil
	}
	return a
}

// sum is the checksum of an article's text, in hexadecimal digits.
func sum(text string) string {
	s := sha256.Sum256([]byte(text))
	return hex.EncodeToString(s[:])
}
