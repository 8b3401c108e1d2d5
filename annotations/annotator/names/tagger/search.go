package tagger

// Search is the memory of the searches of a training.
type Search struct {
	scores       [][Labels]int32
	paths        paths
	right, guess []Label
}

// Scores are n rows of zeros to be filled.
func (s *Search) Scores(n int) [][Labels]int32 {
	if cap(s.scores) < n {
		s.scores, s.right, s.guess = make([][Labels]int32, 2*n), make([]Label, 2*n), make([]Label, 2*n)
	}
	s.scores, s.right, s.guess = s.scores[:n], s.right[:n], s.guess[:n]
	clear(s.scores)
	return s.scores
}

// Right is the best path through allowed labels only.
func (s *Search) Right(t *Transitions, allowed []uint32) []Label {
	s.paths.best(s.scores, t, allowed, s.right)
	return s.right
}

// Guess is the best path.
func (s *Search) Guess(t *Transitions) []Label {
	s.paths.best(s.scores, t, nil, s.guess)
	return s.guess
}

// Possible reports whether a path goes through the allowed labels.
func Possible(allowed []uint32) bool {
	reach := uint32(1 << Outside)
	for _, bits := range append(allowed[:len(allowed):len(allowed)], 1<<Outside) {
		next := uint32(0)
		for b := range Label(Labels) {
			for _, a := range before[b] {
				if reach&(1<<a) != 0 && bits&(1<<b) != 0 {
					next |= 1 << b
				}
			}
		}
		reach = next
	}
	return reach != 0
}
