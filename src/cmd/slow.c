/* Progress on stderr when that is a terminal, from the second second on. */
#include "cmd/slow.h"

#include <time.h>
#include <unistd.h>

#include "base/intr.h"

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void slow_start(struct slow *s, struct cmd_call *c, const char *what, size_t of)
{
	*s = (struct slow){ .c = c, .what = what, .of = of, .start = now() };
}

bool slow_go_on(void *ctx, size_t done, struct err *err)
{
	struct slow *s = ctx;
	double t = now();

	if (!intr_check(err))
		return false;
	if (!isatty(STDERR_FILENO) || t - s->start < 1 || t - s->last < 0.2)
		return true;
	s->last = t;
	s->said = true;
	if (s->of)
		sink_printf(s->c->msg, "\r%s: %.0f %% (Ctrl-C stops it)\033[K", s->what, 100.0 * (double)done / (double)s->of);
	else
		sink_printf(s->c->msg, "\r%s: %zu nodes (Ctrl-C stops it)\033[K", s->what, done);
	return true;
}

void slow_end(struct slow *s)
{
	if (s->said)
		sink_puts(s->c->msg, "\r\033[K");
}
