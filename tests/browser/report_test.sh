#!/usr/bin/env bash
# report_test.sh PROGRAM: makes reports of the gallery, of sweeps and of names that a page must not believe,
# and looks at them in headless Chromium. Skipped (77) where there is none, or no Node.
set -euo pipefail

skip() {
    echo "skipped: $*"
    exit 77
}
chromium=$(command -v chromium || command -v chromium-browser) || skip "no chromium here"
command -v node >/dev/null || skip "no node here"
[[ -d web/node_modules/playwright-core && -d web/node_modules/axe-core ]] ||
    skip "web/node_modules is not there: cd web && npm ci"

scratch=$(mktemp -d)
trap 'code=$?; ((code == 0)) || cat -- "$scratch/log"; rm -rf -- "$scratch"; exit $code' EXIT
year=scenarios/startup-year.yaml
# What `expect` says of the means of ten replications need not be so for two: exit code 1.
"$1" run scenarios/*.yaml --replications 2 --quiet --out "$scratch/gallery" >"$scratch/log" 2>&1 || [[ $? == 1 ]]
"$1" sweep $year --strategy own-first --strategy spot-first --replications 3 --quiet --out "$scratch/sweep" \
    --vary 'fleet.spot.a100-spot.price=log:0.3USD/gpu-h..1.2USD/gpu-h:5' >"$scratch/log" 2>&1
"$1" sweep $year --strategy own-first --strategy spot-first --replications 2 --quiet --out "$scratch/map" \
    --vary 'fleet.spot.a100-spot.price=0.4USD/gpu-h,0.8USD/gpu-h' --vary fleet.rigs.dual-4090.count=1,2,3 \
    >"$scratch/log" 2>&1
"$1" run tests/browser/hostile.yaml --quiet --out "$scratch/hostile" >"$scratch/log" 2>&1
"$1" run tests/browser/fleet.yaml --quiet --out "$scratch/fleet" >"$scratch/log" 2>&1

# A report that is made again is the same.
cp "$scratch/sweep/report.html" "$scratch/first.html"
rm "$scratch/sweep/report.html"
"$1" report "$scratch/sweep" >"$scratch/log"
cmp "$scratch/sweep/report.html" "$scratch/first.html"

node tests/browser/report_test.mjs "$scratch" "$chromium"
