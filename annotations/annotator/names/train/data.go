package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"sidelight/annotations/annotator/names/gold"
	"sidelight/annotations/annotator/names/tagger"
)

// corpora are what is learnt from, in this order. In those that mark no names but of
// persons, organisations and places, a word that is in none may be in one of another
// kind.
var corpora = []struct {
	file   string
	noMisc bool
	tweets bool
}{
	{"train_gum_open.jsonl.gz", false, false},
	{"train_redocred_dev.jsonl.gz", false, false},
	{"train_redocred_test.jsonl.gz", false, false},
	{"train_uner_ewt.jsonl.gz", true, false},
	{"train_btc.jsonl.gz", true, true},
}

// readLexicon makes the lexicon of the lists and clusters of a folder.
func readLexicon(folder string) (*tagger.Lexicon, error) {
	x := tagger.NewLexicon()
	err := lines(filepath.Join(folder, "word_clusters_glove100k.tsv.gz"), func(f []string) {
		x.AddWord(f[0], number(f[1]), number(f[2]), number(f[3]))
	})
	if err != nil {
		return nil, err
	}
	for _, file := range [...]string{"gazetteer.tsv.gz", "gazetteer_org.tsv.gz"} {
		err := lines(filepath.Join(folder, file), func(f []string) {
			if name := clean(f[0], f[1]); name != "" {
				x.AddName(f[0], name)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return x, lines(filepath.Join(folder, "countries.tsv"), func(f []string) {
		if len(f) < 3 || strings.HasPrefix(f[0], "#") {
			return
		}
		for _, name := range append(strings.Split(f[2], "|"), f[1]) {
			if name = strings.TrimSpace(name); name != "" {
				x.AddName("country", name)
			}
		}
	})
}

// lines calls f with the fields of each line of a file, which may be under gzip.
func lines(path string, each func(fields []string)) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var in io.Reader = bytes.NewReader(b)
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(in); err != nil {
			return fmt.Errorf("reading %s: %w", filepath.Base(path), err)
		}
	}
	s := bufio.NewScanner(in)
	for s.Scan() {
		if f := strings.Split(s.Text(), "\t"); len(f) > 1 {
			each(f)
		}
	}
	return s.Err()
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// clean is a name of a list without what is no part of a name, or nothing if the line
// is none: the list of clubs holds grounds, formulas and notes.
func clean(list, name string) string {
	if i := strings.IndexAny(name, "(["); i >= 0 {
		name = name[:i]
	}
	name = strings.TrimSpace(name)
	if list != "club" {
		return name
	}
	if strings.ContainsAny(name, "$/{}|0123456789\"") || strings.HasSuffix(name, ".") {
		return ""
	}
	for _, ground := range [...]string{"Stadium", "Stadion", "Arena", "Park", "Stade", "Estadio", "Estádio", "Stadio", "Road", "Ground"} {
		if strings.HasSuffix(name, ground) || strings.HasPrefix(name, ground+" ") {
			return ""
		}
	}
	letters := 0
	for _, r := range name {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < 4 {
		return ""
	}
	return name
}

func readCorpora(folder string) ([]text, error) {
	var all []text
	for _, c := range corpora {
		docs, err := gold.Read(filepath.Join(folder, c.file))
		if err != nil {
			return nil, err
		}
		for i := range docs {
			all = append(all, text{&docs[i], c.noMisc, c.tweets})
		}
	}
	return all, nil
}

// text is a document to learn from.
type text struct {
	*gold.Document
	noMisc bool
	tweet  bool
}
