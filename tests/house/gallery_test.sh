#!/usr/bin/env bash
# gallery_test.sh PROGRAM FILE: the scenario runs, its expectations are met, and the table in the comment at
# its head shows what the program prints today. A row of that table begins with a strategy's name; every
# number of it must be among those that the program prints.
set -euo pipefail

printed=$("$1" run --quiet "$2")
awk '
    # The words of the output, without the mark of the best and the margin.
    FNR == NR {
        gsub(/[*±]/, " ")
        for (i = 1; i <= NF; i++) said[$i]
        next
    }
    /^[^#]/ { head_is_over = 1 }
    !head_is_over && /^#   / { rows[++row_count] = $0 }
    /^[a-z]/ { section = $1 }
    section == "strategies:" && /^  [^ #]/ { sub(":.*", "", $1); strategies[$1] }
    END {
        for (r = 1; r <= row_count; r++) {
            n = split(rows[r], words, " ")
            if (!(words[2] in strategies) || words[3] !~ /^\$?[0-9]/) continue
            shown[words[2]]
            for (i = 3; i <= n; i++) {
                if (words[i] ~ /^\$?[0-9]/ && !(words[i] in said)) {
                    printf "%s: the head says %s of %s, the program does not\n", ARGV[2], words[i], words[2]
                    wrong = 1
                }
            }
        }
        for (name in strategies) {
            if (!(name in shown)) {
                printf "%s: the table in its head has no row for %s\n", ARGV[2], name
                wrong = 1
            }
        }
        exit wrong
    }
' <(printf '%s\n' "$printed") "$2" >&2
