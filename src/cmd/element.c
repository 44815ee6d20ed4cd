/* Elements of the run's tensors by name; see element.h. */
#include "cmd/element.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/rows.h"

static bool which(const struct tensor *t, struct err *err)
{
	struct str s = STR_INIT;

	type_text(&s, t);
	err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		"which element of %s? Say NAME[0,...], %d number%s", str_z(&s), t->rank,
		t->rank == 1 ? "" : "s");
	str_free(&s);
	return false;
}

bool element_place(const struct tensor *t, struct sv index, int64_t *place, struct err *err)
{
	char *text = xsvdup(index), *p = text;
	bool ok = true;
	int n = 0;

	*place = 0;
	while (ok && *p && *p != ']') {
		char *end;
		int64_t k = strtoll(p + 1, &end, 10);

		if (end == p + 1 && *end == ']' && n == 0)
			break;
		ok = end > p + 1 && n < t->rank && k >= -t->dim[n] && k < t->dim[n] &&
		     (*end == ',' || *end == ']');
		*place = ok ? *place * t->dim[n] + (k < 0 ? k + t->dim[n] : k) : 0;
		n++;
		p = end;
	}
	free(text);
	if (ok && n == 0 && t->n == 1)
		return true;
	return (ok && n == t->rank && t->n) || which(t, err);
}

static bool by_key(const struct tensor_info *ti, uint32_t n, struct sv name, const uint32_t *values,
		   uint32_t *value)
{
	for (uint32_t i = 0; i < n; i++)
		if (sv_eq(ti[i].key, name) && values[i] != TAPE_NONE) {
			*value = values[i];
			return true;
		}
	return false;
}

bool element_value(struct app *app, const struct taped *t, struct sv name, uint32_t *value,
		   struct err *err)
{
	const struct signature *sig = dbg_signature(app->dbg);
	struct err first = {0};
	const struct tape_event *e;
	uint64_t event;
	int slot;

	if (by_key(sig->out, sig->n_out, name, t->out, value) ||
	    by_key(sig->in, sig->n_in, name, t->in, value))
		return true;
	if (!dbg_find(app->dbg, name, &event, &slot, &first)) {
		err_move(err, &first);
		return false;
	}
	e = event < tape_n(t->tape) ? tape_event(t->tape, (uint32_t)event) : NULL;
	*value = e && slot >= 0 && (uint32_t)slot < e->n_out ? e->out[slot] : TAPE_NONE;
	if (*value == TAPE_NONE)
		return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "%.*s has no value here",
			       SV_ARG(name));
	return true;
}

void element_index(struct str *out, const struct tensor *t, int64_t place)
{
	int64_t at[SHAPE_MAX_RANK];

	for (int i = t->rank; i-- > 0; place = t->dim[i] ? place / t->dim[i] : 0)
		at[i] = t->dim[i] ? place % t->dim[i] : 0;
	str_addc(out, '[');
	for (int i = 0; i < t->rank; i++)
		str_addf(out, "%s%lld", i ? "," : "", (long long)at[i]);
	str_addc(out, ']');
}

char *element_name(const struct taped *t, uint32_t value, int64_t place, bool shown)
{
	const struct tape_event *e = tape_maker(t->tape, value);
	const struct tape_value *v = tape_value(t->tape, value);
	struct object *o = e && e->n_in && sv_is(e->n->op, "ReadVariableOp")
				   ? tape_resource(t->tape, e->in[0])
				   : NULL;
	struct str s = STR_INIT;

	o = o ? o : tape_resource(t->tape, value);
	if (shown && o && taped_variable(t, o)[0])
		str_escaped(&s, sv_of(taped_variable(t, o)));
	else if (e && shown && e->n)
		str_escaped(&s, e->n->name);
	else if (e)
		str_addz(&s, e->path);
	else
		str_addz(&s, "?");
	if (e && !(shown && o && taped_variable(t, o)[0]))
		str_addf(&s, ":%u%s", v->slot, e->iter);
	if (v && place >= 0 && v->t->rank)
		element_index(&s, v->t, place);
	return str_give(&s);
}
