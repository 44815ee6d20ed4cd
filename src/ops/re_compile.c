/* Trees of regular expressions to programs; see re.h. */
#include <string.h>

#include "ops/re.h"

struct compiler {
	struct arena *a;
	struct re_inst *inst;
	int n, cap;
	bool full;			/* too many instructions */
};

static int emit(struct compiler *c, struct re_inst i)
{
	if (c->n >= RE_MAX_INST) {
		c->full = true;
		return 0;
	}
	if (c->n == c->cap) {
		int cap = c->cap ? 2 * c->cap : 64;
		struct re_inst *p = arena_array(c->a, (size_t)cap, sizeof(*p));

		if (c->n)
			memcpy(p, c->inst, (size_t)c->n * sizeof(*p));
		c->inst = p;
		c->cap = cap;
	}
	c->inst[c->n] = i;
	return c->n++;
}

static bool nullable(const struct re_node *n)
{
	switch (n->op) {
	case RE_CHAR: case RE_CLASS: case RE_ANY: case RE_ANY_NL:
		return false;
	case RE_CAPTURE:
		return nullable(n->sub);
	case RE_REPEAT:
		return n->min == 0 || nullable(n->sub);
	case RE_CAT:
		for (const struct re_node *k = n->sub; k; k = k->next)
			if (!nullable(k))
				return false;
		return true;
	case RE_ALT:
		for (const struct re_node *k = n->sub; k; k = k->next)
			if (nullable(k))
				return true;
		return false;
	default:
		return true;
	}
}

/* A split whose one way is the next instruction; the other one is set later. */
static int branch(struct compiler *c)
{
	return emit(c, (struct re_inst){ .code = RI_SPLIT });
}

static void branch_set(struct compiler *c, int at, int go, int leave, bool lazy)
{
	c->inst[at].x = lazy ? leave : go;
	c->inst[at].y = lazy ? go : leave;
}

static void compile(struct compiler *c, const struct re_node *n);

/* x+: the code of x, then back or on. */
static void plus(struct compiler *c, const struct re_node *x, bool lazy)
{
	int start = c->n, at;

	compile(c, x);
	at = branch(c);
	branch_set(c, at, start, c->n, lazy);
}

/* x*, of an x that may be empty (x+)?: RE2's way to keep the order of what is tried. */
static void star(struct compiler *c, const struct re_node *x, bool lazy)
{
	int at = branch(c), jump;

	if (nullable(x)) {
		plus(c, x, lazy);
	} else {
		compile(c, x);
		jump = emit(c, (struct re_inst){ .code = RI_JUMP });
		c->inst[jump].x = at;
	}
	branch_set(c, at, at + 1, c->n, lazy);
}

static bool is_assertion(const struct re_node *n)
{
	return n->op == RE_EMPTY || (n->op >= RE_BOL && n->op <= RE_NOT_WORD);
}

static void repeat(struct compiler *c, const struct re_node *n)
{
	int min = n->min, max = n->max;

	if (is_assertion(n->sub)) {
		min = min > 0;
		max = max > 1 ? 1 : max;
	}
	for (int i = 0; i < min - (max < 0); i++)
		compile(c, n->sub);
	if (max < 0) {
		if (min)
			plus(c, n->sub, n->lazy);
		else
			star(c, n->sub, n->lazy);
		return;
	}
	/* (x(x(x)?)?)?: all ways out lead to the end */
	if (max > min) {
		int *at = arena_array(c->a, (size_t)(max - min), sizeof(*at));

		for (int i = 0; i < max - min && !c->full; i++) {
			at[i] = branch(c);
			compile(c, n->sub);
		}
		for (int i = 0; i < max - min && !c->full; i++)
			branch_set(c, at[i], at[i] + 1, c->n, n->lazy);
	}
}

static void alternatives(struct compiler *c, const struct re_node *first)
{
	int jumps = -1;			/* a chain through x */

	for (const struct re_node *k = first; k; k = k->next) {
		int at = k->next ? branch(c) : -1;

		compile(c, k);
		if (!k->next)
			break;
		jumps = emit(c, (struct re_inst){ .code = RI_JUMP, .x = jumps });
		branch_set(c, at, at + 1, c->n, false);
	}
	while (jumps >= 0 && !c->full) {
		int next = c->inst[jumps].x;

		c->inst[jumps].x = c->n;
		jumps = next;
	}
}

static void compile(struct compiler *c, const struct re_node *n)
{
	if (c->full)
		return;
	switch (n->op) {
	case RE_EMPTY:
		break;
	case RE_CHAR:
		emit(c, (struct re_inst){ .code = RI_CHAR, .cp = n->cp, .x = c->n + 1 });
		break;
	case RE_CLASS:
		emit(c, (struct re_inst){ .code = RI_CLASS, .cls = n->cls, .x = c->n + 1 });
		break;
	case RE_ANY: case RE_ANY_NL:
		emit(c, (struct re_inst){ .code = n->op == RE_ANY ? RI_ANY : RI_ANY_NL,
					  .x = c->n + 1 });
		break;
	case RE_CAPTURE:
		emit(c, (struct re_inst){ .code = RI_SAVE, .cp = 2 * n->cap, .x = c->n + 1 });
		compile(c, n->sub);
		emit(c, (struct re_inst){ .code = RI_SAVE, .cp = 2 * n->cap + 1, .x = c->n + 1 });
		break;
	case RE_CAT:
		for (const struct re_node *k = n->sub; k; k = k->next)
			compile(c, k);
		break;
	case RE_ALT:
		alternatives(c, n->sub);
		break;
	case RE_REPEAT:
		repeat(c, n);
		break;
	default:
		emit(c, (struct re_inst){
				.code = RI_ASSERT, .assert = (uint8_t)n->op, .x = c->n + 1 });
	}
}

/* ---- which bytes can begin a match ---- */

static void first_of(struct re *r, const struct re_inst *i)
{
	uint8_t byte;

	if (i->code == RI_CHAR) {
		byte = (uint8_t)(i->cp < 0x80 ? i->cp : i->cp < 0x800 ? 0xc0 | i->cp >> 6 :
				 i->cp < 0x10000 ? 0xe0 | i->cp >> 12 : 0xf0 | i->cp >> 18);
		r->first[byte] = true;
		return;
	}
	for (int b = 0; b < 128; b++)
		if (i->code != RI_CLASS || i->cls->ascii[b >> 6] >> (b & 63) & 1)
			r->first[b] = true;
	for (int b = 128; b < 256; b++)
		r->first[b] = true;
}

static void find_first(struct arena *a, struct re *r)
{
	int *stack = arena_array(a, 2 * (size_t)r->n + 2, sizeof(*stack)), n = 0;
	bool *seen = arena_array(a, (size_t)r->n + 1, sizeof(*seen));

	stack[n++] = 0;
	while (n && !r->any_first) {
		int pc = stack[--n];
		const struct re_inst *i = &r->inst[pc];

		if (seen[pc])
			continue;
		seen[pc] = true;
		if (i->code == RI_MATCH || i->code == RI_ASSERT) {
			r->any_first = true;
		} else if (i->code == RI_SPLIT || i->code == RI_JUMP || i->code == RI_SAVE) {
			stack[n++] = i->x;
			if (i->code == RI_SPLIT)
				stack[n++] = i->y;
		} else {
			first_of(r, i);
		}
	}
}

struct re *re_compile(struct arena *a, struct sv pattern, const char **error)
{
	struct compiler c = { .a = a };
	struct re *r = arena_alloc(a, sizeof(*r));
	struct re_node *tree = re_parse(a, pattern, &r->n_groups, error);

	if (!tree)
		return NULL;
	compile(&c, tree);
	emit(&c, (struct re_inst){ .code = RI_MATCH });
	if (c.full) {
		*error = "pattern too large - compile failed";
		return NULL;
	}
	r->inst = c.inst;
	r->n = c.n;
	find_first(a, r);
	return r;
}
