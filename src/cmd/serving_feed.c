/* A request's body as the debugger's inputs: --json_input of debug and its like. */
#include <stdlib.h>

#include "base/mem.h"
#include "cmd/inputs.h"
#include "cmd/rows.h"
#include "cmd/serving.h"
#include "tensor/stats.h"

/* The value as feed reads it, so that a saved session has it; NULL: too large, or not of numbers. */
static char *literal(const struct tensor *t)
{
	enum { MOST = 65536 };
	struct stats st;
	struct str s = STR_INIT;
	int64_t n = t->n, inner[SHAPE_MAX_RANK + 1];
	int rank = t->rank;
	bool broken = t->dtype == DT_FLOAT || t->dtype == DT_DOUBLE || t->dtype == DT_HALF || t->dtype == DT_BFLOAT16;

	stats_look(t, 0, &st);
	if (!st.numeric || n < 1 || n > MOST || st.n_finite != n || st.absmax > 0x1p53)
		return NULL;
	inner[rank] = 1;
	for (int k = rank - 1; k >= 0; k--)
		inner[k] = inner[k + 1] * t->dim[k];
	for (int64_t i = 0; i < n; i++) {
		str_addz(&s, i ? "," : "");
		for (int k = 0; k < rank; k++)
			str_addz(&s, i % inner[k] == 0 ? "[" : "");
		if (t->dtype == DT_BOOL)
			str_addz(&s, stats_value(t, i) != 0 ? "True" : "False");
		else
			str_addf(&s, broken ? "%.17g" : "%.0f", stats_value(t, i));
		for (int k = 0; k < rank; k++)
			str_addz(&s, (i + 1) % inner[k] == 0 ? "]" : "");
	}
	return str_give(&s);
}

static bool feed_request(struct app *app, const struct serving *q, struct err *err)
{
	bool ok = q->sig == dbg_signature(app->dbg) || dbg_choose(app->dbg, q->sig, err);

	for (uint32_t i = 0; ok && i < q->sig->n_in; i++) {
		char *text = q->in[i] ? literal(q->in[i]) : NULL;

		ok = !q->in[i] || dbg_set_input(app->dbg, i, q->in[i], text ? text : INPUT_REQUEST, err);
		free(text);
	}
	return ok;
}

bool serving_feed(struct cmd_call *c, struct err *err)
{
	const char *name = call_str(c, "signature_def");
	struct str body = STR_INIT;
	struct serving q = {0};
	char *door = NULL, *path = path_door(c->argv[0], &door);
	bool ok = serve_read(call_str(c, "json_input"), "json_input", true, &body, err) &&
		  serving_read(&q, str_sv(&body), c->app->mg, name ? name : door, err) &&
		  feed_request(c->app, &q, err);

	serving_free(&q);
	str_free(&body);
	free(path);
	free(door);
	return ok;
}
