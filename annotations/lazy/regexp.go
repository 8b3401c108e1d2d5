// Package lazy makes what few need when it is first needed. What is made of a variable's
// declaration is made at the start of every command, and stays in memory. It knows nothing
// of the domain, so that all of it may use this.
package lazy

import (
	"regexp"
	"sync"
)

// Regexp is a regular expression that is compiled when it is first asked for. Its Source
// is never changed.
type Regexp struct {
	Source string

	once     sync.Once
	compiled *regexp.Regexp
}

// Get returns the compiled expression.
func (r *Regexp) Get() *regexp.Regexp {
	r.once.Do(func() { r.compiled = regexp.MustCompile(r.Source) })
	return r.compiled
}
