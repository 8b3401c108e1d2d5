package session

import "sidelight/annotations"

// The views beside [Article].
const (
	Timeline ViewID = "timeline"
	Network  ViewID = "network"
	Map      ViewID = "map"
	Voices   ViewID = "voices"
)

// Views is how the reader wants the views of an article. The zero value is how they
// are at first.
type Views struct {
	Timeline TimelineWay
	Network  NetworkWay
	Voices   VoicesWay
}

// TimelineWay is what the timeline shows, and in which order.
type TimelineWay struct {
	AsTold     bool // in the order of the article, not in that of time
	Background bool // facts that are not in the article too
	Since      bool // what happened since then too
}

// Reach is how far from the selected entity the network goes.
type Reach uint8

// The reaches of the network.
const (
	OneStep Reach = iota
	TwoSteps
	Everyone // all that is connected, whatever is selected
)

// NetworkWay is what the network shows.
type NetworkWay struct {
	Reach Reach
	more  uint16 // a bit for each kind that is shown beside the actors
}

// Shows reports whether the network of everyone shows a kind: people, organisations,
// places and events always, the others where the reader wants them.
func (w NetworkWay) Shows(k annotations.Kind) bool {
	return k <= annotations.Event || w.more&(1<<k) != 0
}

// With is the way with a kind beside the actors shown or not.
func (w NetworkWay) With(k annotations.Kind, on bool) NetworkWay {
	w.more &^= 1 << k
	if on {
		w.more |= 1 << k
	}
	return w
}

// VoicesWay is which passages the view of the voices shows, and in which order their
// speakers.
type VoicesWay struct {
	Only       annotations.Voice // of this voice; 0 for all
	Speaker    string            // of this speaker, by the key of package voices; empty for all
	Quotations bool              // only passages that hold a quotation
	ByWords    bool              // who says most comes first, not who speaks first
}
