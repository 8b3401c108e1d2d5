package gazetteer

// Countries returns states, territories and areas in the order of their codes.
func Countries() []Entry {
	l := lists()
	var all []Entry
	for i := range l.all {
		if l.all[i].What <= Area {
			all = append(all, l.entry(int32(i)))
		}
	}
	return all
}
