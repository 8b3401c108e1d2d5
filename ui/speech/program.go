package speech

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"math"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

const (
	// longest is the most bytes that a command is given at once: spd-say takes a line of
	// 16 KB apart, and what follows could be one of its own commands.
	longest = 8 << 10
	// hushTime is how long a command may take to silence another.
	hushTime = 2 * time.Second
)

// Program is a voice that a command of the system's speaks with. The words go to its
// standard input, so that they are neither options nor part of a script.
type Program struct {
	name  string
	args  func(Manner) []string
	words func(string) string // what is written to the command; nil for the words alone
	hush  []string            // arguments that silence what goes on after the command has ended; nil for none

	log      *slog.Logger
	speaking sync.Mutex // one command speaks at a time
	life     context.Context
	end      context.CancelFunc
}

var _ Voice = (*Program)(nil)

// System returns the voice of this system, or nil where there is none. The log hears of
// its errors.
func System(log *slog.Logger) *Program {
	p := of(runtime.GOOS)
	if _, err := exec.LookPath(p.name); err != nil {
		return nil
	}
	p.log = log
	return p
}

// of returns the voice of a system.
func of(system string) *Program {
	var p *Program
	switch system {
	case "darwin":
		p = &Program{name: "say", args: sayArgs, words: sayWords}
	case "windows":
		p = &Program{name: "powershell.exe", args: powerShellArgs}
	default:
		p = &Program{name: "spd-say", args: spdArgs, words: spdWords, hush: []string{"--cancel"}}
	}
	p.log = slog.New(slog.DiscardHandler)
	p.life, p.end = context.WithCancel(context.Background())
	return p
}

// Say speaks words and waits for the command that does so, which would else stay behind
// as a dead process. It says nothing after [Program.End].
func (p *Program) Say(ctx context.Context, words string, how Manner) error {
	p.speaking.Lock()
	defer p.speaking.Unlock()
	if err := p.life.Err(); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(p.life, cancel)()
	for _, piece := range pieces(aLine(words), longest) {
		if err := p.run(ctx, piece, how); err != nil {
			return err
		}
	}
	return nil
}

// run speaks words that are not too long for the command.
func (p *Program) run(ctx context.Context, words string, how Manner) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if p.words != nil {
		words = p.words(words)
	}
	cmd := exec.CommandContext(ctx, p.name, p.args(how)...) //nolint:gosec // a name and numbers of ours, and a checked language
	cmd.Stdin, cmd.Stdout, cmd.WaitDelay = strings.NewReader(words+"\n"), io.Discard, hushTime
	hide(cmd)
	err := cmd.Run()
	if ctx.Err() != nil {
		p.silence()
		return ctx.Err()
	}
	if err != nil {
		p.log.Warn("nothing is read aloud", "command", p.name, "error", err)
		return fmt.Errorf("%s: %w", p.name, err)
	}
	return nil
}

// silence ends what is still spoken after the command was ended.
func (p *Program) silence() {
	if p.hush == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), hushTime)
	defer cancel()
	_ = exec.CommandContext(ctx, p.name, p.hush...).Run() //nolint:gosec // arguments of ours; without it the words go on to their end
}

// End silences the voice for good and returns when nothing is left of what it has
// started.
func (p *Program) End() {
	p.end()
	p.speaking.Lock()
	defer p.speaking.Unlock()
}

// pieces divides words into pieces of a number of bytes at most, between words where
// that is possible.
func pieces(words string, most int) []string {
	var out []string
	for len(words) > most {
		cut := strings.LastIndexByte(words[:most], ' ')
		if cut <= 0 {
			for cut = most; !utf8.RuneStart(words[cut]); {
				cut--
			}
		}
		out = append(out, words[:cut])
		words = strings.TrimPrefix(words[cut:], " ")
	}
	if words != "" {
		out = append(out, words)
	}
	return out
}

// spdArgs reads a line from the standard input and waits until it is spoken. Words as
// an argument would be taken for a format by spd-say, which "100 %" does not survive.
// Its rate goes from -100 to 100; the usual synthesizer, eSpeak NG, makes 80 to 390 words
// a minute of that, and 170 of 0.
func spdArgs(how Manner) []string {
	const slow, usual, fast = 80, 170, 390
	rate := (how.Rate - 1) * usual / (fast - usual)
	if how.Rate < 1 {
		rate = (how.Rate - 1) * usual / (usual - slow)
	}
	rate = math.Round(100 * max(-1, min(rate, 1)))
	args := []string{"--pipe-mode", "--wait", "--priority", "text", "--rate", strconv.Itoa(int(rate))}
	if language, _, _ := strings.Cut(tag(how.Language), "-"); language != "" {
		args = append(args, "--language", language)
	}
	return args
}

// spdWords hides what begins a command of spd-say.
func spdWords(words string) string { return " " + words }

// sayArgs reads the standard input. The rate is in words a minute.
func sayArgs(how Manner) []string {
	const usual = 175
	return []string{"-r", strconv.Itoa(int(math.Round(usual * how.Rate))), "-f", "-"}
}

// sayWords takes away the brackets in which say finds commands, as in "[[volm 1]]".
func sayWords(words string) string { return strings.NewReplacer("[", " ", "]", " ").Replace(words) }

// powerShellArgs reads the standard input in a script of ours. The rate goes from -10 to
// 10, a third of the usual speed to three times that.
func powerShellArgs(how Manner) []string {
	rate := max(-10, min(math.Round(10*math.Log(how.Rate)/math.Log(3)), 10))
	script := "$in = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8); " +
		"$words = $in.ReadToEnd(); Add-Type -AssemblyName System.Speech; " +
		"$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
	if language := tag(how.Language); language != "" {
		script += "try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'" + language + "') } catch {}; "
	}
	script += "$voice.Rate = " + strconv.Itoa(int(rate)) + "; $voice.Speak($words)"
	return []string{"-NoProfile", "-NonInteractive", "-Command", script}
}
