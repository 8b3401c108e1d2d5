#!/bin/sh
# Opens the window of build/sidelight. Where there is no screen it opens on a
# virtual one, and build/sidelight.png shows it. Arguments go to the program.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
	exec build/sidelight "$@"
fi
need_go
need_display
private_home
[ $# -gt 0 ] || set -- --sample # the first start shows no article
on_screen sh .ci/picture.sh build/sidelight.png build/sidelight "$@"
say "There is no screen here: the window was opened on a virtual one and build/sidelight.png shows it."
