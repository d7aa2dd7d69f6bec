#!/usr/bin/env bash
# Draws the icon at every size from clp-workbench.svg (needs ImageMagick with librsvg).
set -euo pipefail
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512; do
    convert -background none -density 288 clp-workbench.svg -resize "${size}x$size" -strip \
        "PNG32:clp-workbench-$size.png"
done
