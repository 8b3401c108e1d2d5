package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// units are written behind a number and belong on its line. Those that are words as well
// ("in", "a") are left out.
var units = func() map[string]bool {
	all := make(map[string]bool)
	for _, u := range strings.Fields("% ‰ € $ £ °C °F mm cm dm m km mm² cm² m² km² ha cm³ m³ ml cl l hl µg mg g kg µm nm ms s h " +
		"Pa hPa kPa MPa bar mbar W kW MW GW TW Wh kWh MWh GWh TWh J kJ MJ V kV mA Hz kHz MHz GHz K kB MB GB TB mol lm lx dB kN MN km/h m/s mph") {
		all[u] = true
	}
	return all
}()

const longestUnit = 8 // bytes

// BeginsUnit reports whether a unit begins at a byte of a text, behind a number and one
// blank.
func BeginsUnit(s string, at int) bool {
	if at < 2 || at >= len(s) || s[at-1] != ' ' {
		return false
	}
	if before, _ := utf8.DecodeLastRuneInString(s[:at-1]); !unicode.IsDigit(before) {
		return false
	}
	rest := s[at:]
	end := strings.IndexFunc(rest[:min(len(rest), longestUnit+utf8.UTFMax)], func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(".,;:!?)]”’\"'–—", r)
	})
	if end < 0 && len(rest) <= longestUnit {
		end = len(rest)
	}
	return end > 0 && units[rest[:end]]
}
