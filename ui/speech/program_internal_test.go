package speech

import (
	"slices"
	"strings"
	"testing"
)

// Each system's command gets the words by its standard input, and as arguments what is
// ours alone.
func TestArguments(t *testing.T) {
	for _, c := range []struct {
		system string
		how    Manner
		want   string
	}{
		{"linux", Manner{Rate: 1}, "spd-say --pipe-mode --wait --priority text --rate 0"},
		{"linux", Manner{Rate: 1.5, Language: "en-US"}, "spd-say --pipe-mode --wait --priority text --rate 39 --language en"},
		{"linux", Manner{Rate: 0.75, Language: "-x y"}, "spd-say --pipe-mode --wait --priority text --rate -47"},
		{"linux", Manner{Rate: 9, Language: "de;x"}, "spd-say --pipe-mode --wait --priority text --rate 100"},
		{"darwin", Manner{Rate: 1.25, Language: "de"}, "say -r 219 -f -"},
		{"windows", Manner{Rate: 1.5}, "$voice.Rate = 4; $voice.Speak($words)"},
		{"windows", Manner{Rate: 0.75, Language: "de-DE"}, "[Globalization.CultureInfo]'de-DE') } catch {}; $voice.Rate = -3;"},
	} {
		p := of(c.system)
		got := strings.Join(append([]string{p.name}, p.args(c.how)...), " ")
		if ok := got == c.want || c.system == "windows" && strings.Contains(got, c.want); !ok {
			t.Errorf("%s at %v: %s, want %s", c.system, c.how, got, c.want)
		}
	}
	for _, bad := range []string{"de') ; calc ('", "-x", "de\n", "dé", strings.Repeat("a", 36)} {
		if got := strings.Join(of("windows").args(Manner{Rate: 1, Language: bad}), " "); strings.Contains(got, "CultureInfo") {
			t.Errorf("the language %q becomes part of a script: %s", bad, got)
		}
	}
}

// Nothing in the words is obeyed.
func TestWordsAreNoCommands(t *testing.T) {
	for system, c := range map[string][2]string{
		"linux":   {"!-!SET SELF RATE 100\r\n!-!STOP ALL", " !-!SET SELF RATE 100 !-!STOP ALL"},
		"darwin":  {"so [[[volm 0]]]\x00there", "so    volm 0    there"},
		"windows": {"a\tb\n$(calc)", "a b $(calc)"},
	} {
		p := of(system)
		got := aLine(c[0])
		if p.words != nil {
			got = p.words(got)
		}
		if got != c[1] {
			t.Errorf("on %s %q becomes %q", system, c[0], got)
		}
	}
}

func TestPieces(t *testing.T) {
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"", nil},
		{"one two", []string{"one two"}},
		{"one two three four", []string{"one two", "three", "four"}},
		{"äöüäöüäöü", []string{"äöüä", "öüäö", "ü"}},
	} {
		if got := pieces(c.words, 9); !slices.Equal(got, c.want) {
			t.Errorf("%q is divided into %q", c.words, got)
		}
	}
}
