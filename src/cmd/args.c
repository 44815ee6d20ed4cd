/*
 * The one parser of command lines. Accepted: --name V, --name=V, --flag, --noflag, -x V, -xV, several
 * one-letter flags in one word, "--" as the end of options; "-" and "_" in names mean the same. The
 * last value of an option that is given twice counts. A word such as "-3" is an operand unless the
 * command has that letter.
 */
#include "cmd/args.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static int n_opts(const struct cmd *c)
{
	int n = 0;

	while (c->opts && c->opts[n].name)
		n++;
	return n;
}

static bool same_name(const char *a, const char *b, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char x = a[i] == '-' ? '_' : a[i], y = b[i] == '-' ? '_' : b[i];

		if (!x || x != y)
			return false;
	}
	return a[n] == '\0';
}

static int find_long(const struct cmd *c, const char *name, size_t n)
{
	for (int i = 0; c->opts && c->opts[i].name; i++)
		if (same_name(c->opts[i].name, name, n))
			return i;
	return -1;
}

static int find_letter(const struct cmd *c, char letter)
{
	for (int i = 0; c->opts && c->opts[i].name; i++)
		if (c->opts[i].letter == letter)
			return i;
	return -1;
}

static bool refuse(struct err *err, const char *fmt, const char *what)
{
	return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, fmt, what);
}

static bool store(const struct cmd_opt *o, struct cmd_val *v, const char *text, struct err *err)
{
	v->given = true;
	v->s = text;
	switch (o->kind) {
	case OPT_INT: {
		char *end;

		errno = 0;
		v->i = strtoll(text, &end, 10);
		if (errno || end == text || *end)
			return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				       "--%s wants a whole number, not \"%s\"", o->name, text);
		break;
	}
	case OPT_LIST:
		v->list = xrealloc(v->list, ((size_t)v->n + 1) * sizeof(*v->list));
		v->list[v->n++] = text;
		break;
	case OPT_FLAG:
	case OPT_STRING:
	case OPT_WHICH:
		break;
	}
	return true;
}

/* saved_model_cli's flags are global: each of its verbs takes those of the others and does not look
 * at them. So do ours that have --dir. true when the word is such a flag; skips its value. */
static bool ignored(const struct cmd *c, const char *name, size_t n, bool has_value, int *i)
{
	static const struct { const char *name; bool value; } flags[] = {
		{ "dir", true }, { "tag_set", true }, { "signature_def", true }, { "all", false },
		{ "list_ops", false }, { "inputs", true }, { "input_exprs", true },
		{ "input_examples", true }, { "outdir", true }, { "overwrite", false },
		{ "op_denylist", true }, { "output_dir", true }, { "precision_mode", true },
		{ "output_prefix", true }, { "signature_def_key", true },
		{ "checkpoint_path", true }, { "variables_to_feed", true },
		{ "target_triple", true }, { "target_cpu", true }, { "cpp_class", true },
		{ "multithreading", true }, { "noall", false }, { "nolist_ops", false },
		{ "nooverwrite", false },
	};

	if (find_long(c, "dir", 3) < 0)
		return false;
	for (size_t k = 0; k < sizeof(flags) / sizeof(*flags); k++)
		if (same_name(flags[k].name, name, n)) {
			*i += flags[k].value && !has_value;
			return true;
		}
	return false;
}

/* A value that may be left out must not be mistaken for the word after the option. */
static bool is_which(const char *word)
{
	uint64_t number;

	return text_u64(word, &number) || !strcmp(word, "all");
}

/* words[*i] starts with "--". */
static bool parse_long(const struct cmd *c, int n, const char *const *words, int *i,
		       struct args *a, struct err *err)
{
	const char *name = words[*i] + 2, *eq = strchr(name, '=');
	size_t len = eq ? (size_t)(eq - name) : strlen(name);
	bool no = false;
	int k = find_long(c, name, len);

	if (k < 0 && len == 4 && !strncmp(name, "help", 4)) {
		a->help = true;
		return true;
	}
	if (k < 0 && len > 2 && !strncmp(name, "no", 2)) {
		k = find_long(c, name + 2, len - 2);
		no = k >= 0 && c->opts[k].kind == OPT_FLAG;
		k = no ? k : -1;
	}
	if (k < 0 && ignored(c, name, len, eq != NULL, i))
		return true;
	if (k < 0)
		return refuse(err, "unrecognized arguments: %s", words[*i]);
	if (c->opts[k].kind == OPT_FLAG) {
		if (eq)
			return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				       "argument --%s/--no%s: ignored explicit argument '%s'",
				       c->opts[k].name, c->opts[k].name, eq + 1);
		a->opt[k].given = !no;
		return true;
	}
	if (eq)
		return store(&c->opts[k], &a->opt[k], eq + 1, err);
	if (c->opts[k].kind == OPT_WHICH && (*i + 1 >= n || !is_which(words[*i + 1])))
		return store(&c->opts[k], &a->opt[k], "0", err);
	if (*i + 1 >= n)
		return refuse(err, "--%s: a value is missing", c->opts[k].name);
	return store(&c->opts[k], &a->opt[k], words[++*i], err);
}

/* words[*i] is "-x...". */
static bool parse_letters(const struct cmd *c, int n, const char *const *words, int *i,
			  struct args *a, struct err *err)
{
	const char *w = words[*i];

	for (const char *p = w + 1; *p; p++) {
		int k = find_letter(c, *p);

		if (k < 0 && *p == 'h' && !w[2]) {
			a->help = true;
			return true;
		}
		if (k < 0)
			return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				       "unrecognized arguments: %s%s%s", w, *i + 1 < n ? " " : "",
				       *i + 1 < n ? words[*i + 1] : "");
		if (c->opts[k].kind == OPT_FLAG) {
			a->opt[k].given = true;
			continue;
		}
		if (p[1])
			return store(&c->opts[k], &a->opt[k], p + 1, err);
		if (*i + 1 >= n)
			return refuse(err, "--%s: a value is missing", c->opts[k].name);
		return store(&c->opts[k], &a->opt[k], words[++*i], err);
	}
	return true;
}

static bool is_option(const struct cmd *c, const char *w)
{
	if (w[0] != '-' || !w[1])
		return false;
	if (w[1] >= '0' && w[1] <= '9')
		return find_letter(c, w[1]) >= 0;
	return true;
}

static bool count_ok(const struct cmd *c, int extra, struct args *a, struct err *err)
{
	if (a->help)
		return true;
	if (a->argc < c->min_args + extra)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "%s is missing",
			       a->argc < extra ? "PATH" : c->operands ? c->operands : "an operand");
	if (c->max_args >= 0 && a->argc > c->max_args + extra)
		return refuse(err, "unrecognized arguments: %s", a->argv[c->max_args + extra]);
	return true;
}

bool args_parse(const struct cmd *c, int extra, int n, const char *const *words, struct args *out,
		struct err *err)
{
	bool only_operands = false;

	*out = (struct args){
		.opt = xcalloc((size_t)n_opts(c) + 1, sizeof(*out->opt)),
		.argv = xcalloc((size_t)n + 1, sizeof(*out->argv)),
	};
	for (int i = 0; i < n; i++) {
		const char *w = words[i];

		if (!only_operands && !strcmp(w, "--")) {
			only_operands = true;
			continue;
		}
		if (only_operands || !is_option(c, w)) {
			out->argv[out->argc++] = w;
			continue;
		}
		if (!(w[1] == '-' ? parse_long : parse_letters)(c, n, words, &i, out, err)) {
			args_free(c, out);
			return false;
		}
	}
	if (count_ok(c, extra, out, err))
		return true;
	args_free(c, out);
	return false;
}

void args_free(const struct cmd *c, struct args *a)
{
	for (int i = 0; a->opt && i < n_opts(c); i++)
		free(a->opt[i].list);
	free(a->opt);
	free(a->argv);
	*a = (struct args){ 0 };
}

const struct cmd_val *call_opt(const struct cmd_call *c, const char *name)
{
	static const struct cmd_val none;
	int k = find_long(c->cmd, name, strlen(name));

	return k < 0 ? &none : &c->opt[k];
}

bool call_flag(const struct cmd_call *c, const char *name)
{
	return call_opt(c, name)->given;
}

const char *call_str(const struct cmd_call *c, const char *name)
{
	return call_opt(c, name)->s;
}

bool text_u64(const char *z, uint64_t *v)
{
	char *end;

	if (*z < '0' || *z > '9')
		return false;
	errno = 0;
	*v = strtoull(z, &end, 10);
	return !errno && !*end;
}

bool call_count(const struct cmd_call *c, int i, uint64_t *n, struct err *err)
{
	*n = 1;
	if (i >= c->argc)
		return true;
	if (text_u64(c->argv[i], n) && *n > 0)
		return true;
	return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		       "%s: how often? \"%s\" is no count", c->cmd->name, c->argv[i]);
}
