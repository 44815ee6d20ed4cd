/* eval: a numpy expression over tensors of the run, whose names stand in backticks. */
#include <stdlib.h>

#include "cmd/tfdbg/dumps.h"
#include "cmd/tfdbg/graph.h"
#include "cmd/tfdbg/show.h"
#include "cmd/tfdbg/verbs.h"

struct lookup {
	struct tfdbg *t;
	struct err why;		/* of the first name that means nothing */
};

/* ---- names: [DEVICE:]NODE:SLOT[:DEBUGOP][K] ---- */

struct parts {
	struct str tensor;	/* "node:0" */
	uint32_t k;
};

static bool all_digits(struct sv s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0 && s.n < 10;
}

static bool bracket_off(struct sv *s, uint32_t *k)
{
	long open = sv_rfind(*s, '[');
	struct sv digits;

	if (!s->n || s->p[s->n - 1] != ']' || open < 0)
		return true;
	digits = sv_sub(*s, (size_t)open + 1, s->n - 1);
	if (!all_digits(digits))
		return false;
	*k = (uint32_t)strtoul(digits.p, NULL, 10);
	s->n = (size_t)open;
	return true;
}

/* "/job:worker/replica:0/task:0/cpu:0:" in front: the device, of which there is one here. */
static void device_off(struct sv *s)
{
	const char *p;
	size_t n = 0;

	if (!sv_starts(*s, SV("/job:")))
		return;
	for (p = s->p + s->n; p > s->p; p--)
		if (p[-1] == '/')
			break;
	/* The device's last part is "cpu:0:" or "device:CPU:0:"; what follows it may hold slashes too. */
	for (const char *q = s->p; (q = memchr(q, '/', (size_t)(s->p + s->n - q))) != NULL; q++) {
		const char *c = q + 1, *end = s->p + s->n;

		if (strncmp(c, "cpu:", 4) && strncmp(c, "gpu:", 4) && strncmp(c, "device:", 7))
			continue;
		c = memchr(c, ':', (size_t)(end - c));
		while (c && c + 1 < end && (c[1] < '0' || c[1] > '9'))
			c = memchr(c + 1, ':', (size_t)(end - c - 1));
		c = c ? memchr(c + 1, ':', (size_t)(end - c - 1)) : NULL;
		if (c)
			n = (size_t)(c + 1 - s->p);
		break;
	}
	*s = sv_sub(*s, n, s->n);
}

static bool parts_of(struct sv name, struct parts *p)
{
	struct sv s = name, last;
	long colon;

	*p = (struct parts){ .tensor = STR_INIT };
	if (!bracket_off(&s, &p->k))
		return false;
	device_off(&s);
	colon = sv_rfind(s, ':');
	if (colon <= 0)
		return false;
	last = sv_sub(s, (size_t)colon + 1, s.n);
	if (!all_digits(last)) {		/* a debug op: there is DebugIdentity */
		s.n = (size_t)colon;
		colon = sv_rfind(s, ':');
		if (colon <= 0 || !all_digits(sv_sub(s, (size_t)colon + 1, s.n)) || !sv_is(last, "DebugIdentity"))
			return false;
	}
	str_add(&p->tensor, s);
	return true;
}

/* The tensor of exactly that name, or of the only node whose path ends so. */
static const struct tf_tensor *find(struct tfdbg *t, const struct tf_dumps *d, const char *name, struct err *err)
{
	const struct tf_tensor *found = dumps_tensor(d, name);
	const struct tf_graph *g = found ? NULL : tf_graph(t, err);
	uint32_t i = g ? tf_graph_find(g, name) : NODE_NONE;
	char *full;

	if (i == NODE_NONE)
		return found;
	full = xasprintf("%s%s", g->node.p[i].path, strrchr(name, ':'));
	found = dumps_tensor(d, full);
	free(full);
	return found;
}

static struct tensor *look(struct lookup *l, struct sv name)
{
	struct tf_dumps *d = tf_dumps(l->t, &l->why);
	const struct tf_tensor *t;
	struct tensor *v = NULL;
	struct parts p;

	if (!d)
		return NULL;
	if (!parts_of(name, &p)) {
		tf_raise(&l->why, "ValueError", "The debug tensor name in the to-be-evaluated expression is malformed: "
			 "'%.*s'", SV_ARG(name));
	} else if (!(t = find(l->t, d, str_z(&p.tensor), &l->why))) {
		tf_raise(&l->why, "ValueError", "Eval failed due to the value of %s:DebugIdentity being unavailable",
			 str_z(&p.tensor));
	} else if (p.k >= t->n) {
		tf_raise(&l->why, "IndexError", "list index out of range");
	} else {
		v = tensor_ref(dump_value(l->t, dumps_nth(d, t, p.k), &l->why));
	}
	str_free(&p.tensor);
	return v;
}

static struct tensor *lookup_name(void *ctx, struct sv name, struct err *err)
{
	struct lookup *l = ctx;
	struct tensor *v = look(l, name);

	if (!v)
		err_set(err, ERR_KIND_INPUT, ERR_NOT_FOUND, "%s", l->why.msg ? l->why.msg : "no value");
	return v;
}

/* ---- what came out ---- */

static bool show_array(struct tf_call *c, const struct val *v, const char *label, struct err *err)
{
	struct tf_show s = {
		.label = label, .all = tf_flag(c, "all"), .summary = true, .scalar = v->scalar,
		.write_path = tf_str(c, "write_path"),
	};

	return tf_show(c, v->t, &s, err);
}

/* A list, a number of Python's own: its repr. */
static void show_python(struct tf_call *c, const struct val *v, const char *label)
{
	struct str s = STR_INIT, safe = STR_INIT;

	rich_add(c->out, "Tensor \"%s\":", label);
	rich_add(c->out, "%s", "");
	val_repr(&s, v);
	str_escaped(&safe, str_sv(&s));
	rich_sv(c->out, str_sv(&safe));
	str_free(&s);
	str_free(&safe);
}

static bool eval_exec(struct tf_call *c, struct err *err)
{
	struct lookup l = { .t = c->t };
	struct vals *vs = vals_new();
	struct expr_env *env = expr_env_new();
	struct err why = { 0 };
	struct str label = STR_INIT;
	const struct val *v = expr_eval_with(vs, env, sv_of(c->argv[0]), lookup_name, &l, &why);
	bool ok = true;

	str_addf(&label, "from eval of expression '%s'", c->argv[0]);
	if (!v && err_is(&l.why))
		err_move(err, &l.why);
	else if (!v)
		tf_raise(err, "ValueError", "%s", why.msg ? why.msg : "no value");
	else if (v->kind == VAL_ARRAY)
		ok = show_array(c, v, str_z(&label), err);
	else
		show_python(c, v, str_z(&label));
	tf_menu(c->out, "eval", NULL);
	str_free(&label);
	err_clear(&l.why);
	err_clear(&why);
	expr_env_free(env);
	vals_free(vs);
	return v && ok;
}

static const struct tf_flag eval_flags[] = {
	{ "a", "all", OPT_FLAG, "Every element, no \"...\".", NULL },
	{ "w", "write_path", OPT_STRING, "Write the value to this .npy file too.", NULL },
	{ 0 },
};

const struct tf_verb tf_eval = {
	.name = "eval",
	.aliases = (const char *const[]){ "ev", NULL },
	.where = AT_END,
	.flags = eval_flags,
	.operand = "expression",
	.operand_help =
		"A numpy expression; tensors stand in backticks as `node:slot`, or `node:slot[2]` for the third "
		"time that it was made. With blanks in it, it is put in quotes: "
		"\"np.max(`lg:0`) - 1\".",
	.min_args = 1,
	.max_args = 1,
	.words = TF_NOTHING,
	.exec = eval_exec,
	.brief = "Compute with the tensors of the run.",
};
