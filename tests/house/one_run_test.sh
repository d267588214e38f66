#!/usr/bin/env bash
# one_run_test.sh COMMAND…: it must come to its end; what `expect` says of means need not be so for one
# replication (exit code 1, which a sanitizer's complaint is not).
export ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}exitcode=99 UBSAN_OPTIONS=${UBSAN_OPTIONS:+$UBSAN_OPTIONS:}exitcode=99
"$@" || [[ $? == 1 ]]
