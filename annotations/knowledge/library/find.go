package library

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/annotations/text"
)

// All returns the articles of the library, the last opened first, without their texts
// and names.
func (l *Library) All(ctx context.Context) ([]Article, error) {
	var all []Article
	err := l.do(ctx, false, func(db *sql.DB) error {
		all = nil
		rows, err := db.QueryContext(ctx, "select name, title, path, opened, edition from articles order by opened desc, id desc")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var a knowledge.Article
			if err := scan(rows, &a); err != nil {
				return err
			}
			all = append(all, Article{Fingerprint: a.Fingerprint, Title: a.Title, Path: a.Path, Opened: a.Opened, Edition: a.Edition})
		}
		return rows.Err()
	})
	return all, err
}

// scan reads name, title, path, opened and edition of an article, and what follows.
func scan(rows *sql.Rows, a *knowledge.Article, more ...any) error {
	var name string
	var at int64
	if err := rows.Scan(append([]any{&name, &a.Title, &a.Path, &at, &a.Edition}, more...)...); err != nil {
		return err
	}
	var err error
	a.Opened = opened(at)
	a.Fingerprint, err = fingerprint(name)
	return err
}

// maxFound bounds how many articles a search returns.
const maxFound = 100

// The signs in a snippet before and after what was found. No text has them: the reader
// of documents takes control characters out.
const opens, closes = "\x02", "\x03"

// Search looks for the words of a query in titles and texts: all of them in any order,
// the last also as the beginning of a word, and words in quotation marks side by side.
// What fits best comes first. A query without a word finds nothing.
func (l *Library) Search(ctx context.Context, query string) ([]Found, error) {
	match := matching(query)
	if match == "" {
		return nil, nil
	}
	var all []Found
	err := l.do(ctx, false, func(db *sql.DB) error {
		all = nil
		// The stretches of text are taken of those only that are returned.
		rows, err := db.QueryContext(ctx, `with best as materialized (
				select rowid as id, bm25(texts, 5.0, 1.0) as score from texts where texts match ?1 order by score limit ?2)
			select a.name, a.title, a.path, a.opened, a.edition, snippet(texts, 1, ?3, ?4, '…', 24)
			from best join texts on texts.rowid = best.id join articles a on a.id = best.id
			where texts match ?1 order by best.score, a.opened desc`,
			match, maxFound, opens, closes)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var f Found
			var snippet string
			if err := scan(rows, &f.Article, &snippet); err != nil {
				return err
			}
			f.Sentence, f.Marks = unmark(snippet)
			f.Sure = true
			all = append(all, f)
		}
		return rows.Err()
	})
	return all, err
}

// maxWords bounds the words of a query.
const maxWords = 32

// matching is a query in the language of the engine (https://sqlite.org/fts5.html), or
// empty if it has no word. Each part is put between quotation marks, so that nothing in
// it is a command.
func matching(query string) string {
	var parts []string
	last := ""
	for i, stretch := range strings.Split(strings.Map(oneQuote, query), `"`) {
		if i%2 == 1 { // between quotation marks
			if phrase := words(stretch); len(phrase) > 0 {
				parts, last = append(parts, `"`+strings.Join(phrase, " ")+`"`), ""
			}
			continue
		}
		for _, w := range words(stretch) {
			parts = append(parts, `"`+w+`"`)
		}
		if r, _ := utf8.DecodeLastRuneInString(stretch); inWord(r) && begins(stretch) {
			last = "*"
		} else if stretch != "" {
			last = ""
		}
	}
	if len(parts) > maxWords {
		parts = parts[:maxWords]
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, " ") + last
}

// begins reports whether the last word has letters enough to be the beginning of others.
func begins(s string) bool {
	all := words(s)
	return len(all) > 0 && utf8.RuneCountInString(all[len(all)-1]) > 1
}

// oneQuote makes all double quotation marks one.
func oneQuote(r rune) rune {
	switch r {
	case '“', '”', '„', '«', '»':
		return '"'
	}
	return r
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || unicode.Is(unicode.Co, r)
}

// words are the words of a text as the engine divides them.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !inWord(r) })
}

// unmark takes the signs out of a snippet, and puts it on one line.
func unmark(snippet string) (string, []annotations.Span) {
	var b strings.Builder
	var marks []annotations.Span
	start := -1
	for _, r := range snippet {
		switch {
		case string(r) == opens:
			start = b.Len()
		case string(r) == closes:
			if start >= 0 && start < b.Len() {
				marks = append(marks, annotations.Span{Start: start, End: b.Len()})
			}
			start = -1
		case unicode.IsSpace(r) || unicode.IsControl(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), marks
}

// maxHits bounds the articles of one answer, maxShown how many of them are handed on to
// a card.
const maxHits, maxShown = 1000, 20

// Mentions returns the other articles that name the subject, the last opened first, each
// with a sentence in which they do. An article that has no names marked is searched for
// the words.
func (l *Library) Mentions(ctx context.Context, about knowledge.Subject) ([]knowledge.Article, error) {
	keys := keysOf(about.Kind, about.Name, about.Aliases)
	if len(keys) == 0 || len(about.Name) > maxName {
		return nil, nil
	}
	keys = keys[:min(len(keys), maxAliases)]
	var all []knowledge.Article
	err := l.do(ctx, false, func(db *sql.DB) (err error) {
		all, err = named(ctx, db, about, keys)
		if err == nil {
			err = spoken(ctx, db, about, &all)
		}
		return err
	})
	slices.SortStableFunc(all, func(a, b knowledge.Article) int { return b.Opened.Compare(a.Opened) })
	return all, err
}

// named finds the articles with an entity of that kind and name.
func named(ctx context.Context, db *sql.DB, about knowledge.Subject, keys []string) ([]knowledge.Article, error) {
	args := []any{int(about.Kind), about.Except.String()}
	for _, k := range keys {
		args = append(args, k)
	}
	rows, err := db.QueryContext(ctx, `select distinct a.name, a.title, a.path, a.opened, a.edition, e.name, e.identity, e.sentence, e.first, e.last
		from names n join entities e on e.id = n.entity join articles a on a.id = e.article
		where n.kind = ? and a.name <> ? and n.key in (?`+strings.Repeat(",?", len(keys)-1)+`)
		order by a.opened desc, e.id limit ?`, append(args, maxHits)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []knowledge.Article
	for rows.Next() {
		var a knowledge.Article
		var name, identity string
		if err := scan(rows, &a, &name, &identity, &a.Sentence, &a.Start, &a.End); err != nil {
			return nil, err
		}
		a.Sure = same(about, name, identity)
		if n := len(all); n == 0 || all[n-1].Fingerprint != a.Fingerprint {
			all = append(all, a)
		} else if a.Sure && !all[n-1].Sure {
			all[n-1] = a
		}
	}
	return all, rows.Err()
}

// spoken adds the articles without marked names in whose text the name stands.
func spoken(ctx context.Context, db *sql.DB, about knowledge.Subject, all *[]knowledge.Article) error {
	phrase := words(about.Name)
	if len(phrase) == 0 || about.Kind == annotations.Person && len(phrase) < 2 {
		return nil
	}
	rows, err := db.QueryContext(ctx, `select a.name, a.title, a.path, a.opened, a.edition, texts.text
		from texts join articles a on a.id = texts.rowid
		where texts match ? and a.marked = 0 and a.name <> ? order by a.opened desc limit 100`,
		`text : "`+strings.Join(phrase, " ")+`"`, about.Except.String())
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var a knowledge.Article
		var said string
		if err := scan(rows, &a, &said); err != nil {
			return err
		}
		var at annotations.Span
		if a.Sentence, at = sentenceOf(said, about.Name, annotations.Span{}); a.Sentence == "" {
			continue // in other letters: "us" for the U.S.
		}
		a.Start, a.End = at.Start, at.End
		*all = append(*all, a)
	}
	return rows.Err()
}

// same reports whether more than a name tells that an entity of another article is the
// subject. A person of that full name may be another, unless what the two articles say
// of them has a word in common.
func same(about knowledge.Subject, name, identity string) bool {
	if about.Kind != annotations.Person {
		return key(name) == key(about.Name) || strings.Contains(key(name), " ")
	}
	said := map[string]bool{}
	for _, w := range words(text.Plain.Fold(identity)) {
		if len(w) > 3 {
			said[w] = true
		}
	}
	for _, called := range about.Called {
		for _, w := range words(text.Plain.Fold(called)) {
			if said[w] && !strings.Contains(key(name), w) {
				return true
			}
		}
	}
	return false
}

// Ask answers with one line: in which other articles of the reader the subject stands.
func (l *Library) Ask(ctx context.Context, about knowledge.Subject) ([]knowledge.Line, error) {
	all, err := l.Mentions(ctx, about)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	line := knowledge.Line{From: knowledge.Library, Articles: all, Sure: slices.ContainsFunc(all, func(a knowledge.Article) bool { return a.Sure })}
	if len(all) > maxShown {
		line.Articles, line.More = all[:maxShown:maxShown], len(all)-maxShown
	}
	return []knowledge.Line{line}, nil
}
