package async_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"sidelight/ui/async"
)

// Whatever is given up, those of a line come one at a time and in their order.
func TestALineKeepsItsOrder(t *testing.T) {
	for gone := range 8 { // bits of those that are given up before their turn
		t.Run(fmt.Sprintf("%03b", gone), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var line async.Line
				first := line.Join()
				var came []int
				at := 0 // how many are at work
				for i := range 3 {
					ctx, cancel := context.WithCancel(context.Background())
					turn := line.Join()
					go func() {
						defer turn.Done()
						if err := turn.Wait(ctx); err != nil {
							return
						}
						if at++; at != 1 {
							t.Errorf("%d at once", at)
						}
						time.Sleep(time.Second)
						came = append(came, i)
						at--
					}()
					if synctest.Wait(); gone&(1<<i) != 0 {
						cancel()
					} else {
						defer cancel()
					}
				}
				if synctest.Wait(); len(came) > 0 {
					t.Fatal("somebody came before the first was done")
				}
				first.Done()
				time.Sleep(time.Minute)
				synctest.Wait() // what they wrote may be read
				var want []int
				for i := range 3 {
					if gone&(1<<i) == 0 {
						want = append(want, i)
					}
				}
				if !slices.Equal(came, want) {
					t.Errorf("%v came, not %v", came, want)
				}
			})
		})
	}
}

func TestInNoLineNothingWaits(t *testing.T) {
	var none *async.Line
	turn := none.Join()
	if err := turn.Wait(context.Background()); err != nil {
		t.Error(err)
	}
	turn.Done()
}

// What is cancelled before its turn ends at once, and the one behind it still waits.
func TestRunInALine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		u := make(ui, 8)
		var line async.Line
		first, l, other := line.Join(), async.Latest[string]{Do: u.do}, async.Latest[string]{Do: u.do}
		var got []string
		then := func(s string, err error) { got = append(got, fmt.Sprint(s, err)) }
		l.RunIn(&line, func(*async.Job) (string, error) { return "old", errors.New("it ran") }, then)
		other.RunIn(&line, func(*async.Job) (string, error) { return "young", nil }, then)
		synctest.Wait()
		l.Stop()
		if synctest.Wait(); len(u) > 1 {
			t.Error("the young one did not wait")
		}
		first.Done()
		synctest.Wait()
		for len(u) > 0 {
			(<-u)()
		}
		if !slices.Equal(got, []string{"young<nil>"}) {
			t.Errorf("what came is %q", got)
		}
	})
}

// A picture has been drawn if the UI goroutine has been free for as long as the toolkit
// takes to begin with it. One that takes very long is not waited for.
func TestPicture(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		u := make(ui, 8)
		l := async.Latest[int]{Do: u.do}
		drawn := make(chan error, 1)
		l.Run(func(j *async.Job) (int, error) { drawn <- j.Picture(); return 0, nil }, func(int, error) {})
		time.Sleep(time.Second / 2) // the UI goroutine makes what is to be shown
		if len(u) != 1 {
			t.Fatalf("the UI goroutine was asked for %d things", len(u))
		}
		(<-u)()
		if synctest.Wait(); len(u) > 0 {
			t.Fatal("no time was left to draw")
		}
		time.Sleep(time.Second / 3)
		if len(u) != 1 || len(drawn) > 0 {
			t.Fatal("it was not waited until the picture was drawn")
		}
		(<-u)()
		if synctest.Wait(); len(drawn) != 1 {
			t.Error("what was drawn is waited for")
		}
	})
}

func TestPictureIsGivenUp(t *testing.T) {
	for name, x := range map[string]struct {
		end  func(*async.Latest[int])
		want error
	}{
		"when it is cancelled":   {(*async.Latest[int]).Stop, context.Canceled},
		"when it takes too long": {func(*async.Latest[int]) { time.Sleep(2 * time.Second) }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l := async.Latest[int]{Do: func(func()) {}}
				ended := make(chan error, 1)
				l.Run(func(j *async.Job) (int, error) { ended <- j.Picture(); return 0, nil }, func(int, error) {})
				synctest.Wait()
				x.end(&l)
				synctest.Wait()
				if len(ended) != 1 {
					t.Fatal("it is still waited for")
				}
				if err := <-ended; !errors.Is(err, x.want) {
					t.Errorf("the error is %v", err)
				}
			})
		})
	}
}
