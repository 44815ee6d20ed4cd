/*
 * The protobuf wire format, read in place. Nothing here allocates; views borrow from the bytes.
 * Source of the format: protobuf's encoding guide.
 */
#ifndef PROTO_WIRE_H
#define PROTO_WIRE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/sv.h"

enum { WIRE_VARINT = 0, WIRE_I64 = 1, WIRE_LEN = 2, WIRE_GROUP = 3, WIRE_END_GROUP = 4, WIRE_I32 = 5 };
enum { WIRE_MAX_DEPTH = 100 };

/* A cursor over one message. bad is set once its bytes make no sense. */
struct wire {
	const unsigned char *p, *end;
	bool bad;
};

struct wire_field {
	uint32_t num;
	int type;
	uint64_t v;		/* VARINT, I64, I32 */
	struct sv s;		/* LEN */
};

static inline struct wire wire_of(struct sv s)
{
	const unsigned char *p = (const unsigned char *)s.p;

	return (struct wire){ p, p ? p + s.n : p, false };
}

bool wire_varint(struct wire *w, uint64_t *v);
/* The next field; false at the end or when the bytes are bad (then w->bad is set). Groups are
 * skipped. */
bool wire_next(struct wire *w, struct wire_field *f);

/* The last value of a LEN field in a message's bytes; empty when it is not there. */
struct sv wire_last(struct sv bytes, uint32_t num);

static inline float wire_float(const struct wire_field *f)
{
	uint32_t u = (uint32_t)f->v;
	float x;

	memcpy(&x, &u, 4);
	return x;
}

static inline double wire_double(const struct wire_field *f)
{
	double x;

	memcpy(&x, &f->v, 8);
	return x;
}

#endif
