package prefs_test

import (
	"slices"
	"strconv"
	"testing"
)

func TestKeepsWhatWasOpened(t *testing.T) {
	p, _ := newPrefs(t)
	if got := p.Opened(article); len(got) != 0 {
		t.Errorf("at first %q", got)
	}
	var all []string
	for i := range 40 {
		all = append(all, "entity "+strconv.Itoa(i))
	}
	p.SetOpened(article, all)
	p.SetOpened("another", all[:2])
	if got := p.Opened(article); !slices.Equal(got, all[:12]) {
		t.Errorf("opened %q", got)
	}
	p.SetOpened(article, nil)
	if got := p.Opened(article); len(got) != 0 {
		t.Errorf("after nothing %q", got)
	}
}
