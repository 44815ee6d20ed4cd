/* RegexReplace, RegexFullMatch and their static forms, over re.h. */
#include <string.h>

#include "ops/re.h"
#include "ops/text.h"

/* A static pattern is compiled once; what is wrong with it is said when the node runs. */
struct static_re {
	const struct re *re;
	const char *error;
};

static bool prepare_static(const struct node *n, void *state, struct arena *a, struct err *err)
{
	struct static_re *s = state;
	struct sv pattern;

	if (!node_attr_str(n, "pattern", &pattern))
		return attr_missing(n, "pattern", err);
	s->re = re_compile(a, pattern, &s->error);
	return true;
}

static const struct re *compiled(struct op_ctx *c, struct sv pattern)
{
	const struct static_re *s = c->n_in < 2 ? c->state : NULL;
	const char *error = s ? s->error : NULL;
	const struct re *r = s ? s->re : re_compile(c->scratch, pattern, &error);

	if (!r)
		op_invalid(c, "Invalid pattern: %.*s, error: %s", SV_ARG(pattern), error);
	return r;
}

static bool pattern_of(struct op_ctx *c, struct sv *pattern)
{
	if (c->n_in < 2) {
		*pattern = SV("");
		node_attr_str(c->node, "pattern", pattern);
		return true;
	}
	if (c->in[1]->rank != 0)
		return op_invalid(c, "Pattern must be scalar, but received %s", op_in_shape(c, 1));
	*pattern = tensor_str(c->in[1], 0);
	return true;
}

/* ---- full match ---- */

static bool run_full_match(struct op_ctx *c)
{
	const struct tensor *in = c->in[0];
	struct re_machine *m;
	const struct re *r;
	struct tensor *out;
	struct sv pattern;

	if (!pattern_of(c, &pattern))
		return false;
	r = compiled(c, pattern);
	m = r ? re_machine_new(c, r, 0) : NULL;
	out = m ? op_out(c, 0, DT_BOOL, in->rank, in->dim) : NULL;
	for (int64_t i = 0; out && i < in->n; i++) {
		enum re_found f = re_search(m, tensor_str(in, i), 0, true, NULL);

		if (f == RE_STOPPED)
			return false;
		((uint8_t *)out->data)[i] = f == RE_YES;
	}
	return out != NULL;
}

/* ---- replace ---- */

/* The highest \N of a rewrite. */
static int max_submatch(struct sv rewrite)
{
	int max = 0;

	for (size_t i = 0; i + 1 < rewrite.n; i++)
		if (rewrite.p[i] == '\\') {
			char d = rewrite.p[++i];

			if (d >= '0' && d <= '9' && d - '0' > max)
				max = d - '0';
		}
	return max;
}

/* As RE2: what comes before something that is no \0..\9 or \\ stays; false then. */
static bool add_rewrite(struct str *out, struct sv rewrite, struct sv text,
			const struct re_match *m)
{
	for (size_t i = 0; i < rewrite.n; i++) {
		char d;

		if (rewrite.p[i] != '\\') {
			str_addc(out, rewrite.p[i]);
			continue;
		}
		d = ++i < rewrite.n ? rewrite.p[i] : 0;
		if (d == '\\')
			str_addc(out, '\\');
		else if (d < '0' || d > '9')
			return false;
		else if (m->cap[2 * (d - '0')] >= 0 && m->cap[2 * (d - '0') + 1] >= 0)
			str_add(out, sv_sub(text, (size_t)m->cap[2 * (d - '0')],
					    (size_t)m->cap[2 * (d - '0') + 1]));
	}
	return true;
}

struct replacing {
	struct re_machine *m;
	struct sv rewrite;
	bool global;
};

/* The bytes of the character at `at`: one that is none counts as one byte. */
static size_t char_bytes(struct sv s, size_t at)
{
	unsigned char a = (unsigned char)s.p[at];
	size_t n = a < 0xc0 ? 1 : a < 0xe0 ? 2 : a < 0xf0 ? 3 : 4;

	if (n > s.n - at)
		return 1;
	for (size_t k = 1; k < n; k++)
		if (!utf8_trail(s.p[at + k]))
			return 1;
	return n;
}

static bool replace_one(struct op_ctx *c, const struct replacing *r, struct sv s, struct str *out)
{
	struct re_match m;
	enum re_found f = re_search(r->m, s, 0, false, &m);
	size_t before;

	(void)c;
	if (f != RE_YES) {
		str_add(out, s);
		return f == RE_NO;
	}
	str_add(out, sv_sub(s, 0, (size_t)m.cap[0]));
	before = out->n;
	if (add_rewrite(out, r->rewrite, s, &m)) {
		str_add(out, sv_sub(s, (size_t)m.cap[1], s.n));
		return true;
	}
	out->n = before;		/* a bad rewrite changes nothing */
	str_add(out, sv_sub(s, (size_t)m.cap[0], s.n));
	return true;
}

static bool replace_all(struct op_ctx *c, const struct replacing *r, struct sv s, struct str *out)
{
	size_t at = 0, last = SIZE_MAX;
	struct re_match m;

	while (at <= s.n) {
		enum re_found f = re_search(r->m, s, at, false, &m);
		size_t n;

		if (f == RE_STOPPED)
			return false;
		if (f == RE_NO)
			break;
		str_add(out, sv_sub(s, at, (size_t)m.cap[0]));
		if ((size_t)m.cap[0] == last && m.cap[0] == m.cap[1]) {
			/* an empty match where the last one ended: one character on */
			n = at < s.n ? char_bytes(s, at) : 0;
			str_add(out, sv_sub(s, at, at + n));
			at += n ? n : 1;
			continue;
		}
		add_rewrite(out, r->rewrite, s, &m);
		if (!text_fits(c, out->n))
			return false;
		at = last = (size_t)m.cap[1];
	}
	if (at < s.n)
		str_add(out, sv_sub(s, at, s.n));
	return true;
}

static bool replace(struct op_ctx *c, struct sv pattern, struct sv rewrite)
{
	const struct tensor *in = c->in[0];
	const struct re *re = compiled(c, pattern);
	struct replacing r = { .rewrite = rewrite, .global = true };
	struct str s = STR_INIT;
	struct tensor *out;
	int groups = max_submatch(rewrite);
	bool ok;

	if (!re)
		return false;
	if (groups > re->n_groups)	/* RE2 logs that and changes nothing */
		return op_out_ref(c, 0, c->in[0]);
	node_attr_bool(c->node, "replace_global", &r.global);
	r.m = re_machine_new(c, re, 2 * (groups + 1));
	out = r.m ? op_out_like(c, 0, in) : NULL;
	ok = out != NULL;
	for (int64_t i = 0; ok && i < in->n; i++) {
		str_clear(&s);
		ok = (r.global ? replace_all : replace_one)(c, &r, tensor_str(in, i), &s) &&
		     tensor_str_set(out, i, str_sv(&s), c->err);
	}
	str_free(&s);
	return ok;
}

static bool run_replace(struct op_ctx *c)
{
	struct sv pattern;

	if (!pattern_of(c, &pattern))
		return false;
	if (c->in[2]->rank != 0)
		return op_invalid(c, "Rewrite must be scalar, but received %s", op_in_shape(c, 2));
	return replace(c, pattern, tensor_str(c->in[2], 0));
}

static bool run_static_replace(struct op_ctx *c)
{
	struct sv pattern, rewrite = SV("");

	node_attr_str(c->node, "rewrite", &rewrite);
	return pattern_of(c, &pattern) && replace(c, pattern, rewrite);
}

#define STATIC .state_size = sizeof(struct static_re), .prepare = prepare_static

static const struct op_row rows[] = {
	{ .name = "RegexReplace", .n_in = 3, .n_out = 1, .run = run_replace },
	{ .name = "RegexFullMatch", .n_in = 2, .n_out = 1, .run = run_full_match },
	{ .name = "StaticRegexReplace", .n_in = 1, .n_out = 1, STATIC, .run = run_static_replace },
	{ .name = "StaticRegexFullMatch", .n_in = 1, .n_out = 1, STATIC, .run = run_full_match },
};

OP_FAMILY(family_regex, rows);
