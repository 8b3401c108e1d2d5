package links

// linkPerson finds the person of a form.
func (r *resolver) linkPerson(i int32) {
	f := &r.forms[i]
	if f.family {
		return
	}
	if len(f.words) == 1 {
		r.linkSingle(i)
		return
	}
	last := f.words[len(f.words)-1]
	fits := r.fits(f, r.surname[last], func(o *form) bool { return r.sameSurname(f, o) })
	if len(fits) == 0 {
		fits = r.fits(f, r.given[f.words[0]], func(o *form) bool { return prefix(f.words, o.words) })
	}
	if len(fits) == 0 {
		fits = r.fits(f, r.part[last], func(o *form) bool { return contiguous(f.words, o.words) })
	}
	r.take(i, fits, 0.97, false)
	if f.group < 0 && len(f.choice) == 0 {
		r.open(i)
	}
}

// fits are the groups of a list one form of which is accepted, and whose sex is not
// another than that of the form.
func (r *resolver) fits(f *form, all []int32, accept func(*form) bool) []int32 {
	var out []int32
	for _, g := range all {
		to := &r.groups[g]
		if !f.sex.agrees(to.sex) {
			continue
		}
		for k, o := range to.forms {
			if k >= most {
				break
			}
			if of := &r.forms[o]; of.junior == f.junior && accept(of) {
				out = append(out, g)
				break
			}
		}
	}
	return out
}

// take puts a form into the one group that fits, or remembers that several do.
func (r *resolver) take(i int32, fits []int32, factor float32, near bool) {
	switch len(fits) {
	case 0:
	case 1:
		r.join(i, fits[0], factor)
	default:
		f := &r.forms[i]
		f.choice, f.factor, f.near = fits, factor, near
	}
}

// linkSingle finds the person of a form of one word: a surname, else a given name, else
// a name between these, else a surname spelled almost so.
func (r *resolver) linkSingle(i int32) {
	f := &r.forms[i]
	w := f.words[0]
	anyone := func(*form) bool { return true }
	fits := r.fits(f, r.surname[w], anyone)
	factor := float32(0.97)
	if len(fits) == 0 && !f.titled {
		fits, factor = r.fits(f, r.given[w], anyone), 0.9
	}
	if len(fits) == 0 {
		fits, factor = r.fits(f, r.part[w], anyone), 0.85
	}
	if len(fits) == 0 {
		fits, factor = r.spelledSo(f), 0.7
	}
	r.take(i, fits, factor, false)
}

// spelledSo are the people whose surname differs from a long word in one letter.
func (r *resolver) spelledSo(f *form) []int32 {
	w := r.words[f.words[0]]
	if len(w) < 6 {
		return nil
	}
	var out []int32
	for g := range r.groups {
		if g >= 400 {
			break
		}
		to := &r.groups[g]
		h := &r.forms[to.head]
		if len(h.words) < 2 || h.kind != f.kind || !f.sex.agrees(to.sex) {
			continue
		}
		if s := r.words[h.words[len(h.words)-1]]; s[0] == w[0] && close1(s, w) {
			out = append(out, int32(g))
		}
	}
	if len(out) != 1 {
		return nil
	}
	return out
}

// sameSurname reports whether two forms with one surname can name one person: their
// given names do not contradict each other.
func (r *resolver) sameSurname(a, b *form) bool {
	if a.words[len(a.words)-1] != b.words[len(b.words)-1] || len(b.words) < 2 {
		return false
	}
	x, y := a.words[:len(a.words)-1], b.words[:len(b.words)-1]
	if !r.sameGiven(x[0], y[0]) {
		return len(x) == 1 && len(y) > 1 && len(r.words[x[0]]) > 1 && r.sameGiven(x[0], y[len(y)-1]) && len(r.words[y[0]]) == 1 ||
			contiguous(a.words, b.words)
	}
	if len(x) > 1 && len(y) > 1 && !r.sameGiven(x[1], y[1]) {
		return false
	}
	return true
}

// sameGiven reports whether two words can be one given name: the same word, a word and
// its initial, a short form, or a word spelled almost so.
func (r *resolver) sameGiven(a, b int32) bool {
	if a == b {
		return true
	}
	s, t := r.words[a], r.words[b]
	if len(s) == 0 || len(t) == 0 {
		return false
	}
	if len(s) <= 2 || len(t) <= 2 { // initials: "J.", "J.K."
		return s[0] == t[0] && (len(s) == 1 || len(t) == 1 || s == t)
	}
	if r.lists.nickname(s, t) {
		return true
	}
	return len(s) > 5 && len(t) > 5 && s[0] == t[0] && close1(s, t) && r.lists.sexes[s].agrees(r.lists.sexes[t])
}

// prefix reports whether a is the beginning of b.
func prefix(a, b []int32) bool { return len(a) < len(b) && same(a, b[:len(a)]) }

// tail reports whether a is the end of b.
func tail(a, b []int32) bool { return len(a) < len(b) && same(a, b[len(b)-len(a):]) }

func same(a, b []int32) bool {
	for k := range a {
		if a[k] != b[k] {
			return false
		}
	}
	return true
}

// contiguous reports whether the words of a stand side by side in b.
func contiguous(a, b []int32) bool {
	for k := 0; k+len(a) <= len(b); k++ {
		if same(a, b[k:k+len(a)]) {
			return true
		}
	}
	return false
}

// close1 reports whether two words differ by one letter that is added, left out or
// exchanged.
func close1(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
