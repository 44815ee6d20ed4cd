/* See meter.h. */
#include "cmd/meter.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "cmd/table.h"

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void meter_start(struct meter *m, struct sink *msg, const char *what, int64_t total)
{
	*m = (struct meter){ .msg = msg, .what = what, .total = total };
	m->tty = msg->ctx == stderr && isatty(STDERR_FILENO);
	m->start = m->last = now();
}

void meter_at(struct meter *m, int64_t bytes)
{
	double t = m->tty ? now() : 0;
	char *done, *all;

	if (!m->tty || t - m->start < 1 || t - m->last < 0.2)
		return;
	done = text_bytes((uint64_t)bytes);
	all = text_bytes((uint64_t)m->total);
	sink_printf(m->msg, "\r%s of %s %s, %.0f %% (Ctrl-C stops it)\033[K", done, all, m->what,
		    m->total > 0 ? 100 * (double)bytes / (double)m->total : 100);
	free(done);
	free(all);
	m->last = t;
	m->said = true;
}

void meter_end(struct meter *m)
{
	if (m->said)
		sink_puts(m->msg, "\r\033[K");
	m->said = false;
}
