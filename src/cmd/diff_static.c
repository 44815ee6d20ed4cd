/* Two models without a run: the verdict, then what differs, kind by kind. */
#include "cmd/diff_static.h"

#include <stdio.h>
#include <unistd.h>

#include "cmd/json.h"
#include "cmd/rows.h"

enum { LINES = 10 };

/* ---- text ---- */

static uint32_t of_kind(const struct differ *d, enum change_kind k)
{
	uint32_t n = 0;

	for (size_t i = 0; i < d->change.n; i++)
		n += d->change.p[i].kind == k;
	return n;
}

static void print_kind(struct sink *out, const struct differ *d, enum change_kind k, bool all)
{
	uint32_t n = of_kind(d, k), said = 0;
	struct str head = STR_INIT;

	if (!n)
		return;
	if (k == CHANGE_METADATA)
		str_addz(&head, "what matters to no answer");
	else
		change_count_text(k, n, &head);
	sink_printf(out, "\n%s\n", str_z(&head));
	for (size_t i = 0; i < d->change.n; i++) {
		const struct change *c = &d->change.p[i];

		if (c->kind != k || (!all && said == LINES))
			continue;
		sink_puts(out, "  ");
		sink_put(out, c->subject);
		sink_puts(out, ": ");
		sink_put(out, c->text);
		sink_puts(out, "\n");
		said++;
	}
	if (said < n)
		sink_printf(out, "  and %u more (--all)\n", n - said);
	str_free(&head);
}

static void print_text(struct cmd_call *c, const struct differ *d)
{
	sink_printf(c->out, "%s\n", str_z(&d->verdict));
	for (int k = 0; k < CHANGE_KINDS; k++)
		print_kind(c->out, d, (enum change_kind)k, call_flag(c, "all"));
	sink_printf(c->out, "\ncompared without a run: %u nodes and weights in A, %u in B; %u weights by value",
		    d->n_items[0], d->n_items[1], d->n_vars - d->n_unread);
	sink_puts(c->out, d->symbolic ? "; calls unopened, since the models are too large with them\n" : "\n");
}

/* ---- JSON ---- */

static void json_at(struct json *j, const struct metagraph *mg, const struct change_at *at, bool of_a)
{
	uint32_t n;

	if (at->kind == CHANGE_AT_NODE)
		json_kstr(j, of_a ? "node_a" : "node_b", graph_node_name(at->g, at->i));
	else if (at->kind == CHANGE_AT_VARIABLE)
		json_kstr(j, of_a ? "variable_a" : "variable_b", metagraph_variables(mg, &n)[at->i].name);
}

static void json_change(struct json *j, const struct differ *d, const struct change *c)
{
	json_open(j, '{');
	json_kstr(j, "kind", sv_of(change_kind_name(c->kind)));
	json_kbool(j, "matters", c->matters);
	json_kstr(j, "subject", c->subject);
	json_kstr(j, "text", c->text);
	if (c->in_a.n)
		json_kstr(j, "a", c->in_a);
	if (c->in_b.n)
		json_kstr(j, "b", c->in_b);
	json_at(j, d->a, &c->a, true);
	json_at(j, d->b, &c->b, false);
	if (c->kind == CHANGE_WEIGHT && c->near < NEAR_KINDS)
		json_kstr(j, "weight", sv_of(near_name(c->near)));
	if (c->kind == CHANGE_WEIGHT && c->size != 0) {
		json_key(j, "size");
		json_num(j, c->size);
	}
	json_close(j, '}');
}

static void print_json(struct cmd_call *c, const struct differ *d, const char *word)
{
	uint32_t n = 0;
	struct json j;

	for (size_t i = 0; i < d->change.n; i++)
		n += d->change.p[i].matters;
	json_start(&j, c->out);
	json_open(&j, '{');
	json_kstr(&j, "verdict", sv_of(word));
	json_kstr(&j, "sentence", str_sv(&d->verdict));
	json_kint(&j, "differences", n);
	json_kint(&j, "nodes_a", d->n_items[0]);
	json_kint(&j, "nodes_b", d->n_items[1]);
	json_kint(&j, "weights", d->n_vars);
	json_kint(&j, "weights_same", d->n_same_vars);
	json_kint(&j, "unread", d->n_unread);
	json_key(&j, "changes");
	json_open(&j, '[');
	for (size_t i = 0; i < d->change.n; i++)
		json_change(&j, d, &d->change.p[i]);
	json_close(&j, ']');
	json_close(&j, '}');
	json_end(&j);
}

/* ---- the verb ---- */

/* On a terminal, whoever waits sees what for. */
static void progress(void *ctx, const char *what)
{
	struct cmd_call *c = ctx;

	if (isatty(STDERR_FILENO) && !c->msg->lines)
		sink_printf(c->msg, "\r\033[K%s%s", what, *what ? " ... (Ctrl-C stops it)" : "");
}

static int show(struct cmd_call *c, const struct differ *d, struct err *err)
{
	int rc;

	if (!c->app->screen || !c->app->screen->usable())
		return -1;
	c->app->differ = d;
	rc = c->app->screen->run(c->app, false, err);
	c->app->differ = NULL;
	return rc;
}

int diff_static(struct cmd_call *c, const struct metagraph *a, const struct metagraph *b,
		const struct differ_door *door_a, const struct differ_door *door_b, struct err *err)
{
	struct differ *d = differ_new(a, b, door_a, door_b, progress, c, err);
	int rc, shown = -1;

	progress(c, "");
	if (!d)
		return EXIT_NO_JUDGEMENT;
	rc = d->differs ? 1 : d->n_unread ? EXIT_NO_JUDGEMENT : EXIT_FINE;
	if (call_flag(c, "ui"))
		shown = show(c, d, err);
	if (shown >= EXIT_FINE)
		rc = shown; /* the screen was shown, and ended */
	else if (shown < 0 && call_flag(c, "json"))
		print_json(c, d, rc == 1 ? "found" : rc ? "unknown" : "nothing");
	else if (shown < 0)
		print_text(c, d);
	if (d->n_unread) {
		err_move(err, &d->why);
		err_note(err, "%u weights could not be read", d->n_unread);
	}
	differ_free(d);
	return rc;
}
