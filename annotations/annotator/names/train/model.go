package main

import (
	"context"
	"slices"

	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/names/gold"
	"sidelight/annotations/annotator/names/tagger"
)

// train makes a model of the texts.
func train(ctx context.Context, x *tagger.Lexicon, texts []text, q params) (*tagger.Model, error) {
	all, err := examples(ctx, x, texts, &q.Options)
	if err != nil {
		return nil, err
	}
	keys := renumber(all, q.Rare)
	total := mean{features: make([][tagger.Labels]int64, len(keys))}
	for seed := range q.Orders {
		p, err := learn(ctx, all, len(keys), q, uint64(seed))
		if err != nil {
			return nil, err
		}
		total.add(p)
	}
	rows, trans := total.round(keys, q.Rows)
	return tagger.New(x, rows, &trans, q.Options), nil
}

// mean is the sum of the mean weights of several trainings.
type mean struct {
	features [][tagger.Labels]int64
	trans    [tagger.Labels][tagger.Labels]int64
}

// fine is how much finer than the weights the means are.
const fine = 256

func (m *mean) add(p *perceptron) {
	for i := range p.now {
		for l := range p.now[i] {
			m.features[i][l] += (int64(p.now[i][l])*(p.moment+1) - p.sum[i][l]) * fine / p.moment
		}
	}
	for a := range p.trans {
		for b := range p.trans[a] {
			m.trans[a][b] += (int64(p.trans[a][b])*(p.moment+1) - p.transS[a][b]) * fine / p.moment
		}
	}
}

// round brings the means to bytes: the largest weights of one in two thousand features
// are cut off, so that the others keep more of their value.
func (m *mean) round(keys []uint32, most int) ([]tagger.Row, tagger.Transitions) {
	tops := make([]int64, len(m.features))
	for i := range m.features {
		for _, v := range m.features[i] {
			tops[i] = max(tops[i], v, -v)
		}
	}
	sorted := slices.Clone(tops)
	slices.Sort(sorted)
	limit := max(1, sorted[len(sorted)-1-len(sorted)/2000])
	least := sorted[max(0, len(sorted)-most)]
	var rows []tagger.Row
	for i, k := range keys {
		if tops[i] < least {
			continue
		}
		r, any := tagger.Row{Key: k}, false
		for l, v := range m.features[i] {
			r.Values[l] = int8(max(-127, min(127, rounded(v*127, limit))))
			any = any || r.Values[l] != 0
		}
		if any {
			rows = append(rows, r)
		}
	}
	var t tagger.Transitions
	for a := range m.trans {
		for b := range m.trans[a] {
			t[a][b] = int32(rounded(m.trans[a][b]*127, limit))
		}
	}
	return rows, t
}

func rounded(v, by int64) int64 {
	if v < 0 {
		return -((-v + by/2) / by)
	}
	return (v + by/2) / by
}

// calibrated makes a model of all texts, whose scores are fitted by a model of nine
// tenths of them to the last tenth. Tweets are left out of that: they are no articles.
func calibrated(ctx context.Context, x *tagger.Lexicon, texts []text, q params) (*tagger.Model, error) {
	kept, held := divide(texts)
	part, err := train(ctx, x, kept, q)
	if err != nil {
		return nil, err
	}
	judged, err := judge(ctx, part, held)
	if err != nil {
		return nil, err
	}
	part.Calibrate(judged)
	m, err := train(ctx, x, texts, q)
	if err != nil {
		return nil, err
	}
	m.Calibrated(part)
	return m, nil
}

func judge(ctx context.Context, m *tagger.Model, held []text) ([]tagger.Judged, error) {
	var all []tagger.Judged
	for _, t := range held {
		if t.tweet {
			continue
		}
		right := t.rightNames()
		judged, err := m.Judge(ctx, t.Divide(), func(n found.Name) bool {
			return right[gold.Trim(t.Text, gold.Name{Span: n.Span, Kind: gold.Short(n.Kind)})]
		})
		if err != nil {
			return nil, err
		}
		if t.noMisc {
			judged = slices.DeleteFunc(judged, tagger.Judged.Misc)
		}
		all = append(all, judged...)
	}
	return all, nil
}

// rightNames are the names of a text as they are compared.
func (t *text) rightNames() map[gold.Name]bool {
	right := map[gold.Name]bool{}
	for _, n := range t.Names {
		if n, c, ok := convention(t.Text, n); ok {
			right[gold.Name{Span: n.Span, Kind: c.String()}] = true
		}
	}
	return right
}
