#!/bin/sh
# usage: picture.sh FILE.png PROGRAM [ARGUMENT...]     (on an X display)
# Starts the program, waits until its window is painted, saves a picture of it
# and closes it. Fails if no window comes or the toolkit reports an error.
set -eu
picture=$1
shift
work=$(mktemp -d)
pid=
clean() {
	[ -z "$pid" ] || kill "$pid" 2>/dev/null || true
	rm -rf "$work"
}
trap clean EXIT
trap 'exit 130' INT TERM HUP

fail() {
	echo "$*" >&2
	cat "$work/stderr" >&2
	exit 1
}

# Not blank: a window that is not painted yet has one colour or two.
painted() { [ "$(identify -format %k "$1")" -gt 32 ]; }

# Still: a blinking caret is the only thing that may differ.
same() {
	differing=$(compare -metric AE "$1" "$2" null: 2>&1) || true
	echo "$differing" | awk '{ exit !($1 <= 100) }'
}

alive() { kill -0 "$pid" 2>/dev/null; }

find_window() {
	tries=120
	while [ $tries -gt 0 ]; do
		alive || fail "The program ended before its window came."
		! grep -q 'window creation error' "$work/stderr" || fail "The window could not be made:"
		window=$(xdotool search --all --onlyvisible --pid "$pid" --name . 2>/dev/null | head -n 1) || window=
		[ -z "$window" ] || return 0
		sleep 0.25
		tries=$((tries - 1))
	done
	fail "No window came within 30 seconds."
}

wait_painted() {
	tries=60
	import -window "$window" "$work/before.png" || fail "The window cannot be seen."
	while [ $tries -gt 0 ]; do
		sleep 0.5
		alive || fail "The program ended while its window was painted."
		import -window "$window" "$work/after.png" || fail "The window cannot be seen."
		if painted "$work/after.png" && same "$work/before.png" "$work/after.png"; then return 0; fi
		mv "$work/after.png" "$work/before.png"
		tries=$((tries - 1))
	done
	fail "The window stayed blank or restless for 30 seconds."
}

close() {
	kill "$pid" 2>/dev/null || true
	tries=20
	while alive && [ $tries -gt 0 ]; do
		sleep 0.25
		tries=$((tries - 1))
	done
	kill -9 "$pid" 2>/dev/null || true
	wait "$pid" 2>/dev/null || true
	pid=
}

# Without a session bus the system's theme cannot be watched. And Fyne may read a
# file of its own while it writes it (github.com/fyne-io/fyne/issues/2936).
unexpected() {
	sed -e '/failed to watch theme settings/d' \
		-e '/Preferences load error:/{N;/Cause:/d;}' "$work/stderr"
}

check_errors() {
	if unexpected | grep -qE 'Fyne error|Error in Fyne call thread|window creation error'; then
		fail "The program reported errors of its toolkit:"
	fi
}

"$@" 2>"$work/stderr" &
pid=$!
find_window
wait_painted
mv "$work/after.png" "$picture"
close
check_errors
