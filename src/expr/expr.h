/*
 * Expressions for inputs: Python literals as ast.literal_eval reads them, and numpy expressions
 * (np.ones((1, 224, 224, 3)) * 2) that are parsed and computed here; nothing else of Python exists, and
 * nothing is ever executed. Values belong to the struct vals that is handed in.
 */
#ifndef EXPR_EXPR_H
#define EXPR_EXPR_H

#include "expr/value.h"

/* What expressions of one command share: numpy's global random generator. */
struct expr_env;
struct expr_env *expr_env_new(void);
void expr_env_free(struct expr_env *env);	/* NULL is fine */

/* NULL with an error that says where. */
struct val *expr_literal(struct vals *vs, struct sv text, struct err *err);
/* A literal, or an expression that uses np (or numpy). numpy (may be NULL) says whether it does. */
struct val *expr_eval(struct vals *vs, struct expr_env *env, struct sv text, bool *numpy,
		      struct err *err);
/* The same, where `name` in backticks is what lookup gives for the text between them: a reference, or NULL with an error. */
typedef struct tensor *(*expr_lookup)(void *ctx, struct sv name, struct err *err);
struct val *expr_eval_with(struct vals *vs, struct expr_env *env, struct sv text, expr_lookup lookup, void *ctx,
			   struct err *err);
/* The same, where words that are neither Python's nor numpy's are looked up too. */
struct val *expr_eval_words(struct vals *vs, struct expr_env *env, struct sv text, expr_lookup lookup, void *ctx,
			    struct err *err);

#endif
