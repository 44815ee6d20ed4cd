/*
 * What --inputs, --input_exprs and --input_examples say, by saved_model_cli's rules and with its texts.
 * Ownership: givens_read fills, givens_free frees; keys and values belong to the struct.
 */
#ifndef CMD_GIVEN_H
#define CMD_GIVEN_H

#include "base/sink.h"
#include "base/vec.h"
#include "expr/expr.h"

enum given_from { GIVEN_FILE, GIVEN_EXPR, GIVEN_EXAMPLE };

struct given {
	struct sv key;
	struct val *v;
	enum given_from from;
};

struct givens {
	struct vals *vs;
	struct expr_env *env;
	VEC(struct given) list;
	struct sink *msg;		/* warnings */
	bool no_bools;			/* in Examples: as 2.21's tool */
};

/* Options that are NULL or empty say nothing. Expressions come first, then examples, then files are read:
 * the peer's order, and so its first error. */
bool givens_read(struct givens *g, const char *files, const char *exprs, const char *examples,
		 struct err *err);
void givens_free(struct givens *g);

#endif
