package annotations

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a date in the Extended Date/Time Format (EDTF, ISO 8601-2:2019),
// levels 0 and 1 without years of more than four digits: a year, a month or a
// day; unspecified digits ("2023-XX", "202X"); a year before our era ("-0043", which
// is 44 BC, as there is a year 0); a season ("2024-21"); a
// qualifier at the end, uncertain "?", approximate "~" or both "%"; an interval
// "A/B" whose ends may be open ("..") or unknown (empty).
// The zero Date stands for no date. https://www.loc.gov/standards/datetime/
type Date struct {
	edtf             string
	earliest, latest time.Time
}

// ParseDate reads a date in EDTF. The error says what was expected.
func ParseDate(s string) (Date, error) {
	d := Date{edtf: s}
	from, to, interval := strings.Cut(s, "/")
	if !interval {
		var err error
		d.earliest, d.latest, err = dateBounds(s)
		return checked(d, err)
	}
	if (from == "" || from == "..") && (to == "" || to == "..") {
		return Date{}, fmt.Errorf("the interval %q has no end that is known", s)
	}
	if from != "" && from != ".." {
		first, _, err := dateBounds(from)
		if err != nil {
			return Date{}, err
		}
		d.earliest = first
	}
	if to != "" && to != ".." {
		_, last, err := dateBounds(to)
		if err != nil {
			return Date{}, err
		}
		d.latest = last
	}
	if !d.earliest.IsZero() && !d.latest.IsZero() && d.latest.Before(d.earliest) {
		return Date{}, fmt.Errorf("the interval %q ends before it begins", s)
	}
	return d, nil
}

func checked(d Date, err error) (Date, error) {
	if err != nil {
		return Date{}, err
	}
	return d, nil
}

// String is the date in EDTF.
func (d Date) String() string { return d.edtf }

// MarshalText writes the date in EDTF.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.edtf), nil }

// UnmarshalText reads a date in EDTF; no text is no date.
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d = Date{}
	if len(text) > 0 {
		*d, err = ParseDate(string(text))
	}
	return err
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d.edtf == "" }

// Earliest is the first instant that the date can mean (UTC); it is zero for an
// interval whose beginning is open or unknown.
func (d Date) Earliest() time.Time { return d.earliest }

// Latest is the last day that the date can mean, at its beginning (UTC); it is
// zero for an interval whose end is open or unknown.
func (d Date) Latest() time.Time { return d.latest }

// Before reports whether d certainly lies before o.
func (d Date) Before(o Date) bool {
	return !d.latest.IsZero() && !o.earliest.IsZero() && d.latest.Before(o.earliest)
}

// DateLanguage is how a language puts dates into words. The forms hold one %s.
type DateLanguage struct {
	Months  [12]string
	Seasons [4]string // from spring
	Day     string    // the number of a day: "%s" or "%s."
	Decade  string    // "%ss" for 1980 and the years after it
	Before  string    // a year before our era, "%s BC"
	About   string    // an approximate date
	Unsure  string    // an uncertain date
	Until   string    // an interval whose beginning is not known
	Since   string    // an interval whose end is not known
	To      string    // stands between the ends of an interval
}

// English is how an English reader writes dates.
var English = DateLanguage{
	Months: [12]string{"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December"},
	Seasons: [4]string{"spring", "summer", "autumn", "winter"},
	Day:     "%s", Decade: "%ss", Before: "%s BC", About: "about %s", Unsure: "probably %s",
	Until: "until %s", Since: "since %s", To: "to",
}

// Words is the date as an English reader would write it: "5 March 2025",
// "March 2025", "about 1987", "probably May 2026", "19 January to 1 March 2025".
func (d Date) Words() string { return d.In(English) }

// In is the date as a reader of a language would write it.
func (d Date) In(l DateLanguage) string {
	if d.IsZero() {
		return ""
	}
	from, to, interval := strings.Cut(d.edtf, "/")
	if !interval {
		return l.words(from)
	}
	switch {
	case from == "" || from == "..":
		return fmt.Sprintf(l.Until, l.words(to))
	case to == "" || to == "..":
		return fmt.Sprintf(l.Since, l.words(from))
	}
	first, doubt := cutQualifier(from)
	last, other := cutQualifier(to)
	if doubt != other {
		return l.words(from) + " " + l.To + " " + l.words(to)
	}
	return l.doubted(l.between(first, last), doubt)
}

// between is an interval of two EDTF dates without qualifiers.
func (l DateLanguage) between(from, to string) string {
	a, b := l.words(from), l.words(to)
	if y := a[strings.LastIndexByte(a, ' ')+1:]; strings.HasSuffix(b, " "+y) && len(a) > len(y) {
		a = strings.TrimSuffix(a, " "+y)
		if m := a[strings.LastIndexByte(a, ' ')+1:]; strings.Count(b, " ") == 2 && strings.Contains(b, " "+m+" ") && len(a) > len(m) {
			return strings.TrimSuffix(a, " "+m) + "–" + b
		}
	}
	return a + " " + l.To + " " + b
}

// words is one EDTF date.
func (l DateLanguage) words(s string) string {
	body, qualifier := cutQualifier(s)
	body, before := strings.CutPrefix(body, "-")
	p := strings.Split(body, "-")
	words := p[0]
	switch {
	case before:
		y, _ := strconv.Atoi(words)
		words = fmt.Sprintf(l.Before, strconv.Itoa(y+1))
	case strings.HasSuffix(words, "X"):
		words = fmt.Sprintf(l.Decade, strings.ReplaceAll(words, "X", "0"))
	}
	if len(p) > 1 && p[1] != "XX" {
		m, _ := strconv.Atoi(p[1])
		if m > 12 {
			words = l.Seasons[m-21] + " " + words
		} else {
			words = l.Months[m-1] + " " + words
		}
		if len(p) > 2 && p[2] != "XX" {
			words = fmt.Sprintf(l.Day, strings.TrimPrefix(p[2], "0")) + " " + words
		}
	}
	return l.doubted(words, qualifier)
}

// doubted says that the words of a date are approximate or uncertain, or both, as
// the qualifier has it.
func (l DateLanguage) doubted(words, qualifier string) string {
	if qualifier == "~" || qualifier == "%" {
		words = fmt.Sprintf(l.About, words)
	}
	if qualifier == "?" || qualifier == "%" {
		words = fmt.Sprintf(l.Unsure, words)
	}
	return words
}

func cutQualifier(s string) (body, qualifier string) {
	if n := len(s); n > 0 && strings.ContainsRune("?~%", rune(s[n-1])) {
		return s[:n-1], s[n-1:]
	}
	return s, ""
}

// dateBounds returns the first and the last day that one EDTF date can mean.
func dateBounds(s string) (first, last time.Time, err error) {
	body, _ := cutQualifier(s)
	body, before := strings.CutPrefix(body, "-")
	first, last, wrong := fieldBounds(strings.Split(body, "-"), before)
	if wrong != "" {
		return time.Time{}, time.Time{}, fmt.Errorf("%q is no EDTF date: %s", s, wrong)
	}
	return first, last, nil
}

// fieldBounds does so for the year and, if there are any, month and day of a
// date, before our era or in it; wrong says what is wrong with them, empty if nothing
// is.
func fieldBounds(p []string, before bool) (first, last time.Time, wrong string) {
	if len(p) > 3 || len(p[0]) != 4 {
		return first, last, "write YYYY, YYYY-MM or YYYY-MM-DD"
	}
	y0, y1, ok := digitBounds(p[0])
	if before {
		if y0 != y1 {
			return first, last, "a year before our era needs all its digits"
		}
		y0, y1 = -y0, -y0
	}
	known := func(i int) bool { return len(p) > i && p[i] != "XX" }
	switch {
	case !ok || y0 == 0 && y1 == 0:
		return first, last, "the year needs four digits, the last of which may be X"
	case known(1) && y0 != y1:
		return first, last, "a month needs a known year"
	case known(2) && !known(1):
		return first, last, "a day needs a known month"
	case !known(1):
		return day(y0, 1, 1), day(y1, 12, 31), ""
	case known(2):
		return dayBounds(y0, p[1], p[2])
	}
	return monthBounds(y0, p[1], len(p) == 3)
}

// dayBounds are both the day itself.
func dayBounds(year int, month, date string) (first, last time.Time, wrong string) {
	first, ok := dayOf(year, month, date)
	if !ok {
		return first, last, "there is no such day"
	}
	return first, first, ""
}

// monthBounds are the first and the last day of a month or of a season.
func monthBounds(year int, month string, withDay bool) (first, last time.Time, wrong string) {
	m, ok := twoDigits(month)
	switch {
	case !ok || m < 1 || m > 12 && (m < 21 || m > 24):
		return first, last, "the month runs from 01 to 12 (seasons 21 to 24, unknown XX)"
	case m > 12 && withDay:
		return first, last, "a season has no days"
	case m > 12:
		first = day(year, 3*(m-20), 1)
		return first, first.AddDate(0, 3, -1), ""
	}
	return day(year, m, 1), day(year, m+1, 0), ""
}

// dayOf is the day of a month, and whether there is one.
func dayOf(year int, month, date string) (time.Time, bool) {
	m, ok1 := twoDigits(month)
	d, ok2 := twoDigits(date)
	t := day(year, m, d)
	return t, ok1 && ok2 && t.Day() == d && int(t.Month()) == m && m <= 12 && d > 0
}

// digitBounds reads four digits of which trailing ones may be X.
func digitBounds(s string) (low, high int, ok bool) {
	known := strings.TrimRight(s, "X")
	if known == "" {
		return 0, 0, false
	}
	for _, c := range known {
		if c < '0' || c > '9' {
			return 0, 0, false
		}
	}
	pad := len(s) - len(known)
	low, _ = strconv.Atoi(known + strings.Repeat("0", pad))
	high, _ = strconv.Atoi(known + strings.Repeat("9", pad))
	return low, high, true
}

// twoDigits reads two digits and nothing else; [strconv.Atoi] would take a sign.
func twoDigits(s string) (int, bool) {
	if len(s) != 2 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
