# tests/unit
include tests/unit/base.mk
include tests/unit/model.mk
include tests/unit/tensor.mk
