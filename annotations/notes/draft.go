package notes

// Draft is a note that is being written.
type Draft struct {
	Placed      // as it has been written so far
	New    bool // there is no note of this id yet
	Kept   bool // it is on the disk as it is here
	// Base is the note as it was when it was opened to be written on; nil for a new one,
	// and for a draft that an earlier run has left.
	Base *Note
}
