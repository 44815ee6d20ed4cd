/* Feeding by text, and the conversion that every value goes through; see feed.h. */
#include "feed/feed.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static bool ends(const char *s, const char *tail)
{
	return sv_ends(sv_of(s), sv_of(tail));
}

static bool is_picture(const char *path)
{
	return ends(path, ".png") || ends(path, ".jpg") || ends(path, ".jpeg") || ends(path, ".PNG") ||
	       ends(path, ".JPG") || ends(path, ".JPEG");
}

/* "a.png:0..1" is a file and how to scale it. */
static struct tensor *picture(const struct feed_spec *spec, const char *text, struct err *err)
{
	const char *colon = strrchr(text, ':');
	struct tensor *t;
	char *path;

	if (is_picture(text))
		return feed_picture(spec, text, NULL, err);
	path = xsvdup((struct sv){ text, (size_t)(colon - text) });
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
	path = xsvdup((struct sv){ text, (size_t)(colon - text) });
	yes = is_picture(path);
	free(path);
	return yes;
}

static struct tensor *file(const struct feed_spec *spec, const char *text, struct err *err)
{
	char *with_key = xasprintf("x=%s", text);
	struct feed_item *items;
	struct tensor *raw = NULL, *t = NULL;
	int n;

	if (feed_inputs_split(with_key, &items, &n, err)) {
		raw = n ? feed_load(&items[0], NULL, NULL, err) : NULL;
		t = raw ? feed_convert(spec, raw, err) : NULL;
		tensor_unref(raw);
		feed_items_free(items, n);
	}
	free(with_key);
	return t;
}

struct tensor *feed_parse(const struct feed_spec *spec, const char *text, struct err *err)
{
	struct tensor *raw, *t;

	while (*text == ' ')
		text++;
	t = feed_word(spec, text, err);
	if (t || err_is(err))
		return t;
	if (is_picture(text) || is_scaled_picture(text)) {
		raw = picture(spec, text, err);
		t = raw ? feed_convert(spec, raw, err) : NULL;
		tensor_unref(raw);
		return t;
	}
	if (ends(text, ".npy") || ends(text, ".npz") || strstr(text, ".npz["))
		return file(spec, text, err);
	raw = feed_literal(DT_INVALID, sv_of(text), err);
	if (!raw)
		err_note(err, "a value is zeros, ones, random[:SEED], a .npy, .npz, .png or .jpg file, or a literal");
	t = raw ? feed_convert(spec, raw, err) : NULL;
	tensor_unref(raw);
	return t;
}

struct tensor *feed_convert(const struct feed_spec *spec, struct tensor *t, struct err *err)
{
	struct str have = STR_INIT, want = STR_INIT;
	struct err cast = { 0 };
	struct tensor *out;

	out = spec->dtype == DT_INVALID || t->dtype == spec->dtype ? tensor_ref(t) :
	      tensor_cast(t, spec->dtype, &cast);
	if (!out) {
		if (t->dtype == DT_STRING && t->n)
			err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "could not convert string to %s: '%.*s'",
				dtype_info(spec->dtype)->kind == DK_FLOAT ? "float" : dtype_info(spec->dtype)->name,
				SV_ARG(tensor_str(t, 0)));
		else
			err_move(err, &cast);
		err_clear(&cast);
		return NULL;
	}
	if (shape_accepts(spec->shape, tensor_shape(out)))
		return out;
	shape_str_py(&have, tensor_shape(out));
	shape_str_py(&want, spec->shape);
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		"Cannot feed value of shape %s for Tensor %.*s, which has shape %s", str_z(&have),
		SV_ARG(spec->tensor_name), str_z(&want));
	str_free(&have);
	str_free(&want);
	tensor_unref(out);
	return NULL;
}
