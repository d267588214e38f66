#!/usr/bin/env bash
# slurm-down.sh DIR: ends what slurm-up.sh DIR started, and nothing else: the jobs, then the processes
# whose numbers stand in DIR's pid files.
set -uo pipefail
PATH=$PATH:/usr/sbin:/sbin
dir=${1:?a folder}
daemons=("$dir/slurmctld.pid" "$dir/slurmd-n1.pid" "$dir/slurmd-n2.pid")
[[ ${2-} == --but-munge ]] || daemons+=("$dir/munge/pid")
export SLURM_CONF=$dir/slurm.conf

# A number in a file may by now be another's.
is_ours() { [[ $(<"/proc/$1/comm") =~ ^(slurmctld|slurmd|munged)$ ]]; } 2>/dev/null

running() {
    local file pid
    for file in "${daemons[@]}"; do
        pid=$(cat "$file" 2>/dev/null) && is_ours "$pid" && printf '%d\n' "$pid"
    done
}

within_seconds() { # SECONDS COMMAND…: whether it succeeds by then
    local left=$(($1 * 10))
    until "${@:2}"; do
        ((left-- > 0)) || return 1
        sleep 0.1
    done
}

no_job() { [[ -z $(timeout 5 squeue --noheader 2>/dev/null) ]]; }
none_running() { [[ -z $(running) ]]; }

if [[ -n $(running) ]]; then
    timeout 5 scancel --user="$(id -un)" 2>/dev/null
    within_seconds 8 no_job
    running | xargs -r kill
    within_seconds 10 none_running || running | xargs -r kill -KILL
fi
