package prefs

import "slices"

// keyOpened is the key of what was opened of an article.
const keyOpened = "article.opened."

// maxOpened is how much is remembered of what was opened of one article.
const maxOpened = 12

// Opened is what was opened of an article, the last first, each as it was given
// to [Prefs.SetOpened].
func (p *Prefs) Opened(article string) []string {
	return p.strings(keyOpened+article, maxOpened)
}

// SetOpened keeps what was opened of an article, the last first.
func (p *Prefs) SetOpened(article string, all []string) {
	all = all[:min(len(all), maxOpened)]
	if !slices.Equal(all, p.Opened(article)) { // else the file would be written for nothing
		p.store.set(keyOpened+article, list(all))
	}
}
