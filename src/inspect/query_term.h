/*
 * Inside the search language: the tree of a query, and the table of its terms. Ownership: query.c owns queries.
 */
#ifndef INSPECT_QUERY_TERM_H
#define INSPECT_QUERY_TERM_H

#include <regex.h>

#include "base/vec.h"
#include "inspect/query.h"

enum query_kind {
	Q_AND, Q_OR, Q_NOT, Q_NAME, Q_OP, Q_DTYPE, Q_SHAPE, Q_ATTR, Q_BYTES, Q_IN, Q_OUT, Q_FUNC, Q_SCOPE, Q_DEVICE,
	Q_CALLS,
};

struct query {
	enum query_kind kind;
	int cost;			/* of asking, against other terms */
	VEC(struct query *) sub;
	char *text, *value;		/* Q_ATTR: name and value */
	bool fold;			/* case does not count */
	bool regex;
	regex_t re;
	int dtype;			/* Q_DTYPE: DT_INVALID for a pattern */
	char compare;			/* Q_BYTES: '<' '>' '=', 'l' for <=, 'g' for >= */
	double number;
};

struct query_row {
	const char *key;		/* "op:" */
	enum query_kind kind;
	int cost;
	const char *wants;		/* what follows */
	bool (*prepare)(struct query *q, struct str *why);
	const char *help;
};

extern const struct query_row query_rows[];	/* a row without a key at the end */

bool text_has_capital(struct sv text);

#endif
