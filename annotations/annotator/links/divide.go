package links

import (
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// joined puts names together that "&" joins: "Brighton & Hove Albion".
func (r *resolver) joined(names []found.Name) []found.Name {
	if !slices.ContainsFunc(names, func(n found.Name) bool { return r.near(n.Last) == "&" }) {
		return names
	}
	out := make([]found.Name, 0, len(names))
	for i := range names {
		n := names[i]
		if k := len(out) - 1; k >= 0 && r.joins(&out[k], &n) {
			out[k].End, out[k].Last, out[k].Kind = n.End, n.Last, annotations.Organisation
			out[k].Score = min(out[k].Score, n.Score)
			continue
		}
		out = append(out, n)
	}
	return out
}

// joins reports whether "&" alone stands between two names that may be parts of one.
func (r *resolver) joins(a, b *found.Name) bool {
	return a.First >= 0 && a.Last+1 == b.First && b.Last <= len(r.d.Tokens) && b.First < b.Last && r.near(a.Last) == "&" &&
		a.Kind > annotations.Person && b.Kind > annotations.Person
}

// parts divides a name such as "U.S.-Hamas" in two, if the first of them is a nation.
func (r *resolver) parts(n *found.Name) (a, b found.Name, ok bool) {
	for k := n.First + 1; k+1 < n.Last && k < n.First+5; k++ {
		if w := r.d.Word(k); w != "-" && w != "–" {
			continue
		}
		a, b = *n, *n
		a.Span, a.Last = annotations.Span{Start: n.Start, End: int(r.d.Tokens[k].Start)}, k
		b.Span, b.First = annotations.Span{Start: int(r.d.Tokens[k+1].Start), End: n.End}, k+1
		if _, whole := r.lists.names[foldAll(r.d.Text[n.Start:n.End])]; whole {
			return a, b, false
		}
		if a.Span.ValidIn(r.d.Text) && b.Span.ValidIn(r.d.Text) && r.nation(a.Span) {
			a.Kind = annotations.Place
			if r.nation(b.Span) {
				b.Kind = annotations.Place
			}
			return a, b, true
		}
	}
	return a, b, false
}

// nation reports whether a span is the name or nationality of a nation.
func (r *resolver) nation(s annotations.Span) bool {
	return r.country(r.pieces(s), &form{kind: annotations.Place})
}

// verb returns the token of a verb inside what was found as one name, as in "Acme Inc.
// advised Initech"; 0 if there is none.
func (r *resolver) verb(n *found.Name) int {
	if n.Last-n.First < 3 || n.First < 0 || n.Last > len(r.d.Tokens) {
		return 0
	}
	for k := n.First + 1; k+1 < n.Last; k++ {
		w := r.d.Word(k)
		if c := w[0]; c >= 'a' && c <= 'z' && len(w) > 4 && strings.HasSuffix(w, "ed") && upper(r.d.Word(k+1)) && r.d.Word(k-1) != "-" {
			return k
		}
	}
	return 0
}

// member returns the token "of" in what was found as one person, as in "Ada Low of
// Greenpeace"; 0 if there is none. One name alone goes on: "Joan of Arc".
func (r *resolver) member(n *found.Name) int {
	if n.Kind != annotations.Person || n.First < 0 || n.Last > len(r.d.Tokens) {
		return 0
	}
	for k := n.First + 2; k+1 < n.Last; k++ {
		if r.d.Word(k) == "of" && upper(r.d.Word(k-1)) && upper(r.d.Word(k+1)) && upper(r.d.Word(k-2)) && !styled(r.d.Word(k-2)) {
			return k
		}
	}
	return 0
}

// styled reports whether a word stands before one name that goes on with "of": "King",
// "Saint".
func styled(w string) bool {
	w = fold(w)
	_, short := honorific(w)
	_, high := rank(w)
	return short || high || royal(w)
}

// divided reads a name, or both parts of it. What a person is of is left open: it may be
// a place or a body.
func (r *resolver) divided(n *found.Name) {
	if k := r.verb(n); k > 0 {
		a, b := *n, *n
		a.Last, a.End = k, int(r.d.Tokens[k-1].End)
		b.First, b.Start = k+1, int(r.d.Tokens[k+1].Start)
		if r.readable(&a) && b.ValidIn(r.d.Text) {
			r.divided(&a)
			r.divided(&b)
			return
		}
	}
	if k := r.member(n); k > 0 {
		a := *n
		a.Last, a.End = k, int(r.d.Tokens[k-1].End)
		if r.readable(&a) && a.ValidIn(r.d.Text) {
			r.read(&a)
			return
		}
	}
	if n.Last-n.First > 2 && n.First >= 0 && n.Last <= len(r.d.Tokens) && n.Kind != annotations.Person {
		if a, b, ok := r.parts(n); ok {
			r.read(&a)
			r.read(&b)
			return
		}
	}
	r.read(n)
}
