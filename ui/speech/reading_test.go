package speech_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/speech"
	"sidelight/ui/uitest"
)

// voice is a voice that a test lets come to the end of a sentence.
type voice struct {
	said chan string
	ends chan error
}

func (v *voice) Say(ctx context.Context, words string, how speech.Manner) error {
	v.said <- words
	select {
	case err := <-v.ends:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

const article = "One. Two is here.\n\n* * *\n\nThree, “he said.” Four\n\n“Five”."

func reading(t *testing.T, words string) (*speech.Reading, *voice, uitest.Queue, *annotations.Edition) {
	t.Helper()
	a, err := annotations.NewArticle("a.txt", words)
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: a, Language: "en-US"})
	if err != nil {
		t.Fatal(err)
	}
	v, q := &voice{make(chan string, 10), make(chan error, 10)}, uitest.NewQueue()
	return &speech.Reading{Voice: v, Rate: 1, Do: q.Do}, v, q, e
}

// It goes on by itself from sentence to sentence, over what has no words, and ends.
func TestReadingGoesOnByItself(t *testing.T) {
	r, v, q, e := reading(t, article)
	var lit []string
	r.OnChange = func() { lit = append(lit, e.Article().Slice(r.Sentence())) }
	r.Start(e, 1) // inside of the first sentence: it begins with the next
	for range 4 {
		v.ends <- nil
	}
	q.RunUntil(t, func() bool { return !r.Active() })
	want := []string{"Two is here.", "Three, “he said.”", "Four", "“Five”."}
	if got := said(v); !slices.Equal(got, want) {
		t.Errorf("it says %q, want %q", got, want)
	}
	if !slices.Equal(lit, append(want, "")) {
		t.Errorf("lit are %q", lit)
	}
}

func TestReadingStepsAndPauses(t *testing.T) {
	r, v, q, e := reading(t, article)
	r.Step(1)
	r.Resume()
	if r.Active() || len(said(v)) > 0 {
		t.Fatal("it reads before it is asked to")
	}
	r.Start(e, 0)
	at := func(want string, speaking bool) {
		t.Helper()
		if got := e.Article().Slice(r.Sentence()); got != want || r.Speaking() != speaking {
			t.Errorf("it is at %q, speaking %v; want %q, %v", got, r.Speaking(), want, speaking)
		}
		if speaking && <-v.said != want {
			t.Errorf("it says something else than %q", want)
		}
	}
	at("One.", true)
	r.Step(-1)
	if got := r.Sentence(); got.Start != 0 || len(v.said) > 0 {
		t.Error("there is something before the first sentence")
	}
	r.Step(1)
	at("Two is here.", true)
	r.Step(1)
	at("Three, “he said.”", true)
	r.Pause()
	at("Three, “he said.”", false)
	r.Step(-1)
	at("Two is here.", false)
	r.Step(1)
	r.Step(1)
	at("Four", false)
	r.Resume()
	at("Four", true)
	r.Step(1)
	at("“Five”.", true)
	r.Step(1)
	q.Run() // what was cancelled has nothing to say
	if got := e.Article().Slice(r.Sentence()); got != "“Five”." || !r.Speaking() || len(v.said) > 0 {
		t.Errorf("a step at the end leads to %q", got)
	}
	r.Stop()
	if r.Active() || !r.Sentence().Empty() {
		t.Error("it does not stop")
	}
}

// A voice that fails ends the reading, and that is told.
func TestReadingTellsOfAFailure(t *testing.T) {
	r, v, q, e := reading(t, article)
	var failed error
	r.OnFail = func(err error) { failed = err }
	r.Start(e, 0)
	v.ends <- errors.New("no sound")
	q.RunUntil(t, func() bool { return failed != nil })
	if r.Active() {
		t.Error("it goes on")
	}
}

// At the very end the last words are read; an article without words has none.
func TestReadingAtTheEnd(t *testing.T) {
	r, v, _, e := reading(t, article)
	r.Start(e, len(article)-1)
	if got := <-v.said; got != "“Five”." {
		t.Errorf("at the end it says %q", got)
	}
	r.Stop()
	r, _, _, e = reading(t, "* * *\n\n—")
	if r.Start(e, 0); r.Active() {
		t.Error("it reads what has no words")
	}
}

func said(v *voice) (all []string) {
	for len(v.said) > 0 {
		all = append(all, <-v.said)
	}
	return all
}
