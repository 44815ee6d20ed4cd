#!/bin/sh
# smtui show --all against saved_model_cli on the full-size MobileNet, interleaved in one run.
#
# usage: show.sh SMTUI SAVED_MODEL_CLI [PAIRS]		(from the build folder, after "make bench")
smtui=${1:?usage: show.sh SMTUI SAVED_MODEL_CLI [PAIRS]}
peer=${2:?usage: show.sh SMTUI SAVED_MODEL_CLI [PAIRS]}
top=$(cd "$(dirname "$0")/.." && pwd)
model=$top/tests/models/mobilenet_full/1
TF_ENABLE_ONEDNN_OPTS=0
TF_CPP_MIN_LOG_LEVEL=3
export TF_ENABLE_ONEDNN_OPTS TF_CPP_MIN_LOG_LEVEL
exec bench/pair "${3:-5}" "$smtui" show --dir "$model" --all -- "$peer" show --dir "$model" --all
