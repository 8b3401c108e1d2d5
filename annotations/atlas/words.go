package atlas

import "sidelight/annotations"

// Words are what a map says, in the reader's language.
type Words struct {
	Title string // of the drawing
	// Description says in a few sentences what the drawing shows.
	Description func(c Counts, all []Place) string
	// Name is the name of a place as it stands on the map.
	Name func(*annotations.Entity) string
	// Count is how often the article mentions a place, as it stands behind the name.
	Count func(times int) string
	// Spoken is what a screen reader says of a place, and a tip under the pointer.
	Spoken func(Place) string
	// More says behind the name of the first place on a pin how many others lie there.
	More func(others int) string
	// Sign is the name of a sea or a landform, by its key in the table of signs.
	Sign func(key string) string
	// Foot are the sentences under the map.
	Foot func(Counts) string
	// Below stands over the places that cannot be put on the map.
	Below string
	// Reason says why one of them cannot.
	Reason func(Place) string
}

// Counts are what there is to say of a drawing.
type Counts struct {
	Places     int    // all
	Unlabelled int    // pins whose names have no room
	Outside    int    // places with a location that the camera does not see
	Below      int    // places that cannot be put on the map
	Named      int    // places on the map that the article mentions
	Pale       int    // places on the map that the article does not mention
	Ringed     int    // places on the map that are connected with what is selected
	With       string // the name of that
}
