package prefs

import "slices"

// keyOpened is the key of what was opened of an article.
const keyOpened = "article.opened."

// MaxOpened is how much is remembered of what was opened of one article.
const MaxOpened = 12

// Opened is what was opened of an article, the last first, each as it was given
// to [Prefs.SetOpened].
func (p *Prefs) Opened(article string) []string {
	return p.strings(keyOpened+article, MaxOpened)
}

// SetOpened keeps what was opened of an article, the last first.
func (p *Prefs) SetOpened(article string, all []string) {
	all = all[:min(len(all), MaxOpened)]
	if !slices.Equal(all, p.Opened(article)) { // else the file would be written for nothing
		p.store.set(keyOpened+article, list(all))
	}
}
