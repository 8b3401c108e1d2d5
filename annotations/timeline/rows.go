package timeline

import (
	"cmp"
	"context"
	"math"
	"slices"
	"time"

	"sidelight/annotations"
)

// Row is a moment in its order, and how it follows on the row above it.
type Row struct {
	*Moment
	Above *Moment // the row above, nil for the first row
	Link  Link    // what is known of the order of the row above and this one
	Back  bool    // this row came before the one above, as far as Link knows
	Long  bool    // a long time lies between the two

	InTime, InText int  // the place of the row as it happened and as told, from 0
	Turns          bool // the article tells it after a moment that came later
}

// Rows sets moments in order: as it happened, or as the article tells of them. The order
// as it happened is that of dates and of the article's statements where these know one;
// what they leave open is sorted by the first day that a date can mean and by the place
// in the article, and the link says that the order is not known. What is not in the
// article comes last in the order as told.
func Rows(ctx context.Context, e *annotations.Edition, all []*Moment, asTold bool) ([]Row, error) {
	s := newSequence(e, all)
	byTime, err := s.sort(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([]Row, len(byTime))
	for i, m := range byTime {
		rows[i] = Row{Moment: m, InTime: i}
	}
	told := make([]*Row, len(rows))
	for i := range rows {
		told[i] = &rows[i]
	}
	slices.SortStableFunc(told, func(a, b *Row) int { return cmp.Compare(textPlace(a.Moment), textPlace(b.Moment)) })
	for i, r := range told {
		r.InText = i
		r.Turns = i > 0 && r.Told() >= 0 && s.known(r.Moment, told[i-1].Moment) != Unknown
	}
	if asTold {
		slices.SortFunc(rows, func(a, b Row) int { return cmp.Compare(a.InText, b.InText) })
	}
	s.relate(rows)
	return rows, nil
}

// textPlace sorts moments by the place in the article.
func textPlace(m *Moment) int {
	if m.Told() < 0 {
		return math.MaxInt
	}
	return m.Told()
}

// relate says of each row how it follows on the one above.
func (s *sequence) relate(rows []Row) {
	var gaps []time.Duration
	for i := 1; i < len(rows); i++ {
		above, r := rows[i-1].Moment, &rows[i]
		r.Above = above
		if r.Link = s.known(above, r.Moment); r.Link == Unknown {
			r.Link = s.known(r.Moment, above)
			r.Back = r.Link != Unknown
		}
		if g := gap(above, r.Moment, r.Back); g > 0 {
			gaps = append(gaps, g)
		}
	}
	long := longGap(gaps)
	for i := 1; i < len(rows); i++ {
		rows[i].Long = rows[i].Link == Then && gap(rows[i-1].Moment, rows[i].Moment, rows[i].Back) >= long
	}
}

// gap is the time that lies between two moments at least.
func gap(a, b *Moment, back bool) time.Duration {
	if back {
		a, b = b, a
	}
	if !a.When.Before(b.When) {
		return 0
	}
	return b.When.Earliest().Sub(a.When.Latest())
}

// longGap is from when on a gap is long: a year, or eight times the middle one of them
// where there are several.
func longGap(gaps []time.Duration) time.Duration {
	const year = 365 * 24 * time.Hour
	if len(gaps) < 3 {
		return year
	}
	slices.Sort(gaps)
	middle := min(gaps[len(gaps)/2], year) // eight times a gap of many years would overflow
	return min(year, max(8*middle, 48*time.Hour))
}
