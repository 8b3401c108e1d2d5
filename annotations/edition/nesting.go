package edition

import (
	"fmt"

	"github.com/goccy/go-yaml/token"
)

// The limits of what the parser of YAML is given. It copies all keys of a mapping
// for each of them and all that follows for each value that is missing, and it
// gives each value the names of all keys around it.
const (
	maxKeys    = 100  // of one mapping
	maxKey     = 40   // bytes of a key
	maxMissing = 1000 // keys and hyphens with nothing after them, in one file
	maxMarks   = 100  // lines --- and ... in one file
)

// nesting follows the tokens of a YAML file and refuses what the format does not
// have and what the parser would take too long for.
type nesting struct {
	block   []level // open mappings and lists that indentation marks
	flow    []level // open brackets
	chained int     // keys in flow that stand in one another without a bracket
	missing int
	marks   int
}

// level is a mapping or a list that is open.
type level struct {
	list    bool
	column  int // of a block
	keys    int // of a mapping so far
	chained int // of flow: keys since the last comma
}

const tooDeep = "the values are nested too deep here: the format needs no more than five levels"

// refusedTokens returns the first token that the parser must not see, as an error
// that says why; nil if there is none.
func refusedTokens(file string, tokens token.Tokens) *Error {
	var n nesting
	var before *token.Token
	for i, t := range tokens {
		if t.Type == token.InvalidType {
			return nil // the parser refuses it before it does anything else
		}
		if t.Type == token.CommentType {
			continue
		}
		if n.lacks(before, t, following(tokens[i+1:])) {
			n.missing++
		}
		message := n.add(before, t)
		if n.missing > maxMissing {
			message = fmt.Sprintf("more than %d keys and entries of this file have no value: write the values or take the keys out", maxMissing)
		}
		if message != "" {
			return &Error{file, t.Position.Line, t.Position.Column, message}
		}
		before = t
	}
	return nil
}

// add takes the next token into account and says what is wrong with it; before is
// the token before it.
func (n *nesting) add(before, t *token.Token) string {
	switch t.Type {
	case token.DirectiveType:
		return "a YAML directive is not part of the format: take it out"
	case token.AnchorType, token.AliasType:
		return "anchors and aliases are not part of the format: write the value out"
	case token.TagType:
		return "tags are not part of the format: write the value without one"
	case token.MappingKeyType:
		return "a key is one plain word before a colon"
	case token.DocumentHeaderType, token.DocumentEndType:
		n.block = n.block[:0]
		if n.marks++; n.marks > maxMarks {
			return "one more document begins here: an edition's file holds one, so take out the --- before it"
		}
	case token.MappingStartType, token.SequenceStartType:
		n.flow = append(n.flow, level{list: t.Type == token.SequenceStartType})
	case token.MappingEndType, token.SequenceEndType:
		n.closeFlow()
	case token.CollectEntryType:
		return n.comma()
	case token.SequenceEntryType:
		if len(n.flow) == 0 {
			n.open(t.Position.Column, true)
		}
	case token.MappingValueType:
		return n.key(before)
	}
	if len(n.block)+len(n.flow)+n.chained > maxDepth {
		return tooDeep
	}
	return ""
}

// open opens a block at a column, unless it is open already, and closes those
// further to the right. A list may stand in the column of the key that it is the
// value of.
func (n *nesting) open(column int, list bool) *level {
	for len(n.block) > 0 {
		top := &n.block[len(n.block)-1]
		if top.column == column && top.list == list {
			return top
		}
		if top.column < column || top.column == column && list {
			break
		}
		n.block = n.block[:len(n.block)-1]
	}
	n.block = append(n.block, level{list: list, column: column})
	return &n.block[len(n.block)-1]
}

// key takes a key into account that ends with a colon.
func (n *nesting) key(name *token.Token) string {
	if name == nil {
		return "" // the parser refuses a colon without a key
	}
	if len(name.Value) > maxKey {
		return fmt.Sprintf("the key before this colon has %d bytes: no key of the format has more than %d", len(name.Value), maxKey)
	}
	l := &level{}
	if len(n.flow) == 0 {
		l = n.open(name.Position.Column, false)
	} else {
		top := &n.flow[len(n.flow)-1]
		if top.chained++; top.chained > 1 {
			n.chained++
		}
	}
	if l.keys++; l.keys > maxKeys {
		return fmt.Sprintf("this mapping has more than %d keys: no mapping of the format has so many", maxKeys)
	}
	if len(n.block)+len(n.flow)+n.chained > maxDepth {
		return tooDeep
	}
	return ""
}

// comma ends an entry of what a bracket opened.
func (n *nesting) comma() string {
	if len(n.flow) == 0 {
		return ""
	}
	top := &n.flow[len(n.flow)-1]
	n.chained -= max(top.chained-1, 0)
	top.chained = 0
	if top.keys++; !top.list && top.keys > maxKeys {
		return fmt.Sprintf("this mapping has more than %d keys: no mapping of the format has so many", maxKeys)
	}
	return ""
}

func (n *nesting) closeFlow() {
	if len(n.flow) == 0 {
		return
	}
	last := len(n.flow) - 1
	n.chained -= max(n.flow[last].chained-1, 0)
	n.flow = n.flow[:last]
}

// lacks reports whether nothing stands where a value belongs: after t in a block,
// and before t in brackets. before and next are the tokens around t, or nil.
func (n *nesting) lacks(before, t, next *token.Token) bool {
	if len(n.flow) > 0 {
		return n.lacksInFlow(before, t)
	}
	column := t.Position.Column
	switch t.Type {
	case token.MappingValueType:
		if before != nil {
			column = before.Position.Column
		}
	case token.SequenceEntryType:
	default:
		return false
	}
	switch {
	case next == nil:
		return true
	case next.Type == token.SequenceEntryType && t.Type == token.MappingValueType:
		return next.Position.Column < column
	}
	return next.Position.Line != t.Position.Line && next.Position.Column <= column
}

// lacksInFlow reports whether t ends an entry in brackets that is a key alone,
// with or without its colon.
func (n *nesting) lacksInFlow(before, t *token.Token) bool {
	switch t.Type {
	case token.CollectEntryType, token.MappingEndType, token.SequenceEndType:
	default:
		return false
	}
	top := n.flow[len(n.flow)-1]
	switch before.Type {
	case token.MappingValueType:
		return true
	case token.CollectEntryType, token.MappingStartType, token.SequenceStartType:
		return false
	}
	return !top.list && top.chained == 0
}

// following is the first token that is no comment.
func following(rest token.Tokens) *token.Token {
	for _, t := range rest {
		if t.Type != token.CommentType {
			return t
		}
	}
	return nil
}
