package prefs

import "slices"

// The keys of what is known beside the articles.
const (
	keyLibrary   = "library.on"
	keyArchive   = "library.archive"
	keyConfirmed = "library.confirmed"
)

// maxConfirmed is how many lines of an encyclopaedia are remembered that the reader has
// confirmed.
const maxConfirmed = 500

// DefaultLibrary is whether what is opened is added to the library before the reader has
// said so or not.
const DefaultLibrary = true

// Library reports whether what is opened is added to the reader's library.
func (p *Prefs) Library() bool { return p.flag(keyLibrary, DefaultLibrary) }

// SetLibrary keeps whether it is.
func (p *Prefs) SetLibrary(on bool) { p.store.set(keyLibrary, on) }

// Archive returns the path of the offline encyclopaedia that the reader has named, or "".
func (p *Prefs) Archive() string { return p.text(keyArchive, "") }

// SetArchive keeps the path; "" for none.
func (p *Prefs) SetArchive(path string) {
	if path == "" {
		p.store.drop(keyArchive)
		return
	}
	p.store.set(keyArchive, path)
}

// Confirmed reports whether the reader has said that what is known by a key is of the
// name in the article.
func (p *Prefs) Confirmed(key string) bool {
	return slices.Contains(p.strings(keyConfirmed, maxConfirmed), key)
}

// SetConfirmed keeps that, or takes it back. The oldest of more than maxConfirmed are
// forgotten.
func (p *Prefs) SetConfirmed(key string, yes bool) {
	p.store.update(keyConfirmed, func(old any) any {
		was, _ := old.([]any)
		now := slices.DeleteFunc(nonEmpty(was, len(was)), func(s string) bool { return s == key })
		if yes {
			now = slices.Insert(now, 0, key)
		}
		return list(now[:min(len(now), maxConfirmed)])
	})
}
