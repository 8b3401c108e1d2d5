package anchor

// Status says how surely the place of a selector in a text is known.
type Status uint8

// The statuses, the surest first.
const (
	Kept        Status = iota // the words and what stands beside them are the same
	Moved                     // the words stand elsewhere, once, with one side of what stood beside them
	Approximate               // there is a likely place, which somebody has to look at
	Unanchored                // there is no place
)

var statusNames = [...]string{Kept: "kept", Moved: "moved", Approximate: "approximate", Unanchored: "unanchored"}

// String returns the name of the status on the command line and in files.
func (s Status) String() string {
	if int(s) < len(statusNames) {
		return statusNames[s]
	}
	return "unknown"
}
