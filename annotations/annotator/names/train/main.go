// Command train makes the model that finds names from the texts and lists in the
// folder data of the package names. The same data give the same bytes on every
// machine: it counts in whole numbers, and its order is its own.
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
	room := flag.String("room", "annotations/annotator/names", "folder of the package names")
	out := flag.String("out", "", "write the model to this file, and beside it what it was made of")
	levers := flag.Bool("levers", false, "measure what each part gives, and write no model")
	flag.Parse()
	if err := run(context.Background(), *room, *out, *levers); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// params are what can be turned about the training.
type params struct {
	Epochs int   // how often the texts are gone through
	Orders int   // in how many orders all is learnt; the weights are added
	Rare   int   // a feature that is seen less often is not learnt
	Rows   int   // how many features are kept
	Margin int32 // by how much the right labels must win
	Bodies int32 // by how much more where an organisation is: they are missed most
	tagger.Options
}

func standard() params {
	return params{Epochs: 6, Orders: 3, Rare: 3, Rows: 400000, Margin: 150, Bodies: 120}
}

func run(ctx context.Context, room, out string, levers bool) error {
	data := filepath.Join(room, "data")
	x, err := readLexicon(data)
	if err != nil {
		return err
	}
	texts, err := readCorpora(data)
	if err != nil {
		return err
	}
	tests, err := readTests(filepath.Join(room, "testdata"))
	if err != nil {
		return err
	}
	if levers {
		return table(ctx, x, texts, tests)
	}
	begun := time.Now()
	m, err := calibrated(ctx, x, texts, standard())
	if err != nil {
		return err
	}
	b := m.Encode()
	fmt.Printf("%d bytes in %s\n", len(b), time.Since(begun).Round(time.Second))
	for _, t := range tests {
		scores, err := measure(ctx, m, t.documents)
		if err != nil {
			return err
		}
		fmt.Printf("%-10s", t.name)
		for _, k := range [...]string{"PER", "ORG", "LOC", "ALL"} {
			s := scores[k]
			fmt.Printf("   %s P %4.1f R %4.1f F1 %4.1f", k, s.Precision(), s.Recall(), s.F1())
		}
		fmt.Println()
	}
	if out == "" {
		return nil
	}
	record, err := recordOf(ctx, x, texts, data, b)
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, b, 0o644); err != nil {
		return err
	}
	return os.WriteFile(out+".sums", []byte(record), 0o644)
}

// test is a set of texts that is only measured with.
type test struct {
	name      string
	documents []gold.Document
}

func readTests(folder string) ([]test, error) {
	tests := []test{{name: "wikigold"}, {name: "uner_pud"}}
	for i := range tests {
		docs, err := gold.Read(filepath.Join(folder, "test_"+tests[i].name+".jsonl.gz"))
		if err != nil {
			return nil, err
		}
		tests[i].documents = docs
	}
	return tests, nil
}

func measure(ctx context.Context, m *tagger.Model, docs []gold.Document) (gold.Scores, error) {
	scores := gold.Scores{}
	for i := range docs {
		names, err := m.Find(ctx, docs[i].Divide())
		if err != nil {
			return nil, err
		}
		scores.Compare(&docs[i], gold.Found(names))
	}
	return scores, nil
}
