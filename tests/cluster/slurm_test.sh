#!/usr/bin/env bash
# slurm_test.sh PROGRAM: a sweep of 2,000 runs on a Slurm of two nodes of its own. The job is cancelled,
# the sweep resumed, a shard told to stop, a node taken down; in the end the results are, byte for byte,
# those of the same sweep run here. Exit code 77: there is no Slurm to test with.
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin
program=$1
here=$(cd -- "${BASH_SOURCE[0]%/*}" && pwd)

for tool in munged slurmctld slurmd sbatch; do
    if ! command -v "$tool" >/dev/null; then
        printf 'skipped: there is no %s here (packages slurm-wlm and munge)\n' "$tool"
        exit 77
    fi
done

scratch=$(mktemp -d /tmp/trainyard-XXXXXX) # short, for a socket's sake
launch_pid=
stop() {
    local code=$?
    trap - EXIT TERM INT
    [[ -z $launch_pid ]] || kill "$launch_pid" 2>/dev/null || true
    "$here/slurm-down.sh" "$scratch/slurm" || true
    ((code == 0)) || tail -n 12 "$scratch"/*.log "$scratch"/slurm/log/*.log >&2 || true
    rm -rf -- "$scratch"
    exit "$code"
}
trap stop EXIT
trap 'exit 1' TERM INT

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}
readonly deadline=$((SECONDS + 120)) # for a machine that is busy with something else; 20 are usual
within_time() { # WHAT COMMAND…: until it succeeds
    until "${@:2}"; do
        ((SECONDS < deadline)) || fail "not in time: $1"
        sleep 0.1
    done
}

readonly out="$scratch/it's 100% a\$b" # must survive script, command line and file patterns
sweep=("$program" sweep "$here/tiny.yaml" --replications 100
    --vary 'fleet.spot.market.interruptions.rate=log:0.05/h..0.5/h:10' --quiet)
trainyard() { timeout 60 "$program" "$@"; }

# launch LOG WORD…: in the background, as launch_pid.
launch() {
    timeout 120 "${@:2}" >"$scratch/$1" 2>&1 &
    launch_pid=$!
}
# awaited CODE: the launch ends so.
awaited() {
    local code=0
    wait "$launch_pid" || code=$?
    launch_pid=
    ((code == $1)) || fail "a launch ended with $code, not with $1"
}
said() { grep -qF -- "$2" "$scratch/$1" || fail "$1 lacks: $2"; } # LOG TEXT

runs_done() {
    local status
    status=$(trainyard status "$out" 2>/dev/null) && [[ $status =~ :\ ([0-9]+)\ of\ 2000\ runs\ done ]] &&
        printf '%d' "${BASH_REMATCH[1]}"
}
have_done() { (($(runs_done || printf 0) >= $1)); } # at least so many
# The tasks that run on these nodes, as "12_3", in `tasks`; whether there are any.
tasks=()
find_tasks_on() {
    mapfile -t tasks < <(squeue --noheader --array --states=running --nodelist="$1" --format=%i)
    ((${#tasks[@]}))
}
restarts() { # of `tasks`, together
    local task sum=0
    for task in "${tasks[@]}"; do
        [[ $(scontrol show job "$task") =~ Restarts=([0-9]+) ]] && sum=$((sum + BASH_REMATCH[1]))
    done
    printf '%d' "$sum"
}
# strike NODES COMMAND…: at the tasks there, until one is requeued: they may end before they are hit.
strike() {
    local before
    for _ in {1..20}; do
        within_time "a shard on $1" find_tasks_on "$1"
        before=$(restarts)
        "${@:2}"
        for _ in {1..20}; do
            (($(restarts) == before)) || return 0
            sleep 0.1
        done
    done
    fail "no shard came back after $2"
}
lose_n2() { scontrol update nodename=n2 state=down reason=test; }
tell_one_to_stop() {
    tasks=("${tasks[0]}")
    timeout 3 scancel --batch --signal=TERM "${tasks[0]}" & # or it would wait, and send its signal again
}

eval "$("$here/slurm-up.sh" "$scratch/slurm")"

# Who cancels is not overruled, and what was done stays.
launch cancelled.log "${sweep[@]}" --out "$out" --launch slurm --shards 8
within_time 'a first hundred runs' have_done 100
read -r job _ <"$out/slurm-job"
scancel "$job"
awaited 3
said cancelled.log 'submitted shards 0-7 as job'
said cancelled.log 'CANCELLED'
have_done 100 || fail 'runs were lost'
! have_done 2000 || fail 'the sweep had ended before it was cancelled'

# A node is lost, a shard told to stop: Slurm requeues the one, the script the other.
before=$(runs_done)
launch resumed.log "$program" resume "$out" --launch slurm
within_time 'more runs' have_done $((before + 50))
strike n2 lose_n2
strike n1,n2 tell_one_to_stop
awaited 0
said resumed.log 'submitted shards'

trainyard merge "$out" --verify >"$scratch/merge.log" 2>&1
said merge.log 'holds 2000 of 2000 runs'
trainyard export "$out" --format csv >"$scratch/cluster.csv"
timeout 120 "${sweep[@]}" --out "$scratch/local" >"$scratch/local.log" 2>&1
trainyard export "$scratch/local" --format csv >"$scratch/local.csv"
(($(wc -l <"$scratch/local.csv") == 2001)) || fail 'not 2,000 runs'
cmp "$scratch/local.csv" "$scratch/cluster.csv"
printf 'a sweep of 2,000 runs on Slurm, through a cancellation, a signal and a lost node: the same bytes, %d s\n' \
    "$SECONDS"
