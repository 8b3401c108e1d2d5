package charset_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"golang.org/x/text/encoding"

	"sidelight/annotations/document/charset"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

// texts are what people write in encodings of before Unicode.
var texts = map[string]struct {
	encoding.Encoding
	text string
}{
	"windows-1252": {charmap.Windows1252, "“Größe” zählt nicht, café – déjà vu … 5 €."},
	"windows-1251": {charmap.Windows1251, "Корабли вышли в море рано утром и не вернулись до полудня."},
	"koi8-r":       {charmap.KOI8R, "Корабли вышли в море рано утром и не вернулись до полудня."},
	"cp866":        {charmap.CodePage866, "Корабли вышли в море рано утром и не вернулись до полудня."},
	"windows-1253": {charmap.Windows1253, "Τα πλοία έφυγαν νωρίς το πρωί και γύρισαν το μεσημέρι."},
	"windows-1255": {charmap.Windows1255, "הספינות יצאו מוקדם בבוקר ולא חזרו עד הצהריים."},
	"windows-1256": {charmap.Windows1256, "خرجت السفن في الصباح الباكر ولم تعد حتى الظهر."},
	"windows-1250": {charmap.Windows1250, "Łodzie wypłynęły wczesnym rankiem i nie wróciły aż do południa."},
	"macintosh":    {charmap.Macintosh, "Der Küchenbulle aß Äpfel, süße Birnen und Nüsse."},
	"ibm437":       {charmap.CodePage437, "Der Küchenbulle aß Äpfel, süße Birnen und Nüsse."},
	"shift_jis":    {japanese.ShiftJIS, "船は早朝に出港し、正午まで戻らなかった。"},
	"euc-jp":       {japanese.EUCJP, "船は早朝に出港し、正午まで戻らなかった。老人は雨が降ると言った。"},
	"gb18030":      {simplifiedchinese.GB18030, "船在早晨出海，渔夫们坐在船边，没有人说话。"},
	"big5":         {traditionalchinese.Big5, "他們在清晨出海，直到正午才回來，沒有帶回一條魚。"},
	"euc-kr":       {korean.EUCKR, "배들은 이른 아침에 항구를 떠났고 정오까지 돌아오지 않았다."},
}

// A text in an old encoding is read as it was written, or the right encoding is one of
// three.
func TestOldEncodings(t *testing.T) {
	for name, c := range texts {
		data, err := c.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		got, err := charset.Decode(data, "")
		var e *raw.Error
		switch {
		case errors.As(err, &e) && e.Problem == raw.Ambiguous:
			if len(e.Guesses) != 3 || !slices.ContainsFunc(e.Guesses, func(g raw.Guess) bool { return strings.HasPrefix(c.text, g.Words) }) {
				t.Errorf("%s: the guesses are %q", name, e.Guesses)
			}
		case err != nil || got != c.text:
			t.Errorf("%s reads %q, %v", name, got, err)
		}
		if got, err := charset.Decode(data, name); err != nil || got != c.text || !charset.Known(name) {
			t.Errorf("%s by its name reads %q, %v", name, got, err)
		}
	}
}

// What is not quite right is read nevertheless.
func TestFaults(t *testing.T) {
	long := strings.Repeat("Die Brücke am Fluß. ", 20)
	for _, c := range []struct{ name, data, want string }{
		{"a bad byte", long + "\xff" + long, long + "\ufffd" + long},
		{"bad bytes in a row", long + "\xff\xfe\xfd" + long, long + "\ufffd\ufffd\ufffd" + long},
		{"an end within a character", long + "\xc3", long},
		{"one word of Latin-1 at the end", "Le caf\xe9", "Le café"},
		{"an undefined byte between words", "Le caf\xe9 \x81 est ouvert.", "Le café \ufffd est ouvert."},
		{"NULs", "Before\x00after and so on.", "Beforeafter and so on."},
		{"colours", "\x1b[1;31mRed\x1b[0m and \x1b]0;title\x07plain", "Red and plain"},
		{"half a character at the end", "\xff\xfea\x00b\x00\x00", "ab"},
		{"a name in the first line", "# -*- coding: koi8-r -*-\n\xee\xc5\xd4", "# -*- coding: koi8-r -*-\nНет"},
		{"marks of three bytes", "\xef\xbb\xbfWords", "Words"},
		{"UTF-16 without a mark", "W\x00o\x00r\x00d\x00s\x00 \x00a\x00n\x00", "Words an"},
		{"UTF-32 without a mark", "\x00\x00\x00W\x00\x00\x00o\x00\x00\x00r\x00\x00\x00d", "Word"},
	} {
		if got, err := charset.Decode([]byte(c.data), ""); err != nil || got != c.want {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
	for name, c := range map[string]struct {
		data string
		want raw.Problem
	}{
		"nothing": {"", raw.Empty}, "blanks": {" \n", raw.Empty}, "a mark": {"\xff\xfe", raw.Empty}, "a NUL": {"\x00", raw.Binary},
		"controls": {"\x01\x02\x03abc", raw.Binary}, "many NULs": {"ab\x00\x00\x00\x00c", raw.Binary},
	} {
		var e *raw.Error
		if _, err := charset.Decode([]byte(c.data), ""); !errors.As(err, &e) || e.Problem != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whatever bytes there are, they are read as text that can be shown or refused with a
// reason; of three guesses each can be read.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"Words", "caf\xe9", "\xff\xfea\x00", "a\x00b\x00c\x00d\x00", "\x81\x82 \x8a", "\x1b[0ma"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed.Within(t, func() {
			s, err := charset.Decode(data, "")
			var e *raw.Error
			switch {
			case errors.As(err, &e):
				for _, g := range e.Guesses {
					if !charset.Known(g.Name) || !utf8.ValidString(g.Words) {
						t.Errorf("the guess is %q", g)
					}
				}
			case err != nil || !utf8.ValidString(s) || strings.TrimSpace(s) == "" || strings.ContainsRune(s, 0):
				t.Errorf("it reads %q, %v", s, err)
			}
		})
	})
}
