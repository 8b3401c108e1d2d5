package gazetteer

import (
	"strings"
	"unicode"
)

// fold is a name as names are compared: small letters without accents, words parted by
// single blanks, "&" and "St." written out, no leading "the".
func fold(name string) string {
	b := make([]byte, 0, len(name)+8)
	gap := false
	for _, r := range name {
		switch {
		case strings.ContainsRune(".'’‘`ʻ\u00ad", r):
			continue
		case r == '&':
			b, gap = append(b, " and"...), true
			continue
		case unicode.IsSpace(r) || strings.ContainsRune("-‐‑–,()/", r):
			gap = len(b) > 0
			continue
		}
		if gap {
			b, gap = append(b, ' '), false
		}
		b = appendBase(b, unicode.ToLower(r))
	}
	s := strings.TrimPrefix(string(b), "the ")
	if rest, ok := strings.CutPrefix(s, "st "); ok {
		s = "saint " + rest
	}
	return s
}

// bases are the letters of the names in the lists that a writer may print without what
// stands on or below them: each base letter, then its letters.
var bases = [...]string{
	"aáàâãäåāăą", "cçćč", "dďđ", "eéèêëēęě", "gğ", "hḩ", "iíìîïīı", "lł", "nñńň", "oóòôõöōŏøő",
	"rř", "sşșšś", "tţțť", "uúùûüūŭůű", "yýÿ", "zźżž",
}

func appendBase(b []byte, r rune) []byte {
	if r < 0x80 {
		return append(b, byte(r))
	}
	if r == '\u0307' { // of the small letter of "İ"
		return b
	}
	for _, set := range bases {
		if strings.ContainsRune(set, r) {
			return append(b, set[0])
		}
	}
	return append(b, string(r)...)
}

// cutLand divides "Hyderabad, Pakistan" at its last comma.
func cutLand(name string) (town, land string, ok bool) {
	i := strings.LastIndexByte(name, ',')
	if i < 0 {
		return "", "", false
	}
	return strings.TrimSpace(name[:i]), strings.TrimSpace(name[i+1:]), true
}

// initials reports whether a name is an abbreviation in capitals, such as "WHO", which
// must not be taken for a word.
func initials(name string) bool {
	n := 0
	for _, r := range name {
		switch {
		case r == '.':
		case r < 'A' || r > 'Z':
			return false
		default:
			n++
		}
	}
	return n <= 5
}

// shared reports whether a name is as much that of another place, which the lists have
// not: a state of the United States, a smaller city that is named as often.
func shared(name string) bool {
	switch name {
	case "Georgia", "Alexandria", "Arlington", "Aurora", "Birmingham", "Brest", "Cartagena", "Columbus", "Córdoba",
		"George Town", "Georgetown", "Guadalajara", "Hamilton", "Kochi", "Mérida", "Newcastle", "Portland", "San Jose", "San José", "San Juan",
		"Santa Ana", "Santa Marta", "Tripoli", "Trujillo", "Valencia", "Victoria":
		return true
	}
	return false
}
