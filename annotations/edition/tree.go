package edition

// node is one value of a data file with its place. YAML and JSON are both read into
// nodes, so that one set of rules decodes them.
type node struct {
	kind  nodeKind
	text  string  // of a scalar: its value as a string
	pairs []pair  // of a mapping, in the order of the file
	items []*node // of a list
	at    place
}

// pair is a key of a mapping with its value.
type pair struct {
	key   string
	at    place
	value *node
}

type nodeKind uint8

const (
	nullNode nodeKind = iota
	stringNode
	numberNode
	boolNode
	mappingNode
	listNode
)

// String returns the name of the kind for a sentence.
func (k nodeKind) String() string {
	return [...]string{"nothing", "text", "a number", "true or false", "a mapping", "a list"}[k]
}

// maxDepth is the deepest nesting that is read, in levels. The format needs five;
// without a limit a file of nothing but brackets would exhaust the stack.
const maxDepth = 16
