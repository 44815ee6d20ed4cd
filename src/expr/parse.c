/*
 * From text to values: one walk by recursive descent over Python's grammar of expressions, which computes
 * as it goes. Nesting is limited, so the stack is. While it goes it notes whether the text is a literal by
 * ast.literal_eval's rules; what is none must use numpy.
 *
 *   comparison  or  xor  and  shift  sum  term  factor  power  atom with its .name (...) [...]
 */
#include <math.h>
#include <stdlib.h>

#include "expr/eval.h"
#include "expr/text.h"

/* What kind of literal the text just read is. */
enum lit { LIT_NONE, LIT_NUMBER, LIT_SIGNED, LIT_OTHER };

struct parser {
	struct ev e;
	const char *begin, *p, *end;
	const char *at;		/* where the call or operator at work begins, for errors */
	int depth, brackets;
	enum lit lit, inner;	/* inner: of the last item in brackets */
	bool numpy;
	expr_lookup lookup;	/* of `names`, or NULL */
	bool words;		/* of bare words too */
	void *ctx;
};

static struct val *comparison(struct parser *p);
static struct val *factor(struct parser *p);

static struct val *bad(struct parser *p, const char *what)
{
	p->at = p->p;
	return ev_fail(&p->e, "%s", what);
}

static void blanks(struct parser *p)
{
	for (; p->p < p->end; p->p++) {
		if (*p->p == '#')
			while (p->p + 1 < p->end && p->p[1] != '\n')
				p->p++;
		else if (!strchr(p->brackets ? " \t\n\r\f" : " \t\f", *p->p) || !*p->p)
			return;
	}
}

static bool peek(struct parser *p, char c)
{
	blanks(p);
	return p->p < p->end && *p->p == c;
}

static bool take(struct parser *p, char c)
{
	if (!peek(p, c))
		return false;
	p->p++;
	return true;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static struct sv name_at(struct parser *p)
{
	const char *q = p->p;

	if (q < p->end && is_letter(*q))
		while (q < p->end && (is_letter(*q) || is_digit(*q)))
			q++;
	return (struct sv){ p->p, (size_t)(q - p->p) };
}

static char ahead(const struct parser *p, size_t n)
{
	return (size_t)(p->end - p->p) > n ? p->p[n] : '\0';
}

/* ---- numbers ---- */

static int digit_of(char c)
{
	return is_digit(c) ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : 99;
}

/* Digits with single "_" between them, copied without these; false when there are none. */
static bool digits(struct parser *p, struct str *out, int base)
{
	bool any = false;

	while (p->p < p->end) {
		if (digit_of(*p->p) < base) {
			str_addc(out, *p->p++);
			any = true;
		} else if (*p->p == '_' && any && digit_of(ahead(p, 1)) < base) {
			p->p++;
		} else {
			break;
		}
	}
	return any;
}

static struct val *integer(struct parser *p, const char *text, int base)
{
	struct val *v = val_int(p->e.vs, 0, p->e.err);

	for (const char *q = text; v && *q; q++) {
		v->f = v->f * base + digit_of(*q);
		if (!v->big && (__builtin_mul_overflow(v->i, base, &v->i) ||
				__builtin_add_overflow(v->i, digit_of(*q), &v->i)))
			v->big = true;
	}
	if (v && base == 10)
		v->f = strtod(text, NULL);
	return v;
}

static struct val *based(struct parser *p, int base)
{
	struct str s = STR_INIT;
	struct val *v = NULL;

	p->p += 2;
	if (*p->p == '_')
		p->p++;
	if (digits(p, &s, base))
		v = integer(p, str_z(&s), base);
	else
		bad(p, "digits are missing");
	str_free(&s);
	return v;
}

static bool fraction(struct parser *p, struct str *s, bool *is_float, bool any)
{
	if (ahead(p, 0) == '.') {
		str_addc(s, *p->p++);
		*is_float = true;
		any |= digits(p, s, 10);
	}
	if (any && (ahead(p, 0) | 32) == 'e') {
		size_t sign = ahead(p, 1) == '+' || ahead(p, 1) == '-';

		if (!is_digit(ahead(p, 1 + sign)))
			return false;
		str_add(s, (struct sv){ p->p, 1 + sign });
		p->p += 1 + sign;
		*is_float = true;
		digits(p, s, 10);
	}
	return any;
}

static bool leading_zero(const struct str *s)
{
	const char *z = str_z(s);

	return z[0] == '0' && z[strspn(z, "0")] != '\0';
}

static struct val *decimal(struct parser *p)
{
	struct str s = STR_INIT;
	bool is_float = false, any = digits(p, &s, 10);
	struct val *v = NULL;

	if (!fraction(p, &s, &is_float, any)) {
		bad(p, "not a number");
	} else if ((ahead(p, 0) | 32) == 'j') {
		p->p++;
		v = val_new(p->e.vs, VAL_COMPLEX, p->e.err);
		if (v)
			v->im = strtod(str_z(&s), NULL);
	} else if (is_float) {
		v = val_float(p->e.vs, strtod(str_z(&s), NULL), p->e.err);
	} else if (leading_zero(&s)) {
		bad(p, "a number may not begin with zeros");
	} else {
		v = integer(p, str_z(&s), 10);
	}
	str_free(&s);
	return v;
}

static struct val *number(struct parser *p)
{
	char base = *p->p == '0' ? (char)(ahead(p, 1) | 32) : '\0';
	struct val *v = base == 'x' ? based(p, 16) : base == 'o' ? based(p, 8) :
			base == 'b' ? based(p, 2) : decimal(p);

	if (v && p->p < p->end && (is_letter(*p->p) || is_digit(*p->p)))
		return bad(p, "a number ends in letters");
	p->lit = LIT_NUMBER;
	return v;
}

/* ---- text ---- */

static bool hex(struct parser *p, int n, uint32_t *cp)
{
	*cp = 0;
	for (int i = 0; i < n; i++) {
		if (p->p == p->end || digit_of(*p->p) > 15)
			return bad(p, "a bad escape") != NULL;
		*cp = *cp * 16 + (uint32_t)digit_of(*p->p++);
	}
	return true;
}

static void put_char(struct str *s, uint32_t cp, bool bytes)
{
	if (bytes)
		str_addc(s, (char)cp);
	else
		text_encode(s, cp);
}

/* Behind a backslash. */
static bool escape(struct parser *p, struct str *s, bool bytes)
{
	static const char from[] = "abfnrtv\\'\"", to[] = "\a\b\f\n\r\t\v\\'\"";
	char c = *p->p++;
	const char *known = c ? strchr(from, c) : NULL;
	uint32_t cp = 0;

	if (c == '\n')
		return true;
	if (known) {
		str_addc(s, to[known - from]);
	} else if (c >= '0' && c <= '7') {
		cp = (uint32_t)(c - '0');
		for (int i = 0; i < 2 && ahead(p, 0) >= '0' && ahead(p, 0) <= '7'; i++)
			cp = cp * 8 + (uint32_t)(*p->p++ - '0');
		put_char(s, cp, bytes);
	} else if (c == 'x' || (!bytes && (c == 'u' || c == 'U'))) {
		if (!hex(p, c == 'x' ? 2 : c == 'u' ? 4 : 8, &cp))
			return false;
		if (cp > 0x10ffff || (!bytes && cp >= 0xd800 && cp < 0xe000))
			return bad(p, "an escape that is no character") != NULL;
		put_char(s, cp, bytes);
	} else if (c == 'N' && !bytes) {
		return bad(p, "characters by name (\\N{...}) are not known here") != NULL;
	} else {
		str_addc(s, '\\');
		str_addc(s, c);
	}
	return true;
}

static bool string_body(struct parser *p, struct str *s, bool raw, bool bytes)
{
	char q = *p->p;
	bool triple = ahead(p, 1) == q && ahead(p, 2) == q;

	p->p += triple ? 3 : 1;
	for (;;) {
		if (p->p == p->end || (*p->p == '\n' && !triple))
			return bad(p, "a string is not closed") != NULL;
		if (*p->p == q && (!triple || (ahead(p, 1) == q && ahead(p, 2) == q))) {
			p->p += triple ? 3 : 1;
			return true;
		}
		if (bytes && (unsigned char)*p->p >= 0x80)
			return bad(p, "bytes can only contain ASCII literal characters") != NULL;
		if (*p->p != '\\') {
			str_addc(s, *p->p++);
			continue;
		}
		p->p++;
		if (p->p == p->end)
			return bad(p, "a string is not closed") != NULL;
		if (raw) {
			str_addc(s, '\\');
			str_addc(s, *p->p++);
		} else if (!escape(p, s, bytes)) {
			return false;
		}
	}
}

/* How many letters stand before a quote as a string's prefix; -1: it is no string. */
static int prefix(struct parser *p, bool *raw, bool *bytes)
{
	int n = 0;

	*raw = *bytes = false;
	for (; n < 2 && ahead(p, (size_t)n) && strchr("rRbBuU", ahead(p, (size_t)n)); n++) {
		*raw |= (ahead(p, (size_t)n) | 32) == 'r';
		*bytes |= (ahead(p, (size_t)n) | 32) == 'b';
	}
	if (n == 2 && !(*raw && *bytes))
		return -1;
	return ahead(p, (size_t)n) == '\'' || ahead(p, (size_t)n) == '"' ? n : -1;
}

/* Adjacent strings are one. */
static struct val *strings(struct parser *p)
{
	struct str s = STR_INIT;
	bool raw, bytes, first_bytes = false, first = true;
	struct val *v = NULL;
	int n;

	while (blanks(p), (n = prefix(p, &raw, &bytes)) >= 0) {
		if (!first && bytes != first_bytes) {
			bad(p, "cannot mix bytes and nonbytes literals");
			goto out;
		}
		first_bytes = bytes;
		first = false;
		p->p += n;
		if (!string_body(p, &s, raw, bytes))
			goto out;
	}
	v = val_text(p->e.vs, first_bytes ? VAL_BYTES : VAL_STR, str_sv(&s), p->e.err);
	p->lit = LIT_OTHER;
out:
	str_free(&s);
	return v;
}

/* ---- lists, tuples, sets, dicts ---- */

typedef VEC(struct val *) vals_list;

static struct val *seq_of(struct parser *p, enum val_kind k, const vals_list *list, bool dict)
{
	struct val *v = val_seq(p->e.vs, k, dict ? list->n / 2 : list->n, p->e.err);
	size_t n = 0;

	if (!v)
		return NULL;
	if (!dict) {
		if (list->n)
			memcpy(v->item, list->p, list->n * sizeof(*v->item));
		return v;
	}
	for (size_t i = 0; i < list->n; i += 2) {	/* the last of equal keys counts */
		size_t at = n;

		for (size_t j = 0; j < n && n < 4096; j++)
			if (val_same(v->key[j], list->p[i]))
				at = j;
		if (at == n)
			v->key[n++] = list->p[i];
		v->item[at] = list->p[i + 1];
	}
	v->n = n;
	return v;
}

static bool hashable(const struct val *v)
{
	if (v->kind == VAL_TUPLE)
		for (size_t i = 0; i < v->n; i++)
			if (!hashable(v->item[i]))
				return false;
	return v->kind != VAL_LIST && v->kind != VAL_SET && v->kind != VAL_DICT && v->kind != VAL_ARRAY;
}

/* "(", "[" or "{" is taken. Fills list; comma: one was seen. */
static bool items(struct parser *p, char close, vals_list *list, bool *comma, bool *dict)
{
	bool literal = true;

	*comma = *dict = false;
	while (!take(p, close)) {
		struct val *v = comparison(p);

		if (!v)
			return false;
		literal &= p->lit != LIT_NONE;
		vec_push(list, v);
		if (close == '}' && (list->n == 1 || *dict) && take(p, ':')) {
			*dict = true;
			v = hashable(v) ? comparison(p) : bad(p, "unhashable type");
			if (!v)
				return false;
			literal &= p->lit != LIT_NONE;
			vec_push(list, v);
		} else if (close == '}' && (*dict || !hashable(v))) {
			return bad(p, *dict ? "a colon is missing" : "unhashable type") != NULL;
		}
		if (take(p, ','))
			*comma = true;
		else if (!peek(p, close))
			return bad(p, "a comma or a closing bracket was expected") != NULL;
	}
	p->inner = list->n ? p->lit : LIT_OTHER;
	p->lit = literal ? LIT_OTHER : LIT_NONE;
	return true;
}

static struct val *bracketed(struct parser *p)
{
	char open = *p->p++, close = open == '(' ? ')' : open == '[' ? ']' : '}';
	vals_list list = { 0 };
	bool comma, dict;
	struct val *v = NULL;

	p->brackets++;
	if (items(p, close, &list, &comma, &dict)) {
		if (open == '(' && list.n == 1 && !comma) {
			v = list.p[0];		/* parentheses alone: as what is in them */
			p->lit = p->inner;
		} else {
			enum val_kind k = open == '(' ? VAL_TUPLE : open == '[' ? VAL_LIST :
					  dict || !list.n ? VAL_DICT : VAL_SET;

			v = seq_of(p, k, &list, dict);
		}
	}
	p->brackets--;
	vec_free(&list);
	return v;
}

/* ---- names, calls, subscripts ---- */

static struct val *constant(struct parser *p, enum val_kind k, int i)
{
	struct val *v = val_new(p->e.vs, k, p->e.err);

	if (v)
		v->i = i;
	p->lit = LIT_OTHER;
	return v;
}

/* set() is the one call that a literal may hold. */
static struct val *empty_set(struct parser *p)
{
	if (!take(p, '(') || !take(p, ')'))
		return bad(p, "only set() is known here");
	p->lit = LIT_OTHER;
	return val_seq(p->e.vs, VAL_SET, 0, p->e.err);
}

/* What a name means: p->at is where it begins, p->p behind it. */
static struct val *of_name(struct parser *p, struct sv name)
{
	struct tensor *t;

	p->lit = LIT_NONE;
	p->numpy = true;
	t = p->lookup(p->ctx, name, p->e.err);
	return t ? val_array(p->e.vs, t, false, p->e.err) : NULL;
}

static struct val *word(struct parser *p)
{
	static const struct { const char *name; enum dtype t; } types[] = {
		{ "float", DT_DOUBLE }, { "int", DT_INT64 }, { "bool", DT_BOOL },
		{ "complex", DT_COMPLEX128 }, { "str", DT_STRING }, { "bytes", DT_STRING },
	};
	struct sv name = name_at(p);
	struct val *v;

	p->at = p->p;
	p->p += name.n;
	if (sv_is(name, "None"))
		return constant(p, VAL_NONE, 0);
	if (sv_is(name, "True") || sv_is(name, "False"))
		return constant(p, VAL_BOOL, name.p[0] == 'T');
	if (sv_is(name, "set"))
		return empty_set(p);
	p->lit = LIT_NONE;
	if (p->e.env && (sv_is(name, "np") || sv_is(name, "numpy"))) {
		p->numpy = true;
		v = val_new(p->e.vs, VAL_NAME, p->e.err);
		if (v)
			v->s = SV("numpy");
		return v;
	}
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (sv_is(name, types[i].name)) {
			v = val_new(p->e.vs, VAL_DTYPE, p->e.err);
			if (v)
				v->i = types[i].t;
			return v;
		}
	if (p->words)
		return of_name(p, name);
	p->p = p->at;
	return ev_fail(&p->e, "\"%.*s\" is no name known here: literals and np.NAME are", SV_ARG(name));
}

/* `name` */
static struct val *looked_up(struct parser *p)
{
	const char *from = p->p + 1, *end = memchr(from, '`', (size_t)(p->end - from));

	if (!end)
		return bad(p, "a ` is not closed");
	p->at = p->p;
	p->p = end + 1;
	return of_name(p, (struct sv){ from, (size_t)(end - from) });
}

static struct val *atom(struct parser *p)
{
	bool raw, bytes;

	blanks(p);
	if (p->p == p->end)
		return bad(p, "the expression is not complete");
	if (is_digit(*p->p) || (*p->p == '.' && is_digit(ahead(p, 1))))
		return number(p);
	if (prefix(p, &raw, &bytes) >= 0)
		return strings(p);
	if (*p->p == '(' || *p->p == '[' || *p->p == '{')
		return bracketed(p);
	if (sv_starts((struct sv){ p->p, (size_t)(p->end - p->p) }, SV("..."))) {
		p->p += 3;
		return constant(p, VAL_ELLIPSIS, 0);
	}
	if (*p->p == '`' && p->lookup)
		return looked_up(p);
	if (is_letter(*p->p))
		return word(p);
	return bad(p, "a value was expected");
}

enum { MAX_CALL_ARGS = 64 };

static struct val *call(struct parser *p, struct val *fn)
{
	struct val *pos[MAX_CALL_ARGS], *kw_val[MAX_CALL_ARGS];
	struct sv kw[MAX_CALL_ARGS];
	size_t n = 0, n_kw = 0;
	const char *at = p->p;

	p->p++;
	p->brackets++;
	while (!take(p, ')')) {
		struct sv name = (blanks(p), name_at(p));
		const char *back = p->p;
		struct val *v;
		bool key;

		p->p += name.n;
		key = name.n && peek(p, '=') && ahead(p, 1) != '=';
		if (key)
			p->p++;
		else
			p->p = back;
		v = comparison(p);
		if (!v)
			return NULL;
		if (n == MAX_CALL_ARGS || n_kw == MAX_CALL_ARGS)
			return bad(p, "too many arguments");
		if (key) {
			kw[n_kw] = name;
			kw_val[n_kw++] = v;
		} else if (n_kw) {
			return bad(p, "a positional argument follows a keyword argument");
		} else {
			pos[n++] = v;
		}
		if (!take(p, ',') && !peek(p, ')'))
			return bad(p, "a comma or a closing bracket was expected");
	}
	p->brackets--;
	p->at = at;
	return ev_call(&p->e, fn, pos, n, kw, kw_val, n_kw);
}

/* start:stop:step, or an index. */
static struct val *slice(struct parser *p)
{
	struct val *part[3] = { NULL }, *v;
	int n = 0;
	bool colon = false;

	for (;;) {
		if (!peek(p, ':') && !peek(p, ',') && !peek(p, ']')) {
			part[n] = comparison(p);
			if (!part[n])
				return NULL;
		}
		if (n == 2 || !take(p, ':'))
			break;
		colon = true;
		n++;
	}
	if (!colon)
		return part[0] ? part[0] : bad(p, "an index was expected");
	v = val_seq(p->e.vs, VAL_SLICE, 3, p->e.err);
	for (int i = 0; v && i < 3; i++)
		v->item[i] = part[i];
	return v;
}

static struct val *subscript(struct parser *p, struct val *of)
{
	const char *at = p->p++;
	vals_list list = { 0 };
	struct val *index = NULL;
	bool comma = false;

	p->brackets++;
	while (!take(p, ']')) {
		struct val *v = slice(p);

		if (!v)
			goto fail;
		vec_push(&list, v);
		if (take(p, ','))
			comma = true;
		else if (!peek(p, ']')) {
			bad(p, "a comma or a closing bracket was expected");
			goto fail;
		}
	}
	p->brackets--;
	p->at = at;
	if (!list.n)
		ev_fail(&p->e, "an index was expected");
	else
		index = comma ? seq_of(p, VAL_TUPLE, &list, false) : list.p[0];
fail:
	vec_free(&list);
	return index ? ev_index(&p->e, of, index) : NULL;
}

static struct val *trailers(struct parser *p)
{
	struct val *v = atom(p);

	while (v) {
		if (peek(p, '.')) {
			struct sv name;

			p->p++;
			blanks(p);
			name = name_at(p);
			if (!name.n)
				return bad(p, "a name was expected");
			p->at = p->p;
			v = ev_attribute(&p->e, v, name);
			p->p += name.n;
		} else if (peek(p, '(')) {
			v = call(p, v);
		} else if (peek(p, '[')) {
			v = subscript(p, v);
		} else {
			return v;
		}
		p->lit = LIT_NONE;
	}
	return NULL;
}

/* ---- operators ---- */

static struct val *power(struct parser *p)
{
	struct val *a = trailers(p), *b;
	const char *at = (blanks(p), p->p);

	if (!a || ahead(p, 0) != '*' || ahead(p, 1) != '*')
		return a;
	if (p->depth >= VAL_MAX_DEPTH)
		return bad(p, "nested too deep");
	p->p += 2;
	p->depth++;
	b = factor(p);
	p->depth--;
	p->lit = LIT_NONE;
	p->at = at;
	return b ? ev_binary(&p->e, OP_POW, a, b) : NULL;
}

/* Signs; each nests, as parentheses do. */
static struct val *factor(struct parser *p)
{
	const char *at = (blanks(p), p->p);
	char c = ahead(p, 0);
	enum lit lit;
	struct val *v;

	if (c != '-' && c != '+' && c != '~')
		return power(p);
	if (p->depth >= VAL_MAX_DEPTH)
		return bad(p, "nested too deep");
	p->p++;
	p->depth++;
	v = factor(p);
	p->depth--;
	if (!v)
		return NULL;
	lit = p->lit == LIT_NUMBER && c != '~' ? LIT_SIGNED : LIT_NONE;
	p->at = at;
	v = ev_unary(&p->e, c == '-' ? OP_NEG : c == '+' ? OP_POS : OP_INVERT, v);
	p->lit = lit;
	return v;
}

/* The binary operators from loose to tight; each level's are alternatives. */
static const struct { const char *text; enum op op; } levels[][5] = {
	{ { "|", OP_OR } }, { { "^", OP_XOR } }, { { "&", OP_AND } },
	{ { "<<", OP_SHL }, { ">>", OP_SHR } }, { { "+", OP_ADD }, { "-", OP_SUB } },
	{ { "*", OP_MUL }, { "//", OP_FLOORDIV }, { "/", OP_DIV }, { "%", OP_MOD }, { "@", OP_MATMUL } },
};
enum { N_LEVELS = sizeof(levels) / sizeof(*levels), SUMS = 4 };

static bool operator_at(struct parser *p, int level, enum op *op)
{
	struct sv rest = (blanks(p), (struct sv){ p->p, (size_t)(p->end - p->p) });

	for (int i = 0; i < 5 && levels[level][i].text; i++)
		if (sv_starts(rest, sv_of(levels[level][i].text))) {
			size_t n = strlen(levels[level][i].text);

			if (sv_starts(rest, SV("**")))
				return false;
			p->p += n;
			*op = levels[level][i].op;
			return true;
		}
	return false;
}

/* A real number, then + or - an imaginary one: the only sum that is a literal. */
static enum lit sum_lit(enum lit a, const struct val *va, enum lit b, const struct val *vb)
{
	bool left = (a == LIT_NUMBER || a == LIT_SIGNED) &&
		    (va->kind == VAL_INT || va->kind == VAL_FLOAT);

	return left && b == LIT_NUMBER && vb->kind == VAL_COMPLEX ? LIT_OTHER : LIT_NONE;
}

static struct val *binary(struct parser *p, int level)
{
	struct val *a = level == N_LEVELS ? factor(p) : binary(p, level + 1), *b;
	enum op op;

	while (a && level < N_LEVELS) {
		enum lit left = p->lit;
		const char *at = (blanks(p), p->p);

		if (!operator_at(p, level, &op)) {
			p->lit = left;
			break;
		}
		b = binary(p, level + 1);
		if (!b)
			return NULL;
		left = level == SUMS ? sum_lit(left, a, p->lit, b) : LIT_NONE;
		p->at = at;
		a = ev_binary(&p->e, op, a, b);
		p->lit = left;
	}
	return a;
}

static bool compare_at(struct parser *p, enum op *op)
{
	static const struct { const char *text; enum op op; } ops[] = {
		{ "<=", OP_LE }, { ">=", OP_GE }, { "==", OP_EQ }, { "!=", OP_NE }, { "<", OP_LT },
		{ ">", OP_GT },
	};
	struct sv rest = (blanks(p), (struct sv){ p->p, (size_t)(p->end - p->p) });

	for (size_t i = 0; i < sizeof(ops) / sizeof(*ops); i++)
		if (sv_starts(rest, sv_of(ops[i].text))) {
			p->p += strlen(ops[i].text);
			*op = ops[i].op;
			return true;
		}
	return false;
}

static struct val *comparison(struct parser *p)
{
	struct val *a, *b;
	enum op op;

	if (p->depth >= VAL_MAX_DEPTH)
		return bad(p, "nested too deep");
	p->depth++;
	a = binary(p, 0);
	while (a) {
		enum lit lit = p->lit;
		const char *at = (blanks(p), p->p);

		if (!compare_at(p, &op)) {
			p->lit = lit;
			break;
		}
		b = binary(p, 0);
		p->at = at;
		a = b ? ev_binary(&p->e, op, a, b) : NULL;
		p->lit = LIT_NONE;
	}
	p->depth--;
	return a;
}

/* A tuple needs no parentheses. */
static struct val *whole(struct parser *p)
{
	vals_list list = { 0 };
	struct val *v = comparison(p);
	enum lit lit = p->lit;

	if (!v || !peek(p, ','))
		return v;
	vec_push(&list, v);
	while (take(p, ',') && (blanks(p), p->p < p->end)) {
		v = comparison(p);
		if (!v)
			break;
		lit = p->lit == LIT_NONE ? LIT_NONE : lit;
		vec_push(&list, v);
	}
	v = v ? seq_of(p, VAL_TUPLE, &list, false) : NULL;
	vec_free(&list);
	p->lit = lit == LIT_NONE ? LIT_NONE : LIT_OTHER;
	return v;
}

/* "at character 4: ..." */
static void say_where(struct parser *p)
{
	char *old = p->e.err ? p->e.err->msg : NULL;

	if (!old)
		return;
	p->e.err->msg = xasprintf("at character %td: %s", p->at - p->begin + 1, old);
	free(old);
}

static struct val *run(struct parser *p)
{
	struct val *v;

	while (p->p < p->end && (*p->p == ' ' || *p->p == '\t'))
		p->p++;
	v = whole(p);
	if (v) {
		p->brackets = 1;	/* line ends at the end are fine */
		blanks(p);
		if (p->p < p->end)
			v = bad(p, "something is left over");
	}
	if (v && (v->kind == VAL_NAME || v->kind == VAL_RNG || v->kind == VAL_DTYPE) && p->numpy)
		v = ev_fail(&p->e, "a %s is no value", val_type_name(v));
	return v;
}

struct val *expr_eval(struct vals *vs, struct expr_env *env, struct sv text, bool *numpy, struct err *err)
{
	struct parser p = {
		.e = { vs, env, err }, .begin = text.p, .p = text.p, .at = text.p,
		.end = text.p + text.n,
	};
	struct val *v = run(&p);

	if (v && p.lit == LIT_NONE && !p.numpy) {
		p.at = p.begin;
		v = ev_fail(&p.e, "neither a literal nor a numpy expression");
	}
	if (!v)
		say_where(&p);
	if (numpy)
		*numpy = p.numpy;
	return v;
}

static struct val *with_names(struct vals *vs, struct expr_env *env, struct sv text, expr_lookup lookup, void *ctx,
			      bool words, struct err *err)
{
	struct parser p = {
		.e = { vs, env, err }, .begin = text.p, .p = text.p, .at = text.p, .end = text.p + text.n,
		.lookup = lookup, .ctx = ctx, .words = words,
	};
	struct val *v = run(&p);

	if (!v)
		say_where(&p);
	return v;
}

struct val *expr_eval_with(struct vals *vs, struct expr_env *env, struct sv text, expr_lookup lookup, void *ctx,
			   struct err *err)
{
	return with_names(vs, env, text, lookup, ctx, false, err);
}

struct val *expr_eval_words(struct vals *vs, struct expr_env *env, struct sv text, expr_lookup lookup, void *ctx,
			    struct err *err)
{
	return with_names(vs, env, text, lookup, ctx, true, err);
}

struct val *expr_literal(struct vals *vs, struct sv text, struct err *err)
{
	struct parser p = {
		.e = { vs, NULL, err }, .begin = text.p, .p = text.p, .at = text.p,
		.end = text.p + text.n,
	};
	struct val *v = run(&p);

	if (v && p.lit == LIT_NONE) {
		p.at = p.begin;
		v = ev_fail(&p.e, "not a literal");
	}
	if (!v)
		say_where(&p);
	return v;
}
