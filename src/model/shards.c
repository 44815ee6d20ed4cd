/*
 * Values that the index of a checkpoint names and that no file holds: said once, when the checkpoint is opened,
 * one line for each data file. Costs one look at each file's size.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/model.h"
#include "model/priv.h"

enum { NAMED = 3, MOST_SHARDS = 4096 };

struct shard {
	int64_t size;			/* -1: there is no such file */
	int64_t needed;
	int lost;
	struct str names;
};

static char *shard_path(const struct bundle *b, int i)
{
	return xasprintf("%s.data-%05d-of-%05d", bundle_prefix(b), i, bundle_n_shards(b));
}

static void look(struct shard *s, const struct bundle *b, int i)
{
	char *path = shard_path(b, i);
	struct stat st;

	s->size = stat(path, &st) == 0 && S_ISREG(st.st_mode) ? (int64_t)st.st_size : -1;
	free(path);
}

static void lose(struct shard *s, const struct bundle_entry *e)
{
	int64_t end = e->offset + e->size;

	s->needed = end > s->needed ? end : s->needed;
	if (end <= s->size || sv_is(e->key, "_CHECKPOINTABLE_OBJECT_GRAPH"))
		return;
	if (s->lost < NAMED) {
		str_addz(&s->names, s->lost ? ", " : "");
		str_escaped(&s->names, e->key);
	}
	s->lost++;
}

static void say(struct model *m, const struct bundle *b, int i, const struct shard *s)
{
	struct err e = { 0 };
	char *path = shard_path(b, i);
	const char *more = s->lost > NAMED ? " ..." : "", *plural = s->lost == 1 ? "" : "s";

	if (s->size < 0)
		err_set(&e, ERR_KIND_FILE, ERR_NOT_FOUND,
			"the file is not here: lost is the value of %d variable%s (%s%s); "
			"was the folder copied whole?",
			s->lost, plural, str_z(&s->names), more);
	else
		err_set(&e, ERR_KIND_FILE, ERR_DATA_LOSS,
			"the file ends here, %lld bytes are needed (an unfinished copy?): "
			"lost is the value of %d variable%s (%s%s)",
			(long long)s->needed, s->lost, plural, str_z(&s->names), more);
	if (s->size < 0)
		err_at(&e, "%s", path);
	else
		err_at(&e, "%s: offset %lld", path, (long long)s->size);
	model_add_damage(m, &e);
	free(path);
}

void shards_look(struct model *m, const struct bundle *b)
{
	int n = bundle_n_shards(b);
	struct shard *s;

	if (n < 1 || n > MOST_SHARDS)
		return;
	s = xcalloc((size_t)n, sizeof(*s));
	for (int i = 0; i < n; i++)
		look(&s[i], b, i);
	for (int i = 0; i < bundle_n(b); i++) {
		const struct bundle_entry *e = bundle_at(b, i);

		if (e->n_slices == 0 && e->shard >= 0 && e->shard < n && e->offset >= 0 && e->size > 0 &&
		    e->size <= INT64_MAX - e->offset)
			lose(&s[e->shard], e);
	}
	for (int i = 0; i < n; i++) {
		if (s[i].lost)
			say(m, b, i, &s[i]);
		str_free(&s[i].names);
	}
	free(s);
}
