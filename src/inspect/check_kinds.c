/* One finding for all nodes of a kind: the first one is told, the others are counted. */
#include "inspect/check_inside.h"

#include <stdlib.h>

#include "base/mem.h"

bool kind_first(struct kind_found *k, struct sv key)
{
	struct kind one = { 1, SIZE_MAX, xsvdup(key) };
	uint64_t i;

	if (map_get(&k->seen, key, &i)) {
		k->kind.p[i].count++;
		free(one.key);
		return false;
	}
	map_add(&k->seen, (struct sv){ one.key, key.n }, k->kind.n);
	vec_push(&k->kind, one);
	return true;
}

void kind_add(struct check *c, struct kind_found *k, struct finding *f)
{
	if (f)
		vec_last(&k->kind).finding = (size_t)(f - c->found.p);
}

void kinds_finish(struct check *c, struct kind_found *k)
{
	for (size_t i = 0; i < k->kind.n; i++) {
		const struct kind *one = &k->kind.p[i];
		struct finding *f = one->finding < c->found.n ? &c->found.p[one->finding] : NULL;
		char *longer;

		free(one->key);
		if (!f || one->count < 2)
			continue;
		longer = xasprintf("%s; %u nodes like it in all", f->what, one->count);
		free(f->what);
		f->what = longer;
	}
	map_free(&k->seen);
	vec_free(&k->kind);
}
