/*
 * Calls as Python makes them: arguments are bound to the function's names, then the traces are tried
 * in order, first without converting anything, then with. What matches gives the tensors in the order
 * of tf.nest (dicts by key), and the structure of the outputs their names.
 */
#include "cmd/call.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/python.h"
#include "cmd/show_functions.h"

/* ---- binding names ---- */

struct bound {
	struct pyobj args, kwargs;	/* canonical: everything positional that can be */
};

static void params_text(struct str *out, const struct callable *c)
{
	uint32_t n_def = c->defaults.kind == PV_TUPLE || c->defaults.kind == PV_LIST ? c->defaults.n : 0;
	const char *comma = "";

	str_addc(out, '(');
	for (uint32_t i = 0; i < c->n_args; i++, comma = ", ") {
		str_addz(out, comma);
		str_add(out, c->arg[i]);
		if (c->has_input_signature && i < c->input_signature.n) {
			str_addz(out, ": ");
			pyval_repr(out, &c->input_signature.item[i]);
		}
		str_addz(out, i + n_def >= c->n_args ? "=<captured_default_value>" : "");
	}
	if (c->has_varargs)
		str_addf(out, "%s*%.*s", comma, SV_ARG(c->varargs));
	else if (c->kwonly.n)
		str_addf(out, "%s*", comma);
	comma = c->has_varargs || c->kwonly.n ? ", " : comma;
	for (uint32_t i = 0; i < c->kwonly.n; i++) {
		bool dflt = false;

		for (uint32_t k = 0; c->kwdefaults.kind == PV_DICT && k < c->kwdefaults.n; k++)
			dflt |= sv_eq(c->kwdefaults.key[k], c->kwonly.item[i].s);
		str_addf(out, "%s%.*s%s", comma, SV_ARG(c->kwonly.item[i].s),
			 dflt ? "=<captured_default_value>" : "");
	}
	if (c->has_varkw)
		str_addf(out, "%s**%.*s", comma, SV_ARG(c->varkw));
	str_addc(out, ')');
}

static bool bind_error(const struct callable *c, const struct pyobj *args,
		       const struct pyobj *kwargs, struct err *err, const char *why)
{
	struct str a = STR_INIT, k = STR_INIT, s = STR_INIT;

	pyobj_repr(&a, args, "args");
	pyobj_repr(&k, kwargs, "kwargs");
	params_text(&s, c);
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		"TypeError: Binding inputs to tf.function failed due to `%s`. Received args: %s and "
		"kwargs: %s for signature: %s.", why, str_z(&a), str_z(&k), str_z(&s));
	str_free(&a);
	str_free(&k);
	str_free(&s);
	return false;
}

static long find_name(const struct sv *list, uint32_t n, struct sv name)
{
	for (uint32_t i = 0; i < n; i++)
		if (sv_eq(list[i], name))
			return (long)i;
	return -1;
}

static const struct pyobj *given(const struct pyobj *kwargs, struct sv name)
{
	long i = find_name(kwargs->key, kwargs->n, name);

	return i < 0 ? NULL : &kwargs->item[i];
}

static bool is_kwonly(const struct callable *c, struct sv name)
{
	for (uint32_t i = 0; i < c->kwonly.n; i++)
		if (sv_eq(c->kwonly.item[i].s, name))
			return true;
	return false;
}

static bool bind_positional(struct bound *b, const struct callable *c, struct pybag *bag,
			    const struct pyobj *args, const struct pyobj *kwargs, char *why, size_t n)
{
	uint32_t n_def = c->defaults.kind == PV_TUPLE || c->defaults.kind == PV_LIST ? c->defaults.n : 0;

	if (args->n > c->n_args && !c->has_varargs) {
		snprintf(why, n, "too many positional arguments");
		return false;
	}
	for (uint32_t i = 0; i < c->n_args || i < args->n; i++) {
		const struct pyobj *kw = i < c->n_args ? given(kwargs, c->arg[i]) : NULL;

		if (i < args->n && kw) {
			snprintf(why, n, "multiple values for argument '%.*s'", SV_ARG(c->arg[i]));
			return false;
		}
		if (i < args->n) {
			pylist_push(bag, &b->args, args->item[i]);
		} else if (kw) {
			pylist_push(bag, &b->args, *kw);
		} else if (i + n_def >= c->n_args) {
			pylist_push(bag, &b->args,
				    pyobj_of(bag, &c->defaults.item[i + n_def - c->n_args]));
		} else {
			snprintf(why, n, "missing a required argument: '%.*s'", SV_ARG(c->arg[i]));
			return false;
		}
	}
	return true;
}

static bool bind_keywords(struct bound *b, const struct callable *c, struct pybag *bag,
			  const struct pyobj *kwargs, char *why, size_t n)
{
	for (uint32_t i = 0; i < c->kwonly.n; i++) {
		struct sv name = c->kwonly.item[i].s;
		const struct pyobj *kw = given(kwargs, name);
		long d = c->kwdefaults.kind == PV_DICT ?
			 find_name(c->kwdefaults.key, c->kwdefaults.n, name) : -1;

		if (!kw && d < 0) {
			snprintf(why, n, "missing a required argument: '%.*s'", SV_ARG(name));
			return false;
		}
		pydict_put(bag, &b->kwargs, name, kw ? *kw : pyobj_of(bag, &c->kwdefaults.item[d]));
	}
	for (uint32_t i = 0; i < kwargs->n; i++) {
		struct sv name = kwargs->key[i];

		if (find_name(c->arg, c->n_args, name) >= 0 || is_kwonly(c, name))
			continue;
		if (!c->has_varkw) {
			snprintf(why, n, "got an unexpected keyword argument '%.*s'", SV_ARG(name));
			return false;
		}
		pydict_put(bag, &b->kwargs, name, kwargs->item[i]);
	}
	return true;
}

static bool bind(struct bound *b, const struct callable *c, struct pybag *bag,
		 const struct pyobj *args, const struct pyobj *kwargs, struct err *err)
{
	char why[300];

	*b = (struct bound){ .args.kind = PY_TUPLE, .kwargs.kind = PY_DICT };
	return (bind_positional(b, c, bag, args, kwargs, why, sizeof(why)) &&
		bind_keywords(b, c, bag, kwargs, why, sizeof(why))) ||
	       bind_error(c, args, kwargs, err, why);
}

/* ---- matching a trace ---- */

enum how { AS_IS, CONVERT, CAST /* numpy arrays too: an input signature says the type */ };

struct match {
	struct pybag *bag;
	enum how how;
	VEC(struct tensor *) t;
};

static bool match(struct match *m, const struct pyval *want, const struct pyobj *v);

static bool is_numeric(enum dtype t)
{
	enum dtype_kind k = dtype_info(t)->kind;

	return k == DK_FLOAT || k == DK_INT || k == DK_UINT;
}

/* numpy's arrays become what an input signature asks for, as long as nothing is lost on the way. */
static struct tensor *cast(struct match *m, const struct pyobj *v, enum dtype want)
{
	struct tensor *t;

	if (v->kind != PY_TENSOR || !v->array || !is_numeric(want) || !is_numeric(v->t->dtype) ||
	    (dtype_info(v->t->dtype)->kind == DK_FLOAT && dtype_info(want)->kind != DK_FLOAT))
		return NULL;
	t = tensor_cast(v->t, want, NULL);
	if (t)
		vec_push(&m->bag->tensors, t);
	return t;
}

static bool match_tensor(struct match *m, const struct pyval *want, const struct pyobj *v)
{
	enum dtype type = want->i > 0 && want->i < DT_REF + DT_COUNT ? dtype_base((enum dtype)want->i)
								   : DT_INVALID;
	struct tensor *t = v->kind == PY_TENSOR ? v->t : NULL;

	if (!t && m->how != AS_IS)
		t = pyobj_convert(m->bag, v, type);
	if (t && t->dtype != type && m->how == CAST)
		t = cast(m, v, type);
	if (!t || t->dtype != type || !shape_accepts(want->shape, tensor_shape(t)))
		return false;
	vec_push(&m->t, t);
	return true;
}

static bool match_keys(struct match *m, const struct pyval *want, const struct pyobj *v)
{
	uint32_t *order = xcalloc((size_t)want->n + 1, sizeof(*order));
	bool ok = v->kind == PY_DICT && v->n == want->n;

	pyval_order(want, order);
	for (uint32_t i = 0; ok && i < want->n; i++) {
		const struct pyobj *item = given(v, want->key[order[i]]);

		ok = item && match(m, &want->item[order[i]], item);
	}
	free(order);
	return ok;
}

static bool match_items(struct match *m, const struct pyval *want, const struct pyobj *v)
{
	if (want->kind == PV_NAMED_TUPLE && v->kind == PY_DICT)
		return match_keys(m, want, v);
	if (v->kind != (want->kind == PV_LIST ? PY_LIST : PY_TUPLE) || v->n != want->n)
		return false;
	for (uint32_t i = 0; i < want->n; i++)
		if (!match(m, &want->item[i], &v->item[i]))
			return false;
	return true;
}

/* Defaults that cannot be typed (a TensorShape, a named tuple) are compared as text. */
static bool same_text(const struct pyval *a, const struct pyval *b)
{
	struct str x = STR_INIT, y = STR_INIT;
	bool same;

	pyval_repr(&x, a);
	pyval_repr(&y, b);
	same = sv_eq(str_sv(&x), str_sv(&y));
	str_free(&x);
	str_free(&y);
	return same;
}

static bool match(struct match *m, const struct pyval *want, const struct pyobj *v)
{
	if (v->kind == PY_OTHER)
		return same_text(v->pv, want);
	switch (want->kind) {
	case PV_TENSOR_SPEC:
	case PV_BOUNDED_SPEC:
		return match_tensor(m, want, v);
	case PV_LIST:
	case PV_TUPLE:
	case PV_NAMED_TUPLE:
		return match_items(m, want, v);
	case PV_DICT:
		return match_keys(m, want, v);
	case PV_TYPE_SPEC:
		return false;
	default:
		return pyobj_equals(v, want);
	}
}

static bool match_trace(struct match *m, const struct trace *t, const struct bound *b)
{
	m->t.n = 0;
	return t->has_in && t->in.n == 2 && match(m, &t->in.item[0], &b->args) &&
	       match(m, &t->in.item[1], &b->kwargs);
}

static const struct trace *choose(struct match *m, const struct callable *c, const struct bound *b)
{
	for (m->how = AS_IS; m->how <= (c->has_input_signature ? CAST : CONVERT); m->how++)
		for (uint32_t i = 0; i < c->n; i++)
			if (match_trace(m, &c->trace[i], b))
				return &c->trace[i];
	return NULL;
}

/* ---- no match ---- */

static void positional_got(struct str *out, const struct callable *c, const struct pyobj *args)
{
	str_addf(out, "Positional arguments (%u total):\n    * ", args->n);
	for (uint32_t i = 0; i < args->n; i++) {
		char *name = i < c->n_args ? xsvdup(c->arg[i]) :
			     xasprintf("args_%u", i - c->n_args);

		str_addz(out, i ? "\n    * " : "");
		pyobj_pretty(out, &args->item[i], name);
		free(name);
	}
}

static void positional_want(struct str *out, struct pybag *bag, const struct pyval *args)
{
	str_addf(out, "Positional arguments (%u total):\n    * ", args->n);
	for (uint32_t i = 0; i < args->n; i++) {
		struct pyobj v = pyobj_of(bag, &args->item[i]);

		str_addz(out, i ? "\n    * " : "");
		pyobj_pretty(out, &v, "");
	}
}

static bool no_match(const struct callable *c, struct pybag *bag, const struct bound *b, struct err *err)
{
	struct str s = STR_INIT;

	positional_got(&s, c, &b->args);
	str_addz(&s, "\n  Keyword arguments: ");
	pyobj_repr(&s, &b->kwargs, "kwargs");
	str_addf(&s, "\n\n Expected these arguments to match one of the following %u option(s):\n", c->n);
	for (uint32_t i = 0; i < c->n; i++) {
		str_addf(&s, "\nOption %u:\n  ", i + 1);
		if (!c->trace[i].has_in || c->trace[i].in.n != 2) {
			str_addz(&s, "(the file does not say)\n");
			continue;
		}
		positional_want(&s, bag, &c->trace[i].in.item[0]);
		str_addz(&s, "\n  Keyword arguments: ");
		pyval_repr(&s, &c->trace[i].in.item[1]);
		str_addz(&s, i + 1 < c->n ? "\n" : "");
	}
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		"ValueError: Could not find matching concrete function to call loaded from the "
		"SavedModel. Got:\n  %s", str_z(&s));
	str_free(&s);
	return false;
}

/* With an input signature TensorFlow fails earlier: when it casts each argument to its spec. */
static bool no_cast(const struct callable *c, struct pybag *bag, const struct bound *b,
		    const struct pyobj *args, const struct pyobj *kwargs, struct err *err)
{
	struct match m = { .bag = bag, .how = CAST };
	struct str s = STR_INIT;
	bool said = false;

	for (uint32_t i = 0; i < c->input_signature.n && i < b->args.n && !said; i++) {
		const struct pyval *spec = &c->input_signature.item[i];
		const struct pyobj *v = &b->args.item[i];
		enum dtype want = spec->i > 0 ? dtype_base((enum dtype)spec->i) : DT_INVALID;
		struct tensor *t = v->kind == PY_TENSOR ? v->t : NULL;

		if (spec->kind != PV_TENSOR_SPEC || match(&m, spec, v))
			continue;
		t = t ? t : pyobj_convert(bag, v, want);
		if (t) {
			struct pyval is = *spec;

			is.shape = tensor_shape(t);
			is.i = t->dtype;
			str_addz(&s, "Can not cast ");
			pyval_repr(&s, &is);
			str_addz(&s, " to ");
			pyval_repr(&s, spec);
		} else {
			str_addz(&s, "Cannot convert ");
			pyobj_repr(&s, v, "x");
			str_addf(&s, " to EagerTensor of dtype %s",
				 dtype_text(want));
		}
		said = true;
		bind_error(c, args, kwargs, err, str_z(&s));
	}
	vec_free(&m.t);
	str_free(&s);
	return said;
}

/* ---- bare concrete functions: tensors by name ---- */

static bool flat_fail(const struct callable *c, struct err *err, const char *what)
{
	struct str s = STR_INIT;

	str_add(&s, concrete_clean_name(c->trace[0].name));
	str_addc(&s, '(');
	for (uint32_t i = 0; i < c->n_keywords; i++) {
		str_addz(&s, i ? ", " : "");
		str_add(&s, c->keyword[i]);
	}
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "TypeError: %s)%s", str_z(&s), what);
	str_free(&s);
	return false;
}

static bool flat_arg(struct match *m, const struct callable *c, uint32_t i, const struct pyobj *v,
		     struct err *err)
{
	const struct function *f = c->trace[0].f;
	enum dtype want = f && i < f->def->n_in ? dtype_base(f->def->in[i].type) : DT_INVALID;
	struct tensor *t = v->kind == PY_TENSOR ? v->t : pyobj_convert(m->bag, v, want);
	char what[200];

	if (t) {
		vec_push(&m->t, t);
		return true;
	}
	snprintf(what, sizeof(what), ": argument #%u(zero-based) does not become a %s tensor.", i,
		 dtype_info(want)->name);
	return flat_fail(c, err, what);
}

static bool flat_bind(struct match *m, const struct callable *c, const struct pyobj *args,
		      const struct pyobj *kwargs, struct err *err)
{
	struct str missing = STR_INIT;
	bool ok = true;

	m->t.n = 0;
	if (args->n > (uint64_t)c->allowed_positional)
		return flat_fail(c, err, c->allowed_positional ? ": too many positional arguments" :
				 " takes no positional arguments: write NAME=VALUE");
	for (uint32_t i = 0; ok && i < c->n_keywords; i++) {
		const struct pyobj *v = i < args->n ? &args->item[i] : given(kwargs, c->keyword[i]);

		if (v)
			ok = flat_arg(m, c, i, v, err);
		else
			str_addf(&missing, "%s%.*s", missing.n ? ", " : "", SV_ARG(c->keyword[i]));
	}
	for (uint32_t i = 0; ok && i < kwargs->n; i++)
		if (find_name(c->keyword, c->n_keywords, kwargs->key[i]) < 0) {
			char what[200];

			snprintf(what, sizeof(what), " got unexpected keyword arguments: %.*s.",
				 SV_ARG(kwargs->key[i]));
			ok = flat_fail(c, err, what);
		}
	if (ok && missing.n) {
		char *what = xasprintf(" missing required arguments: %s.", str_z(&missing));

		ok = flat_fail(c, err, what);
		free(what);
	}
	str_free(&missing);
	return ok;
}

/* ---- as a signature ---- */

struct naming {
	struct call *call;
	struct str label, key;		/* so far */
	uint32_t n;			/* outputs named */
	bool any;
};

static void name_leaf(struct naming *w, const struct pyval *v)
{
	const struct function *f = w->call->trace->f;
	struct tensor_info *ti;
	struct str key = STR_INIT;

	if (w->n >= f->n_rets)
		return;
	str_addz(&key, w->key.n ? "" : "output_0");
	str_add(&key, str_sv(&w->key));
	ti = (struct tensor_info *)&w->call->sig->out[w->n];
	ti->key = arena_sv(w->call->arena, str_sv(&key));
	str_free(&key);
	ti->encoding = TI_NAME;
	ti->dtype = v && v->kind == PV_TENSOR_SPEC ? (int)v->i : (int)f->def->out[w->n].type;
	ti->has_shape = v && v->kind == PV_TENSOR_SPEC;
	ti->shape = ti->has_shape ? v->shape : (struct shape){ -1, NULL };
	ti->name = SV("");
	w->call->label[w->n++] = arena_sv(w->call->arena, str_sv(&w->label));
}

static void name_outputs(struct naming *w, const struct pyval *v);

static void name_item(struct naming *w, const struct pyval *v, uint32_t i)
{
	size_t label = w->label.n, key = w->key.n;

	if (v->kind == PV_DICT) {
		str_addc(&w->label, '[');
		py_repr(&w->label, v->key[i]);
		str_addc(&w->label, ']');
	} else if (v->kind == PV_NAMED_TUPLE) {
		str_addf(&w->label, ".%.*s", SV_ARG(v->key[i]));
	} else {
		str_addf(&w->label, "[%u]", i);
	}
	str_addz(&w->key, key ? "." : "");
	if (v->kind == PV_DICT || v->kind == PV_NAMED_TUPLE)
		str_add(&w->key, v->key[i]);
	else
		str_addf(&w->key, key ? "%u" : "output_%u", i);
	name_outputs(w, &v->item[i]);
	w->label.n = label;
	w->key.n = key;
	if (w->label.p)
		w->label.p[label] = '\0';
}

/* A ragged or sparse result: values first, then what places them. */
static void name_parts(struct naming *w, const struct pyval *v)
{
	uint32_t n = v->type_spec_class == 1 ? 3 : 2, left = w->call->trace->f->n_rets - w->n;

	if (v->type_spec_class == 3 && v->n && v->item[0].n > 2 && v->item[0].item[2].i > 0)
		n = (uint32_t)v->item[0].item[2].i + 1;
	for (uint32_t i = 0; i < n && i < left; i++) {
		size_t label = w->label.n, key = w->key.n;

		str_addf(&w->label, ".part%u", i);
		str_addf(&w->key, "%spart%u", key ? "." : "output_0.", i);
		name_leaf(w, NULL);
		w->label.n = label;
		w->key.n = key;
	}
}

static void name_outputs(struct naming *w, const struct pyval *v)
{
	uint32_t *order;

	switch (v->kind) {
	case PV_LIST:
	case PV_TUPLE:
	case PV_DICT:
	case PV_NAMED_TUPLE:
		order = xcalloc((size_t)v->n + 1, sizeof(*order));
		pyval_order(v, order);
		for (uint32_t i = 0; i < v->n; i++)
			name_item(w, v, order[i]);
		free(order);
		break;
	case PV_TENSOR_SPEC:
	case PV_BOUNDED_SPEC:
		name_leaf(w, v);
		break;
	case PV_TYPE_SPEC:
		name_parts(w, v);
		break;
	default:
		break;
	}
}

static void make_outputs(struct call *call)
{
	const struct function *f = call->trace->f;
	struct naming w = { .call = call };

	call->sig->n_out = f->n_rets;
	call->sig->out = arena_array(call->arena, (size_t)f->n_rets + 1, sizeof(struct tensor_info));
	call->label = arena_array(call->arena, (size_t)f->n_rets + 1, sizeof(*call->label));
	if (call->trace->has_out)
		name_outputs(&w, &call->trace->out);
	call->none = f->n_rets == 0;
	while (w.n < f->n_rets) {	/* the file does not say: by number */
		w.label.n = w.key.n = 0;
		if (f->n_rets > 1)
			str_addf(&w.label, "[%u]", w.n);
		str_addf(&w.key, "output_%u", w.n);
		name_leaf(&w, NULL);
	}
	str_free(&w.label);
	str_free(&w.key);
}

/* The k-th tensor of a structure, in tf.nest's order. */
static const struct pyval *nth_tensor(const struct pyval *v, size_t *k)
{
	const struct pyval *found = NULL;
	uint32_t *order;

	if (v->kind == PV_TENSOR_SPEC || v->kind == PV_BOUNDED_SPEC)
		return (*k)-- == 0 ? v : NULL;
	if (v->kind < PV_LIST || v->kind > PV_NAMED_TUPLE)
		return NULL;
	order = xcalloc((size_t)v->n + 1, sizeof(*order));
	pyval_order(v, order);
	for (uint32_t i = 0; !found && i < v->n; i++)
		found = nth_tensor(&v->item[order[i]], k);
	free(order);
	return found;
}

static void make_inputs(struct call *call)
{
	const struct opdef *def = call->trace->f->def;
	struct tensor_info *in = arena_array(call->arena, call->n_args + 1, sizeof(*in));

	call->sig->n_in = (uint32_t)call->n_args;
	call->sig->in = in;
	for (size_t i = 0; i < call->n_args; i++) {
		size_t k = i;
		const struct pyval *spec = call->trace->has_in ? nth_tensor(&call->trace->in, &k) : NULL;

		in[i].key = spec && spec->has_name ? spec->s :
			    i < def->n_in ? def->in[i].name : SV("?");
		in[i].encoding = TI_NAME;
		in[i].dtype = i < def->n_in ? (int)def->in[i].type : DT_INVALID;
		in[i].shape = spec ? spec->shape : (struct shape){ -1, NULL };
		in[i].has_shape = true;
		in[i].name = SV("");
	}
}

/* ---- the whole ---- */

static bool bind_and_choose(struct call *call, struct match *m, const struct callable *c,
			    const struct pyobj *args, const struct pyobj *kwargs, struct err *err)
{
	struct err why = { 0 };
	struct bound b;

	if (c->bare) {
		call->trace = &c->trace[0];
		if (c->has_spec && c->trace[0].has_in && bind(&b, c, m->bag, args, kwargs, &why) &&
		    choose(m, c, &b))
			return true;
		err_clear(&why);
		return flat_bind(m, c, args, kwargs, err);
	}
	if (!c->has_spec)
		return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
			       "%.*s: the file does not say what arguments it takes", SV_ARG(c->path));
	if (!bind(&b, c, m->bag, args, kwargs, err))
		return false;
	if (!c->n)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "ValueError: Found zero restored functions for caller function.");
	call->trace = choose(m, c, &b);
	if (!call->trace && c->has_input_signature && no_cast(c, m->bag, &b, args, kwargs, err))
		return false;
	return call->trace || no_match(c, m->bag, &b, err);
}

static void as_signature(struct call *call)
{
	call->sig = arena_alloc(call->arena, sizeof(*call->sig));
	call->sig->key = call->c->path;
	call->sig->method = SV("");
	make_inputs(call);
	make_outputs(call);
}

bool call_of_trace(struct call *call, const struct callable *c, uint32_t i, struct err *err)
{
	*call = (struct call){ .c = c, .arena = arena_new(), .trace = i < c->n ? &c->trace[i] : NULL };
	if (!call->trace || !call->trace->f || call->trace->n_bound > call->trace->f->graph->n_args) {
		call_free(call);
		return err_set(err, ERR_KIND_MODEL, ERR_NOT_FOUND, "%.*s has no usable trace %u",
			       SV_ARG(c->path), i);
	}
	call->n_args = call->trace->f->graph->n_args - call->trace->n_bound;
	as_signature(call);
	return true;
}

bool call_bind(struct call *call, const struct callable *c, struct pybag *bag,
	       const struct pyobj *args, const struct pyobj *kwargs, struct err *err)
{
	struct match m = { .bag = bag };
	bool ok;

	*call = (struct call){ .c = c, .arena = arena_new() };
	ok = bind_and_choose(call, &m, c, args, kwargs, err);
	if (ok && !call->trace->f)
		ok = err_set(err, ERR_KIND_MODEL, ERR_NOT_FOUND, "Function %.*s is not defined.",
			     SV_ARG(call->trace->name));
	if (ok) {
		call->n_args = m.t.n;
		call->arg = arena_array(call->arena, m.t.n + 1, sizeof(*call->arg));
		if (m.t.n)
			memcpy(call->arg, m.t.p, m.t.n * sizeof(*call->arg));
		as_signature(call);
	}
	vec_free(&m.t);
	if (!ok)
		call_free(call);
	return ok;
}

void call_free(struct call *call)
{
	arena_free(call->arena);
	*call = (struct call){ 0 };
}
