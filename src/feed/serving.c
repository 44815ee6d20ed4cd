/*
 * Serving's bodies to tensors, by its rules: a list's shape is that of its first elements, every
 * leaf stands at the same level, and each instance is as large as the first.
 */
#include "feed/serving.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/wireput.h"
#include "codec/base64.h"
#include "feed/feed.h"
#include "feed/jsonpretty.h"

enum { RANK_MAX = 32 };

static const char *kind_name(const struct jsonv *v)
{
	switch (v->kind) {
	case JSONV_NULL:
		return "Null";
	case JSONV_BOOL:
		return v->i ? "True" : "False";
	case JSONV_STR:
		return "String";
	case JSONV_LIST:
		return "Array";
	case JSONV_OBJECT:
		return "Object";
	default:
		return "Number";
	}
}

/* A value in an error's text. */
static char *value_text(const struct jsonv *v)
{
	struct str s = STR_INIT;
	struct pretty *p = xcalloc(1, sizeof(*p));
	char *text;

	p->out = &s;
	pretty_value(p, v);
	free(p);
	text = xstrdup(str_z(&s));
	str_free(&s);
	return text;
}

/* "JSON Value: <v> <what>" */
static bool bad_value(const struct jsonv *v, struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static bool bad_value(const struct jsonv *v, struct err *err, const char *fmt, ...)
{
	char *text = value_text(v), *what = NULL;
	va_list ap;

	va_start(ap, fmt);
	if (vasprintf(&what, fmt, ap) < 0)
		what = NULL;
	va_end(ap);
	err_input(err, "JSON Value: %s%s", text, what ? what : "");
	free(text);
	free(what);
	return false;
}

/* ---- a value's tensor ---- */

struct growing {
	enum dtype dtype;
	int rank;
	int64_t dim[RANK_MAX];
	struct tensor *t; /* of all instances */
	int64_t at;	  /* elements filled in */
};

static bool is_b64(const struct jsonv *v)
{
	return v->kind == JSONV_OBJECT && v->n == 1 && v->first->kind == JSONV_STR &&
	       sv_eq(v->first->key, SV("b64"));
}

static bool type_error(const struct jsonv *v, enum dtype t, struct err *err)
{
	return bad_value(v, err, " Type: %s is not of expected type: %s", kind_name(v),
			 dtype_text(t));
}

static bool put_b64(struct growing *g, const struct jsonv *v, struct err *err)
{
	char *bytes;
	size_t n;
	bool ok;

	if (!is_b64(v))
		return bad_value(v, err, " not formatted correctly for base64 data");
	bytes = xmalloc(v->first->s.n + 4);
	ok = base64_read(v->first->s, bytes, &n);
	ok = ok ? tensor_str_set(g->t, g->at, (struct sv){bytes, n}, err)
		: err_input(err, "Unable to base64 decode");
	free(bytes);
	return ok;
}

/* Does the number fit the type without loss, as Serving sees it? */
static bool put_float(struct growing *g, const struct jsonv *v, struct err *err)
{
	bool single = g->dtype == DT_FLOAT;
	int64_t max = ((int64_t)1 << (single ? 24 : 53)) - 1;

	if (v->kind == JSONV_INT
		    ? v->i > max || v->i < -max
		    : isfinite(v->d) && single && fabs(v->d) > 3.40282346638528859812e+38)
		return err_input(err,
			    "Cannot convert JSON value: %" PRId64
			    " to %s without loss of precision.",
			    v->kind == JSONV_INT ? v->i : (int64_t)0, single ? "float" : "double");
	if (single)
		((float *)g->t->data)[g->at] = v->kind == JSONV_INT ? (float)v->i : (float)v->d;
	else
		((double *)g->t->data)[g->at] = v->kind == JSONV_INT ? (double)v->i : v->d;
	return true;
}

static bool put_whole(struct growing *g, const struct jsonv *v, struct err *err)
{
	int64_t lo = INT32_MIN, hi = INT32_MAX, at = g->at;

	if (g->dtype == DT_INT64) {
		lo = INT64_MIN;
		hi = INT64_MAX;
	} else if (g->dtype == DT_UINT32 || g->dtype == DT_UINT64) {
		lo = 0;
		hi = g->dtype == DT_UINT32 ? UINT32_MAX : INT64_MAX;
	}
	if (v->kind != JSONV_INT || v->i < lo || v->i > hi)
		return type_error(v, g->dtype, err);
	switch (dtype_info(g->dtype)->size) {
	case 1:
		((int8_t *)g->t->data)[at] = (int8_t)v->i;
		break;
	case 2:
		((int16_t *)g->t->data)[at] = (int16_t)v->i;
		break;
	case 4:
		((int32_t *)g->t->data)[at] = (int32_t)v->i;
		break;
	default:
		((int64_t *)g->t->data)[at] = v->i;
	}
	return true;
}

static bool put(struct growing *g, const struct jsonv *v, struct err *err)
{
	bool number = v->kind == JSONV_INT || v->kind == JSONV_NUM;

	switch (g->dtype) {
	case DT_FLOAT:
	case DT_DOUBLE:
		return number ? put_float(g, v, err) : type_error(v, g->dtype, err);
	case DT_INT32:
	case DT_INT16:
	case DT_INT8:
	case DT_UINT8:
	case DT_INT64:
	case DT_UINT32:
	case DT_UINT64:
		return put_whole(g, v, err);
	case DT_STRING:
		return v->kind == JSONV_STR ? tensor_str_set(g->t, g->at, v->s, err)
					    : type_error(v, g->dtype, err);
	case DT_BOOL:
		if (v->kind != JSONV_BOOL)
			return type_error(v, g->dtype, err);
		((uint8_t *)g->t->data)[g->at] = v->i != 0;
		return true;
	default: {
		char *text = value_text(v);

		err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			"Conversion of JSON Value: %s to type: %s", text, dtype_text(g->dtype));
		free(text);
		return false;
	}
	}
}

static int shape_of(const struct jsonv *v, int64_t *dim)
{
	int rank = 0;

	for (; v && v->kind == JSONV_LIST && rank < RANK_MAX; v = v->first)
		dim[rank++] = v->n;
	return rank;
}

static bool fill(struct growing *g, const struct jsonv *v, int level, struct err *err)
{
	if (v->kind != JSONV_LIST) {
		bool ok;

		if (level != g->rank)
			return bad_value(v, err,
					 " found at incorrect level: %d in the JSON DOM. Expected "
					 "at level: %d",
					 level + 1, g->rank);
		ok = v->kind == JSONV_OBJECT
			     ? (g->dtype == DT_STRING ? put_b64(g, v, err)
						      : type_error(v, g->dtype, err))
			     : put(g, v, err);
		g->at += ok;
		return ok;
	}
	if (level >= g->rank)
		return err_input(err, "Encountered list at unexpected level: %d expected < %d", level,
			    g->rank);
	if (v->n != g->dim[level])
		return err_input(err,
			    "Encountered list at unexpected size: %u at level: %d expected size: "
			    "%" PRId64,
			    v->n, level, g->dim[level]);
	for (const struct jsonv *m = v->first; m; m = m->next)
		if (!fill(g, m, level + 1, err))
			return false;
	return true;
}

/* A whole input; gives the tensor. */
static struct tensor *column(const struct jsonv *v, enum dtype t, struct err *err)
{
	struct growing g = {.dtype = t};

	g.rank = shape_of(v, g.dim);
	g.t = tensor_new(t, g.rank, g.dim, err);
	if (g.t && fill(&g, v, 0, err))
		return g.t;
	tensor_unref(g.t);
	return NULL;
}

/* ---- instances ---- */

struct rows {
	const struct signature *sig;
	struct growing *g; /* by input */
	uint32_t n, item;
};

static void shape_text(struct str *s, int rank, const int64_t *dim)
{
	str_addc(s, '[');
	for (int i = 0; i < rank; i++)
		str_addf(s, "%s%" PRId64, i ? "," : "", dim[i]);
	str_addc(s, ']');
}

static bool as_first(const struct growing *g, int rank, const int64_t *dim, struct err *err)
{
	int64_t want = 1, got = 1;
	struct str a = STR_INIT, b = STR_INIT;

	for (int i = 0; i < g->rank; i++)
		want *= g->dim[i];
	for (int i = 0; i < rank; i++)
		got *= dim[i];
	if (want != got)
		return err_input(err, "Expecting tensor size: %" PRId64 " but got: %" PRId64, want, got);
	if (rank == g->rank && !memcmp(dim, g->dim, (size_t)rank * sizeof(*dim)))
		return true;
	shape_text(&a, g->rank, g->dim);
	shape_text(&b, rank, dim);
	err_input(err, "Expecting shape %s but got: %s", str_z(&a), str_z(&b));
	str_free(&a);
	str_free(&b);
	return false;
}

static bool add_item(struct rows *r, uint32_t i, const struct jsonv *v, struct err *err)
{
	struct growing *g = &r->g[i], own = {.dtype = g->dtype};
	int64_t dim[RANK_MAX + 1];

	own.rank = shape_of(v, own.dim);
	if (!g->t) {
		*g = own;
		dim[0] = r->n;
		memcpy(dim + 1, own.dim, (size_t)own.rank * sizeof(*dim));
		g->t = tensor_new(g->dtype, own.rank + 1, dim, err);
		return g->t && fill(g, v, 0, err);
	}
	if (!as_first(g, own.rank, own.dim, err)) {
		/* a value that is no tensor at all is told of first */
		struct err none = {0};
		struct tensor *t = column(v, g->dtype, &none);

		if (!t) {
			err_clear(err);
			err_input(err, "%s", none.msg ? none.msg : "");
		}
		tensor_unref(t);
		err_clear(&none);
		return false;
	}
	return fill(g, v, 0, err);
}

static bool element_failed(const struct rows *r, const struct jsonv *key, struct err *err)
{
	char *why = xstrdup(err->msg ? err->msg : "");
	bool named = key && key->key.n;

	err_clear(err);
	err_input(err,
	     "Failed to process element: %u%s%.*s of 'instances' list. Error: INVALID_ARGUMENT: %s",
	     r->item, named ? " key: " : "", named ? (int)key->key.n : 0, named ? key->key.p : "",
	     why);
	free(why);
	return false;
}

static int input_of(const struct signature *sig, struct sv key)
{
	for (uint32_t i = 0; i < sig->n_in; i++)
		if (sv_eq(sig->in[i].key, key))
			return (int)i;
	return -1;
}

static bool add_object(struct rows *r, const struct jsonv *elem, struct err *err)
{
	struct str names = STR_INIT;
	uint32_t seen = 0;
	char *text;

	for (const struct jsonv *m = elem->first; m; m = m->next) {
		int i = input_of(r->sig, m->key);
		bool ok = i >= 0 ||
			  err_input(err, "JSON object: does not have named input: %.*s", SV_ARG(m->key));

		if (!ok || !add_item(r, (uint32_t)i, m, err))
			return element_failed(r, m, err);
		seen++;
	}
	if (seen == r->sig->n_in)
		return true;
	for (uint32_t i = 0; i < r->sig->n_in; i++)
		str_addf(&names, "%s%.*s", i ? "," : "", SV_ARG(r->sig->in[i].key));
	text = value_text(elem);
	err_input(err,
	     "Failed to process element: %u of 'instances' list. JSON object: %s keys must be "
	     "equal to: %s",
	     r->item, text, str_z(&names));
	free(text);
	str_free(&names);
	return false;
}

static bool is_named(const struct jsonv *v)
{
	return v->kind == JSONV_OBJECT && !is_b64(v);
}

static bool add_element(struct rows *r, const struct jsonv *elem, bool named, struct err *err)
{
	if (named && !is_named(elem))
		return err_input(err, "Expecting object but got list at item %u of input list", r->item);
	if (!named && is_named(elem))
		return err_input(err, "Expecting value/list but got object at item %u of input list",
			    r->item);
	if (named)
		return add_object(r, elem, err);
	return add_item(r, 0, elem, err) || element_failed(r, NULL, err);
}

static bool read_rows(struct serving *s, const struct jsonv *list, struct err *err)
{
	struct rows r = {.sig = s->sig, .n = list->n};
	bool named = is_named(list->first), ok = true;

	if (list->first->kind != JSONV_OBJECT && s->sig->n_in > 1)
		return err_input(err, "instances is a plain list, but expecting list of objects as "
				 "multiple input tensors "
				 "required as per tensorinfo_map");
	r.g = xcalloc(s->sig->n_in + 1u, sizeof(*r.g));
	for (uint32_t i = 0; i < s->sig->n_in; i++)
		r.g[i].dtype = dtype_base((enum dtype)s->sig->in[i].dtype);
	for (const struct jsonv *e = list->first; ok && e; e = e->next, r.item++)
		ok = add_element(&r, e, named, err);
	for (uint32_t i = 0; i < s->sig->n_in; i++)
		s->in[i] = r.g[i].t;
	free(r.g);
	return ok;
}

/* ---- inputs ---- */

static bool read_column(struct serving *s, uint32_t i, const struct jsonv *v, struct err *err)
{
	s->in[i] = column(v, dtype_base((enum dtype)s->sig->in[i].dtype), err);
	return s->in[i] != NULL;
}

static const struct jsonv *member(const struct jsonv *v, struct sv key)
{
	for (const struct jsonv *m = v->first; m; m = m->next)
		if (sv_eq(m->key, key))
			return m;
	return NULL;
}

static bool read_columns(struct serving *s, const struct jsonv *v, struct err *err)
{
	if (!is_named(v)) {
		if (s->sig->n_in > 1)
			return err_input(err, "inputs is a plain value/list, but expecting an object as "
					 "multiple input tensors "
					 "required as per tensorinfo_map");
		return read_column(s, 0, v, err);
	}
	for (uint32_t i = 0; i < s->sig->n_in; i++) {
		const struct jsonv *m = member(v, s->sig->in[i].key);

		if (!m)
			return err_input(err, "Missing named input: %.*s in 'inputs' object.",
				    SV_ARG(s->sig->in[i].key));
		if (!read_column(s, i, m, err))
			return false;
	}
	return true;
}

/* ---- examples ---- */

enum feature { FEATURE_NONE, FEATURE_BYTES, FEATURE_FLOAT, FEATURE_INT };

static bool feature_kind(const struct jsonv *name, const struct jsonv *v, enum feature *kind,
			 struct err *err)
{
	static const char *const words[] = {"UNKNOWN", "bytes", "float", "int64"};
	enum feature k = FEATURE_INT;

	if (v->kind == JSONV_STR || is_b64(v))
		k = FEATURE_BYTES;
	else if (v->kind == JSONV_NUM)
		k = FEATURE_FLOAT;
	else if (v->kind != JSONV_BOOL && v->kind != JSONV_INT)
		return err_input(err, "Feature: %.*s has element with unexpected JSON type: %s",
			    SV_ARG(name->key), kind_name(v));
	if (*kind != FEATURE_NONE && *kind != k)
		return err_input(err, "Unexpected element type in feature: %.*s expecting type: %s",
			    SV_ARG(name->key), words[*kind]);
	*kind = k;
	return true;
}

static bool feature_value(struct str *list, const struct jsonv *v, enum feature kind,
			  struct err *err)
{
	float f = (float)v->d;
	char *bytes;
	size_t n;
	bool ok = true;

	if (kind == FEATURE_INT) {
		put_varint(list, (uint64_t)v->i);
	} else if (kind == FEATURE_FLOAT) {
		str_add(list, (struct sv){(const char *)&f, sizeof(f)});
	} else if (v->kind == JSONV_STR) {
		put_len(list, 1, v->s);
	} else {
		bytes = xmalloc(v->first->s.n + 4);
		ok = base64_read(v->first->s, bytes, &n) || err_input(err, "Unable to base64 decode");
		if (ok)
			put_len(list, 1, (struct sv){bytes, n});
		free(bytes);
	}
	return ok;
}

/* One member of an example as an entry of its map of features. */
static bool feature(struct str *features, const struct jsonv *m, struct err *err)
{
	struct str list = STR_INIT, packed = STR_INIT, f = STR_INIT, entry = STR_INIT;
	const struct jsonv *v = m->kind == JSONV_LIST ? m->first : m;
	enum feature kind = FEATURE_NONE;
	bool ok = true;

	for (; ok && v; v = m->kind == JSONV_LIST ? v->next : NULL)
		ok = feature_kind(m, v, &kind, err) && feature_value(&list, v, kind, err);
	if (kind == FEATURE_INT || kind == FEATURE_FLOAT)
		put_len(&packed, 1, str_sv(&list));
	if (kind != FEATURE_NONE)
		put_len(&f, (int)kind, kind == FEATURE_BYTES ? str_sv(&list) : str_sv(&packed));
	put_len(&entry, 1, m->key);
	put_len(&entry, 2, str_sv(&f));
	put_len(features, 1, str_sv(&entry));
	str_free(&list);
	str_free(&packed);
	str_free(&f);
	str_free(&entry);
	return ok;
}

static bool features_of(struct str *features, const struct jsonv *v, struct err *err)
{
	if (v->kind != JSONV_OBJECT)
		return err_input(err, "Example must be JSON object but got JSON %s", kind_name(v));
	for (const struct jsonv *m = v->first; m; m = m->next)
		if (!feature(features, m, err))
			return false;
	return true;
}

static bool read_examples(struct serving *s, const struct jsonv *doc, const struct jsonv *list,
			  struct err *err)
{
	const struct jsonv *context = jsonv_get(doc, "context");
	struct str features = STR_INIT, example = STR_INIT;
	int64_t n = list->n, at = 0;
	int in = input_of(s->sig, SV("inputs"));
	bool ok = true;

	if (in < 0 || dtype_base((enum dtype)s->sig->in[in].dtype) != DT_STRING)
		return err_input(err, "Expected exactly one input Tensor.");
	s->in[in] = tensor_new(DT_STRING, 1, &n, err);
	ok = s->in[in] != NULL;
	for (const struct jsonv *e = list->first; ok && e; e = e->next, at++) {
		str_clear(&features);
		str_clear(&example);
		/* what the example says itself comes last, and counts */
		ok = (!context || features_of(&features, context, err)) &&
		     features_of(&features, e, err);
		put_len(&example, 1, str_sv(&features));
		ok = ok && tensor_str_set(s->in[in], at, str_sv(&example), err);
	}
	str_free(&features);
	str_free(&example);
	return ok;
}

/* ---- the body ---- */

static bool find_signature(struct serving *s, const struct jsonv *doc, const struct metagraph *mg,
			   const char *name, struct err *err)
{
	const struct jsonv *said = jsonv_get(doc, "signature_name");
	struct sv key = SV("serving_default");

	if (said && said->kind != JSONV_STR)
		return bad_value(
			doc, err,
			" not formatted correctly. 'signature_name' key must be a string value.");
	if (name)
		key = sv_of(name);
	else if (said && said->s.n)
		key = said->s;
	s->sig = metagraph_signature(mg, key);
	return s->sig || err_input(err, "Serving signature key \"%.*s\" not found.", SV_ARG(key));
}

static bool list_there(const struct jsonv *doc, const struct jsonv *v, const char *key,
		       struct err *err)
{
	if (v->kind != JSONV_LIST)
		return bad_value(doc, err, " Excepting '%s' to be an list/array", key);
	return v->n || bad_value(doc, err, " No values in '%s' array", key);
}

static bool read_doc(struct serving *s, const struct jsonv *doc, struct err *err)
{
	const struct jsonv *rows = jsonv_get(doc, "instances"), *columns = jsonv_get(doc, "inputs");
	const struct jsonv *examples = jsonv_get(doc, "examples");

	if (rows && columns)
		return bad_value(doc, err,
				 " Not formatted correctly expecting only one of 'inputs' or "
				 "'instances' keys to "
				 "exist ");
	if (examples && !rows && !columns) {
		s->form =
			sv_ends(s->sig->method, SV("regress")) ? SERVING_REGRESS : SERVING_CLASSIFY;
		return list_there(doc, examples, "examples", err) &&
		       read_examples(s, doc, examples, err);
	}
	if (!s->sig->n_in)
		return err_input(err, "Failed to get input map for signature: %.*s",
			    SV_ARG(s->sig->key));
	if (rows) {
		s->form = SERVING_ROW;
		return list_there(doc, rows, "instances", err) && read_rows(s, rows, err);
	}
	s->form = SERVING_COLUMN;
	return columns ? read_columns(s, columns, err)
		       : err_input(err, "Missing 'inputs' or 'instances' key");
}

bool serving_read(struct serving *s, struct sv body, const struct metagraph *mg, const char *name,
		  struct err *err)
{
	struct arena *a = arena_new();
	struct err why = {0};
	size_t offset;
	const char *complaint = json_complaint(body, &offset);
	const struct jsonv *doc = body.n && !complaint ? jsonv_read(a, body, &why) : NULL;
	bool ok;

	memset(s, 0, sizeof(*s));
	if (!body.n)
		ok = err_input(err, "JSON Parse error: The document is empty");
	else if (complaint)
		ok = err_input(err, "JSON Parse error: %s at offset: %zu", complaint, offset);
	else if (!doc)
		ok = err_input(err, "JSON Parse error: %s", why.msg ? why.msg : "");
	else if (doc->kind != JSONV_OBJECT)
		ok = bad_value(doc, err, " Is not object");
	else
		ok = find_signature(s, doc, mg, name, err);
	if (ok) {
		s->in = xcalloc(s->sig->n_in + 1u, sizeof(*s->in));
		ok = read_doc(s, doc, err);
	}
	err_clear(&why);
	arena_free(a);
	return ok;
}

void serving_free(struct serving *s)
{
	for (uint32_t i = 0; s->in && i < s->sig->n_in; i++)
		tensor_unref(s->in[i]);
	free(s->in);
	free(s->own);
	memset(s, 0, sizeof(*s));
}
