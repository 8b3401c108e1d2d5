package prefs

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
)

// The bounds of what is kept of articles. Beyond the newest keptArticles an
// article is forgotten after keptDays without being opened, and beyond maxArticles
// at once.
const (
	keptArticles = 1000
	maxArticles  = 10_000
	keptDays     = 365
)

// keyDay is the key of the day on which an article was last in view, in days since
// 1970. It ends with what [articleKey] returns.
const keyDay = "place.day."

// today returns the days since 1970.
func today() float64 { return float64(time.Now().Unix() / (24 * 60 * 60)) }

// articleOf returns the last part of a key that belongs to an article.
func articleOf(key string) (article string, ok bool) {
	for _, prefix := range []string{"place.", oldPrefix} {
		if rest, is := strings.CutPrefix(key, prefix); is {
			_, article, ok = strings.Cut(rest, ".")
			return article, ok
		}
	}
	return "", false
}

// forget removes the articles that were not opened for long. An article without a
// day, kept by an older version, counts from today.
func forget(values map[string]any, today float64) {
	days := map[string]float64{}
	for key := range values {
		if article, ok := articleOf(key); ok {
			day, known := values[keyDay+article].(float64)
			if !known {
				day = today
			}
			days[article] = min(day, today)
		}
	}
	if len(days) <= keptArticles {
		return
	}
	newest := slices.SortedFunc(maps.Keys(days), func(a, b string) int {
		return cmp.Or(cmp.Compare(days[b], days[a]), strings.Compare(a, b))
	})
	gone := map[string]bool{}
	for i, article := range newest {
		values[keyDay+article] = days[article]
		gone[article] = i >= maxArticles || i >= keptArticles && today-days[article] > keptDays
	}
	maps.DeleteFunc(values, func(key string, _ any) bool {
		article, ok := articleOf(key)
		return ok && gone[article]
	})
}
