package dates

// Holidays: those of a fixed day of the year, and those that a rule computes.

// Holidays that a rule computes.
const (
	fixedDay = iota
	easter   // and so many days after it
	weekdayOf
)

// aHoliday is the day of a holiday: n is its month and day, the days from Easter, or
// which day of the week of a month.
type aHoliday struct {
	rule       uint8
	month, day int // day of the month; days from Easter; the day of the week from Monday, 0
	nth        int // of weekdayOf: the first is 1, the last -1
}

// feast is the name of a holiday, in lower case and without apostrophes.
type feast struct {
	words [4]string
	aHoliday
}

// feasts begin with words of the class holiday; of two with the same beginning the
// longer comes first.
var feasts = []feast{
	{[4]string{"christmas", "eve"}, aHoliday{month: 12, day: 24}},
	{[4]string{"christmas", "day"}, aHoliday{month: 12, day: 25}},
	{[4]string{"christmas"}, aHoliday{month: 12, day: 25}},
	{[4]string{"new", "year", "eve"}, aHoliday{month: 12, day: 31}},
	{[4]string{"new", "years", "eve"}, aHoliday{month: 12, day: 31}},
	{[4]string{"new", "year", "day"}, aHoliday{month: 1, day: 1}},
	{[4]string{"new", "years", "day"}, aHoliday{month: 1, day: 1}},
	{[4]string{"halloween"}, aHoliday{month: 10, day: 31}},
	{[4]string{"valentine", "day"}, aHoliday{month: 2, day: 14}},
	{[4]string{"valentines", "day"}, aHoliday{month: 2, day: 14}},
	{[4]string{"boxing", "day"}, aHoliday{month: 12, day: 26}},
	{[4]string{"juneteenth"}, aHoliday{month: 6, day: 19}},
	{[4]string{"veterans", "day"}, aHoliday{month: 11, day: 11}},
	{[4]string{"armistice", "day"}, aHoliday{month: 11, day: 11}},
	{[4]string{"bastille", "day"}, aHoliday{month: 7, day: 14}},
	{[4]string{"groundhog", "day"}, aHoliday{month: 2, day: 2}},
	{[4]string{"epiphany"}, aHoliday{month: 1, day: 6}},
	{[4]string{"all", "saints", "day"}, aHoliday{month: 11, day: 1}},
	{[4]string{"all", "souls", "day"}, aHoliday{month: 11, day: 2}},
	{[4]string{"st", "patrick", "day"}, aHoliday{month: 3, day: 17}},
	{[4]string{"st", "patricks", "day"}, aHoliday{month: 3, day: 17}},
	{[4]string{"good", "friday"}, aHoliday{rule: easter, day: -2}},
	{[4]string{"easter", "monday"}, aHoliday{rule: easter, day: 1}},
	{[4]string{"easter", "sunday"}, aHoliday{rule: easter}},
	{[4]string{"easter"}, aHoliday{rule: easter}},
	{[4]string{"palm", "sunday"}, aHoliday{rule: easter, day: -7}},
	{[4]string{"ash", "wednesday"}, aHoliday{rule: easter, day: -46}},
	{[4]string{"thanksgiving", "day"}, aHoliday{rule: weekdayOf, month: 11, day: 3, nth: 4}},
	{[4]string{"thanksgiving"}, aHoliday{rule: weekdayOf, month: 11, day: 3, nth: 4}},
	{[4]string{"labor", "day"}, aHoliday{rule: weekdayOf, month: 9, day: 0, nth: 1}},
	{[4]string{"memorial", "day"}, aHoliday{rule: weekdayOf, month: 5, day: 0, nth: -1}},
	{[4]string{"martin", "luther", "king", "day"}, aHoliday{rule: weekdayOf, month: 1, day: 0, nth: 3}},
}

// holiday reads a holiday at i and the year behind it.
func (r *reader) holiday(i int) (f form, end int) {
	for k := range feasts {
		if end = r.feast(i, &feasts[k]); end > 0 {
			return r.holidayIn(k, end)
		}
	}
	return form{}, 0
}

// holidayIn reads the year behind a holiday that ends before end. What is called by the
// holiday alone may be something else: Christmas Island, a Christmas tree.
func (r *reader) holidayIn(k, end int) (f form, e int) {
	j := end
	if r.among(j, setOf(of, in)) {
		j++
	}
	if y, e := r.yearAt(j); e > 0 {
		return form{op: fixed, date: feasts[k].in(y), score: 0.95}, e
	}
	if feasts[k].words[1] == "" && (r.name(end) || r.oneOf(end, "tree eggs egg carol card cards gift gifts dinner party present presents rising market")) {
		return f, 0
	}
	return form{op: noYear, mod: -1, holiday: uint8(k + 1), date: date{grain: byDay}, score: 0.85}, end
}

// feast is the end of a holiday's name at i, 0 if it does not stand there.
func (r *reader) feast(i int, f *feast) int {
	j := i
	for k, w := range f.words {
		if w == "" {
			break
		}
		if k > 0 && (r.genitive(j) || r.is(j, point) || r.at(j).n == '\'' && r.is(j, mark)) {
			j++
		}
		if !r.says(j, w) {
			return 0
		}
		j++
	}
	return j
}

// in is the day of a holiday in a year.
func (h aHoliday) in(y int) date {
	switch h.rule {
	case easter:
		return easterOf(y).days(h.day)
	case weekdayOf:
		x := date{grain: byDay, y: y, m: h.month, d: 1}
		if h.nth < 0 {
			x = date{grain: byMonth, y: y, m: h.month}.moved(1)
			x = dayOf(x.first()).days(-7)
			h.nth = 1
		}
		return x.days((h.day-weekdayNumber(x)+7)%7 + 7*(h.nth-1))
	}
	return date{grain: byDay, y: y, m: h.month, d: h.day}
}

// weekdayNumber is the day of the week, from Monday, 0.
func weekdayNumber(x date) int { return int(x.first().Weekday()+6) % 7 }

// easterOf is Easter Sunday of the Western churches: the anonymous Gregorian
// algorithm as given by Jean Meeus, Astronomical Algorithms (1991), chapter 8.
func easterOf(y int) date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	day := (h + l - 7*m + 33*month + 19) % 32
	return date{grain: byDay, y: y, m: month, d: day}
}
