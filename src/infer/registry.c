/* The table of rules: every family's rows, sorted by op once. */
#include "infer/inside.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FAMILY(name) extern const struct infer_family rules_##name;
#include "infer/families.def"
#undef FAMILY

#define FAMILY(name) &rules_##name,
static const struct infer_family *const families[] = {
#include "infer/families.def"
};
#undef FAMILY

enum { N_FAMILIES = sizeof(families) / sizeof(families[0]), MAX_ROWS = 2048 };

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const struct infer_row *sorted[MAX_ROWS];	/* set once */
static int n_rows;

static int by_op(const void *a, const void *b)
{
	return strcmp((*(const struct infer_row *const *)a)->op, (*(const struct infer_row *const *)b)->op);
}

static void fill(void)
{
	for (int f = 0; f < N_FAMILIES; f++)
		for (int i = 0; i < families[f]->n && n_rows < MAX_ROWS; i++)
			sorted[n_rows++] = &families[f]->row[i];
	qsort(sorted, (size_t)n_rows, sizeof(sorted[0]), by_op);
	for (int i = 1; i < n_rows; i++)	/* two rules for one op: whichever is found is a mistake */
		if (!by_op(&sorted[i - 1], &sorted[i])) {
			fprintf(stderr, "smtui: op %s has two shape rules\n", sorted[i]->op);
			abort();
		}
}

static int compare(const void *key, const void *row)
{
	return sv_cmp(*(const struct sv *)key, sv_of((*(const struct infer_row *const *)row)->op));
}

const struct infer_row *rule_find(struct sv op)
{
	const struct infer_row *const *found;

	pthread_once(&once, fill);
	found = bsearch(&op, sorted, (size_t)n_rows, sizeof(sorted[0]), compare);
	return found ? *found : NULL;
}

bool infer_has_rule(struct sv op)
{
	return rule_find(op) != NULL;
}
