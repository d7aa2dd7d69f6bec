#!/bin/sh
# Starts the window of the distribution in folder $1 once, without a display, and makes one transfer,
# so that Java learns their classes: then the first start of a user is as fast as the later ones.
set -eu
home=$(CDPATH='' cd -- "$1" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -f "$home"/window-*.jsa "$home/commands.aot"
# Java 25 sometimes crashes while it writes the archive beside threads that still run
for _ in 1 2 3; do
    CLP_WORKSPACE=$work/workspace XDG_CACHE_HOME=$work \
        CLP_JAVA_OPTIONS="-Dglass.platform=Headless -Dprism.order=sw -Dclp.startup.report=exit" \
        "$home/bin/clp-workbench" >"$work/log" 2>&1 || cat "$work/log" >&2
    for archive in "$work"/clp-workbench/*.jsa; do
        # without one, the first start makes it
        [ ! -e "$archive" ] || mv "$archive" "$home/window-${archive##*/}"
    done
    set -- "$home"/window-*.jsa
    [ ! -e "$1" ] || break
done
CLP_WORKSPACE=$work/workspace CLP_JAVA_OPTIONS="-XX:AOTCacheOutput=$home/commands.aot" \
    "$home/bin/clp-workbench" transfer --source english-small --helper german-helper \
    --out "$work/model" >"$work/log" 2>&1 || cat "$work/log" >&2
