package main

import (
	"context"
	"fmt"

	"sidelight/annotations/annotator/names/tagger"
)

// table prints what the measure gives when one part is left out.
func table(ctx context.Context, x *tagger.Lexicon, texts []text, tests []test) error {
	for _, c := range []struct {
		name string
		turn func(*params)
	}{
		{"everything", func(*params) {}},
		{"without word clusters", func(q *params) { q.NoClusters = true }},
		{"without lists of organisations", func(q *params) { q.NoOrgLists = true }},
		{"without any list of names", func(q *params) { q.NoLists = true }},
		{"without document features", func(q *params) { q.NoDocument = true }},
		{"without agreement", func(q *params) { q.NoAgreement = true }},
		{"without document features and agreement", func(q *params) { q.NoDocument, q.NoAgreement = true, true }},
		{"without margins", func(q *params) { q.Margin, q.Bodies = 0, 0 }},
		{"one order of the texts", func(q *params) { q.Orders = 1 }},
	} {
		q := standard()
		c.turn(&q)
		m, err := train(ctx, x, texts, q)
		if err != nil {
			return err
		}
		fmt.Printf("| %s", c.name)
		for _, t := range tests {
			scores, err := measure(ctx, m, t.documents)
			if err != nil {
				return err
			}
			fmt.Printf(" | %.1f | %.1f", scores["ALL"].F1(), scores["ORG"].F1())
		}
		fmt.Println(" |")
	}
	return nil
}
