package prefs

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/ui/session"
)

// Views is how the views of an article were left.
type Views struct {
	Shown  session.ViewID // in the middle of the window
	Past   float32        // pixels of it above the window, where it is not the article
	Ways   session.Views
	Minded map[session.ViewID]string // what views keep of their own; nil for nothing
}

// Bounds of what views keep of their own, in bytes.
const (
	maxMinded = 64 << 10 // of a view of an article
	maxMinds  = 4 << 20  // of all articles
)

// The keys of how the views of an article were left; each ends with what [articleKey]
// returns.
const (
	keyView   = "place.view."
	keyScroll = "place.scroll." // of the view
	keyWays   = "place.ways."
	keyMinded = "place.minded."
)

// The names of what is kept of the ways in which views are shown. What is as at first has
// none.
const (
	wayTold       = "told"
	wayBackground = "background"
	waySince      = "since"
	wayReach      = "reach"
	wayKinds      = "kinds"
	wayVoice      = "voice"
	waySpeaker    = "speaker"
	wayQuotations = "quotations"
	wayByWords    = "words"
)

// views returns how the views of the article with a key were left.
func (p *Prefs) views(key string) Views {
	v := Views{
		Shown: session.ViewID(p.id(keyView + key)),
		Past:  float32(p.number(keyScroll+key, 0, 0, maxPast)),
		Ways:  waysOf(read(p, keyWays+key, map[string]any(nil))),
	}
	for id, kept := range read(p, keyMinded+key, map[string]any(nil)) {
		if words, ok := kept.(string); ok && words != "" && len(id) <= maxID && len(words) <= maxMinded {
			if v.Minded == nil {
				v.Minded = map[session.ViewID]string{}
			}
			v.Minded[session.ViewID(id)] = words
		}
	}
	return v
}

// kept returns how the views of the article with a key are left, by the keys under which
// it is kept.
func (v Views) kept(key string) map[string]any {
	minded := map[string]any{}
	for id, words := range v.Minded {
		if words != "" && len(words) <= maxMinded && utf8.ValidString(words) {
			minded[string(id)] = words
		}
	}
	return map[string]any{
		keyView + key: string(v.Shown), keyScroll + key: float64(v.Past), keyWays + key: keptWays(v.Ways), keyMinded + key: minded,
	}
}

// keptWays returns the ways in which views are shown as they are written down.
func keptWays(w session.Views) map[string]any {
	all := map[string]any{
		wayTold: w.Timeline.AsTold, wayBackground: w.Timeline.Background, waySince: w.Timeline.Since,
		wayQuotations: w.Voices.Quotations, wayByWords: w.Voices.ByWords,
	}
	maps.DeleteFunc(all, func(_ string, on any) bool { return on == false })
	if w.Network.Reach != session.OneStep {
		all[wayReach] = float64(w.Network.Reach)
	}
	var more []annotations.Kind
	for _, k := range annotations.Kinds() {
		if w.Network.With(k, false) != w.Network {
			more = append(more, k)
		}
	}
	if len(more) > 0 {
		all[wayKinds] = kindNames(more)
	}
	if w.Voices.Only != 0 {
		all[wayVoice] = w.Voices.Only.String()
	}
	if s := w.Voices.Speaker; s != "" && len(s) <= maxID && utf8.ValidString(s) {
		all[waySpeaker] = s
	}
	return all
}

// waysOf returns what was written down by [keptWays]; what makes no sense in it is as at
// first.
func waysOf(kept map[string]any) session.Views {
	on := func(name string) bool { is, _ := kept[name].(bool); return is }
	words := func(name string) string { is, _ := kept[name].(string); return is }
	w := session.Views{
		Timeline: session.TimelineWay{AsTold: on(wayTold), Background: on(wayBackground), Since: on(waySince)},
		Voices:   session.VoicesWay{Quotations: on(wayQuotations), ByWords: on(wayByWords)},
	}
	if reach, ok := kept[wayReach].(float64); ok && (reach == float64(session.TwoSteps) || reach == float64(session.Everyone)) {
		w.Network.Reach = session.Reach(reach)
	}
	for name := range strings.FieldsSeq(words(wayKinds)) {
		if k, ok := annotations.ParseKind(name); ok && k > annotations.Event {
			w.Network = w.Network.With(k, true)
		}
	}
	if v, ok := annotations.ParseVoice(words(wayVoice)); ok {
		w.Voices.Only = v
	}
	if s := words(waySpeaker); len(s) <= maxID {
		w.Voices.Speaker = s
	}
	return w
}

// forgetMinds removes what views keep of their own of the articles that were not opened
// for longest, as far as it takes more than maxMinds: the places in the texts count more.
func forgetMinds(values map[string]any) {
	var all []string
	size := 0
	for key, kept := range values {
		if strings.HasPrefix(key, keyMinded) {
			all = append(all, key)
			size += mindSize(kept)
		}
	}
	if size <= maxMinds {
		return
	}
	day := func(key string) float64 {
		d, _ := values[keyDay+strings.TrimPrefix(key, keyMinded)].(float64)
		return d
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(day(a), day(b)), strings.Compare(a, b)) })
	for _, key := range all {
		if size <= maxMinds {
			return
		}
		size -= mindSize(values[key])
		delete(values, key)
	}
}

// mindSize is how many bytes views keep of an article.
func mindSize(kept any) (n int) {
	all, _ := kept.(map[string]any)
	for id, words := range all {
		s, _ := words.(string)
		n += len(id) + len(s)
	}
	return n
}
