package noting

import (
	"sync"

	"sidelight/annotations/carry"
)

// queue runs jobs one after the other, in the order in which they were added, on a
// goroutine that lives as long as there are any. Only raise has to be set; its methods may be called on any goroutine.
type queue struct {
	mu      sync.Mutex
	jobs    []func()
	running bool
	idle    sync.Cond          // of mu; nobody waits before L is set
	raise   func(*carry.Panic) // is called with the panic of a job, which ends that job alone
}

// add has a job run after those that were added before.
func (q *queue) add(job func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.jobs = append(q.jobs, job)
	if !q.running {
		q.running = true
		go q.run()
	}
}

func (q *queue) run() {
	for {
		q.mu.Lock()
		if len(q.jobs) == 0 {
			q.running = false
			if q.idle.L != nil {
				q.idle.Broadcast()
			}
			q.mu.Unlock()
			return
		}
		job := q.jobs[0]
		q.jobs = q.jobs[1:]
		q.mu.Unlock()
		if p := carry.Do(job); p != nil {
			q.raise(p)
		}
	}
}

// wait returns when no job is left.
func (q *queue) wait() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.idle.L = &q.mu
	for q.running {
		q.idle.Wait()
	}
}
