package prefs

import (
	"fmt"
	"strings"
	"testing"
)

// articles are n articles, of which the number i was opened i days before the day
// 20,000, and as many values that belong to no article.
func articles(n int) map[string]any {
	values := map[string]any{}
	for i := range n {
		values[fmt.Sprintf("%s%016x", keyOffset, i)] = float64(i)
		values[fmt.Sprintf("%s%016x", keyWords, i)] = "words"
		values[fmt.Sprintf("%s%016x", keyDay, i)] = float64(20_000 - i)
		values[fmt.Sprintf("other.%d", i)] = true
	}
	return values
}

func TestOldArticlesAreForgotten(t *testing.T) {
	for _, c := range []struct {
		name       string
		articles   int
		today      float64
		kept, gone int // the last that is kept and the first that is forgotten, -1 for none
	}{
		{"few and old", keptArticles, 30_000, keptArticles - 1, -1},
		{"many and old", keptArticles + 500, 20_100, keptArticles - 1, keptArticles},
		{"many and of this year", keptArticles + 500, 20_000 - 1100, 1465, 1466},
		{"too many", maxArticles + 3, 20_000 - maxArticles - 3, maxArticles - 1, maxArticles},
	} {
		t.Run(c.name, func(t *testing.T) {
			values := articles(c.articles)
			forget(values, c.today)
			for _, prefix := range []string{keyOffset, keyWords, keyDay} {
				if _, ok := values[fmt.Sprintf("%s%016x", prefix, c.kept)]; !ok {
					t.Errorf("%s of article %d is forgotten", prefix, c.kept)
				}
				if _, ok := values[fmt.Sprintf("%s%016x", prefix, c.gone)]; ok {
					t.Errorf("%s of article %d is kept", prefix, c.gone)
				}
			}
			if _, ok := values[fmt.Sprintf("other.%d", c.articles-1)]; !ok {
				t.Error("more than articles is forgotten")
			}
		})
	}
}

// What an older version kept has no day, and counts from the day on which there
// are too many articles.
func TestArticlesWithoutADayCountFromToday(t *testing.T) {
	values := articles(keptArticles)
	values[oldOffset+"0123456789abcdef"] = 7.0
	forget(values, 30_000)
	if values[oldOffset+"0123456789abcdef"] != 7.0 || values[keyDay+"0123456789abcdef"] != 30_000.0 {
		t.Error("an article without a day is forgotten at once")
	}
	if _, ok := values[fmt.Sprintf("%s%016x", keyOffset, keptArticles-1)]; ok {
		t.Error("the oldest article is kept")
	}
	forget(values, 30_366)
	if _, ok := values[oldOffset+"0123456789abcdef"]; !ok {
		t.Error("the newest article is forgotten")
	}
}

// What views keep of their own of the articles opened last fits, and that of others is
// forgotten before any place in a text is.
func TestMindsFit(t *testing.T) {
	values := map[string]any{}
	for i := range 100 {
		a := fmt.Sprintf("%016x", i)
		values[keyDay+a], values[keyOffset+a] = float64(i), 3.0
		values[keyMinded+a] = map[string]any{"network": strings.Repeat("x", maxMinded)}
	}
	forgetMinds(values)
	minds, places := 0, 0
	for key := range values {
		if strings.HasPrefix(key, keyMinded) {
			minds++
		}
		if strings.HasPrefix(key, keyOffset) {
			places++
		}
	}
	most := maxMinds / (maxMinded + len("network"))
	_, newest := values[keyMinded+fmt.Sprintf("%016x", 99)]
	_, oldest := values[keyMinded+fmt.Sprintf("%016x", 0)]
	if minds != most || places != 100 || !newest || oldest {
		t.Errorf("%d of %d are kept with %d places; the newest: %v, the oldest: %v", minds, most, places, newest, oldest)
	}
}
