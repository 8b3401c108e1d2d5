package svg

// dots are the round dots of a dashed line: a pattern that begins with one, and how far
// into it the line begins, in pixels.
type dots struct {
	pattern []float32
	offset  float32
}

// rhythm divides the dashes of a line into those that end square and the dots, since SVG
// gives all ends of a line one form. A line that is drawn throughout has neither; dots
// are nil where there are none.
func rhythm(dash []float32) (dashes []float32, round *dots) {
	all, drawn, sum := evened(dash)
	if sum == 0 || drawn == sum {
		return nil, nil
	}
	var at []float32 // of the dots
	here := float32(0)
	for i, d := range all {
		if i%2 == 0 && d == 0 {
			at = append(at, here)
		}
		here += d
	}
	if drawn > 0 {
		dashes = all
	}
	if len(at) == 0 {
		return dashes, nil
	}
	round = &dots{}
	for i, x := range at {
		next := at[0] + sum
		if i+1 < len(at) {
			next = at[i+1]
		}
		round.pattern = append(round.pattern, 0, next-x)
	}
	if at[0] > 0 {
		round.offset = sum - at[0]
	}
	return dashes, round
}

// evened is a pattern with as many lengths that are drawn as lengths that are left out,
// none of them below 0; what of it is drawn, and how long it is.
func evened(dash []float32) (all []float32, drawn, sum float32) {
	for range 1 + len(dash)%2 {
		for _, d := range dash {
			all = append(all, length(d))
		}
	}
	for i, d := range all {
		sum += d
		if i%2 == 0 {
			drawn += d
		}
	}
	return all, drawn, sum
}
