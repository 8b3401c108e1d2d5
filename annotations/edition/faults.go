package edition

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	words "sidelight/annotations/text"
)

// maxFaults is how many faults of an edition are kept. Nobody mends more at a
// time, and a file of four megabytes may hold a million.
const maxFaults = 100

// maxQuoted is how many characters of one value a sentence repeats at most.
const maxQuoted = 400

// faults are what is wrong with an edition: the faults that were found first, and
// how many came after them.
type faults struct {
	kept Errors
	more int
}

// add records a fault. A fault beyond the limit is counted and costs no memory.
func (f *faults) add(at place, format string, args []any) {
	if len(f.kept) == maxFaults {
		f.more++
		return
	}
	for i, a := range args {
		args[i] = shortened(a)
	}
	message := words.Visible(fmt.Sprintf(format, args...))
	f.kept = append(f.kept, &Error{at.file, at.line, at.column, message})
}

// addAll records the faults that others hold.
func (f *faults) addAll(others faults) {
	for _, e := range others.kept {
		f.add(e.place(), "%s", []any{e.Message})
	}
	f.more += others.more
}

func (f *faults) any() bool { return len(f.kept) > 0 }

// sorted returns the faults by place without repetitions, and at the end how many
// more there are.
func (f *faults) sorted() Errors {
	slices.SortStableFunc(f.kept, func(a, b *Error) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	all := slices.CompactFunc(f.kept, func(a, b *Error) bool { return *a == *b })
	if f.more > 0 {
		all = append(all, &Error{Message: fmt.Sprintf("%d more faults were found and are not listed: mend these first", f.more)})
	}
	return all
}

// shortened is a value for a sentence; text that would make it too long is cut.
func shortened(a any) any {
	var s string
	switch v := a.(type) {
	case error:
		s = v.Error()
	case fmt.Stringer:
		return a
	default:
		if reflect.TypeOf(a).Kind() != reflect.String {
			return a
		}
		s = reflect.ValueOf(a).String()
	}
	return cut(s, maxQuoted)
}

// cut is the beginning of a text, with a sign at its end if there is more.
func cut(s string, most int) string {
	n := 0
	for i := range s {
		if n++; n > most {
			return strings.TrimSpace(s[:i]) + "…"
		}
	}
	return s
}
