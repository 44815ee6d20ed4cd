/* Values by word: zeros, ones, random. Unknown dimensions become 1. */
#include <stdlib.h>
#include <string.h>

#include "feed/feed.h"

/* splitmix64: one addition and a mix a number; the same everywhere for a seed. */
static uint64_t next(uint64_t *s)
{
	uint64_t z = *s += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

/* The shape to make: every unknown dim 1, unknown rank a scalar. */
static struct tensor *blank(const struct feed_spec *spec, enum dtype t, struct err *err)
{
	int64_t dim[SHAPE_MAX_RANK];
	int rank = spec->shape.rank < 0 ? 0 : spec->shape.rank;

	for (int d = 0; d < rank; d++)
		dim[d] = spec->shape.dim[d] < 0 ? 1 : spec->shape.dim[d];
	return tensor_zeros(t, rank, dim, err);
}

static struct tensor *fill(const struct feed_spec *spec, double (*value)(uint64_t *state, bool real),
			   uint64_t seed, struct err *err)
{
	enum dtype_kind kind = dtype_info(spec->dtype)->kind;
	struct tensor *t, *out;

	if (kind == DK_STRING)
		return blank(spec, DT_STRING, err);	/* empty strings */
	if (kind == DK_OBJECT || kind == DK_NONE) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "no values can be made up for dtype %s",
			dtype_info(spec->dtype)->name);
		return NULL;
	}
	t = blank(spec, DT_DOUBLE, err);
	if (!t)
		return NULL;
	for (int64_t i = 0; i < t->n; i++)
		((double *)t->data)[i] = value(&seed, kind == DK_FLOAT || kind == DK_COMPLEX);
	out = tensor_cast(t, spec->dtype, err);
	tensor_unref(t);
	return out;
}

static double zero(uint64_t *s, bool real)
{
	(void)s, (void)real;
	return 0;
}

static double one(uint64_t *s, bool real)
{
	(void)s, (void)real;
	return 1;
}

/* Floats: uniform in [0, 1), 53 bits. Integers: 0 to 9; bool: by the lowest bit. */
static double random_value(uint64_t *s, bool real)
{
	uint64_t v = next(s);

	return real ? (double)(v >> 11) * 0x1p-53 : (double)(v % 10);
}

struct tensor *feed_word(const struct feed_spec *spec, const char *word, struct err *err)
{
	char *end;
	uint64_t seed = 0;

	if (!strcmp(word, "zeros"))
		return fill(spec, zero, 0, err);
	if (!strcmp(word, "ones"))
		return fill(spec, one, 0, err);
	if (strncmp(word, "random", 6) || (word[6] && word[6] != ':'))
		return NULL;
	if (word[6]) {
		seed = strtoull(word + 7, &end, 10);
		if (!word[7] || *end) {
			err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "\"%s\": the seed is no number", word);
			return NULL;
		}
	}
	return fill(spec, random_value, seed, err);
}
