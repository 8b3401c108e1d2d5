package notes

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// How says by what notes were found that were made on an earlier text of an article.
type How uint8

// The ways, the surest first.
const (
	None        How = iota // there are none
	SameText               // the reading text is the same
	SameEdition            // the edition has the same id
	SamePath               // the file was opened from the same place
	SameWords              // most of the words stand there in the same order
)

// Found is where the notes of an article are. The zero value is nowhere.
type Found struct {
	Book  string // the name of the folder
	How   How
	Title string // as the article was called there
	Notes int    // how many notes there are
}

// candidate is a folder in which notes of an article may be.
type candidate struct {
	name  string
	about *about
	how   How
	alike float64 // which part of the sample of an earlier text is in this one
}

// Look finds the notes of an article: those of the same text, else those of an earlier
// text of it that has notes. If what it finds is not [SameText], the reader is to be
// asked whether they belong here. It stops with the error of ctx when that ends.
func (s *Store) Look(ctx context.Context, a Article) (Found, error) {
	fingerprint := Fingerprint(a.Text)
	all, err := entries(s.calls, s.folder)
	if err != nil {
		return Found{}, fmt.Errorf("look for notes: %w", err)
	}
	var earlier []candidate
	for _, e := range all {
		if err := ctx.Err(); err != nil {
			return Found{}, err
		}
		if !e.IsDir() || e.Name() == writersFolder {
			continue
		}
		about := s.aboutOf(e.Name())
		if about.has(fingerprint) {
			return s.found(ctx, candidate{e.Name(), about, SameText, 1})
		}
		earlier = append(earlier, candidate{name: e.Name(), about: about})
	}
	return s.earlier(ctx, a, earlier)
}

// aboutOf returns what is known of the article of a folder. What about.json does not
// say, because it is damaged or older than a text, the names of the texts do.
func (s *Store) aboutOf(name string) *about {
	folder := filepath.Join(s.folder, name)
	a, err := readAbout(s.calls, folder)
	if err == nil && len(a.Texts) > 0 {
		return a
	}
	if err != nil {
		a = &about{Version: 1}
	}
	all, err := entries(s.calls, folder)
	if err != nil {
		return a
	}
	for _, e := range all {
		if f, is := strings.CutSuffix(e.Name(), textEnding); is && isFingerprint(f) && !a.has(f) {
			a.Texts = append(a.Texts, keptText{Fingerprint: f})
		}
	}
	return a
}

// earlier returns the likeliest of the folders that has notes.
func (s *Store) earlier(ctx context.Context, a Article, all []candidate) (Found, error) {
	all, err := s.likely(ctx, a, all)
	if err != nil {
		return Found{}, err
	}
	slices.SortStableFunc(all, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(x.how, y.how), cmp.Compare(y.alike, x.alike), cmp.Compare(x.name, y.name))
	})
	words := 0
	for _, c := range all {
		if c.how == SameWords {
			if words++; words > mostCompared {
				break
			}
			same, err := s.sameWords(ctx, a.Text, c.name, c.about)
			if err != nil {
				return Found{}, err
			}
			if !same {
				continue
			}
		}
		f, err := s.found(ctx, c)
		if err != nil || f.Notes > 0 {
			return f, err
		}
	}
	return Found{}, nil
}

// likely returns the folders in which an earlier text of an article may be.
func (s *Store) likely(ctx context.Context, a Article, all []candidate) ([]candidate, error) {
	var known map[uint32]struct{}
	var out []candidate
	for _, c := range all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		switch {
		case a.Edition != "" && slices.Contains(c.about.Editions, a.Edition):
			c.how = SameEdition
		case a.Path != "" && slices.Contains(c.about.Paths, a.Path):
			c.how = SamePath
		default:
			if known == nil {
				known = map[uint32]struct{}{}
				pieces(a.Text, func(h uint32) { known[h] = struct{}{} })
			}
			if c.alike = s.alike(c.name, c.about, known); c.alike < leastAlike {
				continue
			}
			c.how = SameWords
		}
		out = append(out, c)
	}
	return out, nil
}

// alike returns the greatest part of the samples of the texts of a folder that the
// pieces of another text hold.
func (s *Store) alike(name string, about *about, known map[uint32]struct{}) float64 {
	best := 0.0
	for _, t := range about.Texts {
		if len(t.Sketch) == 0 { // about.json was lost
			text, err := readText(s.calls, filepath.Join(s.folder, name), t.Fingerprint)
			if err != nil {
				continue
			}
			_, t.Sketch = sketch(text)
		}
		best = max(best, shared(t.Sketch, known))
	}
	return best
}

// found counts the notes of a folder.
func (s *Store) found(ctx context.Context, c candidate) (Found, error) {
	b := &Book{store: s, name: c.name, folder: filepath.Join(s.folder, c.name)}
	if err := b.load(ctx); err != nil {
		return Found{}, err
	}
	return Found{c.name, c.how, c.about.Title, len(b.State().Notes)}, nil
}

// Book returns the notes of an article, which are kept in the folder of the name that
// [Store.Look] found, or with "" in the folder of this very text. The folder gets what
// is new to it, the text and where it was opened from, before the next note is written;
// [Book.Keep] does that at once.
func (s *Store) Book(ctx context.Context, a Article, name string) (*Book, error) {
	b := &Book{store: s, article: &a, fingerprint: Fingerprint(a.Text), name: name}
	if name == "" {
		var err error
		if b.name, err = s.nameFor(&a, b.fingerprint); err != nil {
			return nil, err
		}
	} else if name != filepath.Base(name) || name == writersFolder || strings.HasPrefix(name, ".") {
		return nil, fmt.Errorf("there are no notes of the name %q", name)
	}
	b.folder = filepath.Join(s.folder, b.name)
	if err := b.load(ctx); err != nil {
		return nil, err
	}
	if b.foldAll() {
		return b, b.load(ctx)
	}
	return b, nil
}

// The name of a folder is made of the title of the article and of the beginning of the
// fingerprint of its text, by which it is found.
const (
	titleLength  = 40
	fingerLength = 16
)

// nameFor returns the folder in which a text is kept, or the name that it would have.
func (s *Store) nameFor(a *Article, fingerprint string) (string, error) {
	all, err := entries(s.calls, s.folder)
	if err != nil {
		return "", fmt.Errorf("look for notes: %w", err)
	}
	ending := endingOf(fingerprint)
	var own string
	for _, e := range all {
		if !e.IsDir() || e.Name() == writersFolder {
			continue
		}
		if strings.HasSuffix(e.Name(), ending) {
			own = e.Name()
		} else if s.aboutOf(e.Name()).has(fingerprint) {
			return e.Name(), nil
		}
	}
	if own != "" {
		return own, nil
	}
	return short(a.Title) + ending, nil
}

// endingOf returns how the name of the folder of a text ends.
func endingOf(fingerprint string) string { return "-" + fingerprint[:fingerLength] }

// short returns a title as a part of the name of a folder on any system.
func short(title string) string {
	var b strings.Builder
	for _, r := range title {
		if b.Len() >= titleLength {
			break
		}
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(unicode.ToLower(r))
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if name := strings.Trim(b.String(), "-"); name != "" {
		return name
	}
	return "article"
}
