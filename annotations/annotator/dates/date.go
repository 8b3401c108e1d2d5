package dates

import (
	"time"

	"sidelight/annotations"
)

// grain is how long the stretch is that a date names.
type grain uint8

const (
	byDay grain = iota + 1
	byWeekend
	byWeek
	byMonth
	bySeason
	byQuarter
	byHalf
	byYear
	byDecade
	byCentury
)

// date is a day of the calendar or a longer stretch that begins there. The year 0 is
// 1 BC.
type date struct {
	grain   grain
	y, m, d int // m is 21 to 24 for a season, 1 to 4 for a quarter, 1 or 2 for a half
	about   bool
}

func (x date) zero() bool { return x.grain == 0 }

func civil(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func dayOf(t time.Time) date {
	return date{grain: byDay, y: t.Year(), m: int(t.Month()), d: t.Day()}
}

// first is the first day of x.
func (x date) first() time.Time {
	switch x.grain {
	case byMonth:
		return civil(x.y, x.m, 1)
	case bySeason:
		return civil(x.y, 3*(x.m-20), 1)
	case byQuarter:
		return civil(x.y, 3*x.m-2, 1)
	case byHalf:
		return civil(x.y, 6*x.m-5, 1)
	case byYear, byDecade, byCentury:
		return civil(x.y, 1, 1)
	}
	return civil(x.y, x.m, x.d)
}

// last is the last day of x.
func (x date) last() time.Time {
	f := x.first()
	switch x.grain {
	case byWeekend:
		return f.AddDate(0, 0, 1)
	case byWeek:
		return f.AddDate(0, 0, 6)
	case byMonth:
		return f.AddDate(0, 1, -1)
	case bySeason, byQuarter:
		return f.AddDate(0, 3, -1)
	case byHalf:
		return f.AddDate(0, 6, -1)
	case byYear:
		return f.AddDate(1, 0, -1)
	case byDecade:
		return f.AddDate(10, 0, -1)
	case byCentury:
		return f.AddDate(100, 0, -1)
	}
	return f
}

// moved is x by n of its own grain later.
func (x date) moved(n int) date {
	switch x.grain {
	case byMonth:
		t := civil(x.y, x.m+n, 1)
		x.y, x.m = t.Year(), int(t.Month())
	case bySeason:
		k := 4*x.y + x.m - 21 + n
		x.y, x.m = floor(k, 4), 21+k-4*floor(k, 4)
	case byQuarter:
		k := 4*x.y + x.m - 1 + n
		x.y, x.m = floor(k, 4), 1+k-4*floor(k, 4)
	case byHalf:
		k := 2*x.y + x.m - 1 + n
		x.y, x.m = floor(k, 2), 1+k-2*floor(k, 2)
	case byYear:
		x.y += n
	case byDecade:
		x.y += 10 * n
	case byCentury:
		x.y += 100 * n
	case byDay:
		return x.days(n)
	case byWeek, byWeekend:
		return x.days(7 * n)
	}
	return x
}

func floor(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// days is x by n days later.
func (x date) days(n int) date {
	t := civil(x.y, x.m, x.d+n)
	x.y, x.m, x.d = t.Year(), int(t.Month()), t.Day()
	return x
}

// in is the stretch of a grain that holds the first day of x.
func (x date) in(g grain) date {
	t := x.first()
	y, m := t.Year(), int(t.Month())
	switch g {
	case byDay:
		return dayOf(t)
	case byWeek: // from Monday, as ISO 8601 has it
		w := dayOf(t).days(-int(t.Weekday()+6) % 7)
		w.grain = g
		return w
	case byWeekend:
		w := dayOf(t).days(5 - int(t.Weekday()+6)%7)
		w.grain = g
		return w
	case byMonth:
		return date{grain: g, y: y, m: m}
	case bySeason:
		k := 4*y + floor(m-3, 3)
		return date{grain: g, y: floor(k, 4), m: 21 + k - 4*floor(k, 4)}
	case byQuarter:
		return date{grain: g, y: y, m: (m + 2) / 3}
	case byHalf:
		return date{grain: g, y: y, m: (m + 5) / 6}
	case byDecade:
		return date{grain: g, y: 10 * floor(y, 10)}
	case byCentury:
		return date{grain: g, y: 100 * floor(y, 100)}
	}
	return date{grain: byYear, y: y}
}

// valid reports whether there is such a date and EDTF can write it.
func (x date) valid() bool {
	if x.y < -9998 || x.y > 9998 {
		return false
	}
	switch x.grain {
	case byDay:
		t := civil(x.y, x.m, x.d)
		return x.m >= 1 && x.m <= 12 && t.Day() == x.d
	case byMonth:
		return x.m >= 1 && x.m <= 12
	}
	return x.grain != 0
}

// edtf appends x in EDTF.
func (x date) edtf(b []byte) []byte {
	switch x.grain {
	case byWeekend, byWeek, byQuarter, byHalf:
		f, l := dayOf(x.first()), dayOf(x.last())
		if x.grain == byQuarter || x.grain == byHalf {
			f.grain, l.grain = byMonth, byMonth
		}
		return l.edtf(append(f.edtf(b), '/'))
	case byDecade, byCentury:
		if x.y < 1000 && x.grain == byDecade || x.y < 0 {
			f, l := date{grain: byYear, y: x.y}, date{grain: byYear, y: dayOf(x.last()).y}
			return l.edtf(append(f.edtf(b), '/'))
		}
		b = digits4(b, x.y)
		b[len(b)-1] = 'X'
		if x.grain == byCentury {
			b[len(b)-2] = 'X'
		}
		return x.doubt(b)
	}
	b = digits4(b, x.y)
	if x.grain != byYear {
		b = append(b, '-', byte('0'+x.m/10), byte('0'+x.m%10))
	}
	if x.grain == byDay {
		b = append(b, '-', byte('0'+x.d/10), byte('0'+x.d%10))
	}
	return x.doubt(b)
}

func (x date) doubt(b []byte) []byte {
	if x.about {
		b = append(b, '~')
	}
	return b
}

func digits4(b []byte, y int) []byte {
	if y < 0 {
		b, y = append(b, '-'), -y
	}
	return append(b, byte('0'+y/1000%10), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10))
}

// value is x, or the interval from x to y if y is set, as the project writes dates;
// zero if EDTF has no such date.
func value(x, y date) annotations.Date {
	if !x.valid() || !y.zero() && (!y.valid() || y.last().Before(x.first())) {
		return annotations.Date{}
	}
	var buffer [40]byte
	b := buffer[:0]
	if y.zero() {
		b = x.edtf(b)
	} else {
		b = y.end(append(x.begin(b), '/'))
	}
	d, err := annotations.ParseDate(string(b))
	if err != nil {
		return annotations.Date{}
	}
	return d
}

// begin is the first end of an interval that begins with x.
func (x date) begin(b []byte) []byte {
	n := len(b)
	b = x.edtf(b)
	for i := n; i < len(b); i++ {
		if b[i] == '/' {
			return b[:i]
		}
	}
	return b
}

// end is the second end of an interval that ends with x.
func (x date) end(b []byte) []byte {
	n := len(b)
	b = x.edtf(b)
	for i := n; i < len(b); i++ {
		if b[i] == '/' {
			return append(b[:n], b[i+1:]...)
		}
	}
	return b
}
