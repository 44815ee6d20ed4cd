/*
 * Which tensor of a reference - named by another program, in whatever order - is which of A's run.
 * By name: the same but for what mangling does to it (folders as "_", ":0" behind it), or one the
 * tail of the other; a variable's or an output's name; a layer's name, which is its last tensor.
 * Then by value. Then by place, where the name tells the op. Whatever is paired must fit: the same
 * dimensions in some order.
 */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "debug/diff_inside.h"
#include "debug/fit.h"
#include "debug/gap.h"

#define NEAR 1e-3 /* of the scale: the same tensor, by its values */

struct ref_match {
	struct dump m;
	struct map name, layer; /* -> slot, or TAPE_NONE: several */
	uint64_t *klass;	/* by row: fit_class; 0: it cannot be read */
	double *most;		/* by slot: largest magnitude, NAN: not looked at yet */
	struct tensor *held;	/* the row that was read last */
	uint32_t held_row;
};

/* ---- names ---- */

/* Letters in lower case and digits, "_" for whatever is between. */
static void plain(struct str *out, struct sv name)
{
	str_clear(out);
	str_addz(out, "");
	for (size_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i];

		if (isalnum(c))
			str_addc(out, (char)tolower(c));
		else if (out->n && out->p[out->n - 1] != '_')
			str_addc(out, '_');
	}
	while (out->n && out->p[out->n - 1] == '_')
		out->p[--out->n] = '\0';
}

static void index_name(struct ref_match *r, struct map *map, struct sv name, uint32_t slot,
		       bool last)
{
	struct str s = STR_INIT;
	struct sv key;

	plain(&s, name);
	key = arena_sv(r->m.arena, str_sv(&s));
	str_free(&s);
	if (key.n && !map_add(map, key, slot))
		map_put(map, key, last ? slot : TAPE_NONE);
}

/* A name and its tails, as the tensor k of its node. */
static void index_tails(struct ref_match *r, struct sv path, uint32_t k, const char *iter,
			uint32_t slot)
{
	for (;;) {
		long slash = sv_find(path, '/');
		char *with = xasprintf("%.*s_%u%s", SV_ARG(path), k, iter);

		index_name(r, &r->name, sv_of(with), slot, false);
		free(with);
		with = xasprintf("%.*s%s", SV_ARG(path), iter);
		if (!k)
			index_name(r, &r->name, sv_of(with), slot, false);
		free(with);
		if (slash < 0)
			return;
		path = sv_sub(path, (size_t)slash + 1, path.n);
	}
}

/* The scopes that a node is in, each by its tails: the last tensor stays. */
static void index_scopes(struct ref_match *r, struct sv path, uint32_t slot)
{
	for (long slash = sv_rfind(path, '/'); slash >= 0; slash = sv_rfind(path, '/')) {
		struct sv tail;

		path = sv_sub(path, 0, (size_t)slash);
		tail = path;
		for (;;) {
			long cut = sv_find(tail, '/');

			index_name(r, &r->layer, tail, slot, true);
			if (cut < 0)
				break;
			tail = sv_sub(tail, (size_t)cut + 1, tail.n);
		}
	}
}

static void index_variable(struct ref_match *r, uint32_t slot)
{
	const struct tape_event *e = dump_event(&r->m, slot);
	struct sv name = SV_NULL;

	if (e->n_in)
		tensor_unref(diff_variable(&r->m.d->a, e->in[0], &name));
	if (name.n)
		index_tails(r, name, 0, "", slot);
}

static void index_outputs(struct ref_match *r)
{
	const struct diff_side *a = &r->m.d->a;

	for (uint32_t i = 0; i < a->sig->n_out; i++) {
		const struct tape_value *v = tape_value(a->tape, a->out[i]);

		for (size_t k = 0; v && v->maker != TAPE_NONE && k < r->m.slot.n; k++)
			if (r->m.slot.p[k].event == v->maker && r->m.slot.p[k].k == v->slot)
				index_name(r, &r->name, a->sig->out[i].key, (uint32_t)k, true);
	}
}

static void index_all(struct ref_match *r)
{
	for (size_t i = 0; i < r->m.slot.n; i++) {
		const struct tape_event *e = dump_event(&r->m, i);

		if (dtype_info(dump_tensor(&r->m, i)->dtype)->kind == DK_OBJECT)
			continue; /* a variable's handle has its name */
		index_tails(r, sv_of(e->path), r->m.slot.p[i].k, e->iter, (uint32_t)i);
		if (diff_given(e))
			index_variable(r, (uint32_t)i);
		else if (e->n_in && dtype_info(dump_tensor(&r->m, i)->dtype)->kind == DK_FLOAT)
			index_scopes(r, sv_of(e->path), (uint32_t)i);
	}
	index_outputs(r);
}

/* ---- rows ---- */

static struct tensor *row_tensor(struct ref_match *r, uint32_t row)
{
	if (r->held_row != row) {
		tensor_unref(r->held);
		r->held = r->m.d->load(r->m.d->ctx, row, NULL);
		r->held_row = row;
	}
	return r->held;
}

static void classes(struct ref_match *r)
{
	r->klass = xcalloc((size_t)r->m.d->n_row + 1, sizeof(*r->klass));
	for (uint32_t i = 0; i < r->m.d->n_row; i++) {
		struct tensor *t = row_tensor(r, i);

		r->klass[i] = t ? fit_class(t) : 0;
		r->m.d->n_unread += !t;
	}
}

static void pair(struct ref_match *r, size_t slot, uint32_t row, const struct fit *f,
		 enum diff_how how)
{
	r->m.d->fit[row] = *f;
	r->m.d->n_how[how]++;
	dump_take(&r->m, slot, row);
}

/* Pairs them when they fit, and are no further apart than `most`; must: whatever they are, so that
 * this is found. */
static bool try_pair(struct ref_match *r, size_t slot, uint32_t row, enum diff_how how, double most,
		     bool must)
{
	struct tensor *t;
	struct fit f;

	if (!dump_is_free(&r->m, slot))
		return false;
	t = row_tensor(r, row);
	if (!t)
		return false;
	f = fit_find(dump_tensor(&r->m, slot), t);
	must |= f.is && f.far <= most;
	if (must)
		pair(r, slot, row, &f, how);
	return must;
}

/* Does the name tell more than one word of a path? */
static bool tells(const struct ref_match *r, uint32_t slot, struct sv tail)
{
	struct str s = STR_INIT;
	struct sv path = sv_of(dump_event(&r->m, slot)->path);
	bool more;

	plain(&s, sv_sub(path, (size_t)(sv_rfind(path, '/') + 1), path.n));
	more = tail.n > s.n + 2;
	str_free(&s);
	return more;
}

/* The name, then its tails from "_" on: "import_net_relu_0" is "net/relu:0". */
static void by_tails(struct ref_match *r, uint32_t row, const struct map *map, enum diff_how how,
		     double most)
{
	struct str s = STR_INIT;
	struct sv tail;
	bool whole = true;

	if (r->m.taken[row])
		return;
	plain(&s, sv_of(r->m.d->row[row].name));
	tail = str_sv(&s);
	for (; tail.n; whole = false) {
		long cut = sv_find(tail, '_');
		uint64_t slot = TAPE_NONE;

		bool known = map_get(map, tail, &slot) && slot != TAPE_NONE;
		bool more = known && tells(r, (uint32_t)slot, tail);

		if (known && (whole || more || how == HOW_LAYER) &&
		    try_pair(r, slot, row, how, most, whole && more && how == HOW_NAME))
			break;
		if (cut < 0)
			break;
		tail = sv_sub(tail, (size_t)cut + 1, tail.n);
	}
	str_free(&s);
}

/* "output_1.pb" is the model's second output, when nothing in it has a name. */
static void by_output(struct ref_match *r, uint32_t row)
{
	const struct diff_side *a = &r->m.d->a;
	int place = r->m.taken[row] ? -1 : r->m.d->row[row].output;
	const struct tape_value *v = place >= 0 && (uint32_t)place < a->sig->n_out
					     ? tape_value(a->tape, a->out[place])
					     : NULL;

	for (size_t k = 0; v && v->maker != TAPE_NONE && k < r->m.slot.n; k++)
		if (r->m.slot.p[k].event == v->maker && r->m.slot.p[k].k == v->slot)
			try_pair(r, k, row, HOW_PLACE, INFINITY, false);
}

/* ---- values ---- */

/* Could they be the same, as far as one number tells? */
static bool may_be(struct ref_match *r, size_t slot, double most)
{
	if (isnan(r->most[slot]))
		r->most[slot] = gap_scale(dump_tensor(&r->m, slot));
	return fabs(r->most[slot] - most) <= NEAR * fmax(r->most[slot], most);
}

/* Values that say which tensor it is: not all the same number, or one that few have. */
static bool is_telling(const struct tensor *t)
{
	size_t size = dtype_info(t->dtype)->size;

	if (dtype_info(t->dtype)->kind != DK_FLOAT || !t->n)
		return false;
	return t->n == 1 ? gap_scale(t) != 0 && gap_scale(t) != 1
			 : memcmp(t->data, (const char *)t->data + size, t->bytes - size) != 0;
}

/* Of the free slots of the row's class the one that is nearest, and near enough. */
static void by_value(struct ref_match *r, uint32_t row, const uint64_t *slots)
{
	struct tensor *t = row_tensor(r, row);
	struct fit best = {.far = NEAR};
	size_t at = SIZE_MAX;
	uint32_t n = 0;
	double most;

	if (!t || !is_telling(t))
		return;
	most = gap_scale(t);
	for (size_t i = 0; i < r->m.slot.n; i++) {
		struct fit f;

		if (slots[i] != r->klass[row] || !dump_is_free(&r->m, i) || !may_be(r, i, most))
			continue;
		f = fit_find(dump_tensor(&r->m, i), t);
		n += f.is && f.far < NEAR;
		if (f.is && f.far < best.far) {
			best = f;
			at = i;
		}
	}
	/* one number is soon met by chance: only what nothing else could be */
	if (at != SIZE_MAX && (t->n > 1 || n == 1))
		pair(r, at, row, &best, HOW_VALUE);
}

/* ---- places ---- */

/* What ONNX and others call an op, and what TensorFlow does. */
static const struct {
	const char *word, *ops[4];
} words[] = {
	{"Conv", {"BiasAdd", "Conv2D", "DepthwiseConv2dNative", "_FusedConv2D"}},
	{"Gemm", {"BiasAdd", "AddV2", "MatMul", "_FusedMatMul"}},
	{"Linear", {"BiasAdd", "AddV2", "MatMul", "_FusedMatMul"}},
	{"MatMul", {"MatMul", "BatchMatMulV2"}},
	{"Relu", {"Relu"}},
	{"Clip", {"Relu6", "Minimum", "ClipByValue"}},
	{"LeakyRelu", {"LeakyRelu"}},
	{"Elu", {"Elu"}},
	{"Sigmoid", {"Sigmoid"}},
	{"Tanh", {"Tanh"}},
	{"Erf", {"Erf"}},
	{"Softmax", {"Softmax"}},
	{"Add", {"AddV2", "Add", "BiasAdd"}},
	{"Mul", {"Mul"}},
	{"Sub", {"Sub"}},
	{"Div", {"RealDiv", "Div"}},
	{"MaxPool", {"MaxPool"}},
	{"AveragePool", {"AvgPool"}},
	{"GlobalAveragePool", {"Mean"}},
	{"ReduceMean", {"Mean"}},
	{"ReduceSum", {"Sum"}},
	{"BatchNormalization", {"FusedBatchNormV3", "FusedBatchNorm"}},
	{"Concat", {"ConcatV2"}},
};

/* The row's op by the words of its name, the last one that is an op's; or -1. */
static int op_word(const char *name)
{
	int found = -1;

	for (const char *p = name; *p;) {
		size_t n = 0;

		while (isalpha((unsigned char)p[n]))
			n++;
		for (size_t i = 0; n && i < sizeof(words) / sizeof(*words); i++)
			if (strlen(words[i].word) == n && !strncasecmp(words[i].word, p, n))
				found = (int)i;
		p += n ? n : 1;
	}
	return found;
}

struct places {
	const struct ref_match *r;
	const uint64_t *slots;
	const char **op; /* by row; NULL: its name does not tell */
};

/* Of the ops that the word may mean the first that a free tensor of the row's class is made by. */
static const char *op_meant(const struct ref_match *r, uint32_t row, const uint64_t *slots)
{
	int word = op_word(r->m.d->row[row].name);

	for (int k = 0; word >= 0 && k < 4 && words[word].ops[k]; k++)
		for (size_t i = 0; i < r->m.slot.n; i++)
			if (slots[i] == r->klass[row] && dump_is_free(&r->m, i) &&
			    sv_is(dump_event(&r->m, i)->n->op, words[word].ops[k]))
				return words[word].ops[k];
	return NULL;
}

static bool place_fits(const struct dump *m, const void *ctx, size_t slot, uint32_t row)
{
	const struct places *p = ctx;
	bool free = dump_is_free(m, slot);

	if (!free || m->taken[row])
		return !free && m->taken[row] &&
		       diff_row_of(m->d, m->slot.p[slot].event, m->slot.p[slot].k) == row;
	return p->op[row] && p->slots[slot] == p->r->klass[row] &&
	       sv_is(dump_event(m, slot)->n->op, p->op[row]);
}

/* Between those that are known, in the order of both: where the name tells the op. */
static void by_place(struct ref_match *r, const uint64_t *slots)
{
	struct diff *d = r->m.d;
	const char **op = xcalloc((size_t)d->n_row + 1, sizeof(*op));
	uint8_t *before = xcalloc((size_t)d->n_row + 1, 1);
	struct places p = {r, slots, op};

	memcpy(before, r->m.taken, d->n_row);
	for (uint32_t i = 0; i < d->n_row; i++) {
		op[i] = r->m.taken[i] ? NULL : op_meant(r, i, slots);
		if (r->klass[i])
			vec_push(&r->m.row, i);
	}
	dump_align(&r->m, place_fits, &p);
	for (size_t i = 0; i < r->m.slot.n; i++) {
		uint32_t row = diff_row_of(d, r->m.slot.p[i].event, r->m.slot.p[i].k);

		if (row == TAPE_NONE || before[row] || !r->m.taken[row])
			continue;
		d->fit[row] = fit_find(dump_tensor(&r->m, i), row_tensor(r, row));
		d->n_how[HOW_PLACE]++;
	}
	free(op);
	free(before);
}

/* ---- all ---- */

void diff_match_ref(struct diff *d)
{
	struct ref_match r = {.held_row = TAPE_NONE};
	uint64_t *slots;

	dump_open(&r.m, d);
	d->fit = xcalloc((size_t)d->n_row + 1, sizeof(*d->fit));
	slots = xcalloc(r.m.slot.n + 1, sizeof(*slots));
	r.most = xcalloc(r.m.slot.n + 1, sizeof(*r.most));
	for (size_t i = 0; i < r.m.slot.n; i++) {
		slots[i] = fit_class(dump_tensor(&r.m, i));
		r.most[i] = NAN;
	}
	classes(&r);
	index_all(&r);
	for (uint32_t i = 0; i < d->n_row; i++)
		by_tails(&r, i, &r.name, HOW_NAME, INFINITY);
	/* a layer's name may mean another tensor of it than the last: the values are asked first */
	for (uint32_t i = 0; i < d->n_row; i++)
		by_tails(&r, i, &r.layer, HOW_LAYER, NEAR);
	for (uint32_t i = 0; i < d->n_row; i++)
		by_output(&r, i);
	for (uint32_t i = 0; i < d->n_row; i++)
		if (!r.m.taken[i])
			by_value(&r, i, slots);
	for (uint32_t i = 0; i < d->n_row; i++)
		by_tails(&r, i, &r.layer, HOW_LAYER, INFINITY);
	by_place(&r, slots);
	for (uint32_t i = 0; i < d->n_row; i++)
		d->n_only_b += !r.m.taken[i];
	tensor_unref(r.held);
	free(slots);
	free(r.most);
	free(r.klass);
	map_free(&r.name);
	map_free(&r.layer);
	dump_close(&r.m);
}

/* ---- for the report ---- */

const char *diff_fit_text(const struct diff *d, uint32_t event, uint32_t slot)
{
	uint32_t row = d->fit ? diff_row_of(d, event, slot) : TAPE_NONE;

	return row != TAPE_NONE && *d->fit[row].text ? d->fit[row].text : NULL;
}

double diff_fit_coarse(const struct diff *d, uint32_t event, uint32_t slot)
{
	uint32_t row = d->fit ? diff_row_of(d, event, slot) : TAPE_NONE;

	return row != TAPE_NONE ? d->fit[row].coarse : 0;
}

/* The nodes that a differing one depends on, back to those that the reference holds. */
void diff_ref_between(struct diff *d, uint32_t event)
{
	uint8_t *seen = xcalloc((size_t)tape_n(d->a.tape) + 1, 1);
	VEC(uint32_t) todo = {0};
	uint32_t n = 0;

	vec_push(&todo, event);
	while (todo.n) {
		const struct tape_event *e = tape_event(d->a.tape, todo.p[--todo.n]);

		for (uint32_t i = 0; e && i < e->n_in; i++) {
			const struct tape_value *v = tape_value(d->a.tape, e->in[i]);
			const struct tape_event *up = v ? tape_event(d->a.tape, v->maker) : NULL;

			if (!up || seen[v->maker] || dtype_info(v->t->dtype)->kind == DK_OBJECT ||
			    !up->n_in || diff_given(up) ||
			    diff_row_of(d, v->maker, v->slot) != TAPE_NONE)
				continue;
			seen[v->maker] = 1;
			if (n++ < DIFF_LINES)
				diff_line(d, "on the way there, not in the reference: %s%s (%.*s)",
					  up->path, up->iter, SV_ARG(up->n->op));
			vec_push(&todo, v->maker);
		}
	}
	if (n > DIFF_LINES)
		diff_line(d, "and %u more", n - DIFF_LINES);
	vec_free(&todo);
	free(seen);
}
