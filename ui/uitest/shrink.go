package uitest

// Shrink returns steps of a failing run, in their order, that fail as well, while
// the run without any one of them passes. It is the algorithm ddmin of Zeller and
// Hildebrandt, Simplifying and Isolating Failure-Inducing Input (2002): halves are
// left out, then quarters, and so on down to single steps. Fails reports whether a
// run of some of the steps fails; it is called at most some n²+3n times for n
// steps, and far less often where few steps are to blame.
func Shrink[T any](steps []T, fails func([]T) bool) []T {
	for parts := 2; len(steps) > 1; {
		if shorter := withoutPart(steps, parts, fails); shorter != nil {
			steps, parts = shorter, max(parts-1, 2)
			continue
		}
		if parts >= len(steps) {
			break
		}
		parts = min(2*parts, len(steps))
	}
	return steps
}

// withoutPart divides the steps into equal parts and returns the steps without the
// first part that a failing run can do without, or nil if it needs all of them.
func withoutPart[T any](steps []T, parts int, fails func([]T) bool) []T {
	for i := range parts {
		from, to := i*len(steps)/parts, (i+1)*len(steps)/parts
		rest := append(append([]T(nil), steps[:from]...), steps[to:]...)
		if fails(rest) {
			return rest
		}
	}
	return nil
}
