package dates

// behindGiven are words behind the given name of somebody who is the subject.
const behindGiven = "has had is was said says told tells did does came went laughed smiled nodded"

// given reports whether a day of the week is the given name of a person, as days are in
// parts of Africa: "One of them, Sunday Bello, told me". After that it is one where it is
// the subject by itself: "Sunday has it on his wall".
func (r *reader) given(i int) bool {
	bit := uint8(1) << (r.at(i).n & 7)
	if r.is(i-1, comma) && r.is(i+2, comma) && r.plain(i+1) && r.at(i+1).is(upper) && !r.capitals && !r.oneOf(i+1, behindWeekday) {
		r.people |= bit
		return true
	}
	return r.people&bit != 0 && !r.at(i-1).is(letters) && (r.oneOf(i+1, behindGiven) || r.plain(i+1) && r.at(i+1).is(upper))
}
