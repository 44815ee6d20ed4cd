/* show --json; see show_json.h. */
#include "cmd/show_json.h"

#include "cmd/json_model.h"
#include "cmd/peer.h"
#include "cmd/show_functions.h"

static bool ops_json(struct json *j, const struct metagraph *mg, struct err *err)
{
	struct pyset ops;
	struct sv op;

	if (!peer_ops(mg, &ops, err))
		return false;
	json_key(j, "ops");
	json_open(j, '[');
	for (size_t i = 0; pyset_next(&ops, &i, &op);)
		json_str(j, op);
	json_close(j, ']');
	pyset_free(&ops);
	return true;
}

static bool metagraph_json(struct json *j, const struct metagraph *mg, const struct show_want *w, struct err *err)
{
	json_open(j, '{');
	json_ktags(j, "tags", mg);
	json_key(j, "signatures");
	json_open(j, '[');
	for (uint32_t i = 0; i < mg->n_sigs; i++)
		if (w->all_signatures || &mg->sigs[i] == w->signature)
			json_signature(j, &mg->sigs[i]);
	json_close(j, ']');
	if (w->ops && !ops_json(j, mg, err))
		return false;
	json_close(j, '}');
	return true;
}

/* ---- functions ---- */

static void argument_json(struct json *j, const struct pyval *v)
{
	struct str s = STR_INIT;

	json_open(j, '{');
	if (v->kind == PV_TENSOR_SPEC) {
		json_kstr(j, "name", v->has_name ? v->s : SV(""));
		json_kstr(j, "dtype", sv_of(dtype_text((enum dtype)v->i)));
		json_kshape(j, "shape", v->shape);
	}
	pyval_repr(&s, v);
	json_kstr(j, "python", str_sv(&s));
	json_close(j, '}');
	str_free(&s);
}

static void option_json(struct json *j, const struct concrete *c)
{
	bool pair = c->has_signature && c->signature.n == 2;
	const struct pyval *args = pair ? &c->signature.item[0] : NULL, *kw = pair ? &c->signature.item[1] : NULL;

	json_open(j, '{');
	json_key(j, "args");
	json_open(j, '[');
	for (uint32_t i = 0; args && i < args->n; i++)
		argument_json(j, &args->item[i]);
	for (uint32_t i = 0; !args && i < c->n_keywords; i++)
		argument_json(j, &(struct pyval){ .kind = PV_STR, .s = c->keyword[i] });
	json_close(j, ']');
	json_key(j, "kwargs");
	json_open(j, '[');
	for (uint32_t i = 0; kw && kw->kind == PV_DICT && i < kw->n; i++)
		json_str(j, kw->key[i]);
	json_close(j, ']');
	json_close(j, '}');
}

static bool functions_json(struct json *j, const struct metagraph *mg, struct err *err)
{
	struct concretes *all = concretes_new(mg, err);

	if (!all)
		return false;
	json_key(j, "functions");
	json_open(j, '[');
	for (uint32_t i = 0; i < all->n; i++) {
		json_open(j, '{');
		json_kstr(j, "name", all->f[i].name);
		json_key(j, "options");
		json_open(j, '[');
		for (uint32_t k = 0; k < all->f[i].n; k++)
			option_json(j, &all->f[i].c[k]);
		json_close(j, ']');
		json_close(j, '}');
	}
	json_close(j, ']');
	concretes_free(all);
	return true;
}

bool show_json(struct sink *out, const struct show_want *w, struct err *err)
{
	const struct metagraph *objects = NULL;
	struct json j;

	json_start(&j, out);
	json_open(&j, '{');
	json_key(&j, "metagraphs");
	json_open(&j, '[');
	for (int i = 0; i < w->n; i++) {
		if (!metagraph_json(&j, w->mg[i], w, err))
			return false;
		if (!objects && w->mg[i]->has_object_graph)
			objects = w->mg[i];
	}
	json_close(&j, ']');
	if (w->functions && objects && !functions_json(&j, objects, err))
		return false;
	json_close(&j, '}');
	json_end(&j);
	return true;
}
