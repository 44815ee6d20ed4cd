/*
 * Symbols: a table of leaves and of expressions over them. An expression is looked up by its operands
 * before it is made, so that equal arithmetic gives the same symbol. Products are kept as a chain of
 * factors in order of their numbers, the constant outermost; sums carry their constant outermost.
 */
#include "infer/inside.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_MAX_LEN = 24, FACTORS = 16, SYMS_MAX = 1 << 24 };

void syms_init(struct syms *s, struct arena *a)
{
	*s = (struct syms){ .arena = a, .n_buckets = 256 };
	s->bucket = xcalloc(s->n_buckets, sizeof(*s->bucket));
}

void syms_free(struct syms *s)
{
	vec_free(&s->list);
	free(s->bucket);
	map_free(&s->names);
}

static idim leaf(struct syms *s, const char *name)
{
	if (s->list.n >= SYMS_MAX)	/* one for all that is too much to tell apart */
		return sym_of(SYMS_MAX - 1);
	vec_push(&s->list, ((struct sym){ .op = SYM_LEAF, .name = name }));
	return sym_of((uint32_t)s->list.n - 1);
}

idim sym_new(struct syms *s)
{
	return leaf(s, arena_printf(s->arena, "?%" PRIu32, ++s->serial));
}

idim sym_wide(struct syms *s, idim owner)
{
	idim d = sym_new(s);

	if (sym_id(d) < s->list.n)
		s->list.p[sym_id(d)].a = owner;
	return d;
}

bool sym_is_wide(const struct syms *s, idim d, idim owner)
{
	return !idim_known(d) && sym_id(d) < s->list.n && s->list.p[sym_id(d)].op == SYM_LEAF &&
	       s->list.p[sym_id(d)].a == owner;
}

idim sym_named(struct syms *s, const char *name)
{
	char *text = arena_printf(s->arena, "%s", name);

	for (int k = 2; !map_add(&s->names, sv_of(text), 1); k++)
		text = arena_printf(s->arena, "%s%d", name, k);
	return leaf(s, text);
}

static const struct sym *sym(const struct syms *s, idim d)
{
	return &s->list.p[sym_id(d)];
}

static void operand_str(const struct syms *s, struct str *out, idim d, bool in_product)
{
	bool sum = !idim_known(d) && in_product &&
		   (sym(s, d)->op == SYM_ADD || sym(s, d)->op == SYM_SUB);

	if (idim_known(d))
		str_addf(out, "%" PRId64, d);
	else
		str_addf(out, sum ? "(%s)" : "%s", sym(s, d)->name);
}

static const char *expr_name(struct syms *s, enum sym_op op, idim a, idim b)
{
	static const char *const before[] = {
		[SYM_CEIL] = "ceil(", [SYM_MAX] = "max(", [SYM_MIN] = "min(", [SYM_BCAST] = "",
	};
	static const char *const between[] = {
		[SYM_MUL] = "*", [SYM_ADD] = "+", [SYM_SUB] = "-", [SYM_DIV] = "/", [SYM_CEIL] = "/",
		[SYM_MAX] = ",", [SYM_MIN] = ",",
	};
	struct str t = STR_INIT;
	bool product = op == SYM_MUL || op == SYM_DIV || op == SYM_CEIL;
	const char *name;

	if (op == SYM_BCAST)
		return arena_printf(s->arena, "?%" PRIu32, ++s->serial);
	if (before[op])
		str_addz(&t, before[op]);
	operand_str(s, &t, a, product);
	if (op != SYM_ADD || !idim_known(b) || b >= 0)
		str_addz(&t, between[op]);
	operand_str(s, &t, b, product || op == SYM_SUB);
	if (before[op])
		str_addc(&t, ')');
	name = t.n <= NAME_MAX_LEN ? arena_printf(s->arena, "%s", str_z(&t))
				   : arena_printf(s->arena, "?%" PRIu32, ++s->serial);
	str_free(&t);
	return name;
}

static uint32_t hash(enum sym_op op, idim a, idim b)
{
	uint64_t h = (uint64_t)a * 0x9e3779b97f4a7c15u ^ (uint64_t)b * 0xc2b2ae3d27d4eb4fu ^ (uint64_t)op;

	h ^= h >> 29;
	h *= 0xbf58476d1ce4e5b9u;
	return (uint32_t)(h >> 32);
}

static void rehash(struct syms *s)
{
	s->n_buckets *= 2;
	free(s->bucket);
	s->bucket = xcalloc(s->n_buckets, sizeof(*s->bucket));
	for (uint32_t i = 0; i < s->list.n; i++) {
		struct sym *y = &s->list.p[i];
		uint32_t at = hash(y->op, y->a, y->b) & (s->n_buckets - 1);

		if (y->op == SYM_LEAF)
			continue;
		y->next = s->bucket[at];
		s->bucket[at] = i + 1;
	}
}

/* The symbol for that expression, made when there is none. */
static idim expr(struct syms *s, enum sym_op op, idim a, idim b)
{
	uint32_t at = hash(op, a, b) & (s->n_buckets - 1), id;
	const char *name;

	for (uint32_t i = s->bucket[at]; i; i = s->list.p[i - 1].next) {
		const struct sym *y = &s->list.p[i - 1];

		if (y->op == op && y->a == a && y->b == b)
			return sym_of(i - 1);
	}
	if (s->list.n >= SYMS_MAX)
		return sym_new(s);
	name = expr_name(s, op, a, b);
	vec_push(&s->list, ((struct sym){ .op = op, .a = a, .b = b, .name = name, .next = s->bucket[at] }));
	id = (uint32_t)s->list.n;
	s->bucket[at] = id;
	if (id > s->n_buckets * 2)
		rehash(s);
	return sym_of(id - 1);
}

/* ---- products ---- */

struct product {
	int64_t coef;
	int n;
	idim factor[FACTORS];		/* symbols, in order */
};

static bool product_add(struct syms *s, struct product *p, idim d)
{
	int i;

	for (; !idim_known(d) && sym(s, d)->op == SYM_MUL; d = sym(s, d)->a)
		if (!product_add(s, p, sym(s, d)->b))
			return false;
	if (idim_known(d))
		return !__builtin_mul_overflow(p->coef, d, &p->coef) && idim_known(p->coef);
	if (p->n == FACTORS)
		return false;
	for (i = p->n++; i > 0 && p->factor[i - 1] > d; i--)
		p->factor[i] = p->factor[i - 1];
	p->factor[i] = d;
	return true;
}

static idim product_make(struct syms *s, const struct product *p)
{
	idim d;

	if (!p->n || p->coef == 0)
		return p->coef;
	d = p->factor[0];
	for (int i = 1; i < p->n; i++)
		d = expr(s, SYM_MUL, d, p->factor[i]);
	return p->coef == 1 ? d : expr(s, SYM_MUL, d, p->coef);
}

idim sym_mul(struct syms *s, idim a, idim b)
{
	struct product p = { .coef = 1 };

	return product_add(s, &p, a) && product_add(s, &p, b) ? product_make(s, &p) : sym_new(s);
}

bool sym_quotient(struct syms *s, idim a, idim b, idim *q)
{
	struct product x = { .coef = 1 }, y = { .coef = 1 };

	if (!product_add(s, &x, a) || !product_add(s, &y, b) || y.coef == 0 || x.coef % y.coef)
		return false;
	x.coef = y.coef == -1 ? -x.coef : x.coef / y.coef;
	for (int i = 0; i < y.n; i++) {
		int k = 0;

		while (k < x.n && x.factor[k] != y.factor[i])
			k++;
		if (k == x.n)
			return false;
		memmove(x.factor + k, x.factor + k + 1, (size_t)(x.n - k - 1) * sizeof(x.factor[0]));
		x.n--;
	}
	*q = product_make(s, &x);
	return true;
}

/* ---- sums ---- */

/* d as symbol + constant; a number alone has no symbol. */
static bool sum_of(const struct syms *s, idim d, idim *base, int64_t *add)
{
	*base = d;
	*add = 0;
	if (idim_known(d)) {
		*add = d;
		return false;
	}
	if (sym(s, d)->op == SYM_ADD && idim_known(sym(s, d)->b)) {
		*base = sym(s, d)->a;
		*add = sym(s, d)->b;
	}
	return true;
}

static idim sum_make(struct syms *s, idim base, int64_t add)
{
	return add ? expr(s, SYM_ADD, base, add) : base;
}

idim sym_add(struct syms *s, idim a, idim b)
{
	idim x, y;
	int64_t p, q, sum;
	bool has_x = sum_of(s, a, &x, &p), has_y = sum_of(s, b, &y, &q);

	if (__builtin_add_overflow(p, q, &sum) || !idim_known(sum))
		return sym_new(s);
	if (!has_x && !has_y)
		return sum;
	if (!has_x || !has_y)
		return sum_make(s, has_x ? x : y, sum);
	if (sym(s, x)->op == SYM_SUB && sym(s, x)->b == y)	/* (u - y) + y */
		return sum_make(s, sym(s, x)->a, sum);
	if (x == y)
		return sum_make(s, sym_mul(s, x, 2), sum);
	return sum_make(s, x < y ? expr(s, SYM_ADD, x, y) : expr(s, SYM_ADD, y, x), sum);
}

idim sym_sub(struct syms *s, idim a, idim b)
{
	idim x, y;
	int64_t p, q, sum;
	bool has_x = sum_of(s, a, &x, &p), has_y = sum_of(s, b, &y, &q);

	if (__builtin_sub_overflow(p, q, &sum) || !idim_known(sum))
		return sym_new(s);
	if (!has_y)
		return has_x ? sum_make(s, x, sum) : sum;
	if (has_x && x == y)
		return sum;
	if (has_x && sym(s, x)->op == SYM_ADD && (sym(s, x)->a == y || sym(s, x)->b == y))
		return sum_make(s, sym(s, x)->a == y ? sym(s, x)->b : sym(s, x)->a, sum);
	return has_x ? sum_make(s, expr(s, SYM_SUB, x, y), sum) : expr(s, SYM_SUB, sum, y);
}

/* ---- the rest ---- */

idim sym_div(struct syms *s, idim a, idim b)
{
	idim q;

	if (idim_known(a) && idim_known(b))
		return b > 0 ? a / b - (a % b < 0) : sym_new(s);
	if (b == 1 || sym_quotient(s, a, b, &q))
		return b == 1 ? a : q;
	return b == 0 ? sym_new(s) : expr(s, SYM_DIV, a, b);
}

idim sym_ceil(struct syms *s, idim a, idim b)
{
	idim q;

	if (idim_known(a) && idim_known(b))
		return b > 0 ? a / b + (a % b > 0) : sym_new(s);
	if (b == 1 || sym_quotient(s, a, b, &q))
		return b == 1 ? a : q;
	return b == 0 ? sym_new(s) : expr(s, SYM_CEIL, a, b);
}

static idim either_of(struct syms *s, enum sym_op op, idim a, idim b)
{
	if (a == b)
		return a;
	return a < b ? expr(s, op, a, b) : expr(s, op, b, a);
}

idim sym_max(struct syms *s, idim a, idim b)
{
	return idim_known(a) && idim_known(b) ? (a > b ? a : b) : either_of(s, SYM_MAX, a, b);
}

idim sym_min(struct syms *s, idim a, idim b)
{
	return idim_known(a) && idim_known(b) ? (a < b ? a : b) : either_of(s, SYM_MIN, a, b);
}

idim sym_bcast(struct syms *s, idim a, idim b)
{
	return either_of(s, SYM_BCAST, a, b);
}

/* ---- new symbols for old ---- */

static idim refreshed_before(struct sym_fresh *f, uint32_t id)
{
	for (size_t i = 0; i < f->done.n; i++)
		if (f->done.p[i].from == id)
			return f->done.p[i].to;
	return 0;
}

static idim refresh(struct sym_fresh *f, idim d, int depth)
{
	struct sym y;
	idim to, a, b;

	if (idim_known(d) || sym_id(d) < f->lo || sym_id(d) >= f->hi)
		return d;
	to = refreshed_before(f, sym_id(d));
	if (to)
		return to;
	y = *sym(f->s, d);
	if (y.op == SYM_LEAF || depth > 32) {
		to = sym_new(f->s);
	} else {
		a = refresh(f, y.a, depth + 1);
		b = refresh(f, y.b, depth + 1);
		to = a == y.a && b == y.b ? d : y.op == SYM_MUL ? sym_mul(f->s, a, b)
			: y.op == SYM_ADD ? sym_add(f->s, a, b) : y.op == SYM_SUB ? sym_sub(f->s, a, b)
			: expr(f->s, y.op, a, b);
	}
	vec_push(&f->done, ((typeof(*f->done.p)){ sym_id(d), to }));
	return to;
}

idim sym_refresh(struct sym_fresh *f, idim d)
{
	return refresh(f, d, 0);
}

/* ---- printing ---- */

void idim_str(const struct infer *inf, struct str *out, idim d)
{
	if (idim_known(d))
		str_addf(out, "%" PRId64, d);
	else
		str_addz(out, sym_id(d) < inf->syms.list.n ? sym(&inf->syms, d)->name : "?");
}
