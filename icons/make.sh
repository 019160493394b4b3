#!/bin/sh
# make.sh: the pictures that are made from muster.svg; their makers are librsvg2-bin and icoutils (Debian's names)
# changes icons/muster-*.png, icons/muster.ico and the window's copies under src/main/resources/icons
set -eu
cd -- "$(dirname -- "$0")"
windows=../src/main/resources/icons
mkdir -p "$windows"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width="$size" --height="$size" --output="muster-$size.png" muster.svg
done
icotool --create --output=muster.ico muster-16.png muster-24.png muster-32.png muster-48.png muster-64.png --raw=muster-256.png
for size in 16 32 64 256; do cp -- "muster-$size.png" "$windows/"; done
