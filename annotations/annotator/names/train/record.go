package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sidelight/annotations/annotator/names/tagger"
)

// recordOf says what a model was made of: the sums of its bytes and of each file of
// data, the parameters, and the sum of a small model that is quickly made again, so
// that a test sees when the engine or the training has changed since.
func recordOf(ctx context.Context, x *tagger.Lexicon, texts []text, data string, model []byte) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "model %x\n", sha256.Sum256(model))
	files, err := os.ReadDir(data)
	if err != nil {
		return "", err
	}
	for _, f := range files {
		if filepath.Ext(f.Name()) == ".md" {
			continue
		}
		content, err := os.ReadFile(filepath.Join(data, f.Name()))
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "%s %x\n", f.Name(), sha256.Sum256(content))
	}
	q, err := json.Marshal(standard())
	if err != nil {
		return "", err
	}
	fmt.Fprintf(&b, "parameters %s\n", q)
	small, err := sample(ctx, x, texts)
	if err != nil {
		return "", err
	}
	fmt.Fprintf(&b, "sample %x\n", sha256.Sum256(small))
	return b.String(), nil
}

// sample is a small model of a few texts.
func sample(ctx context.Context, x *tagger.Lexicon, texts []text) ([]byte, error) {
	q := standard()
	q.Epochs, q.Orders = 2, 2
	var few []text
	for i := 0; i < len(texts); i += 150 {
		few = append(few, texts[i])
	}
	m, err := calibrated(ctx, x, few, q)
	if err != nil {
		return nil, err
	}
	return m.Encode(), nil
}
