/* Feeding by text, and the conversion that every value goes through; see feed.h. */
#include "feed/kinds.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "expr/cast.h"
#include "expr/expr.h"
#include "expr/text.h"

static bool ends(const char *s, const char *tail)
{
	return sv_ends(sv_of(s), sv_of(tail));
}

static bool is_picture(const char *path)
{
	static const char *const tails[] = {".png", ".jpg", ".jpeg", ".gif", ".bmp", NULL};

	return feed_ends(path, tails);
}

/* "a.png:0..1" is a file and how to scale it. */
static struct tensor *picture(const struct feed_spec *spec, const char *text, struct err *err)
{
	const char *colon = strrchr(text, ':');
	struct tensor *t;
	char *path;

	if (is_picture(text))
		return feed_picture(spec, text, NULL, err);
	path = xsvdup((struct sv){text, (size_t)(colon - text)});
	t = feed_picture(spec, path, colon + 1, err);
	free(path);
	return t;
}

static bool is_scaled_picture(const char *text)
{
	const char *colon = strrchr(text, ':');
	bool yes;
	char *path;

	if (!colon)
		return false;
	path = xsvdup((struct sv){text, (size_t)(colon - text)});
	yes = is_picture(path);
	free(path);
	return yes;
}

bool feed_is_picture(const char *text)
{
	return is_picture(text) || is_scaled_picture(text);
}

static struct tensor *array(const struct feed_spec *spec, const char *text, struct err *err)
{
	char *with_key = xasprintf("x=%s", text);
	struct feed_item *items;
	struct tensor *t = NULL;
	int n;

	(void)spec;
	if (feed_inputs_split(with_key, &items, &n, err)) {
		t = n ? feed_load(&items[0], NULL, NULL, err) : NULL;
		feed_items_free(items, n);
	}
	free(with_key);
	return t;
}

/* A string input that is given a picture or a sound decodes it itself. */
static struct tensor *bytes(const struct feed_spec *spec, const char *text, struct err *err)
{
	static const int64_t ones[SHAPE_MAX_RANK] = {1, 1, 1, 1};
	int rank = spec->shape.rank > 0 && spec->shape.rank <= 4 ? spec->shape.rank
		   : spec->shape.rank < 0			 ? 1
								 : 0;
	struct str content = STR_INIT;
	struct tensor *t =
		feed_bytes(text, &content, err) ? tensor_new(DT_STRING, rank, ones, err) : NULL;

	if (t && !tensor_str_set(t, 0, str_sv(&content), err)) {
		tensor_unref(t);
		t = NULL;
	}
	str_free(&content);
	return t;
}

static bool is_data(const char *text)
{
	static const char *const ends_with[] = {".npy", ".npz", ".pkl", ".pickle"};

	for (size_t i = 0; i < sizeof(ends_with) / sizeof(*ends_with); i++) {
		char *member = xasprintf("%s[", ends_with[i]);
		bool yes = ends(text, ends_with[i]) || strstr(text, member);

		free(member);
		if (yes)
			return true;
	}
	return false;
}

/* ---- which kind ---- */

static bool is_bytes(const char *text)
{
	return is_picture(text) || feed_is_sound(text);
}

/* In the order in which they are asked. whole: a file holds a batch already. */
static const struct kind {
	bool (*is)(const char *text);
	struct tensor *(*read)(const struct feed_spec *spec, const char *text, struct err *err);
	bool strings, whole; /* strings: for string inputs alone */
} kinds[] = {
	{is_bytes, bytes, true, true},
	{feed_is_picture, picture, false, true},
	{feed_is_sound, feed_sound, false, false},
	{feed_is_records, feed_records, false, true},
	{feed_is_lines, feed_lines, false, true},
	{feed_is_table, feed_table, false, true},
	{is_data, array, false, false},
};

static const struct kind *kind_of(const struct feed_spec *spec, const char *text)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if ((!kinds[i].strings || spec->dtype == DT_STRING) && kinds[i].is(text))
			return &kinds[i];
	return NULL;
}

struct tensor *feed_file(const struct feed_spec *spec, const char *text, bool *whole,
			 struct err *err)
{
	const struct kind *k = kind_of(spec, text);

	if (!k) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			"no kind of file that feeds an input");
		return NULL;
	}
	if (k->read == picture && !feed_picture_batch(spec->shape)) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			"the input takes one picture, no batch of them");
		return NULL;
	}
	*whole = k->whole;
	return k->read(spec, text, err);
}

/* A literal or a numpy expression. Numbers that numpy would not take as such (1.9 for an int) are
 * converted all the same: this is a person's word, not the peer's option. */
static struct tensor *expression(const struct feed_spec *spec, const char *text, struct err *err)
{
	struct vals *vs = vals_new();
	struct expr_env *env = expr_env_new();
	struct err why = {0};
	struct val *v = expr_eval(vs, env, sv_of(text), NULL, &why);
	struct tensor *t = v ? feed_value(spec, v, err) : NULL;
	double d;

	if (!v && text_to_float(sv_of(text), &d)) { /* nan, inf */
		v = val_float(vs, d, NULL);
		t = v ? feed_value(spec, v, err) : NULL;
	} else if (!v) {
		err_move(err, &why);
		err_note(err, "a value is zeros, ones, random[:SEED], a file (.npy .npz .pkl .png "
			      ".jpg .gif .bmp .wav "
			      ".tfrecord .csv .tsv .txt), a folder or pattern of them, a literal, "
			      "or a numpy expression");
	}
	err_clear(&why);
	expr_env_free(env);
	vals_free(vs);
	return t;
}

struct tensor *feed_parse(const struct feed_spec *spec, const char *text, struct err *err)
{
	const struct kind *k;
	struct tensor *raw, *t;

	while (*text == ' ')
		text++;
	t = feed_word(spec, text, err);
	if (t || err_is(err))
		return t;
	k = kind_of(spec, text);
	if (!k && !feed_is_batch(text))
		return expression(spec, text, err);
	raw = k && !feed_is_batch(text) ? k->read(spec, text, err) : feed_batch(spec, text, err);
	t = raw ? feed_convert(spec, raw, err) : NULL;
	tensor_unref(raw);
	return t;
}

static struct tensor *check_shape(const struct feed_spec *spec, struct tensor *t, struct err *err)
{
	struct str have = STR_INIT, want = STR_INIT;

	if (!t || shape_accepts(spec->shape, tensor_shape(t)))
		return t;
	shape_str_py(&have, tensor_shape(t));
	shape_str_py(&want, spec->shape);
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		"Cannot feed value of shape %s for Tensor %.*s, which has shape %s", str_z(&have),
		SV_ARG(spec->tensor_name), str_z(&want));
	str_free(&have);
	str_free(&want);
	tensor_unref(t);
	return NULL;
}

struct tensor *feed_convert(const struct feed_spec *spec, struct tensor *t, struct err *err)
{
	if (spec->dtype == DT_INVALID || t->dtype == spec->dtype)
		return check_shape(spec, tensor_ref(t), err);
	return check_shape(spec, numpy_cast(t, spec->dtype, err), err);
}

static const char *numpy_type(enum dtype t)
{
	return t == DT_STRING ? "object" : t == DT_BOOL ? "numpy.bool_" : NULL;
}

/* Whether the converted number equals the given one as numpy compares them: integers exactly,
 * floats after the given one became a double (beyond 64 bits exactly). */
static bool same_number(const struct tensor *t, const struct val *v)
{
	struct num n = num_get(t, 0);

	if (v->big)
		return false;
	if (dtype_integral(t->dtype))
		return (t->dtype == DT_UINT64 ? (__int128)(uint64_t)n.i : (__int128)n.i) == v->i;
	if (v->i >= INT64_MIN && v->i <= (__int128)UINT64_MAX)
		return n.re == (double)v->i;
	return n.re < 0x1p126 && n.re > -0x1p126 && (__int128)n.re == v->i;
}

/* Session.run compares a whole number with what it becomes. */
static bool int_fits(const struct feed_spec *spec, const struct val *v, struct err *err)
{
	struct str text = STR_INIT;
	struct tensor *t;
	bool same = false;

	if ((v->kind != VAL_INT && v->kind != VAL_BOOL) || spec->dtype == DT_INVALID)
		return true;
	if (spec->dtype != DT_STRING) {
		t = val_to_tensor(v, spec->dtype, err);
		if (!t)
			return false;
		same = same_number(t, v);
		tensor_unref(t);
	}
	if (same)
		return true;
	val_repr(&text, v);
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		"TypeError: Type of feed value %s with type <class '%s'> is not compatible with "
		"Tensor type "
		"<class '%s%s'>. Try explicitly setting the type of the feed tensor to a larger "
		"type (e.g. "
		"int64).",
		str_z(&text), val_type_name(v), numpy_type(spec->dtype) ? "" : "numpy.",
		numpy_type(spec->dtype) ? numpy_type(spec->dtype) : dtype_info(spec->dtype)->name);
	str_free(&text);
	return false;
}

struct tensor *feed_value(const struct feed_spec *spec, const struct val *v, struct err *err)
{
	if (!int_fits(spec, v, err))
		return NULL;
	return check_shape(spec, val_to_tensor(v, spec->dtype, err), err);
}
