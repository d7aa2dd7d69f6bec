#!/usr/bin/env bash
# Builds target/dist/clp-workbench (an app-image with its own Java and CPU libtorch) and, where
# fakeroot and dpkg-deb are installed, target/dist/clp-workbench_VERSION_amd64.deb.
#   packaging/linux/package.sh [--no-deb]
set -euo pipefail
cd "$(dirname "$0")/../.."

# jpackage of the oldest JDK from 25 on: the one on PATH may belong to an older Java
find_jdk() {
    local folder major
    for folder in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/*; do
        [ -x "$folder/bin/jpackage" ] && [ -r "$folder/release" ] || continue
        major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$folder/release")
        if [ "${major:-0}" -ge 25 ]; then
            echo "$folder"
            return
        fi
    done
    echo "package.sh needs a JDK 25 or newer with jpackage: point JAVA_HOME to it." >&2
    return 1
}
jdk=$(find_jdk)

mvn -q -B -ntp package -DskipTests
built=target/clp-workbench
work=target/packaging
out=target/dist
rm -rf "$work" "$out"
mkdir -p "$work/modules" "$out"
version=$(basename "$built"/lib/clp-workbench-*.jar .jar)
version=${version#clp-workbench-}

# JavaFX's jars for Linux are modules and become part of the runtime; those without code are left out
cp "$built"/javafx/*-linux*.jar "$work/modules/"

# what the class path needs from the JDK; java.instrument to jdk.zipfs are asked for by reflection
modules=java.base,java.desktop,java.instrument,java.logging,java.management,java.naming
modules+=,java.net.http,java.scripting,java.sql,java.xml,jdk.management,jdk.unsupported,jdk.zipfs
modules+=,javafx.controls,javafx.fxml,javafx.swing
# numbers and the names of scripts in the languages that the window speaks besides English
modules+=,jdk.localedata

# jpackage's own jlink options would take bin/java away, which starts the workers
"$jdk/bin/jpackage" --type app-image --name clp-workbench --dest "$out" \
    --app-version "$version" --vendor "CLP Workbench" \
    --description "Turns a language model of one language into one of another" \
    --copyright "Apache-2.0" \
    --input "$built/lib" --main-jar "clp-workbench-$version.jar" \
    --main-class org.clpworkbench.Launcher \
    --module-path "$work/modules" --add-modules "$modules" \
    --jlink-options "--include-locales=de,zh --no-man-pages --no-header-files --strip-java-debug-attributes --generate-cds-archive" \
    --java-options -XX:TieredStopAtLevel=1 \
    --java-options -XX:+UseSerialGC \
    --java-options -Xmn240m \
    --java-options --enable-native-access=ALL-UNNAMED,javafx.graphics \
    --icon packaging/icons/clp-workbench-512.png
cp LICENSE NOTICE "$out/clp-workbench/"

# one start without a display teaches Java the window's classes, so that the next ones are faster;
# Java takes that archive only for jars of the same date, which the .deb's postinst restores
app=$out/clp-workbench/lib/app
touch -d '2026-01-01 00:00:00 UTC' "$app"/*.jar
CLP_WORKSPACE=$work/workspace "$out/clp-workbench/lib/runtime/bin/java" \
    -XX:ArchiveClassesAtExit="$app/window.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off -Xlog:aot=off \
    -Dglass.platform=Headless -Dprism.order=sw -Dclp.startup.report=exit \
    --enable-native-access=ALL-UNNAMED,javafx.graphics \
    -classpath "$(sed -n "s|^app.classpath=\$APPDIR|$app|p" "$app/clp-workbench.cfg" | paste -sd :)" \
    org.clpworkbench.Launcher
sed -i '/^\[JavaOptions\]/a java-options=-XX:SharedArchiveFile=$APPDIR/window.jsa\njava-options=-Xlog:cds=off\njava-options=-Xlog:cds+dynamic=off\njava-options=-Xlog:aot=off' \
    "$app/clp-workbench.cfg"
echo "$out/clp-workbench ($(du -sh "$out/clp-workbench" | cut -f 1))"

if [ "${1:-}" = --no-deb ]; then
    exit
fi
if ! command -v fakeroot >/dev/null || ! command -v dpkg-deb >/dev/null; then
    echo "No .deb: install fakeroot and dpkg to have one built." >&2
    exit
fi
mkdir -p "$work/resources"
# control is jpackage's own with a line for fonts, which none of its options writes
cp packaging/linux/{control,postinst,prerm,clp-workbench.desktop} "$work/resources/"
cp packaging/icons/clp-workbench-512.png "$work/resources/clp-workbench.png"
"$jdk/bin/jpackage" --type deb --app-image "$out/clp-workbench" --name clp-workbench \
    --dest "$out" --app-version "$version" --vendor "CLP Workbench" \
    --description "Turns a language model of one language into one of another" \
    --license-file LICENSE --install-dir /opt \
    --resource-dir "$work/resources" \
    --linux-package-name clp-workbench --linux-app-category science \
    --linux-menu-group Education --linux-shortcut \
    --linux-package-deps "libgtk-3-0 | libgtk-3-0t64, libxxf86vm1, libgl1"
ls "$out"/*.deb
