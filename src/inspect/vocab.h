/*
 * A vocabulary file looked through: what its lines are like, where a token is. Ownership: vocab_new fills and
 * borrows the bytes, vocab_free frees.
 */
#ifndef INSPECT_VOCAB_H
#define INSPECT_VOCAB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/map.h"
#include "base/sv.h"

enum { VOCAB_EXAMPLES = 10, VOCAB_LINES = 8 << 20 };

struct vocab_twin {
	uint64_t first, again;		/* the same line twice */
};

struct vocab {
	struct sv bytes;
	uint64_t all;			/* lines; a last one without a line end counts */
	uint64_t n;			/* of them, those that were looked at: VOCAB_LINES at most */
	const char **line;		/* n + 1: where each begins */
	bool bom, no_last_newline, binary;	/* binary: NUL bytes */
	uint64_t crlf, empty, blank_ends, bad_utf8, duplicates;
	uint64_t first_crlf, first_empty, first_blank, first_bad;	/* line indices */
	uint64_t longest;		/* line index */
	size_t longest_bytes;
	int n_twins;
	struct vocab_twin twin[VOCAB_EXAMPLES];
};

void vocab_new(struct vocab *v, struct sv bytes);
void vocab_free(struct vocab *v);
/* Line i (from 0) without its line end, as TensorFlow reads it: "\n" ends a line and nothing else does. */
struct sv vocab_line(const struct vocab *v, uint64_t i);
/* The next line at or behind i that is the token; v->n: none. */
uint64_t vocab_find(const struct vocab *v, struct sv token, uint64_t i);

#endif
