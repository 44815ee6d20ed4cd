/*
 * --input_examples: lists of dicts to serialized tf.train.Examples.
 *
 *   Example { features = 1 }  Features { map<string, Feature> feature = 1 }
 *   Feature { bytes_list = 1 | float_list = 2 | int64_list = 3 }, each { repeated value = 1 }
 */
#include <math.h>
#include <stdlib.h>

#include "base/wireput.h"
#include "expr/text.h"
#include "feed/feed.h"

static bool text_value(struct str *out, const struct val *v, enum val_kind want, struct err *err)
{
	if (v->kind != want)
		return want == VAL_STR ?
			err_input(err, "AttributeError: '%s' object has no attribute 'encode'", val_type_name(v)) :
			err_input(err, "TypeError: expected bytes, %s found", val_type_name(v));
	put_len(out, 1, v->s);
	return true;
}

static bool float_value(struct str *out, const struct val *v, struct err *err)
{
	double d = v->kind == VAL_FLOAT || v->big ? v->f : (double)v->i;
	float f = (float)d;

	if (v->kind != VAL_FLOAT && v->kind != VAL_INT && v->kind != VAL_BOOL)
		return err_input(err, "TypeError: must be real number, not %s", val_type_name(v));
	str_add(out, (struct sv){ (const char *)&f, 4 });
	return true;
}

static bool int_value(struct str *out, const struct val *v, struct err *err)
{
	struct str s = STR_INIT;

	if (v->kind != VAL_INT && v->kind != VAL_BOOL)
		return err_input(err, "TypeError: '%s' object cannot be interpreted as an integer",
			    val_type_name(v));
	if (v->big || v->i > INT64_MAX || v->i < INT64_MIN) {
		val_repr(&s, v);
		err_input(err, "ValueError: Value out of range: %s", str_z(&s));
		str_free(&s);
		return false;
	}
	put_varint(out, (uint64_t)v->i);
	return true;
}

/* The list's field number, by its first element; 0 with an error. */
static int list_field(const struct val *first, struct err *err)
{
	struct str s = STR_INIT;

	switch (first->kind) {
	case VAL_FLOAT: return 2;
	case VAL_STR: case VAL_BYTES: return 1;
	case VAL_INT: case VAL_BOOL: return 3;
	default:
		val_str(&s, first);
		err_input(err, "ValueError: Type <class '%s'> for value %s is not supported for "
			  "tf.train.Feature.", val_type_name(first), str_z(&s));
		str_free(&s);
		return 0;
	}
}

static bool not_list(const struct val *name, const struct val *v, struct err *err)
{
	struct str k = STR_INIT, s = STR_INIT;

	val_str(&k, name);
	val_str(&s, v);
	err_input(err, "ValueError: feature value must be a list, but %s: \"%s\" is <class '%s'>", str_z(&k),
	     str_z(&s), val_type_name(v));
	str_free(&k);
	str_free(&s);
	return false;
}

static bool feature(struct str *out, const struct val *name, const struct val *list, const struct feed_ways *w,
		    struct err *err)
{
	struct str values = STR_INIT, inner = STR_INIT;
	int number;
	bool ok = true;

	if (list->kind != VAL_LIST)
		return not_list(name, list, err);
	if (!list->n)
		return err_input(err, "IndexError: list index out of range");
	number = list_field(list->item[0], err);
	if (!number)
		return false;
	if (name->kind != VAL_STR && name->kind != VAL_BYTES)
		return err_input(err, "TypeError: bad argument type for built-in operation");
	for (size_t i = 0; number == 3 && w->no_bools && i < list->n; i++)
		if (list->item[i]->kind == VAL_BOOL)
			return err_input(
				err, "TypeError: Field tensorflow.Int64List.value: Expected an int, got a boolean.");
	for (size_t i = 0; ok && i < list->n; i++)
		ok = number == 1 ? text_value(&values, list->item[i], list->item[0]->kind, err) :
		     number == 2 ? float_value(&values, list->item[i], err) :
				   int_value(&values, list->item[i], err);
	if (ok && number == 1)
		str_add(&inner, str_sv(&values));
	else if (ok)
		put_len(&inner, 1, str_sv(&values));
	if (ok)
		put_len(out, number, str_sv(&inner));
	str_free(&values);
	str_free(&inner);
	return ok;
}

/* One entry of the map: key and feature. */
static bool entry(struct str *out, const struct val *name, const struct val *list, const struct feed_ways *w,
		  struct err *err)
{
	struct str f = STR_INIT;
	bool ok = feature(&f, name, list, w, err);

	if (ok) {
		put_len(out, 1, name->s);
		put_len(out, 2, str_sv(&f));
	}
	str_free(&f);
	return ok;
}

/* The peer's encoder writes backwards, and so a map's entries in the reverse of its order. */
static bool example(struct str *out, const struct val *dict, const struct feed_ways *w, struct err *err)
{
	struct str *one = xcalloc(dict->n + 1, sizeof(*one)), features = STR_INIT;
	struct sv *keys = xcalloc(dict->n + 1, sizeof(*keys));
	uint32_t *at = xcalloc(dict->n + 1, sizeof(*at));
	bool ok = true;

	for (size_t i = 0; ok && i < dict->n; i++) {
		ok = entry(&one[i], dict->key[i], dict->item[i], w, err);
		keys[i] = dict->key[i]->s;
	}
	if (ok)
		w->order(keys, dict->n, at);
	for (size_t i = dict->n; ok && i-- > 0;)
		put_len(&features, 1, str_sv(&one[at[i]]));
	if (ok && dict->n)
		put_len(out, 1, str_sv(&features));
	for (size_t i = 0; i < dict->n; i++)
		str_free(&one[i]);
	str_free(&features);
	free(one);
	free(keys);
	free(at);
	return ok;
}

struct val *feed_examples(struct vals *vs, const struct val *list, const struct feed_ways *w, struct err *err)
{
	struct str s = STR_INIT;
	struct val *out;

	if (list->kind != VAL_LIST) {
		val_str(&s, list);
		err_input(err, "ValueError: tf.Example input must be a list of dictionaries, but \"%s\" is <class "
			  "'%s'>", str_z(&s), val_type_name(list));
		str_free(&s);
		return NULL;
	}
	out = val_seq(vs, VAL_LIST, list->n, err);
	for (size_t i = 0; out && i < list->n; i++) {
		const struct val *d = list->item[i];

		str_clear(&s);
		if (d->kind != VAL_DICT)
			err_input(err, "AttributeError: '%s' object has no attribute 'items'", val_type_name(d));
		if (d->kind != VAL_DICT || !example(&s, d, w, err))
			out = NULL;
		else
			out->item[i] = val_text(vs, VAL_BYTES, str_sv(&s), err);
		if (out && !out->item[i])
			out = NULL;
	}
	str_free(&s);
	return out;
}
