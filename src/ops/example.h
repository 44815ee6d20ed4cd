/*
 * tf.Example's bytes, read in place: what the Parse*Example kernels share. Ownership: everything
 * borrows from the serialized strings.
 *
 * TensorFlow's parsers do not use protobuf's general one: they want fields in few fixed forms, cut a
 * length that points past its message down to the message, and look at most at the first encoding of
 * a list. We walk the same way, so that the same bytes are accepted.
 *
 *   Example { 1: Features { 1: entry { 1: key, 2: Feature } ... } }
 *   Feature { 1: BytesList | 2: FloatList | 3: Int64List }, each { 1: value ... }
 */
#ifndef OPS_EXAMPLE_H
#define OPS_EXAMPLE_H

#include "base/vec.h"
#include "ops/kernel.h"

/* ---- a cursor over a message ---- */

struct scan {
	const unsigned char *p, *end;
};

static inline struct scan scan_of(struct sv s)
{
	const unsigned char *p = (const unsigned char *)s.p;

	return (struct scan){ p, p ? p + s.n : p };
}

static inline bool scan_end(const struct scan *s)
{
	return s->p == s->end;
}

static inline size_t scan_left(const struct scan *s)
{
	return (size_t)(s->end - s->p);
}

/* One-byte tags only: all that these messages have. */
#define TAG_LEN(n) (unsigned char)((n) << 3 | 2)
#define TAG_VARINT(n) (unsigned char)((n) << 3)
#define TAG_I32(n) (unsigned char)((n) << 3 | 5)

bool scan_tag(struct scan *s, unsigned char tag);	/* steps over it, or false */
bool scan_u64(struct scan *s, uint64_t *v);
bool scan_u32(struct scan *s, uint32_t *v);		/* the low half of a varint */
bool scan_len(struct scan *s, struct scan *sub);	/* a length and its bytes, cut at our end */
bool scan_str(struct scan *s, struct sv *v);		/* the same, but all the bytes must be there */
/* An unknown field and its value; false for groups and broken bytes. */
bool scan_skip(struct scan *s);

/* ---- features ---- */

struct example_entry {
	struct sv key, feature;
};
struct example_entries {
	VEC(struct example_entry) v;
};

/* Appends the entries of one Example, in the bytes' order; false when the bytes are no Example. */
bool example_entries(struct sv bytes, struct example_entries *out);

/* A feature's type from its first byte, *list the rest; DT_INVALID: nothing is set. */
bool example_type(struct sv feature, enum dtype *t, struct sv *list);
/* How many values a list (of type t) holds, false when it makes no sense. room: how many fit where
 * they shall go (bytes beyond are not looked at), or -1. */
bool example_count(enum dtype t, struct sv list, int64_t room, int64_t *n);
/* Writes the first n values to element `at` of dst. */
bool example_values(enum dtype t, struct sv list, struct tensor *dst, int64_t at, int64_t n,
		    struct err *err);

/* ---- all of ParseExampleV2, for others to use ---- */

struct parse_state;
struct example_parts {
	int n_sparse, n_dense, n_ragged;
};

/* What n's attrs ask for, in a (with shapes that live in n); NULL with an error. */
const struct parse_state *example_parser(const struct node *n, struct arena *a, struct example_parts *parts,
					 struct err *err);
bool example_default_ok(struct op_ctx *c, const struct parse_state *s, int i, const struct tensor *def);
/* The op's run: with that state, and the inputs and outputs that ParseExampleV2 has. */
bool example_parse(struct op_ctx *c);

#endif
