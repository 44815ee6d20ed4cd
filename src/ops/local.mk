# src/ops: one table of ops; families of kernels; loops compiled for each CPU level.
libsmtui_a_SOURCES += \
	src/ops/accum.c
libsmtui_a_SOURCES += \
	src/ops/act.c
libsmtui_a_SOURCES += \
	src/ops/argmax.c
libsmtui_a_SOURCES += \
	src/ops/arith.c
libsmtui_a_SOURCES += \
	src/ops/arith.h
libsmtui_a_SOURCES += \
	src/ops/array.c
libsmtui_a_SOURCES += \
	src/ops/array.h
libsmtui_a_SOURCES += \
	src/ops/arraybulk.c
libsmtui_a_SOURCES += \
	src/ops/audio.c
libsmtui_a_SOURCES += \
	src/ops/audio.h
libsmtui_a_SOURCES += \
	src/ops/barrier.c
libsmtui_a_SOURCES += \
	src/ops/basic.c
libsmtui_a_SOURCES += \
	src/ops/batch.c
libsmtui_a_SOURCES += \
	src/ops/batchfn.c
libsmtui_a_SOURCES += \
	src/ops/bcast.c
libsmtui_a_SOURCES += \
	src/ops/bias.c
libsmtui_a_SOURCES += \
	src/ops/bincount.c
libsmtui_a_SOURCES += \
	src/ops/binomial.c
libsmtui_a_SOURCES += \
	src/ops/blas.c
libsmtui_a_SOURCES += \
	src/ops/blas.h
libsmtui_a_SOURCES += \
	src/ops/broadcast.c
libsmtui_a_SOURCES += \
	src/ops/call.c
libsmtui_a_SOURCES += \
	src/ops/candidate.c
libsmtui_a_SOURCES += \
	src/ops/cast.c
libsmtui_a_SOURCES += \
	src/ops/cell.c
libsmtui_a_SOURCES += \
	src/ops/cell_back.c
libsmtui_a_SOURCES += \
	src/ops/check.c \
	src/ops/check.h
libsmtui_a_SOURCES += \
	src/ops/clip.c
libsmtui_a_SOURCES += \
	src/ops/cluster.c
libsmtui_a_SOURCES += \
	src/ops/color.c
libsmtui_a_SOURCES += \
	src/ops/complex.c
libsmtui_a_SOURCES += \
	src/ops/composite.c
libsmtui_a_SOURCES += \
	src/ops/compressed.c
libsmtui_a_SOURCES += \
	src/ops/control.c
libsmtui_a_SOURCES += \
	src/ops/conv.c
libsmtui_a_SOURCES += \
	src/ops/conv.h
libsmtui_a_SOURCES += \
	src/ops/conv_back.c
libsmtui_a_SOURCES += \
	src/ops/conv_any.c
libsmtui_a_SOURCES += \
	src/ops/conv_geom.c
libsmtui_a_SOURCES += \
	src/ops/copy.c
libsmtui_a_SOURCES += \
	src/ops/count.c
libsmtui_a_SOURCES += \
	src/ops/cpu.c
libsmtui_a_SOURCES += \
	src/ops/crop.c
libsmtui_a_SOURCES += \
	src/ops/csr.c
libsmtui_a_SOURCES += \
	src/ops/csr.h
libsmtui_a_SOURCES += \
	src/ops/csr_math.c
libsmtui_a_SOURCES += \
	src/ops/ctc.c
libsmtui_a_SOURCES += \
	src/ops/dataset.c
libsmtui_a_SOURCES += \
	src/ops/dataset.h
libsmtui_a_SOURCES += \
	src/ops/dataset_batch.c
libsmtui_a_SOURCES += \
	src/ops/dataset_csv.c
libsmtui_a_SOURCES += \
	src/ops/dataset_file.c
libsmtui_a_SOURCES += \
	src/ops/dataset_func.c
libsmtui_a_SOURCES += \
	src/ops/dataset_group.c
libsmtui_a_SOURCES += \
	src/ops/dataset_mix.c
libsmtui_a_SOURCES += \
	src/ops/dataset_order.c
libsmtui_a_SOURCES += \
	src/ops/dataset_random.c
libsmtui_a_SOURCES += \
	src/ops/dataset_seed.c
libsmtui_a_SOURCES += \
	src/ops/dataset_source.c
libsmtui_a_SOURCES += \
	src/ops/debugop.c
	src/ops/dataset_through.c
	src/ops/isotonic.c
	src/ops/distort.c
libsmtui_a_SOURCES += \
	src/ops/fracpool.c
libsmtui_a_SOURCES += \
	src/ops/hits.c
libsmtui_a_SOURCES += \
	src/ops/iterator.c
libsmtui_a_SOURCES += \
	src/ops/decode_csv.c
libsmtui_a_SOURCES += \
	src/ops/depthwise.c
libsmtui_a_SOURCES += \
	src/ops/diag.c
libsmtui_a_SOURCES += \
	src/ops/edit_distance.c
	src/ops/dsfile.c
libsmtui_a_SOURCES += \
	src/ops/dsfile.h
libsmtui_a_SOURCES += \
	src/ops/dsuse.c
libsmtui_a_SOURCES += \
	src/ops/dsuse.h
	src/ops/dilation_back.c
libsmtui_a_SOURCES += \
	src/ops/einsum.c
libsmtui_a_SOURCES += \
	src/ops/elop.c
libsmtui_a_SOURCES += \
	src/ops/elop.h
libsmtui_a_SOURCES += \
	src/ops/example.c
libsmtui_a_SOURCES += \
	src/ops/example.h
libsmtui_a_SOURCES += \
	src/ops/example_wire.c
libsmtui_a_SOURCES += \
	src/ops/factor.c
libsmtui_a_SOURCES += \
	src/ops/fakequant.c
libsmtui_a_SOURCES += \
	src/ops/families.def
libsmtui_a_SOURCES += \
	src/ops/fft.c
libsmtui_a_SOURCES += \
	src/ops/fft.h
libsmtui_a_SOURCES += \
	src/ops/file.c
libsmtui_a_SOURCES += \
	src/ops/fileio.c
libsmtui_a_SOURCES += \
	src/ops/fileio.h
libsmtui_a_SOURCES += \
	src/ops/fill.c
libsmtui_a_SOURCES += \
	src/ops/format.c
libsmtui_a_SOURCES += \
	src/ops/fourier.c
libsmtui_a_SOURCES += \
	src/ops/fused.c
libsmtui_a_SOURCES += \
	src/ops/fused.h
libsmtui_a_SOURCES += \
	src/ops/fused_pad.c
libsmtui_a_SOURCES += \
	src/ops/gather.c
libsmtui_a_SOURCES += \
	src/ops/gemm.inc
libsmtui_a_SOURCES += \
	src/ops/hash.c
libsmtui_a_SOURCES += \
	src/ops/hash.h
libsmtui_a_SOURCES += \
	src/ops/image.h
libsmtui_a_SOURCES += \
	src/ops/inplace.c
libsmtui_a_SOURCES += \
	src/ops/kept.c
	src/ops/integrals.c
libsmtui_a_SOURCES += \
	src/ops/kernel.h
libsmtui_a_SOURCES += \
	src/ops/keyed.c
libsmtui_a_SOURCES += \
	src/ops/keyed.h
libsmtui_a_SOURCES += \
	src/ops/linalg.c
libsmtui_a_SOURCES += \
	src/ops/linalg.h
libsmtui_a_SOURCES += \
	src/ops/listbulk.c
libsmtui_a_SOURCES += \
	src/ops/logic.c
libsmtui_a_SOURCES += \
	src/ops/loops.h
libsmtui_a_SOURCES += \
	src/ops/loops.inc
libsmtui_a_SOURCES += \
	src/ops/loops_baseline.c
libsmtui_a_SOURCES += \
	src/ops/loss.c
libsmtui_a_SOURCES += \
	src/ops/mapdefun.c
libsmtui_a_SOURCES += \
	src/ops/mathfn.h
libsmtui_a_SOURCES += \
	src/ops/lstsq.c
libsmtui_a_SOURCES += \
	src/ops/matfun.c
libsmtui_a_SOURCES += \
	src/ops/matmul.c
libsmtui_a_SOURCES += \
	src/ops/mm.c
libsmtui_a_SOURCES += \
	src/ops/mm.h
libsmtui_a_SOURCES += \
	src/ops/move.c
libsmtui_a_SOURCES += \
	src/ops/mutex.c
libsmtui_a_SOURCES += \
	src/ops/nms.c
libsmtui_a_SOURCES += \
	src/ops/norm.c
libsmtui_a_SOURCES += \
	src/ops/odds.c
	src/ops/norm_global.c
libsmtui_a_SOURCES += \
	src/ops/onehot.c
libsmtui_a_SOURCES += \
	src/ops/op.h
libsmtui_a_SOURCES += \
	src/ops/pad.c
libsmtui_a_SOURCES += \
	src/ops/packed.c
libsmtui_a_SOURCES += \
	src/ops/packed.h
libsmtui_a_SOURCES += \
	src/ops/packed.inc src/ops/panel.inc
libsmtui_a_SOURCES += \
	src/ops/partition.c
libsmtui_a_SOURCES += \
	src/ops/patches.c
libsmtui_a_SOURCES += \
	src/ops/philox.c
libsmtui_a_SOURCES += \
	src/ops/picture.c
libsmtui_a_SOURCES += \
	src/ops/plist.c
libsmtui_a_SOURCES += \
	src/ops/plist.h
libsmtui_a_SOURCES += \
	src/ops/pmap.c
libsmtui_a_SOURCES += \
	src/ops/pmap.h
libsmtui_a_SOURCES += \
	src/ops/pool.c
libsmtui_a_SOURCES += \
	src/ops/projective.c
libsmtui_a_SOURCES += \
	src/ops/proto_decode.c
libsmtui_a_SOURCES += \
	src/ops/proto_encode.c
libsmtui_a_SOURCES += \
	src/ops/protodesc.c
libsmtui_a_SOURCES += \
	src/ops/protodesc.h
libsmtui_a_SOURCES += \
	src/ops/quant.c
libsmtui_a_SOURCES += \
	src/ops/queue.c
libsmtui_a_SOURCES += \
	src/ops/queue.h
libsmtui_a_SOURCES += \
	src/ops/queue_ops.c
libsmtui_a_SOURCES += \
	src/ops/reader.c
libsmtui_a_SOURCES += \
	src/ops/reader.h
libsmtui_a_SOURCES += \
	src/ops/reader_kinds.c
libsmtui_a_SOURCES += \
	src/ops/remap.c
libsmtui_a_SOURCES += \
	src/ops/stage.c
libsmtui_a_SOURCES += \
	src/ops/stagemap.c
libsmtui_a_SOURCES += \
	src/ops/summary.c
libsmtui_a_SOURCES += \
	src/ops/summary.h
libsmtui_a_SOURCES += \
	src/ops/summary_writer.c
	src/ops/schur.c
libsmtui_a_SOURCES += \
	src/ops/shuffle.c
libsmtui_a_SOURCES += \
	src/ops/sobol.c \
	src/ops/sobol.inc
libsmtui_a_SOURCES += \
	src/ops/stochastic.c
libsmtui_a_SOURCES += \
	src/ops/tensormap.c
libsmtui_a_SOURCES += \
	src/ops/ragged.c
libsmtui_a_SOURCES += \
	src/ops/ragged_cross.c
libsmtui_a_SOURCES += \
	src/ops/ragged_dense.c
libsmtui_a_SOURCES += \
	src/ops/ragged_variant.c
libsmtui_a_SOURCES += \
	src/ops/random.c
libsmtui_a_SOURCES += \
	src/ops/random.h
libsmtui_a_SOURCES += \
	src/ops/re.h
libsmtui_a_SOURCES += \
	src/ops/re_class.c
libsmtui_a_SOURCES += \
	src/ops/re_compile.c
libsmtui_a_SOURCES += \
	src/ops/re_inside.h
libsmtui_a_SOURCES += \
	src/ops/re_parse.c
libsmtui_a_SOURCES += \
	src/ops/re_run.c
libsmtui_a_SOURCES += \
	src/ops/reduce.c
libsmtui_a_SOURCES += \
	src/ops/reduce.h
libsmtui_a_SOURCES += \
	src/ops/reduce_loops.c
libsmtui_a_SOURCES += \
	src/ops/refusal.c
libsmtui_a_SOURCES += \
	src/ops/refvar.c
libsmtui_a_SOURCES += \
	src/ops/regex.c
libsmtui_a_SOURCES += \
	src/ops/registry.c
libsmtui_a_SOURCES += \
	src/ops/resize.c
libsmtui_a_SOURCES += \
	src/ops/restore.c
libsmtui_a_SOURCES += \
	src/ops/reverse.c
libsmtui_a_SOURCES += \
	src/ops/rowop.c
libsmtui_a_SOURCES += \
	src/ops/rowop.h
libsmtui_a_SOURCES += \
	src/ops/rowop.inc
libsmtui_a_SOURCES += \
	src/ops/sampler.c
libsmtui_a_SOURCES += \
	src/ops/say.c
libsmtui_a_SOURCES += \
	src/ops/scalar.c
libsmtui_a_SOURCES += \
	src/ops/scalar.def
libsmtui_a_SOURCES += \
	src/ops/scalar_int.c
libsmtui_a_SOURCES += \
	src/ops/scalar_low.c
libsmtui_a_SOURCES += \
	src/ops/scalar_str.c
libsmtui_a_SOURCES += \
	src/ops/scan.c
libsmtui_a_SOURCES += \
	src/ops/scatter.c
libsmtui_a_SOURCES += \
	src/ops/scatter.h
libsmtui_a_SOURCES += \
	src/ops/scatter_nd.c
libsmtui_a_SOURCES += \
	src/ops/sdca.c
libsmtui_a_SOURCES += \
	src/ops/segment.c
libsmtui_a_SOURCES += \
	src/ops/sequence.c
libsmtui_a_SOURCES += \
	src/ops/serialize.c
libsmtui_a_SOURCES += \
	src/ops/serialize.h
libsmtui_a_SOURCES += \
	src/ops/set.c
libsmtui_a_SOURCES += \
	src/ops/shape.c
libsmtui_a_SOURCES += \
	src/ops/slice.c
libsmtui_a_SOURCES += \
	src/ops/space.c
libsmtui_a_SOURCES += \
	src/ops/sparse.c
libsmtui_a_SOURCES += \
	src/ops/sparse.h
libsmtui_a_SOURCES += \
	src/ops/sparse_back.c
libsmtui_a_SOURCES += \
	src/ops/sparse_cross.c
libsmtui_a_SOURCES += \
	src/ops/sparse_map.c
libsmtui_a_SOURCES += \
	src/ops/sparse_math.c
libsmtui_a_SOURCES += \
	src/ops/sparse_matmul.c
libsmtui_a_SOURCES += \
	src/ops/sparse_segment.c
libsmtui_a_SOURCES += \
	src/ops/sparse_serial.c
libsmtui_a_SOURCES += \
	src/ops/sparse_shape.c
libsmtui_a_SOURCES += \
	src/ops/sparse_util.c
libsmtui_a_SOURCES += \
	src/ops/special.c
libsmtui_a_SOURCES += \
	src/ops/special.h
libsmtui_a_SOURCES += \
	src/ops/special_ops.c
libsmtui_a_SOURCES += \
	src/ops/stack.c \
	src/ops/stack.h
libsmtui_a_SOURCES += \
	src/ops/stateless.c
libsmtui_a_SOURCES += \
	src/ops/stepres.c
libsmtui_a_SOURCES += \
	src/ops/stepres.h
libsmtui_a_SOURCES += \
	src/ops/string.c
libsmtui_a_SOURCES += \
	src/ops/string_bytes.c
libsmtui_a_SOURCES += \
	src/ops/string_hash.c
libsmtui_a_SOURCES += \
	src/ops/string_number.c
libsmtui_a_SOURCES += \
	src/ops/string_reduce.c
libsmtui_a_SOURCES += \
	src/ops/string_split.c
libsmtui_a_SOURCES += \
	src/ops/string_unicode.c
libsmtui_a_SOURCES += \
	src/ops/table.c
libsmtui_a_SOURCES += \
	src/ops/table.h
libsmtui_a_SOURCES += \
	src/ops/table_dense.c
libsmtui_a_SOURCES += \
	src/ops/table_init.c
libsmtui_a_SOURCES += \
	src/ops/table_ops.c
libsmtui_a_SOURCES += \
	src/ops/tensorarray.c
libsmtui_a_SOURCES += \
	src/ops/tensorarray.h
libsmtui_a_SOURCES += \
	src/ops/tensorlist.c
libsmtui_a_SOURCES += \
	src/ops/tensorlist.h
libsmtui_a_SOURCES += \
	src/ops/text.c
libsmtui_a_SOURCES += \
	src/ops/text.h
libsmtui_a_SOURCES += \
	src/ops/topk.c
libsmtui_a_SOURCES += \
	src/ops/train.c
libsmtui_a_SOURCES += \
	src/ops/train.inc
libsmtui_a_SOURCES += \
	src/ops/tupleheap.c
libsmtui_a_SOURCES += \
	src/ops/tupleheap.h
	src/ops/tridiag.c
libsmtui_a_SOURCES += \
	src/ops/truncnorm.c
libsmtui_a_SOURCES += \
	src/ops/unicode.c
libsmtui_a_SOURCES += \
	src/ops/unicode.h
libsmtui_a_SOURCES += \
	src/ops/unicode.inc
libsmtui_a_SOURCES += \
	src/ops/uniform.c
libsmtui_a_SOURCES += \
	src/ops/uniform.h
libsmtui_a_SOURCES += \
	src/ops/uniform_conv.c
libsmtui_a_SOURCES += \
	src/ops/unique.c
libsmtui_a_SOURCES += \
	src/ops/util.c
libsmtui_a_SOURCES += \
	src/ops/var.c
libsmtui_a_SOURCES += \
	src/ops/var.h
libsmtui_a_SOURCES += \
	src/ops/variant.c

libsmtui_a_SOURCES += \
	src/ops/weights.c \
	src/ops/weights.h
if X86
noinst_LIBRARIES += libsmtui_avx2.a libsmtui_avx512.a
libsmtui_avx2_a_SOURCES = \
	src/ops/loops_avx2.c
# what -O2 alone would leave scalar; no flag here changes a result
LOOPS_CFLAGS = -ftree-vectorize -fvect-cost-model=dynamic -fno-trapping-math
libsmtui_avx2_a_CFLAGS = $(AM_CFLAGS) $(LOOPS_CFLAGS) -mavx2 -mfma -mf16c
libsmtui_avx512_a_SOURCES = \
	src/ops/loops_avx512.c
libsmtui_avx512_a_CFLAGS = $(AM_CFLAGS) $(LOOPS_CFLAGS) -mprefer-vector-width=512 -mavx512f -mavx512vl -mavx512dq -mavx512bw -mavx2 -mfma -mf16c
libsmtui_a_LIBADD += $(libsmtui_avx2_a_OBJECTS) $(libsmtui_avx512_a_OBJECTS)
EXTRA_libsmtui_a_DEPENDENCIES = $(libsmtui_avx2_a_OBJECTS) $(libsmtui_avx512_a_OBJECTS)
endif
libsmtui_a_SOURCES += \
	src/ops/pool_grad.c
libsmtui_a_SOURCES += \
	src/ops/quant_grad.c
libsmtui_a_SOURCES += \
	src/ops/norm_grad.c
libsmtui_a_SOURCES += \
	src/ops/segment_grad.c
libsmtui_a_SOURCES += \
	src/ops/resize_grad.c
libsmtui_a_SOURCES += \
	src/ops/quantized.c \
	src/ops/quantized.h
libsmtui_a_SOURCES += \
	src/ops/quantized_move.c
libsmtui_a_SOURCES += \
	src/ops/quantized_norm.c
libsmtui_a_SOURCES += \
	src/ops/quantized_nn.c
