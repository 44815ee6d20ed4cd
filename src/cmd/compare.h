/*
 * --compare DIR: every tensor of a run against a dump of another run. Ownership: compare_new gives,
 * compare_free takes.
 */
#ifndef CMD_COMPARE_H
#define CMD_COMPARE_H

#include "cmd/watch.h"

struct compare;

/* Reads DIR/tensors.json; rtol and atol as numpy.allclose takes them. */
struct compare *compare_new(const char *dir, double rtol, double atol, struct err *err);
void compare_free(struct compare *m);	/* NULL is fine */
struct watcher compare_watcher(struct compare *m);
/* What was found, the first difference first. ran: the run came to its end. The exit code: 0 no
 * difference, 1 some, 3 nothing could be compared or the run failed before any. */
int compare_print(const struct compare *m, bool ran, struct sink *out);

/* The tensors of the dump, in the order of its run. */
struct compare_row {
	const char *name, *iter;	/* "path:0", "@3" */
	const char *op, *type;		/* "MatMul", "float32[2,3]" */
	bool stored;			/* has a file */
};
size_t compare_n(const struct compare *m);
struct compare_row compare_row(const struct compare *m, size_t i);
struct tensor *compare_load(struct compare *m, size_t i);	/* NULL: none, or not readable; gives */

#endif
