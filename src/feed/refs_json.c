/*
 * Polygraphy's JSON. An array is {"array": BASE64 of an .npy file, "polygraphy_class": "ndarray"};
 * --save-outputs writes {"lst": [[RUNNER, [ITERATION, ...]], ...]}, an iteration {"outputs": {NAME:
 * {"values": ARRAY}}, ...};
 * --save-inputs a list of {NAME: ARRAY}. Older versions wrote an .npz, or the bytes as text, one
 * letter a byte.
 */
#include <stdlib.h>
#include <string.h>

#include "codec/base64.h"
#include "codec/jsonread.h"
#include "feed/refs_inside.h"
#include "tensor/npy.h"

bool polygraphy_is(struct sv text)
{
	struct sv word = SV("\"array\"");

	while (text.n && strchr(" \t\r\n", *text.p))
		text = sv_sub(text, 1, text.n);
	return text.n && (*text.p == '{' || *text.p == '[') &&
	       memmem(text.p, text.n, word.p, word.n) && memmem(text.p, text.n, "polygraphy", 10);
}

/* An array as it stands there, or in a wrapper of its own. */
static struct sv array_of(const struct jsonv *v)
{
	const struct jsonv *in = jsonv_get(v, "values");

	return jsonv_str(in ? in : v, "array");
}

static uint32_t add_members(struct refs *r, const struct jsonv *v, enum ref_role role)
{
	uint32_t n = 0;

	if (!v || v->kind != JSONV_OBJECT)
		return 0;
	for (const struct jsonv *m = v->first; m; m = m->next) {
		struct ref_entry e = {.form = REF_TEXT,
				      .text = array_of(m),
				      .r = {.role = role, .place = (int)n}};

		if (!e.text.n)
			continue;
		refs_add(r, &e, m->key);
		n++;
	}
	return n;
}

/* [RUNNER, [ITERATION, ...]] */
static struct sv runner_name(const struct jsonv *pair)
{
	return pair->kind == JSONV_LIST && pair->first && pair->first->kind == JSONV_STR
		       ? pair->first->s
		       : SV_NULL;
}

static const struct jsonv *runner_find(const struct jsonv *list, const char *want)
{
	for (const struct jsonv *p = list->first; p; p = p->next)
		if (runner_name(p).p && (!want || sv_starts(runner_name(p), sv_of(want))))
			return p;
	return NULL;
}

static bool no_runner(const struct jsonv *list, const char *want, struct err *err)
{
	err_set(err, ERR_KIND_INPUT, ERR_NOT_FOUND, "no runner \"%s\" in these results",
		want ? want : "");
	for (const struct jsonv *p = list->first; p; p = p->next)
		if (runner_name(p).p)
			err_note(err, "there is %.*s", SV_ARG(runner_name(p)));
	return false;
}

static bool outputs(struct refs *r, const struct jsonv *list, const char *want, struct err *err)
{
	const struct jsonv *pair = runner_find(list, want),
			   *rounds = pair ? pair->first->next : NULL;

	if (!pair)
		return no_runner(list, want, err);
	r->kind = "outputs that Polygraphy saved";
	if (rounds && rounds->kind == JSONV_LIST && rounds->first)
		add_members(r, jsonv_get(rounds->first, "outputs"), REF_ANY);
	str_addz(&r->said, "runner ");
	str_escaped(&r->said, runner_name(pair));
	if (list->n > 1)
		str_addf(&r->said, ", of %u (FILE#RUNNER takes another)", list->n);
	if (rounds && rounds->n > 1)
		str_addf(&r->said, "; the first of %u iterations", rounds->n);
	return true;
}

static bool inputs(struct refs *r, const struct jsonv *list)
{
	r->kind = "inputs that Polygraphy saved";
	if (list->first)
		add_members(r, list->first, REF_INPUT);
	if (list->n > 1)
		str_addf(&r->said, "the first of %u iterations", list->n);
	return true;
}

bool polygraphy_read(struct refs *r, struct sv text, const char *runner, struct err *err)
{
	const struct jsonv *v = jsonv_read(r->arena, text, err), *list = jsonv_get(v, "lst");

	if (!v)
		return false;
	if (list && list->kind == JSONV_LIST)
		return outputs(r, list, runner, err);
	if (v->kind == JSONV_LIST)
		return inputs(r, v);
	r->kind = "arrays that Polygraphy saved";
	add_members(r, jsonv_get(v, "outputs") ? jsonv_get(v, "outputs") : v, REF_ANY);
	return true;
}

/* ---- an array ---- */

/* Letters up to U+00FF as bytes. */
static bool latin1(struct sv text, struct str *out)
{
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i], d;

		if (c < 0x80) {
			str_addc(out, (char)c);
			continue;
		}
		d = i + 1 < text.n ? (unsigned char)text.p[++i] : 0;
		if ((c & 0xfc) != 0xc0 || (d & 0xc0) != 0x80)
			return false;
		str_addc(out, (char)((c & 3) << 6 | (d & 63)));
	}
	return true;
}

struct first {
	struct zip_member m;
	bool is;
};

static bool take_first(void *ctx, const struct zip_member *m)
{
	struct first *f = ctx;

	if (!f->is)
		f->m = *m;
	f->is = true;
	return true;
}

static struct tensor *read_array(struct sv bytes, struct err *err)
{
	struct first f = {.is = false};
	struct str member = STR_INIT;
	struct tensor *t = NULL;

	if (!sv_starts(bytes, SV("PK")))
		return npy_read(bytes, err);
	if (zip_each(bytes, take_first, &f, err) && f.is && zip_extract(bytes, &f.m, &member, err))
		t = npy_read(str_sv(&member), err);
	else if (!f.is)
		err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "an archive without arrays");
	str_free(&member);
	return t;
}

struct tensor *polygraphy_tensor(struct sv text, struct err *err)
{
	struct str letters = STR_INIT;
	struct tensor *t = NULL;
	char *bytes = xmalloc(text.n / 4 * 3 + 4);
	size_t n;

	if (base64_read(text, bytes, &n))
		t = read_array((struct sv){bytes, n}, err);
	else if (latin1(text, &letters))
		t = read_array(str_sv(&letters), err);
	else
		err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "an array that is not base64");
	str_free(&letters);
	free(bytes);
	return t;
}
