// Command train makes the model that finds names from the texts and lists in the
// folder data. The same data give the same bytes on every machine.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"sidelight/annotations/annotator/names/gold"
	"sidelight/annotations/annotator/names/tagger"
)

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func standard() params {
	return params{Epochs: 6, Seeds: 2, Rare: 3, Rows: 450000}
}

func run(ctx context.Context) error {
	q := standard()
	room := flag.String("room", "annotations/annotator/names", "folder of the package names")
	out := flag.String("out", "", "write the model to this file")
	tests := flag.String("tests", "", "comma-separated files to measure with")
	flag.IntVar(&q.Epochs, "epochs", q.Epochs, "how often the texts are gone through")
	flag.IntVar(&q.Seeds, "seeds", q.Seeds, "how many orders of the texts are learnt from")
	flag.IntVar(&q.Rare, "rare", q.Rare, "how often a feature must be seen")
	flag.IntVar(&q.Rows, "rows", q.Rows, "how many features are kept")
	margin := flag.Int("margin", 0, "by how much the right labels must win")
	flag.BoolVar(&q.Options.NoClusters, "no-clusters", false, "leave the word clusters out")
	flag.BoolVar(&q.Options.NoOrgLists, "no-org-lists", false, "leave the lists of organisations out")
	flag.BoolVar(&q.Options.NoLists, "no-lists", false, "leave all lists of names out")
	flag.BoolVar(&q.Options.NoAgreement, "no-agreement", false, "do not make the names of a document agree")
	flag.BoolVar(&q.Options.NoDocument, "no-document", false, "leave the rest of the document out")
	hold := flag.Bool("hold", false, "learn from nine tenths of the texts and measure with the rest")
	in := flag.String("in", "", "use this")
	errors := flag.String("errors", "", "print what is wrong in the tests")
	flag.Parse()
	showErrors = *errors
	q.Margin = int32(*margin)
	data := filepath.Join(*room, "data")
	begun := time.Now()
	x, err := readLexicon(data)
	if err != nil {
		return err
	}
	texts, err := readCorpora(data)
	if err != nil {
		return err
	}
	if *hold && *in == "" {
		kept, held := divide(texts)
		m, err := train(ctx, x, kept, q)
		if err != nil {
			return err
		}
		os.WriteFile("/tmp/hold.bin", m.Encode(), 0o644)
		return m2(ctx, m, held)
	}
	if *in != "" {
		b, err := os.ReadFile(*in)
		if err != nil {
			return err
		}
		m, err := tagger.Decode(b)
		if err != nil {
			return err
		}
		m.SetOptions(q.Options)
		for _, path := range filepath.SplitList(*tests) {
			if err := measure(ctx, m, path); err != nil {
				return err
			}
		}
		if *hold {
			_, held := divide(texts)
			return m2(ctx, m, held)
		}
		return nil
	}
	m, err := calibrated(ctx, x, texts, q)
	if err != nil {
		return err
	}
	b := m.Encode()
	fmt.Printf("%d bytes in %s\n", len(b), time.Since(begun).Round(time.Second))
	if *out != "" {
		if err := os.WriteFile(*out, b, 0o644); err != nil {
			return err
		}
	}
	for _, path := range filepath.SplitList(*tests) {
		if err := measure(ctx, m, path); err != nil {
			return err
		}
	}
	return nil
}

func measure(ctx context.Context, m *tagger.Model, path string) error {
	docs, err := gold.Read(path)
	if err != nil {
		return err
	}
	return measureDocs(ctx, m, path, docs)
}

func measureDocs(ctx context.Context, m *tagger.Model, path string, docs []gold.Document) error {
	scores := gold.Scores{}
	for i := range docs {
		names, err := m.Find(ctx, docs[i].Divide())
		if err != nil {
			return err
		}
		scores.Compare(&docs[i], marked(names))
		if showErrors != "" {
			printErrors(&docs[i], marked(names))
		}
	}
	fmt.Printf("%-28s", filepath.Base(path))
	for _, k := range [...]string{"PER", "ORG", "LOC", "ALL"} {
		s := scores[k]
		fmt.Printf("  %s %4.1f/%4.1f/%4.1f", k, s.Precision(), s.Recall(), s.F1())
	}
	fmt.Println()
	return nil
}

var showErrors string

func m2(ctx context.Context, m *tagger.Model, held []text) error {
	by := map[string][]gold.Document{}
	for _, t := range held {
		k := t.ID[:3]
		by[k] = append(by[k], *t.Document)
	}
	for _, k := range []string{"GUM", "dr-", "ewt", "btc"} {
		if err := measureDocs(ctx, m, k, by[k]); err != nil {
			return err
		}
	}
	return nil
}
