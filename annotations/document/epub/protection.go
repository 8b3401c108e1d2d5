package epub

import (
	"sidelight/annotations/document/markup"
	"sidelight/annotations/document/raw"
)

// locks are the parts that the systems of protection leave in a book, with their names.
var locks = []struct{ part, name string }{
	{"META-INF/license.lcpl", "Readium LCP"},
	{"META-INF/rights.xml", "Adobe ADEPT"},
	{"META-INF/sinf.xml", "Apple FairPlay"},
}

// fontAlgorithms are the ways in which fonts are made useless outside the book. The text
// can be read all the same.
var fontAlgorithms = map[string]bool{
	"http://www.idpf.org/2008/embedding": true,
	"http://ns.adobe.com/pdf/enc#RC":     true,
}

// protected returns an error that names the system by which a book is protected, if it is.
func (b *book) protected() error {
	const list = "META-INF/encryption.xml"
	encrypted := false
	if b.pack.Has(list) {
		root, err := b.tree(list)
		if err != nil {
			return err
		}
		for n := range root.Descendants() {
			if n.Data == "EncryptionMethod" && !fontAlgorithms[markup.Attr(n, "Algorithm")] {
				encrypted = true
			}
		}
	}
	for _, lock := range locks {
		if b.pack.Has(lock.part) && (encrypted || lock.name != "Adobe ADEPT") {
			return b.locked(lock.name)
		}
	}
	if encrypted {
		return b.locked("")
	}
	return nil
}

func (b *book) locked(name string) error {
	err := b.pack.Problem(raw.Protected, nil)
	if e, ok := err.(*raw.Error); ok { //nolint:errorlint // Problem returns no other
		e.Format = name
	}
	return err
}
