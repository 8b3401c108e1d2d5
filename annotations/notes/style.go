package notes

import "fmt"

// Style is the form in which a highlight is drawn. All are of one colour; the form
// tells them apart.
type Style uint8

// The styles, in the order in which the reader steps through them.
const (
	Marker   Style = iota // the words on a full box
	Band                  // the lower half of the box
	Wave                  // a wave beneath the words
	Brackets              // a bracket before the words and one behind
	Side                  // a line beside the lines of the words
)

var styleNames = [...]string{Marker: "marker", Band: "half-band", Wave: "wave", Brackets: "brackets", Side: "side-line"}

// Styles returns all styles in their order.
func Styles() []Style { return []Style{Marker, Band, Wave, Brackets, Side} }

// String returns the name of the style in files and on the command line.
func (s Style) String() string {
	if int(s) < len(styleNames) {
		return styleNames[s]
	}
	return fmt.Sprintf("style %d", uint8(s))
}

// Next returns the style after s, and the first after the last.
func (s Style) Next() Style { return (s + 1) % Style(len(styleNames)) }

// ParseStyle returns the style of a name; the error lists the names that there are.
func ParseStyle(name string) (Style, error) {
	for s, n := range styleNames {
		if n == name {
			return Style(s), nil
		}
	}
	return 0, fmt.Errorf("there is no style %q: the styles are %s, %s, %s, %s and %s", name,
		styleNames[Marker], styleNames[Band], styleNames[Wave], styleNames[Brackets], styleNames[Side])
}
