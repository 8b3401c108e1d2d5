package anchor_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
)

// marked returns a text without its brackets, and the span between them.
func marked(t *testing.T, s string) (string, annotations.Span) {
	t.Helper()
	before, rest, ok := strings.Cut(s, "[")
	inside, after, closed := strings.Cut(rest, "]")
	if !ok || !closed {
		t.Fatalf("%q has no brackets", s)
	}
	return before + inside + after, annotations.Span{Start: len(before), End: len(before) + len(inside)}
}

func TestAlignment(t *testing.T) {
	const rest = " Whatever else there is to be said about it stands in this second sentence."
	for _, x := range []struct {
		name, old, now string // the span in brackets; none in now for one that has no place
		want           anchor.Status
	}{
		{"words beside", "The [talks] went on." + rest, "He said so. The [talks] went on." + rest, anchor.Kept},
		{"a neighbour is another", "The [talks] went on." + rest, "The [talks] ended soon." + rest, anchor.Approximate},
		{"four words and one neighbour", "Now [the talks went on] there." + rest, "But [the talks went on] there." + rest, anchor.Kept},
		{"three words and one neighbour", "Now [the talks went] there." + rest, "But [the talks went] there." + rest, anchor.Approximate},
		{"another word inside", "Now [the talks went on] there." + rest, "Now [the talks dragged on] there." + rest, anchor.Approximate},
		{"a word put in", "Now [the talks went on] there." + rest, "Now [the talks never went on] there." + rest, anchor.Approximate},
		{"mistyped", "Now the [negotiations] went on." + rest, "Now the [negotiatoins] went on." + rest, anchor.Approximate},
		{"gone", "All went home. Then came a [zebra]." + rest, "All went home." + rest, anchor.Unanchored},
		{"at the beginning", "[The] talks went on." + rest, "[The] talks went on." + rest + " More.", anchor.Kept},
		{"at the end", "More." + rest + " [The end]", rest + " [The end]", anchor.Kept},
		{"inside a word", "The tal[k]s went on." + rest, "He said so. The tal[k]s went on." + rest, anchor.Kept},
		{"from word to word", "The tal[ks we]nt on." + rest, "He said so. The tal[ks we]nt on." + rest, anchor.Kept},
		{"inside accents", "The cafe\u0301 no[ir] e\u0301tait." + rest, "Oui. The café no[ir] était." + rest, anchor.Kept},
		{"marks at the ends", `He said: ["the talks went on."] He left.` + rest, `So he said: [“the talks went on.”] He left.` + rest, anchor.Kept},
		{"an ellipsis", "And then [… what] was said." + rest, "So. And then [... what] was said." + rest, anchor.Kept},
		{"line ends", "The talks [went on for a] year." + rest, "The\ntalks  [went\non for\u00a0a] year." + rest, anchor.Kept},
		{"divided words", "An [international] talk." + rest, "So. An [inter-\nnational] talk." + rest, anchor.Kept},
		{"soft hyphens", "An [inter\u00adnational] talk." + rest, "So. An [international] talk." + rest, anchor.Kept},
		{"ligatures", "The [oﬃce] is shut." + rest, "So. The [office] is shut." + rest, anchor.Kept},
		{"Arabic", "قال الوزير إن [المحادثات] مستمرة اليوم." + rest, "نعم. قال الوزير إن [المحادثات] مستمرة اليوم." + rest, anchor.Kept},
		{"Arabic with vowels", "قال الوزير إن [المحادثات] مستمرة." + rest, "قالَ الوزيرُ إنّ [المُحادَثات] مستمرةٌ الآن." + rest, anchor.Kept},
		{"Chinese", "船在早晨[出海]。大家都在岸上等着看。" + rest, "昨天，船在早晨[出海]。大家都在岸上等着看。" + rest, anchor.Kept},
		{"a Chinese character", "船在[早]晨出海。大家都在岸上等着看。" + rest, "今天船在[早]晨出海。大家都在岸上等着看。" + rest, anchor.Kept},
		{"Japanese with voicing", "船か\u3099[出]る朝。みんなが岸で待つ。" + rest, "大きな船が[出]る朝。みんなが岸で待つ。" + rest, anchor.Kept},
		{"Korean", "배는 [아침] 일찍 떠났다." + rest, "큰 배는 [아침] 일찍 떠났다." + rest, anchor.Kept},
		{"Thai", "เรือออก[ตอนเช้า]ทุกวัน" + rest, "เมื่อวาน เรือออก[ตอนเช้า]ทุกวัน" + rest, anchor.Kept},
		{"emoji alone", "The talks [🙂] went on." + rest, "So. The talks [🙂] went on." + rest, anchor.Kept},
		{"emoji gone", "The talks [🙂] went on." + rest, "The talks went on." + rest, anchor.Unanchored},
		{"moved", "One thing is this. [The other thing] is that, as all of them knew." + rest,
			rest + " One thing is this. [The other thing] is that, as all of them knew.", anchor.Moved},
		{"moved with other capitals", "It was said in the [May] of that long and dreadful year." + rest,
			rest + " It was said in the [may] of that long and dreadful year.", anchor.Approximate},
		{"the lookalike stays", "The talks in Cairo [ended without] result on Friday. The talks in Cairo ended without result on Monday." + rest,
			"The talks in Cairo ended without result on Monday." + rest, anchor.Unanchored},
		{"the lookalike is not noted", "The talks in Cairo ended without result on Friday. The talks in Cairo [ended without] result on Monday." + rest,
			"The talks in Cairo [ended without] result on Monday." + rest, anchor.Approximate},
		{"one of two copies", "Nothing more. [Nothing more.] So it was." + rest, "Nothing more. So it was." + rest, anchor.Approximate},
	} {
		t.Run(x.name, func(t *testing.T) {
			old, span := marked(t, x.old)
			now, want := x.now, annotations.Span{}
			if strings.Contains(now, "[") {
				now, want = marked(t, now)
			}
			a, err := anchor.NewAlignment(context.Background(), old, now)
			if err != nil {
				t.Fatal(err)
			}
			got := a.Resolve(span)
			if got.Status != x.want || want != (annotations.Span{}) && got.Span != want {
				t.Errorf("%v at %q %v, want %v at %q %v", got.Status, now[got.Span.Start:got.Span.End], got.Span, x.want, now[want.Start:want.End], want)
			}
		})
	}
}

// Places that are like words that are gone are offered, and none is taken.
func TestAlignmentOffers(t *testing.T) {
	const old = "A grey heron stood in the reeds. Then it flew. The rest of the day was quiet and there is no more to tell of it."
	const now = "The rest of the day was quiet and there is no more to tell of it. Later a grey horse stood in the rain. A grey hero stood on the roof."
	a, err := anchor.NewAlignment(context.Background(), old, now)
	if err != nil {
		t.Fatal(err)
	}
	r := a.Resolve(annotations.Span{Start: 0, End: len("A grey heron stood in the reeds")})
	if r.Status != anchor.Unanchored && r.Status != anchor.Approximate {
		t.Errorf("silently %v", r.Status)
	}
	if r.Status == anchor.Unanchored && len(r.Offers) == 0 {
		t.Error("nothing is offered")
	}
}

func TestShare(t *testing.T) {
	for _, x := range []struct {
		old, now string
		want     float64
	}{
		{"", "", 1}, {"", "a", 0}, {"—", "…", 0}, {"a b c d", "a b c d", 1},
		{"one two three four", "zero one two three four five", 1},
		{"one two three four", "one two three", 0.75},
		{"one two three four", "five six", 0},
	} {
		a, err := anchor.NewAlignment(context.Background(), x.old, x.now)
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Share(); got != x.want {
			t.Errorf("of %q %v is in %q, want %v", x.old, got, x.now, x.want)
		}
	}
}

func TestAlignmentEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := anchor.NewAlignment(ctx, "a b", "a c"); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if _, err := anchor.Resolve(ctx, "a b", anchor.TextQuoteSelector{Exact: "a"}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestReport(t *testing.T) {
	var r anchor.Report
	for _, s := range []anchor.Status{anchor.Kept, anchor.Kept, anchor.Moved, anchor.Approximate, anchor.Unanchored} {
		r.Add(s)
	}
	if r != (anchor.Report{Kept: 2, Moved: 1, Approximate: 1, Unanchored: 1}) {
		t.Errorf("%+v", r)
	}
}

func TestInContext(t *testing.T) {
	const s = "ä" + "0123456789012345678901234567890123456789 words 船船船"
	i := strings.Index(s, "words")
	got := anchor.InContext(s, annotations.Span{Start: i, End: i + 5})
	want := anchor.TextQuoteSelector{Exact: "words", Prefix: s[i-32 : i], Suffix: " 船船船"}
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestResolve(t *testing.T) {
	const now = "He said so. The talks went on for a year, and “the talks” failed. A year later the ship sank without a trace."
	at := func(words string) annotations.Span {
		i := strings.Index(now, words)
		return annotations.Span{Start: i, End: i + len(words)}
	}
	position := func(words string) *anchor.TextPositionSelector {
		p := anchor.Position(now, at(words))
		return &p
	}
	for _, x := range []struct {
		name     string
		quote    anchor.TextQuoteSelector
		position *anchor.TextPositionSelector
		span     annotations.Span
		want     anchor.Status
	}{
		{"in its context", anchor.TextQuoteSelector{Exact: "talks went", Prefix: "so. The ", Suffix: " on for"}, nil, at("talks went"), anchor.Kept},
		{"the context is cut", anchor.TextQuoteSelector{Exact: "talks went", Prefix: "o. The ", Suffix: " on fo"}, nil, at("talks went"), anchor.Kept},
		{"other quotation marks", anchor.TextQuoteSelector{Exact: `"the talks"`, Prefix: "year, and ", Suffix: " failed."}, nil, at("“the talks”"), anchor.Kept},
		{"at its position, on one side", anchor.TextQuoteSelector{Exact: "a year", Prefix: "went on for ", Suffix: " or two"}, position("a year"), at("a year"), anchor.Kept},
		{"elsewhere, four words", anchor.TextQuoteSelector{Exact: "ship sank without a trace", Prefix: "year later the ", Suffix: ", it seems"}, nil, at("ship sank without a trace"), anchor.Moved},
		{"elsewhere, two words", anchor.TextQuoteSelector{Exact: "ship sank", Prefix: "year later the ", Suffix: " at last"}, nil, at("ship sank"), anchor.Approximate},
		{"no context, four words", anchor.TextQuoteSelector{Exact: "ship sank without a trace"}, nil, at("ship sank without a trace"), anchor.Approximate},
		{"mistyped", anchor.TextQuoteSelector{Exact: "tolks wend", Prefix: "so. The ", Suffix: " on for"}, nil, at("talks went"), anchor.Approximate},
		{"twice, no context", anchor.TextQuoteSelector{Exact: "talks"}, nil, annotations.Span{}, anchor.Unanchored},
		{"not there", anchor.TextQuoteSelector{Exact: "quartz", Prefix: "x", Suffix: "y"}, nil, annotations.Span{}, anchor.Unanchored},
		{"no words", anchor.TextQuoteSelector{}, nil, annotations.Span{}, anchor.Unanchored},
		{"marks alone", anchor.TextQuoteSelector{Exact: "“", Prefix: "and ", Suffix: "the"}, nil, at("“"), anchor.Kept},
	} {
		t.Run(x.name, func(t *testing.T) {
			got, err := anchor.Resolve(context.Background(), now, x.quote, x.position)
			if err != nil {
				t.Fatal(err)
			}
			if got.Status != x.want || got.Span != x.span {
				t.Errorf("%v at %q, want %v at %q", got.Status, now[got.Span.Start:got.Span.End], x.want, now[x.span.Start:x.span.End])
			}
		})
	}
}
