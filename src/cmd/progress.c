/* See progress.h. */
#include "cmd/progress.h"

#include <unistd.h>

#include "base/clock.h"

void progress_start(struct progress *p)
{
	*p = (struct progress){ .start = clock_seconds() };
}

double progress_seconds(const struct progress *p)
{
	return clock_seconds() - p->start;
}

bool progress_due(struct progress *p, const struct sink *msg)
{
	double t = clock_seconds();

	if (t - p->start < 1 || t - p->last < 0.2 || msg->lines || !isatty(STDERR_FILENO))
		return false;
	p->last = t;
	p->said = true;
	return true;
}

void progress_end(struct progress *p, struct sink *msg)
{
	if (p->said)
		sink_puts(msg, "\r\033[K");
	p->said = false;
}
