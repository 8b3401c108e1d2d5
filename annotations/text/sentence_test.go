package text_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"sidelight/annotations/fuzzed"
	"sidelight/annotations/text"
)

func TestSentences(t *testing.T) {
	for _, want := range [][]string{
		{"The price was $3.50. it rose.", "He said “go.”", "Then he left.", "The U.S. Navy came.", "Dr. Who spoke e.g. of tides.",
			"Nein!", "¿Que?", "Sí.", "「行こう。」と言った。", "次の文。", "Wait... what? z.B. Hamburg.", "Am 3. Mai kam er.",
			"Er wohnt in Nr. 5.", "Sie sagte: „Nein.“", "Dann ging sie.", "Yes!?!", "OK. ünder."},
		{"Der 2. Weltkrieg begann am 1. September 1939.", "Im 19. Jahrhundert war es der 3. Platz.", "Es kamen 12.", "Dann gingen 3 von 5.", "Er blieb."},
		{"It closed at 8.55 p.m.", "The next is at 4 p.m. Monday.", "Come at 9 a.m. Eastern time.", "Following Allen et al. (1998), we count.", "It was Allen et al.", "Cllr. Obi left."},
		{"I am 12.", "He is 14.", "It was 1933.", "May came."},
		{"He said no.", "She said No. 5 was best.", "See p. 7 and fig. 3.", "It was built c. 1850.", "On Oct. 7 they met."},
		{"Er rief: »Komm!«", "»Nein«, sagte sie."},
		{"Das gilt u.a. Hamburg und d.h. Bremen.", "Es ist Plan b.", "So sei es."},
		{"他说：「走吧。」", "「好！」", "他走了？", "是。"},
		{"नावें सुबह गईं।", "लोग चुप रहे।"},
		{"أين هو؟", "ذهب."},
		{"Корабль вошёл в порт.", "За́мок и замо́к."},
		{"배는 아침 일찍 나갔다.", "아무도 말하지 않았다."},
		{"Go.", "[Stay.]", "¡Ay!", "(Next.)"},
		{"It was old.1", "It fell.[2][13]", "He said “go.”3", "Then it ended.⁴", "It cost 3.5 Euros."},
		{"Version 2.1 Beta is file.1 of many.", "See § 5.2 Of course."},
		{"No stop"},
	} {
		for _, blank := range []string{" ", " \n"} {
			s := strings.Join(want, blank)
			var got []string
			for a, b := range text.Sentences(s) {
				got = append(got, s[a:b])
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q is divided into\n%q, want\n%q", s, got, want)
			}
		}
	}
	const glued = "船在早晨出海。没有人说话！「要下雨了。」老人说。"
	n := 0
	for range text.Sentences(glued) {
		n++
	}
	if n != 3 {
		t.Errorf("%q has %d sentences, want 3", glued, n)
	}
}

// Whatever the text, nothing but blanks lies outside the sentences.
func FuzzSentences(f *testing.F) {
	f.Add("Ms. Leavitt said, \"Look… it is.\" She left. 33 came. 3. Mai")
	f.Add("…… A.B. C?! »D.« (E.) \u00a0F. 。」」。x")
	f.Fuzz(func(t *testing.T, s string) {
		fuzzed.Within(t, func() {
			end := 0
			blank := func(part string) bool {
				return strings.IndexFunc(part, func(r rune) bool { return !unicode.IsSpace(r) }) < 0
			}
			for a, b := range text.Sentences(s) {
				if a < end || b <= a || b > len(s) || !blank(s[end:a]) || strings.TrimSpace(s[a:b]) != s[a:b] {
					t.Fatalf("a sentence [%d, %d) after %d of %q", a, b, end, s)
				}
				end = b
			}
			if !blank(s[end:]) {
				t.Fatalf("%q belongs to no sentence", s[end:])
			}
		})
	})
}
