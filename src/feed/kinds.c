/* What the kinds of files share; see kinds.h. */
#include "feed/kinds.h"

#include <stdlib.h>
#include <strings.h>

#include "base/fmap.h"
#include "base/mem.h"

enum { FILE_MAX = 1 << 30 };

void feed_names_free(struct feed_names *n)
{
	for (size_t i = 0; i < n->at.n; i++)
		free(n->at.p[i]);
	vec_free(&n->at);
}

bool feed_is_columns(const char *text)
{
	return feed_is_table(text) || feed_is_records(text);
}

bool feed_ends(const char *text, const char *const *tails)
{
	size_t n = strlen(text);

	for (; *tails; tails++) {
		size_t t = strlen(*tails);

		if (n > t && !strcasecmp(text + n - t, *tails))
			return true;
	}
	return false;
}

void feed_name_split(struct feed_name *n, const char *text)
{
	struct sv all = sv_of(text);
	long open = all.n && all.p[all.n - 1] == ']' ? sv_rfind(all, '[') : -1;

	n->part = open > 0 ? xsvdup(sv_sub(all, (size_t)open + 1, all.n - 1)) : NULL;
	n->path = open > 0 ? xsvdup(sv_sub(all, 0, (size_t)open)) : xstrdup(text);
}

void feed_name_free(struct feed_name *n)
{
	free(n->path);
	free(n->part);
}

static bool bound(struct sv text, int64_t n, int64_t missing, int64_t *v)
{
	char *z, *end;

	*v = missing;
	if (!text.n)
		return true;
	z = xsvdup(text);
	*v = strtoll(z, &end, 10);
	if (*end || end == z)
		end = NULL;
	free(z);
	*v = *v < 0 ? *v + n : *v;
	*v = *v < 0 ? 0 : *v > n ? n : *v;
	return end != NULL;
}

bool feed_slice(const char *part, int64_t n, int64_t *from, int64_t *to, struct err *err)
{
	struct sv all = sv_of(part);
	long colon = sv_find(all, ':');

	if (colon < 0 || !bound(sv_sub(all, 0, (size_t)colon), n, 0, from) ||
	    !bound(sv_sub(all, (size_t)colon + 1, all.n), n, n, to))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "[%s]: a slice is [FROM:TO]", part);
	*to = *to < *from ? *from : *to;
	return true;
}

struct reading {
	struct fmap *f;
	struct str *out;
};

static bool copy(void *ctx, struct err *err)
{
	struct reading *r = ctx;

	(void)err;
	str_add(r->out, fmap_sv(r->f));
	return true;
}

bool feed_bytes(const char *path, struct str *out, struct err *err)
{
	struct reading r = {fmap_open(path, err), out};
	bool ok = r.f != NULL;

	if (ok && r.f->n > FILE_MAX)
		ok = err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED, "%s: larger than 1 GB",
			     path);
	ok = ok && fmap_guard(path, copy, &r, err);
	fmap_close(r.f);
	str_addz(out, "");
	return ok;
}

struct tensor *feed_shaped(const struct feed_spec *spec, struct tensor *t, struct err *err)
{
	struct tensor *out;
	int64_t dim[2];

	if (!t || t->rank != 1)
		return t;
	dim[0] = t->n;
	dim[1] = 1;
	if (spec->shape.rank == 2)
		out = tensor_view(t, t->dtype, 2, dim, err);
	else if (spec->shape.rank == 0 && t->n == 1)
		out = tensor_view(t, t->dtype, 0, NULL, err);
	else
		return t;
	tensor_unref(t);
	return out;
}
