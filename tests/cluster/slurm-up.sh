#!/usr/bin/env bash
# slurm-up.sh DIR: a Slurm of two nodes, n1 and n2, on this machine's loopback, below DIR (a short path:
# it holds a socket). Needs neither root nor systemd nor /etc/slurm. Its clients need the line that this
# prints: export SLURM_CONF=DIR/slurm.conf. slurm-down.sh DIR ends it. Nodes fail and jobs are requeued in
# seconds here, for which real clusters take minutes.
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin # where the daemons are
dir=$(mkdir -p -- "${1:?a folder}" && cd -- "$1" && pwd -P)
here=${BASH_SOURCE[0]%/*}
host=$(hostname -s)
user=$(id -un)

# Ports that nobody listens on, below those that the kernel gives out by itself.
free_ports() { # HOW-MANY
    local port found=0
    while ((found < $1)); do
        port=$((10000 + RANDOM % 20000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            printf '%d\n' "$port"
            found=$((found + 1))
        fi
    done
}

write_config() { # three ports
    cat >"$dir/slurm.conf" <<END
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$dir/munge/sock,cred_expire=5
CredType=cred/munge
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmctldPort=$1
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd-%n.pid
SlurmctldLogFile=$dir/log/slurmctld.log
SlurmdLogFile=$dir/log/slurmd-%n.log
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool-%n
TmpFS=$dir/tmp-%n
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
MpiDefault=none
SwitchType=switch/none
ReturnToService=2
SlurmdTimeout=10
KillWait=2
MinJobAge=600
SchedulerParameters=sched_interval=2,bf_interval=2,batch_sched_delay=0,sched_min_interval=0
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$2 CPUs=2 RealMemory=1000
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=$3 CPUs=2 RealMemory=1000
PartitionName=sweep Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
}

start_munge() {
    dd if=/dev/urandom of="$dir/munge/key" bs=128 count=1 status=none
    chmod 400 "$dir/munge/key"
    munged --force --key-file="$dir/munge/key" --socket="$dir/munge/sock" --pid-file="$dir/munge/pid" \
        --log-file="$dir/munge/log" --seed-file="$dir/munge/seed"
}

nodes_are_idle() {
    for _ in {1..100}; do
        [[ $(sinfo --noheader --states=idle --format=%D 2>/dev/null) == 2 ]] && return 0
        sleep 0.1
    done
    return 1
}

mkdir -p "$dir"/{state,spool-n1,spool-n2,tmp-n1,tmp-n2,log}
mkdir -p "$dir/munge"
chmod 755 "$dir/munge"
start_munge
export SLURM_CONF=$dir/slurm.conf
for _ in 1 2 3; do # another may take a port between finding and using it
    # shellcheck disable=SC2046 # three words
    write_config $(free_ports 3)
    if slurmctld && slurmd -N n1 && slurmd -N n2 && nodes_are_idle; then
        printf 'export SLURM_CONF=%q\n' "$SLURM_CONF"
        exit 0
    fi
    "$here/slurm-down.sh" "$dir" --but-munge
done
tail -n 20 "$dir"/log/*.log >&2 || true
"$here/slurm-down.sh" "$dir"
printf 'slurm-up: Slurm did not come up\n' >&2
exit 1
