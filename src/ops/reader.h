/*
 * Readers of V1's input pipelines: each takes the name of a file from a queue, hands out its records one by one, then
 * takes the next. Ownership: handles and the session's table own the reader; it owns the bytes of its file.
 */
#ifndef OPS_READER_H
#define OPS_READER_H

#include "ops/kernel.h"

struct reader_state {
	struct tensor *work;		/* the name that is worked on; NULL: none yet */
	struct tensor *bytes;		/* its content, unpacked; NULL: not needed */
	int64_t pos, number;		/* the next record's place; records or lines so far */
	int64_t started, finished, produced;
};

struct reader;

enum read { READ_ERR, READ_GOT, READ_LAST, READ_END };	/* READ_LAST: got one, and there is no other */

struct reader_kind {
	const char *name;
	bool opens, keeps_state;	/* reads the file; can be serialized */
	bool (*start)(struct op_ctx *c, struct reader *r);	/* the file was read; may be NULL */
	/* The next record, in the file's bytes or of its own; number: what the key says of it, -1 nothing. */
	enum read (*next)(struct op_ctx *c, struct reader *r, struct sv *value, int64_t *number, struct str *own);
};

struct reader {
	struct resource r;
	const struct reader_kind *kind;
	const struct node *made_by;
	struct reader_state s;
};

extern const struct reader_kind reader_records, reader_lines, reader_whole, reader_fixed, reader_identity;

#endif
