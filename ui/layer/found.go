package layer

// Found is how many of the marks that the program finds are shown.
type Found uint8

// The choices. Balanced leaves out what is more likely wrong than right.
const (
	Balanced Found = iota
	Fewer          // only what is nearly sure
	More           // much that is a guess, too
)

// Founds are all choices, from the fewest marks to the most.
func Founds() []Found { return []Found{Fewer, Balanced, More} }

// Least is the score that a mark must have at least to be shown.
func (f Found) Least() float32 {
	switch f {
	case Fewer:
		return 0.8
	case More:
		return 0.3
	}
	return 0.5
}
