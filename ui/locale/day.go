package locale

import (
	"fmt"
	"time"

	"sidelight/annotations"
)

// Day names the day of a time as seen from now: today, yesterday, or a date. It is empty
// for the zero time.
func Day(t, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	t, now = t.Local(), now.Local()
	switch y, m, d := t.Date(); {
	case sameDay(t, now):
		return X("opener.today", "today")
	case sameDay(t, now.AddDate(0, 0, -1)):
		return X("opener.yesterday", "yesterday")
	default:
		date, err := annotations.ParseDate(fmt.Sprintf("%04d-%02d-%02d", y, int(m), d))
		if err != nil {
			return "" // a file may bear any date
		}
		return ShortDate(date)
	}
}

func sameDay(a, b time.Time) bool {
	y, m, d := a.Date()
	v, w, x := b.Date()
	return y == v && m == w && d == x
}
