/* Progress and ^C for what works on in steps. */
#include "cmd/slow.h"

#include "base/intr.h"

void slow_start(struct slow *s, struct cmd_call *c, const char *what, size_t of)
{
	*s = (struct slow){ .c = c, .what = what, .of = of };
	progress_start(&s->progress);
}

bool slow_go_on(void *ctx, size_t done, struct err *err)
{
	struct slow *s = ctx;

	if (!intr_check(err))
		return false;
	if (!progress_due(&s->progress, s->c->msg))
		return true;
	if (s->of)
		sink_printf(s->c->msg, "\r%s: %.0f %% (Ctrl-C stops it)\033[K", s->what,
			    100.0 * (double)done / (double)s->of);
	else
		sink_printf(s->c->msg, "\r%s: %zu nodes (Ctrl-C stops it)\033[K", s->what, done);
	return true;
}

void slow_end(struct slow *s)
{
	progress_end(&s->progress, s->c->msg);
}
