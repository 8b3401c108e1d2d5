package locale

import (
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/timeline"
)

// DateAloud writes a date as one reads it aloud, with what is in doubt behind it: "in
// February 2025, uncertain", "since 7 October 2023", "about 1987".
func DateAloud(d annotations.Date) string {
	l := language()
	l.Unsure = X("date.uncertain", "%s, uncertain")
	s, whole := d.In(l), d.String()
	if timeline.IsRange(d) {
		from, to := timeline.Begin(d).String(), timeline.End(d).String()
		if !strings.ContainsAny(from, "?%") || to == "" || from[len(from)-1] == to[len(to)-1] {
			return s
		}
		return strings.Replace(s, " "+l.To+" ", X("date.comma-to", ", to "), 1)
	}
	switch strings.Count(strings.TrimRight(whole, "?~%"), "-") {
	case 0:
		return s
	case 1:
		return strings.ReplaceAll(X("date.in-month", "in {{.Month}}"), "{{.Month}}", s)
	}
	return s
}

// Moment returns the words of a row of the timeline, without the icon of who says so:
// the date as the article prints it or places the moment, else that of other sources;
// what of it is in doubt; and what is known of the order of the row and the one above.
func Moment(e *annotations.Edition, r *timeline.Row, asTold bool) timeline.Texts {
	t := timeline.Texts{What: r.Text}
	t.Date, t.Record = MomentDate(r.Moment)
	if afterThat(r) {
		t.Date = X("moment.after-that", "After that")
	}
	t.Notes = dateNotes(r.Moment, t)
	if t.Date != "" && t.Record != "" {
		t.Else = X("moment.elsewhere", "Elsewhere: {{.Date}}", map[string]any{"Date": t.Record})
		t.Record = ""
	}
	if n := orderNote(r, asTold); n != "" {
		t.Notes = append(t.Notes, n)
	}
	t.Who = MomentWho(e, r.Moment)
	if r.Told() >= 0 {
		t.Sign = "¶" + strconv.Itoa(e.Article().SignAt(r.Told()))
		t.SignName = X("panel.passage", "Show in the article: {{.Place}}", map[string]any{"Place": t.Sign})
		t.Slot = t.Sign
		if asTold {
			t.Slot = year(r.When)
		}
	}
	what := strings.TrimSuffix(t.What, ".") // what is joined ends with one
	t.Name = strings.Join(nonempty(append([]string{t.Date, t.Record}, append(t.Notes, began(r), what, t.Who, t.Else, t.Sign)...)...), ". ")
	return t
}

// afterThat reports whether the article says that a row came after the one above, and
// prints no date for it.
func afterThat(r *timeline.Row) bool {
	return r.Link == timeline.Stated && !r.Back && r.Printed() == nil
}

// MomentDate returns the date of a moment in words: as the article prints it or says how
// the moment stands to the writing; and as other sources have it, empty if the article
// has all of it.
func MomentDate(m *timeline.Moment) (printed, record string) {
	switch m.State {
	case annotations.Background:
		return "", X("panel.as-of", "as of {{.Date}}", map[string]any{"Date": DateAloud(m.When)})
	case annotations.Since:
		return "", DateAloud(m.When)
	}
	switch m.Kind {
	case annotations.AtWriting:
		return X("moment.at-writing", "At writing"), ""
	case annotations.Expected:
		return X("moment.expected", "Expected"), ""
	case annotations.Proposed:
		return X("moment.proposed", "Proposed"), ""
	}
	if d := m.Printed(); d != nil {
		printed = d.Name
		if m.Doubt == timeline.Open {
			printed = X("moment.words", "“{{.Words}}”", map[string]any{"Words": d.Name})
		}
	}
	if m.Recorded() {
		record = DateAloud(m.When)
	}
	if printed == "" && record == "" {
		record = X("moment.no-date", "no date known")
	}
	return printed, record
}

// dateNotes says what of a date is in doubt, and what other sources have.
func dateNotes(m *timeline.Moment, t timeline.Texts) []string {
	if m.State != annotations.InArticle || m.Kind != 0 {
		return nil
	}
	var out []string
	switch {
	case m.Doubt == timeline.NoYear:
		out = append(out, X("moment.no-year", "year not stated"))
	case m.Doubt == timeline.Open:
		out = append(out, X("moment.open", "date left open"))
	case m.Printed() == nil && t.Date == "" && !m.When.IsZero():
		out = append(out, X("not-in-article", "not in the article"))
	}
	if m.Sure == timeline.Ahead {
		out = append(out, X("moment.ahead", "still ahead"))
	}
	return out
}

// orderNote says of a row and the one above what the dates do not say by themselves.
func orderNote(r *timeline.Row, asTold bool) string {
	switch {
	case r.Above == nil || r.Sure == timeline.Ahead || r.State != annotations.InArticle:
	case r.Link == timeline.Stated && !r.Back:
		return X("moment.order-given", "order given")
	case r.Link == timeline.Unknown && !asTold:
		return X("moment.order-open", "order not given")
	case r.Back:
		return X("moment.earlier", "earlier than that")
	}
	return ""
}

// began says in words what the dots on the axis say of two ranges.
func began(r *timeline.Row) string {
	if r.Link != timeline.Began || r.Back {
		return ""
	}
	return X("moment.began", "What is above began earlier")
}

// MomentWho says on whose word a moment rests: who speaks in the article, or a source.
func MomentWho(e *annotations.Edition, m *timeline.Moment) string {
	if !m.Span.Empty() {
		p, ok := e.VoiceOf(m.Span)
		switch {
		case ok && p.Voice == annotations.OwnAccount:
			return Voice(p.Voice)
		case ok:
			return Attribution(e, p)
		}
		return X("panel.voice.unknown", "Speaker not recorded")
	}
	for i, id := range m.Sources {
		s, ok := e.Source(id)
		if !ok {
			continue
		}
		words := Publisher(s)
		if when := Issued(s); when != "" {
			words += ", " + when
		}
		if more := len(m.Sources) - i - 1; more > 0 {
			words += " +" + strconv.Itoa(more)
		}
		return words
	}
	return ""
}

// Moments counts the rows of a timeline: "9 moments", what of them is dated, placed and
// ahead, and the same in few words.
func Moments(rows []timeline.Row) (count, split, brief string) {
	var n [timeline.Ahead + 1]int
	for i := range rows {
		if rows[i].State == annotations.InArticle {
			n[0]++
			n[rows[i].Sure]++
		}
	}
	count = X("moment.count", "{{.Count}} moments", map[string]any{"Count": Count(n[0])})
	if n[0] == 1 {
		count = X("moment.count.one", "1 moment")
	}
	var long, short []string
	add := func(n int, words, few func(map[string]any) string) {
		if n > 0 {
			data := map[string]any{"Count": Count(n)}
			long, short = append(long, words(data)), append(short, few(data))
		}
	}
	dated := func(d map[string]any) string { return X("moment.count.dated", "{{.Count}} dated", d) }
	add(n[timeline.Dated], dated, dated)
	add(n[timeline.Placed],
		func(d map[string]any) string { return X("moment.count.placed", "{{.Count}} placed by the article", d) },
		func(d map[string]any) string { return X("moment.count.placed.brief", "{{.Count}} placed", d) })
	add(n[timeline.Ahead],
		func(d map[string]any) string { return X("moment.count.ahead", "{{.Count}} still ahead", d) },
		func(d map[string]any) string { return X("moment.count.ahead.brief", "{{.Count}} ahead", d) })
	return count, strings.Join(long, ", "), strings.Join(short, ", ")
}

// year is the year in which a date begins, empty if none is known.
func year(d annotations.Date) string {
	if d.Earliest().IsZero() {
		return ""
	}
	return strconv.Itoa(d.Earliest().Year())
}

func nonempty(all ...string) []string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
