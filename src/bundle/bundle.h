/*
 * TensorFlow checkpoints (tensor bundles): PREFIX.index is a sorted table of keys to
 * BundleEntryProto, PREFIX.data-?????-of-????? hold the bytes. Ownership: bundle_open gives,
 * bundle_close takes; entries and their views live as long as the bundle; tensors that were read may
 * outlive it (they hold the mapping). Sources: tensorflow/core/lib/io/table*.cc (format),
 * tensorflow/core/protobuf/tensor_bundle.proto.
 */
#ifndef BUNDLE_BUNDLE_H
#define BUNDLE_BUNDLE_H

#include "base/err.h"
#include "base/sv.h"
#include "tensor/tensor.h"

struct bundle;

struct bundle_entry {
	struct sv key;
	enum dtype dtype;
	struct shape shape;		/* the full tensor's */
	int32_t shard;
	int64_t offset, size;		/* bytes in the shard's file; strings: all of the encoding */
	uint32_t crc;			/* unmasked CRC32C */
	int n_slices;			/* > 0: partitioned; each slice is an entry of its own */
	const struct bundle_slice *slice;
};

struct bundle_slice {
	struct sv spec;			/* "0,10:-" as SaveSliceInfo writes it */
	int entry;			/* index of the entry that holds the bytes; -1: missing */
};

/* prefix: ".../variables/variables". Reads the index only; data files are mapped when asked. */
struct bundle *bundle_open(const char *prefix, struct err *err);
void bundle_close(struct bundle *b);
const char *bundle_prefix(const struct bundle *b);
int bundle_n_shards(const struct bundle *b);

/* User-visible entries, sorted by key (slices and the header are not among them). */
int bundle_n(const struct bundle *b);
const struct bundle_entry *bundle_at(const struct bundle *b, int i);
/* All entries that hold bytes, slices among them. */
const struct bundle_entry *bundle_all(const struct bundle *b, int *n);
/* Index by key, or -1. */
int bundle_find(const struct bundle *b, struct sv key);

/* Gives the whole tensor, slices put together, checksum verified on the first read of each entry
 * (an error names file, key, offset and both checksums). The bytes stay mapped where alignment
 * allows, else they are copied. */
struct tensor *bundle_read(struct bundle *b, int i, struct err *err);
/* RestoreV2's shape_and_slice: "" or "4 10 0,2:-". */
struct tensor *bundle_read_slice(struct bundle *b, int i, struct sv shape_and_slice,
				 struct err *err);

/* ---- without trust in the checksum, and by parts ---- */

/* The same, not verified: what reads a little of a mapped tensor costs no more than that. Bytes that are
 * not aligned, strings and slices are copied. */
struct tensor *bundle_map(struct bundle *b, int i, struct err *err);

/* Where the bytes of entry i are: one run of bytes, or one for each slice. */
struct bundle_part {
	const struct fmap *file;	/* the bundle's */
	const struct bundle_entry *entry;	/* its own: dtype, shape, shard, offset, size, checksum */
	struct sv spec;			/* empty: all of the tensor */
};
int bundle_n_parts(const struct bundle *b, int i);
/* Part k's entry, which needs no file; NULL: the slice is missing. */
const struct bundle_entry *bundle_part_entry(const struct bundle *b, int i, int k);
/* Opens its shard, and says when its bytes are not all in there or are too few or many for its shape. */
bool bundle_part(struct bundle *b, int i, int k, struct bundle_part *out, struct err *err);
/* Gives a part as a tensor, not verified. */
struct tensor *bundle_read_part(struct bundle *b, int i, int k, struct err *err);
char *bundle_shard_path(const struct bundle *b, int shard);	/* malloc'd */

#endif
