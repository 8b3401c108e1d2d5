package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations/fuzzed"
	"sidelight/annotations/text"
)

func TestFold(t *testing.T) {
	for _, x := range []struct{ in, plain, spelled string }{
		{"The “Talks”, he said", `the "talks", he said`, ""},
		{"It's it’s itʼs it‘s it´s it`s it′s it＇s", "it's it's it's it's it's it's it's it's", ""},
		{"Füße Ärger schön Maße", "fusse arger schon masse", "fuesse aerger schoen masse"},
		{"Fu\u0308ße", "fusse", "fuesse"},
		{"naïve coöperate", "naive cooperate", "naive cooeperate"},
		{"Ærø, Ålesund, Łódź, Đà Nẵng, Œuvre, Þingvellir, Søren", "aero, alesund, lodz, da nang, oeuvre, thingvellir, soren",
			"aeroe, aalesund, lodz, da nang, oeuvre, thingvellir, soeren"},
		{"oﬃce ﬁsh ﬂag", "office fish flag", ""},
		{"Ｈａｒｂｏｕｒ １２３", "harbour 123", ""},
		{"har\u200bbour op\u200dened and\u2060 cap\ufefftain cease\u00adfire", "harbour opened and captain ceasefire", ""},
		{"10\u00a0000 10\u202f000 \u2009 10 \t 000", "10 000 10 000 10 000", ""},
		{"Wait… and wait...", "wait... and wait...", ""},
		{"well-known well‐known well‑known well–known well−known", strings.TrimSpace(strings.Repeat("well-known ", 5)), ""},
		{"Ἀρχῇ ἦν ὁ λόγος ΛΌΓΟΣ", "αρχη ην ο λογοσ λογοσ", ""},
		{"Nh\u01b0\u0303ng chiếc, Những", "nhung chiec, nhung", ""},
		{"İstanbul ISTANBUL ırmak IRMAK", "istanbul istanbul irmak irmak", ""},
		{"вошёл За́мок Йод", "вошел замок иод", ""},
		{"がか カ\u3099", "か\u3099か カ\u3099", ""},
		{"한", "\u1112\u1161\u11ab", ""},
		{"मुंबई", "मुंबई", ""},
		{"½ x² №", "1/2 x2 no", ""},
		{"inter-\n  national, cap-\r\ntain, well-\nknown", "international, captain, wellknown", "inter-national, cap-tain, well-known"},
		{"inter\u00ad\nnational", "international", ""},
		{"U.S.-\nHamas, Nord-\nAmerika", "u.s.- hamas, nord-amerika", ""},
		{"he came –\nand went-\n\nand", "he came - and went- and", ""},
		{"a ´ b ¨", "a ' b ¨", ""},
		{"\u0301lead", "lead", ""},
	} {
		if x.spelled == "" {
			x.spelled = x.plain
		}
		if got := text.Plain.Fold(x.in); got != x.plain {
			t.Errorf("%q plain is %q, want %q", x.in, got, x.plain)
		}
		if got := text.Spelled.Fold(x.in); got != x.spelled {
			t.Errorf("%q spelled is %q, want %q", x.in, got, x.spelled)
		}
	}
}

// A folded text folds to itself, and what Next takes are whole characters.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"Füße “Ø” e\u0301", "ﬁ½…´ U.\u0301S", "inter-\nnational ma-\u0301\n x", "한국 \u1112\u1161\u11ab が", "a \u00ad\u200b b-\u00ad\nc", "ǅ ŉ ẞ ſ ﷺ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzzed.Within(t, func() {
			for _, form := range []text.Form{text.Plain, text.Spelled} {
				var out []byte
				for i := 0; i < len(s); {
					before := i
					if out, i = form.Next(out, s, i); i <= before || i > len(s) || i < len(s) && utf8.ValidString(s) && !utf8.RuneStart(s[i]) {
						t.Fatalf("from byte %d of %q to %d", before, s, i)
					}
				}
				if again := form.Fold(string(out)); again != string(out) {
					t.Errorf("%q folds to %q and that to %q", s, out, again)
				}
			}
		})
	})
}
