package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/lazy"
	"sidelight/annotations/text"
)

// Filters are written key:value, without a blank after the colon; a value of
// several words stands between quotation marks. A part that is written so but has
// another key is read as words.
const (
	kindFilter = "kind" // the kinds of entities: kind:person
	byFilter   = "by"   // who says it: by:leavitt, by:unnamed
	isFilter   = "is"   // the types of results: is:note
	tagFilter  = "tag"  // the tags of the reader's notes: tag:lesson
)

// request is a query divided into filters, phrases and words.
type request struct {
	Query
	text   []string // the folded words in order, each phrase as one
	closed map[string]bool
	keyed  map[string]bool   // words of what is written like a filter and is none
	typed  map[string]string // how a folded word was typed, where that was a word too
	// spelled holds the other spelling of a word, by the folded word: "fuesse"
	// for "fusse", if "Füße" was typed.
	spelled map[string]string

	kinds map[annotations.Kind]bool // nil for all
	types map[Type]bool             // nil for all
	by    []speech
	tags  []string // as they begin in doc.by
}

// speech is the beginning of the words for a voice, or of a speaker's name, as
// they stand in doc.by. The name is empty if the words can only mean a voice.
type speech struct{ voice, name, spelled string } // spelled as keyboards without ü write the name

// parse divides a query into filters, phrases and words.
func parse(typed string) request {
	r := request{closed: make(map[string]bool), keyed: make(map[string]bool), typed: make(map[string]string), spelled: make(map[string]string)}
	typed = strings.TrimSpace(typed)
	if rest, found := strings.CutPrefix(typed, ">"); found {
		typed, r.Commands = rest, true
		r.types = map[Type]bool{Command: true}
	}
	for len(typed) > 0 {
		var part string
		if opens, n := quote(typed); opens {
			part, typed = quoted(typed[n:])
			r.phrase(part)
			continue
		}
		part, typed = bare(typed)
		if !r.filter(part) {
			r.words(part)
		}
	}
	return r
}

// quote reports whether s begins with a quotation mark, and its length in bytes.
func quote(s string) (bool, int) {
	r, n := utf8.DecodeRuneInString(s)
	return text.IsQuote(r), n
}

// quoted divides s at its next quotation mark, which belongs to neither part.
func quoted(s string) (inside, rest string) {
	for i := range s {
		if closes, n := quote(s[i:]); closes {
			return s[:i], s[i+n:]
		}
	}
	return s, ""
}

// bare divides s before the next quotation mark or filter that follows a blank.
// The value of a filter may stand between quotation marks.
func bare(s string) (part, rest string) {
	if n := keyAt(s); n > 0 {
		key, value := s[:n], s[n+1:]
		if opens, n := quote(value); opens {
			inside, rest := quoted(value[n:])
			return key + ":" + inside, rest
		}
		word, rest, _ := strings.Cut(value, " ")
		return key + ":" + word, rest
	}
	for i := range s {
		if i == 0 || s[i-1] != ' ' {
			continue
		}
		if opens, _ := quote(s[i:]); opens || keyAt(s[i:]) > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// keyAt returns the length of the key of a filter with which s begins, without
// its colon; 0 if there is none.
func keyAt(s string) int {
	for _, k := range []string{kindFilter, byFilter, isFilter, tagFilter} {
		if len(s) > len(k) && s[len(k)] == ':' && strings.EqualFold(s[:len(k)], k) {
			return len(k)
		}
	}
	return 0
}

// words adds plain words. Letters that are words of their own, as in Han, have to
// stand side by side if no blank was typed between them.
func (r *request) words(s string) {
	for part := range strings.FieldsSeq(dated(s)) {
		words := fold(part).words()
		if len(words) == 1 {
			r.typed[words[0]] = strings.TrimFunc(part, isMark)
		}
		for len(words) > 0 {
			n := singles(words)
			w := strings.Join(words[:n], " ")
			if words = words[n:]; n > 1 {
				r.closed[w] = true
			}
			if likeFilter.Get().MatchString(part) {
				r.keyed[w] = true
			}
			r.text = append(r.text, w)
			r.Words = append(r.Words, strings.ReplaceAll(w, " ", ""))
		}
		for x := range spellings(part) {
			r.spelled[x.word] = x.typed
		}
	}
}

// likeFilter matches what looks like a key and its value: "colour:red".
var likeFilter = lazy.Regexp{Source: `^\pL+:\pL`}

// isMark reports whether r is none of the letters and digits of a word.
func isMark(r rune) bool { return !text.InWord(r) }

// asTyped returns folded words as the reader typed them.
func (r *request) asTyped(words []string) string {
	out := slices.Clone(words)
	for i, w := range out {
		if t := r.typed[w]; t != "" {
			out[i] = t
		}
	}
	return strings.Join(out, " ")
}

// singles returns how many words, from the first on, are single letters that are
// words of their own; 1 if the first is not.
func singles(words []string) int {
	n := slices.IndexFunc(words, func(w string) bool {
		r, _ := utf8.DecodeRuneInString(w)
		return !text.IsSingle(r)
	})
	if n < 0 {
		n = len(words)
	}
	return max(n, 1)
}

// phrase adds words that have to stand side by side.
func (r *request) phrase(s string) {
	words := fold(s).words()
	if len(words) == 0 {
		return
	}
	p := strings.Join(words, " ")
	r.text = append(r.text, p)
	r.closed[p] = true
	r.typed[p] = strings.TrimSpace(s)
	r.Phrases = append(r.Phrases, strings.TrimSpace(s))
}

// filter applies a filter and reports whether s is one. A key without a value is
// a filter that the reader is still typing; it asks for nothing.
func (r *request) filter(s string) bool {
	n := keyAt(s)
	if n == 0 {
		return false
	}
	key, value := strings.ToLower(s[:n]), s[n+1:]
	v := strings.Join(fold(value).words(), " ")
	applies := true
	switch {
	case v == "":
	case key == kindFilter:
		applies = r.ofKind(v)
	case key == isFilter:
		applies = r.ofType(v)
	case key == tagFilter:
		r.tags = append(r.tags, tagged(value))
	default:
		s := speech{voice: " " + voiceMark + v}
		if !isVoice(v) {
			s.name = " " + v
			s.spelled = " " + strings.Join(foldAs(text.Spelled, value).words(), " ")
		}
		r.by = append(r.by, s)
	}
	if applies {
		r.Filters = append(r.Filters, Filter{key, strings.TrimSpace(value)})
	}
	return applies
}

// kindNames are the words for kinds that a filter takes; the beginning of a word
// is enough.
var kindNames = []struct {
	name string
	kind annotations.Kind
}{
	{"person", annotations.Person}, {"people", annotations.Person},
	{"organisation", annotations.Organisation}, {"organization", annotations.Organisation},
	{"place", annotations.Place}, {"location", annotations.Place}, {"country", annotations.Place},
	{"event", annotations.Event}, {"date", annotations.Time}, {"time", annotations.Time},
	{"number", annotations.Number}, {"figure", annotations.Number},
	{"quotation", annotations.Quote}, {"quote", annotations.Quote}, {"term", annotations.Term},
}

func (r *request) ofKind(v string) bool {
	kinds := make(map[annotations.Kind]bool)
	for _, k := range kindNames {
		if strings.HasPrefix(k.name, v) || k.name+"s" == v {
			kinds[k.kind] = true
		}
	}
	if len(kinds) == 0 {
		return false
	}
	r.kinds = kinds
	return true
}

var typeNames = []struct {
	name  string
	types []Type
}{
	{"name", []Type{Entity, Quotation}}, {"entity", []Type{Entity}}, {"fact", []Type{Fact}},
	{"passage", []Type{Passage}}, {"text", []Type{Passage}}, {"quotation", []Type{Quotation}},
	{"quote", []Type{Quotation}}, {"note", []Type{Note}}, {"source", []Type{Source}}, {"command", []Type{Command}},
}

func (r *request) ofType(v string) bool {
	types := make(map[Type]bool)
	for _, n := range typeNames {
		if strings.HasPrefix(n.name, v) || n.name+"s" == v {
			for _, t := range n.types {
				if r.types == nil || r.types[t] {
					types[t] = true
				}
			}
		}
	}
	if len(types) == 0 {
		return false
	}
	r.types = types
	return true
}

// lists reports whether the query is filters alone.
func (r *request) lists() bool {
	return len(r.text) == 0 && (r.kinds != nil || r.types != nil || len(r.by) > 0 || len(r.tags) > 0)
}

// passes reports whether a record passes the filters.
func (r *request) passes(s *Segment, d *doc) bool {
	if r.types != nil && !r.types[d.typeOf()] || r.kinds != nil && !r.kinds[d.kind] {
		return false
	}
	for _, b := range r.by {
		said := s.by(d)
		if !strings.Contains(said, b.voice) &&
			(b.name == "" || !strings.Contains(said, b.name) && !strings.Contains(said, b.spelled)) {
			return false
		}
	}
	for _, tag := range r.tags {
		if !strings.Contains(s.by(d), tag) {
			return false
		}
	}
	return true
}
