/*
 * A rule is split into items, an item into dims; both point into the rule's text. The letters are bound to
 * the dims of the node's known shapes, first come first served.
 */
#include "inspect/oprule.h"

#include <string.h>

enum { MAX_ITEMS = 20, MAX_DIMS = 8, MAX_NAMES = 32 };

enum item_kind { ITEM_SHAPE, ITEM_ARGS, ITEM_HANDLE };

struct item {
	enum item_kind kind;
	bool many;			/* N*: one for each tensor of the argument */
	struct sv whole;		/* as written */
	struct sv swap;			/* attribute behind "^" */
	unsigned n;
	struct sv dim[MAX_DIMS];
};

struct side {
	unsigned n;
	struct item item[MAX_ITEMS];
};

struct rule {
	struct side in, out;
	struct sv note;			/* behind "; " */
};

/* ---- parsing ---- */

static int nesting(char c)
{
	return c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
}

/* The part up to the separator outside brackets; takes it and the separator off *rest. */
static struct sv part(struct sv *rest, const char *sep)
{
	struct sv all = *rest;
	size_t len = strlen(sep);
	int deep = 0;

	for (size_t i = 0; i + len <= all.n; i++) {
		deep += nesting(all.p[i]);
		if (!deep && !memcmp(all.p + i, sep, len)) {
			*rest = sv_sub(all, i + len, all.n);
			return sv_sub(all, 0, i);
		}
	}
	*rest = SV_NULL;
	return all;
}

static bool dims_parse(struct item *it, struct sv text)
{
	while (text.n) {
		if (it->n == MAX_DIMS)
			return false;
		it->dim[it->n++] = part(&text, ",");
	}
	return true;
}

static bool item_parse(struct item *it, struct sv text)
{
	long star = sv_find(text, '*'), open = sv_find(text, '['), close = -1;

	*it = (struct item){ .whole = text };
	it->kind = sv_is(text, "args...") ? ITEM_ARGS : sv_is(text, "handle") ? ITEM_HANDLE : ITEM_SHAPE;
	if (it->kind != ITEM_SHAPE)
		return true;
	it->many = star >= 0 && star < open;
	if (open != (it->many ? 2 : 0))
		return false;
	for (size_t i = 0; i < text.n; i++)
		close = text.p[i] == ']' ? (long)i : close;
	if (close < open)
		return false;
	if ((size_t)close + 1 < text.n && text.p[close + 1] == '^')
		it->swap = sv_sub(text, (size_t)close + 2, text.n);
	it->whole = sv_sub(text, 0, (size_t)close + 1);
	return dims_parse(it, sv_sub(text, (size_t)open + 1, (size_t)close)) &&
	       (!it->swap.n || it->n >= 2);
}

static bool side_parse(struct side *s, struct sv text)
{
	s->n = 0;
	if (sv_is(text, "-"))
		return true;
	while (text.n)
		if (s->n == MAX_ITEMS || !item_parse(&s->item[s->n++], part(&text, ", ")))
			return false;
	return s->n > 0;
}

static bool attr_true(const struct node *n, struct sv attr)
{
	char name[32];
	bool v = false;

	if (!n || !attr.n || attr.n >= sizeof(name))
		return false;
	memcpy(name, attr.p, attr.n);
	name[attr.n] = 0;
	return node_attr_bool(n, name, &v) && v;
}

/* The dims in the order that the node's attributes ask for. */
static void item_fit(struct item *it, const struct node *n, bool channels_first)
{
	struct sv last;

	if (attr_true(n, it->swap)) {
		last = it->dim[it->n - 1];
		it->dim[it->n - 1] = it->dim[it->n - 2];
		it->dim[it->n - 2] = last;
	}
	if (channels_first && it->n > 2 && sv_is(it->dim[0], "n")) {
		last = it->dim[it->n - 1];
		memmove(it->dim + 2, it->dim + 1, (it->n - 2) * sizeof(last));
		it->dim[1] = last;
	}
}

static bool rule_parse(struct rule *r, const char *text, const struct node *n)
{
	struct sv all = sv_of(text), in, format = SV_NULL;
	bool first;

	r->note = all;
	all = part(&r->note, "; ");
	in = part(&all, " -> ");
	if (!all.n || !side_parse(&r->in, in) || !side_parse(&r->out, all))
		return false;
	first = n && node_attr_str(n, "data_format", &format) && sv_starts(format, SV("NC"));
	for (unsigned i = 0; n && i < r->in.n; i++)
		item_fit(&r->in.item[i], n, first);
	for (unsigned i = 0; n && i < r->out.n; i++)
		item_fit(&r->out.item[i], n, first);
	return true;
}

bool oprule_count(const char *rule, unsigned *in, unsigned *out)
{
	struct rule r;

	if (!rule_parse(&r, rule, NULL))
		return false;
	*in = r.in.n;
	*out = r.out.n;
	return true;
}

/* ---- letters ---- */

struct bound {
	struct sv name;
	bool many;
	uint32_t n;
	const idim *dim;
};

struct binding {
	const struct oprule_node *of;
	struct bound b[MAX_NAMES];
	unsigned n;
	struct str *why;		/* NULL, or where to say what does not fit */
	bool fits;
};

static bool name_char(char c, bool first)
{
	return (c >= 'a' && c <= 'z') || (!first && (c == '_' || c == '\'' || (c >= '0' && c <= '9')));
}

/* "k", or "d..." with *many set. */
static bool is_name(struct sv dim, struct sv *name, bool *many)
{
	*many = sv_ends(dim, SV("..."));
	*name = *many ? sv_sub(dim, 0, dim.n - 3) : dim;
	for (size_t i = 0; i < name->n; i++)
		if (!name_char(name->p[i], i == 0))
			return false;
	return name->n > 0;
}

/* May it stand for any number of dims? */
static bool is_open(struct sv dim)
{
	return sv_ends(dim, SV("...")) || sv_starts(dim, SV("bcast(")) || sv_find(dim, '<') >= 0 ||
	       sv_find(dim, ' ') >= 0;
}

static const struct bound *bound_find(const struct binding *b, struct sv name)
{
	for (unsigned i = 0; i < b->n; i++)
		if (sv_eq(b->b[i].name, name))
			return &b->b[i];
	return NULL;
}

static void misfit(struct binding *b, struct sv what, const char *fmt, long long x, long long y)
{
	if (b->fits && b->why) {
		str_add(b->why, what);
		str_addf(b->why, fmt, x, y);
	}
	b->fits = false;
}

static void compare(struct binding *b, const struct bound *old, const struct bound *now)
{
	if (old->many != now->many)
		return;
	if (old->n != now->n) {
		misfit(b, now->name, " has %lld and %lld dims", old->n, now->n);
		return;
	}
	for (uint32_t i = 0; i < old->n; i++)
		if (idim_known(old->dim[i]) && idim_known(now->dim[i]) && old->dim[i] != now->dim[i])
			misfit(b, now->name, " is %lld and %lld", (long long)old->dim[i], (long long)now->dim[i]);
}

static void bind(struct binding *b, struct sv dim, const idim *d, uint32_t n)
{
	struct bound now = { .dim = d, .n = n };
	const struct bound *old;

	if (dim.n == 1 && dim.p[0] >= '0' && dim.p[0] <= '9') {
		if (idim_known(*d) && *d != dim.p[0] - '0')
			misfit(b, dim, " is %lld, not %lld", (long long)*d, dim.p[0] - '0');
		return;
	}
	if (!is_name(dim, &now.name, &now.many))
		return;
	old = bound_find(b, now.name);
	if (old)
		compare(b, old, &now);
	else if (b->n < MAX_NAMES)
		b->b[b->n++] = now;
}

/* Many ops take [1] for a scalar. */
static bool one_element(struct ishape s)
{
	for (int i = 0; i < s.rank; i++)
		if (s.dim[i] != 1)
			return false;
	return true;
}

static void bind_item(struct binding *b, const struct item *it, struct ishape s)
{
	unsigned front = 0, back = 0;

	if (it->kind != ITEM_SHAPE || s.rank < 0 || (!it->n && one_element(s)))
		return;
	while (front < it->n && !is_open(it->dim[front]))
		front++;
	while (back < it->n - front && !is_open(it->dim[it->n - 1 - back]))
		back++;
	if (front + back > (unsigned)s.rank || (front == it->n && front != (unsigned)s.rank)) {
		misfit(b, it->whole, " has %lld dims, here %lld", it->n, s.rank);
		return;
	}
	for (unsigned i = 0; i < front; i++)
		bind(b, it->dim[i], s.dim + i, 1);
	for (unsigned i = 0; i < back; i++)
		bind(b, it->dim[it->n - 1 - i], s.dim + s.rank - 1 - i, 1);
	if (front + back + 1 == it->n && sv_ends(it->dim[front], SV("...")))
		bind(b, it->dim[front], s.dim + front, (uint32_t)s.rank - front - back);
}

/* ---- tensors of an item ---- */

/* How many tensors item i stands for. */
static uint32_t item_tensors(const struct node *n, bool out, unsigned i)
{
	if (n->def && i < (out ? n->def->n_out : n->def->n_in))
		return node_arg_count(n, out ? &n->def->out[i] : &n->def->in[i]);
	return 1;
}

static void bind_side(struct binding *b, const struct side *s, bool out)
{
	const struct node *n = b->of->node;
	uint32_t at = 0, total = out ? n->n_out : n->n_in;

	for (unsigned i = 0; i < s->n; i++) {
		uint32_t k = item_tensors(n, out, i);

		for (uint32_t j = 0; j < k && at + j < total; j++)
			bind_item(b, &s->item[i], (out ? b->of->out : b->of->in)[at + j]);
		at = k > total - at ? total : at + k;
	}
}

static bool bind_all(struct binding *b, struct rule *r, const char *rule,
		     const struct oprule_node *n)
{
	b->of = n;
	b->fits = true;
	if (!rule_parse(r, rule, n->node))
		return false;
	bind_side(b, &r->in, false);
	bind_side(b, &r->out, true);
	return true;
}

bool oprule_fits(const char *rule, const struct oprule_node *n, struct str *why)
{
	struct binding b = { .why = why };
	struct rule r;

	return bind_all(&b, &r, rule, n) && b.fits;
}

void oprule_dims(struct str *s, const char *rule, const struct oprule_node *n)
{
	struct binding b = { 0 };
	struct rule r;
	bool any = false;

	if (!bind_all(&b, &r, rule, n))
		return;
	for (unsigned i = 0; i < b.n; i++) {
		if (b.b[i].many)
			continue;
		str_addz(s, any ? ", " : "");
		str_add(s, b.b[i].name);
		str_addc(s, '=');
		idim_str(n->inf, s, b.b[i].dim[0]);
		any = true;
	}
}

/* ---- writing ---- */

static void expression(const struct binding *b, struct sv dim, struct str *s)
{
	for (size_t i = 0, end; i < dim.n; i = end) {
		const struct bound *v;

		for (end = i; end < dim.n && name_char(dim.p[end], end == i);)
			end++;
		v = end > i ? bound_find(b, sv_sub(dim, i, end)) : NULL;
		if (v && !v->many)
			idim_str(b->of->inf, s, v->dim[0]);
		else
			str_add(s, sv_sub(dim, i, end = end > i ? end : i + 1));
	}
}

/* A dim of a shape that is not known, by what the others say. */
static void dim_add(const struct binding *b, struct sv dim, struct str *s)
{
	bool many;
	struct sv name;
	const struct bound *v = is_name(dim, &name, &many) ? bound_find(b, name) : NULL;

	if (v && v->many == many)
		for (uint32_t i = 0; i < v->n; i++) {
			str_addz(s, i ? "," : "");
			idim_str(b->of->inf, s, v->dim[i]);
		}
	else if (is_open(dim))
		str_add(s, dim);
	else
		expression(b, dim, s);
}

static void item_here(const struct binding *b, const struct item *it, struct ishape shape,
		      struct str *s)
{
	if (it->kind == ITEM_HANDLE) {
		str_addz(s, "handle");
	} else if (shape.rank >= 0) {
		ishape_str(b->of->inf, s, shape);
	} else if (it->kind == ITEM_ARGS) {
		str_addz(s, "[...]");
	} else {
		str_addc(s, '[');
		for (unsigned i = 0; i < it->n; i++) {
			str_addz(s, i && s->p[s->n - 1] != '[' ? "," : "");
			dim_add(b, it->dim[i], s);
		}
		str_addc(s, ']');
	}
}

enum { SHOWN = 4 };	/* tensors of one argument */

static void side_here(const struct binding *b, const struct side *side, bool out, struct str *s)
{
	const struct node *n = b->of->node;
	uint32_t at = 0, total = out ? n->n_out : n->n_in;
	bool any = false;

	for (unsigned i = 0; i < side->n; i++) {
		uint32_t k = item_tensors(n, out, i);

		for (uint32_t j = 0; j < k && at + j < total && j <= SHOWN; j++) {
			str_addz(s, any ? ", " : "");
			any = true;
			if (j == SHOWN)
				str_addf(s, "... (%u)", (unsigned)k);
			else
				item_here(b, &side->item[i], (out ? b->of->out : b->of->in)[at + j],
							      s);
		}
		at = k > total - at ? total : at + k;
	}
	if (!any)
		str_addc(s, '-');
}

void oprule_here(struct str *s, const char *rule, const struct oprule_node *n)
{
	struct binding b = { 0 };
	struct rule r;

	if (!bind_all(&b, &r, rule, n))
		return;
	side_here(&b, &r.in, false, s);
	str_addz(s, " -> ");
	side_here(&b, &r.out, true, s);
}

static void side_text(const struct side *side, struct str *s)
{
	for (unsigned i = 0; i < side->n; i++) {
		const struct item *it = &side->item[i];

		str_addz(s, i ? ", " : "");
		if (it->kind != ITEM_SHAPE) {
			str_add(s, it->whole);
			continue;
		}
		str_add(s, it->many ? sv_sub(it->whole, 0, 2) : SV_NULL);
		str_addc(s, '[');
		for (unsigned d = 0; d < it->n; d++) {
			str_addz(s, d ? "," : "");
			str_add(s, it->dim[d]);
		}
		str_addc(s, ']');
	}
	if (!side->n)
		str_addc(s, '-');
}

void oprule_text(struct str *s, const char *rule, const struct node *n)
{
	struct rule r;
	bool any;

	if (!rule_parse(&r, rule, n))
		return;
	side_text(&r.in, s);
	str_addz(s, " -> ");
	side_text(&r.out, s);
	any = r.note.n > 0;
	if (any) {
		str_addz(s, "; ");
		str_add(s, r.note);
	}
	for (unsigned i = 0; i < r.in.n; i++)
		if (r.in.item[i].swap.n && !n) {
			str_addf(s, any ? ", " : "; ");
			str_addf(s, "%.*s swaps dims of input %u", SV_ARG(r.in.item[i].swap), i);
			any = true;
		}
}
