# tests/unit
include tests/unit/base.mk
include tests/unit/exec.mk
include tests/unit/model.mk
include tests/unit/tensor.mk
include tests/unit/feed.mk
include tests/unit/weights.mk
include tests/unit/infer.mk
