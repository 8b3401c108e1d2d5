#!/bin/sh
# Makes the pictures of the README from the program as it is.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
need_go
sh .ci/build.sh
private_home
folder=.github/pictures
mkdir -p "$folder"
build/sidelight shot --out "$folder/light.png" --select adam-boehler
build/sidelight shot --out "$folder/dark.png" --theme dark --select us-hamas-talks
build/sidelight shot --out "$folder/network.png" --view network --select us-hamas-talks
