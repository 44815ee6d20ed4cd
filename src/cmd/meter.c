/* See meter.h. */
#include "cmd/meter.h"

#include <stdio.h>
#include <stdlib.h>

#include "cmd/table.h"

void meter_start(struct meter *m, struct sink *msg, const char *what, int64_t total)
{
	*m = (struct meter){ .msg = msg, .what = what, .total = total };
	progress_start(&m->progress);
}

void meter_at(struct meter *m, int64_t bytes)
{
	char *done, *all;

	if (m->msg->ctx != stderr || !progress_due(&m->progress, m->msg))
		return;
	done = text_bytes((uint64_t)bytes);
	all = text_bytes((uint64_t)m->total);
	sink_printf(m->msg, "\r%s of %s %s, %.0f %% (Ctrl-C stops it)\033[K", done, all, m->what,
		    m->total > 0 ? 100 * (double)bytes / (double)m->total : 100);
	free(done);
	free(all);
}

void meter_end(struct meter *m)
{
	progress_end(&m->progress, m->msg);
}
