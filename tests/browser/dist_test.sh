#!/usr/bin/env bash
# web/dist is what web/src makes, and says nothing of where it was made. Skipped (77) without the tools.
set -euo pipefail

if ! command -v node >/dev/null || [[ ! -d web/node_modules/esbuild ]]; then
    echo "skipped: web/node_modules is not there: cd web && npm ci"
    exit 77
fi
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
node web/build.js "$scratch"
for file in report.html NOTICE LICENSE-echarts; do
    cmp "web/dist/$file" "$scratch/$file" || {
        echo "web/dist/$file is not what web/src makes: ./dev web builds it"
        exit 1
    }
done
! grep -n 'resolved\|https\?:' web/package-lock.json
