/*
 * Rules written as text: "[*b,m,n] [n] -> [*b,m] []".
 *
 *   _		an input of any shape; an output of unknown shape
 *   A		a whole shape: inputs of the same letter must agree
 *   [m,3,?]	a rank and its dims: a letter is the same size wherever it stands, ? is any
 *   [*b,m]	any number of dims before
 *
 * Inputs that the text does not name may be anything, outputs that it does not name are unknown. A letter
 * that only outputs have is a new size.
 */
#include "infer/inside.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { LETTERS = 128, DIMS = 16 };

struct form {
	struct rule_ctx *c;
	const char *p;
	bool has_dim[LETTERS], has_shape[LETTERS];
	idim dim[LETTERS];
	struct ishape shape[LETTERS];	/* whole shapes and leading dims */
};

struct token {
	char kind;			/* '_', '[', or the letter of a whole shape */
	char lead;			/* letter of the leading dims, or 0 */
	int n;
	char letter[DIMS];		/* letter, '?', or 0 for a number */
	int64_t number[DIMS];
};

static bool token_next(struct form *f, struct token *t)
{
	*t = (struct token){ 0 };
	while (*f->p == ' ')
		f->p++;
	if (!*f->p || !strncmp(f->p, "->", 2))
		return false;
	t->kind = *f->p++;
	if (t->kind != '[')
		return true;
	while (*f->p && *f->p != ']') {
		char *end = (char *)f->p + 1;

		if (*f->p == '*') {
			t->lead = f->p[1];
			end = (char *)f->p + 2;
		} else if (isdigit((unsigned char)*f->p)) {
			t->number[t->n++] = strtol(f->p, &end, 10);
		} else if (*f->p != ',') {
			t->letter[t->n++] = *f->p;
		}
		f->p = end;
	}
	f->p += *f->p == ']';
	return true;
}

static bool whole(struct form *f, int i, char letter, struct ishape s)
{
	if (!f->has_shape[(int)letter]) {
		f->has_shape[(int)letter] = true;
		f->shape[(int)letter] = s;
		return true;
	}
	return rule_merge(f->c, i, f->shape[(int)letter], s, &f->shape[(int)letter]);
}

static bool dim_in(struct form *f, int i, int at, char letter, int64_t number, idim d)
{
	if (letter == '?')
		return true;
	if (!letter)
		return !idim_known(d) || d == number ||
		       rule_bad(f->c, i, at, "Dimension must be %" PRId64 " but is %" PRId64, number, d);
	if (!f->has_dim[(int)letter]) {
		f->has_dim[(int)letter] = true;
		f->dim[(int)letter] = d;
		return true;
	}
	return rule_merge_dim(f->c, i, at, f->dim[(int)letter], d, &f->dim[(int)letter]);
}

static bool take(struct form *f, int i, const struct token *t)
{
	struct ishape s = rule_in(f->c, (uint32_t)i);
	int first;

	if (t->kind == '_')
		return true;
	if (t->kind != '[')
		return whole(f, i, t->kind, s);
	if (s.rank < 0 && t->lead)
		return whole(f, i, t->lead, s);
	if (t->lead ? !rule_min_rank(f->c, (uint32_t)i, t->n) : !rule_rank(f->c, (uint32_t)i, t->n, &s))
		return false;
	first = s.rank - t->n;
	if (t->lead && !whole(f, i, t->lead, ishape_part(s, 0, first)))
		return false;
	for (int k = 0; k < t->n; k++)
		if (!dim_in(f, i, first + k, t->letter[k], t->number[k], s.dim[first + k]))
			return false;
	return true;
}

static idim dim_out(struct form *f, char letter, int64_t number)
{
	if (!letter)
		return number;
	if (letter == '?')
		return rule_new(f->c);
	if (!f->has_dim[(int)letter]) {
		f->has_dim[(int)letter] = true;
		f->dim[(int)letter] = rule_new(f->c);
	}
	return f->dim[(int)letter];
}

static void give(struct form *f, uint32_t slot, const struct token *t)
{
	idim d[DIMS];
	struct ishape s;

	if (t->kind == '_')
		return;
	if (t->kind != '[') {
		rule_out(f->c, slot, f->has_shape[(int)t->kind] ? f->shape[(int)t->kind] : ishape_unknown());
		return;
	}
	for (int k = 0; k < t->n; k++)
		d[k] = dim_out(f, t->letter[k], t->number[k]);
	s = ishape_new(f->c->inf, t->n, d);
	if (t->lead)
		s = ishape_cat(f->c->inf, f->has_shape[(int)t->lead] ? f->shape[(int)t->lead] : ishape_unknown(), s);
	rule_out(f->c, slot, s);
}

static bool takes(struct form *f)
{
	struct token t;

	for (int i = 0; token_next(f, &t); i++)
		if (i < (int)f->c->n_in && !take(f, i, &t))
			return false;
	return true;
}

bool rule_inputs(struct rule_ctx *c)
{
	struct form f = { .c = c, .p = c->row->form };

	return takes(&f);
}

void rule_form(struct rule_ctx *c)
{
	struct form f = { .c = c, .p = c->row->form };
	struct token t;

	if (!takes(&f))
		return;
	f.p += !strncmp(f.p, "->", 2) ? 2 : 0;
	for (uint32_t i = 0; token_next(&f, &t); i++)
		give(&f, i, &t);
}
