/*
 * Watching a run; see watch.h.
 */
#include "cmd/watch.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cmd/progress.h"
#include "cmd/settings.h"

enum { NODES_A_LOOK = 64 };

/* ---- the options ---- */

bool bytes_parse(const char *text, const char *who, size_t *bytes, struct err *err)
{
	static const char units[] = "KMGT";
	char *end;
	double v = strtod(text, &end);
	const char *unit = *end ? strchr(units, *end >= 'a' ? *end - 32 : *end) : NULL;

	for (long i = unit ? unit - units : -1; i >= 0; i--)
		v *= 1024;
	if (unit) {
		end++;
		end += *end == 'i';
		end += *end == 'B' || *end == 'b';
	}
	if (end == text || *end || !(v >= 1) || v > 0x1p60)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "%s wants a size such as 500M or 2G, not \"%s\"", who, text);
	*bytes = (size_t)v;
	return true;
}

static bool count_of(const struct cmd_call *c, const char *name, size_t *n, struct err *err)
{
	const struct cmd_val *v = call_opt(c, name);

	if (v->given && v->i < 1)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "--%s wants a count from 1 on, not %" PRId64, name, v->i);
	if (v->given)
		*n = (size_t)v->i;
	return true;
}

bool limits_read(const struct cmd_call *c, struct session_opts *o, struct err *err)
{
	const char *memory = call_str(c, "max_memory"), *timeout = call_str(c, "timeout");
	size_t bytes = 0;
	char *end;

	if (!memory && *setting(app_settings(c->app), SET_MAX_MEMORY))
		memory = setting(app_settings(c->app), SET_MAX_MEMORY);
	if (memory && !bytes_parse(memory, "--max-memory", &bytes, err))
		return false;
	if (memory)
		big_limit_set(bytes);
	if (timeout) {
		o->timeout = strtod(timeout, &end);
		if (end == timeout || *end || !(o->timeout > 0) || !isfinite(o->timeout))
			return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				       "--timeout wants seconds, not \"%s\"", timeout);
	}
	o->allow_file_io = call_flag(c, "allow_file_io");
	return count_of(c, "max_iterations", &o->max_iterations, err) &&
	       count_of(c, "max_depth", &o->max_depth, err);
}

/* ---- running ---- */

/* Where the run stands, for who stopped it. */
static bool interrupted(const struct exec *x, struct err *err)
{
	struct str s = STR_INIT;

	err_set(err, ERR_KIND_INTERRUPT, ERR_CANCELLED, "interrupted after %" PRIu64 " nodes",
		exec_n_ran(x));
	if (exec_where(x, &s))
		err_at(err, "node %s", str_z(&s));
	str_free(&s);
	return false;
}

static void tell_progress(struct cmd_call *c, const struct exec *x, double seconds)
{
	struct str s = STR_INIT;

	sink_printf(c->msg, "\r%" PRIu64 " nodes, %.0f s (Ctrl-C stops it) ", exec_n_ran(x), seconds);
	if (exec_where(x, &s) && s.n > 40)
		sink_puts(c->msg, "..");
	sink_escaped(c->msg, s.n > 40 ? sv_sub(str_sv(&s), s.n - 38, s.n) : str_sv(&s));
	sink_puts(c->msg, "\033[K");
	str_free(&s);
}

static bool tell(const struct watcher *w, int n, struct exec *x, const struct exec_event *ev,
		 struct err *err)
{
	for (int i = 0; i < n; i++)
		if ((ev->kind & w[i].mask) && !w[i].event(w[i].ctx, x, ev, err))
			return false;
	return true;
}

bool watch_run(struct cmd_call *c, struct exec *x, const struct watcher *w, int n, struct err *err)
{
	bool tty = isatty(STDERR_FILENO), ok = true;
	struct progress progress;
	struct exec_event ev = { 0 };
	unsigned mask = tty ? EV_BUDGET : 0;

	progress_start(&progress);
	for (int i = 0; i < n; i++)
		mask |= w[i].mask;
	while (ok && ev.kind != EV_DONE && ev.kind != EV_INTERRUPT) {
		if (tty && (ev.kind == EV_BUDGET || !ev.kind))
			exec_budget(x, NODES_A_LOOK);
		ok = exec_step(x, mask, &ev, err) && tell(w, n, x, &ev, err);
		if (progress_due(&progress, c->msg))
			tell_progress(c, x, progress_seconds(&progress));
	}
	progress_end(&progress, c->msg);
	return ok && (ev.kind == EV_DONE || interrupted(x, err));
}
