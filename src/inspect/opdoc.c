/* Finding an op's row among the families. */
#include "inspect/opdoc.h"

#include <stdlib.h>
#include <string.h>

static const struct opdoc_family *const families[] = {
#define FAMILY(name) &opdoc_##name,
#include "inspect/opdoc.def"
#undef FAMILY
};

enum { N_FAMILIES = sizeof(families) / sizeof(*families) };

const struct opdoc_family *opdoc_family_at(size_t i)
{
	return i < N_FAMILIES ? families[i] : NULL;
}

static int against(const void *key, const void *row)
{
	return sv_cmp(*(const struct sv *)key, sv_of(((const struct opdoc *)row)->name));
}

const struct opdoc *opdoc_find(struct sv op)
{
	for (size_t i = 0; i < N_FAMILIES; i++) {
		const struct opdoc_family *f = families[i];
		const struct opdoc *row = bsearch(&op, f->row, f->n, sizeof(*f->row), against);

		if (row)
			return row;
	}
	return NULL;
}
