/* Reading and comparing expected shapes. */
#include "expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

bool expect_cut(struct sv *s, char end, struct sv *out)
{
	long at = sv_find(*s, end);

	if (!s->n)
		return false;
	*out = at < 0 ? *s : sv_sub(*s, 0, (size_t)at);
	*s = at < 0 ? SV_NULL : sv_sub(*s, (size_t)at + 1, s->n);
	return true;
}

char *expect_read(const char *path, size_t *n)
{
	FILE *f = fopen(path, "rb");
	char *text = NULL;
	size_t cap = 0;

	if (!f) {
		fprintf(stderr, "%s: cannot be read\n", path);
		exit(2);
	}
	*n = 0;
	for (size_t got = 1; got; *n += got) {
		if (*n + 65536 > cap)
			text = xrealloc(text, cap = 2 * cap + 65536);
		got = fread(text + *n, 1, 65536, f);
	}
	fclose(f);
	return text;
}

/* Takes a shape off s. */
static bool shape_take(struct sv *s, int64_t *dim, int *rank)
{
	*rank = -1;
	if (sv_starts(*s, SV("?"))) {
		*s = sv_sub(*s, 1, s->n);
		return true;
	}
	if (!sv_starts(*s, SV("[")))
		return false;
	*rank = 0;
	*s = sv_sub(*s, 1, s->n);
	while (s->n && s->p[0] != ']' && *rank < SHAPE_MAX_RANK) {
		char *end = (char *)s->p + 1;

		dim[(*rank)++] = s->p[0] == '?' ? -1 : strtoll(s->p, &end, 10);
		if (end == s->p)
			return false;
		*s = sv_sub(*s, (size_t)(end - s->p), s->n);
		if (sv_starts(*s, SV(",")))
			*s = sv_sub(*s, 1, s->n);
	}
	if (!sv_starts(*s, SV("]")))
		return false;
	*s = sv_sub(*s, 1, s->n);
	return true;
}

static enum verdict shapes(int rank, const int64_t *dim, struct ishape got)
{
	enum verdict v = SAME;

	if (rank < 0)
		return got.rank < 0 ? SAME : FINER;
	if (got.rank < 0)
		return COARSER;
	if (rank != got.rank)
		return AGAINST;
	for (int i = 0; i < rank; i++) {
		bool known = idim_known(got.dim[i]);

		if (known && dim[i] >= 0 && dim[i] != got.dim[i])
			return AGAINST;
		if (!known && dim[i] >= 0)
			v = COARSER;
		else if (known && dim[i] < 0 && v == SAME)
			v = FINER;
	}
	return v;
}

static enum verdict worse(enum verdict a, enum verdict b)
{
	return a > b ? a : b;
}

enum verdict expect_compare(struct sv text, const struct iout *got)
{
	int64_t dim[SHAPE_MAX_RANK];
	enum verdict v;
	int rank;

	if (!shape_take(&text, dim, &rank))
		return UNREADABLE;
	v = shapes(rank, dim, got->shape);
	if (!sv_starts(text, SV(" of ")))
		return text.n ? UNREADABLE : v;
	text = sv_sub(text, 4, text.n);
	for (uint32_t i = 0; text.n; i++) {
		const char *at = text.p;

		while (text.n && text.p[0] != '[' && text.p[0] != '?')
			text = sv_sub(text, 1, text.n);
		if (!shape_take(&text, dim, &rank))
			return UNREADABLE;
		if (sv_starts(text, SV(",")))
			text = sv_sub(text, 1, text.n);
		if (got->handle && i < got->handle->n)
			v = worse(v, shapes(rank, dim, got->handle->item[i].shape));
		else if (rank >= 0)
			v = worse(v, COARSER);
		if (text.p == at)
			return UNREADABLE;
	}
	return v;
}

bool expect_rank_known(struct sv text)
{
	return sv_starts(text, SV("["));
}
