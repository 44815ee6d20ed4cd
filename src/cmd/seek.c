/* seek: where a tensor holds what one looks for. */
#include <inttypes.h>

#include "cmd/rows.h"
#include "tensor/print.h"
#include "tensor/seek.h"
#include "tensor/slice.h"

enum { SHOWN = 20 };

static void hit_print(struct sink *out, const struct tensor *t, int64_t i)
{
	struct str s = STR_INIT;

	if (t->rank)
		seek_index_text(t, i, &s);
	sink_printf(out, "  %s%s", str_z(&s), t->rank ? " = " : "= ");
	str_clear(&s);
	print_element(&s, t, i);
	sink_escaped(out, str_sv(&s));
	sink_puts(out, "\n");
	str_free(&s);
}

bool seek_print(struct sink *out, const struct tensor *t, const char *what, bool all,
		struct err *err)
{
	int64_t n, shown = 0;
	struct seek s;
	bool ok;

	if (!seek_parse(&s, sv_of(what), err))
		return false;
	ok = seek_aim(&s, t, err);
	if (ok) {
		n = seek_count(&s, t);
		sink_escaped(out, str_sv(&s.text));
		sink_printf(out, ": %" PRId64 " of %" PRId64 " elements\n", n, t->n);
		for (int64_t i = 0; i < t->n && shown < n && (all || shown < SHOWN); i++)
			if (seek_hit(&s, t, i)) {
				hit_print(out, t, i);
				shown++;
			}
		if (shown < n)
			sink_printf(out, "  and %" PRId64 " more (--all)\n", n - shown);
	}
	seek_free(&s);
	return ok;
}

static int seek_exec(struct cmd_call *c, struct err *err)
{
	struct named found = { 0 };
	struct tensor *t = NULL;
	struct sv slice;
	bool ok = named_tensor(c->app, c->argc > 1 ? c->argv[1] : NULL, &found, &slice, err);

	if (ok)
		ok = (t = slice_tensor(found.t, slice, err)) != NULL;
	if (ok) {
		sink_printf(c->out, "%s", str_z(&found.label));
		sink_escaped(c->out, slice);
		sink_puts(c->out, "\n");
		ok = seek_print(c->out, t, c->argv[0], call_flag(c, "all"), err);
	}
	tensor_unref(t);
	named_free(&found);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static const struct cmd_opt seek_opts[] = {
	{ "all", 'a', OPT_FLAG, NULL, "every element, not only the first ones" },
	{ 0 },
};

const struct cmd cmd_seek = {
	.name = "seek", .where = CMD_PROMPT, .opts = seek_opts, .operands = "WHAT [NAME][SLICE]",
	.min_args = 1, .max_args = 2, .arg = ARG_TENSOR, .group = "Tensors", .need = NEED_DEBUGGER, .exec = seek_exec,
	.brief = "Say where a tensor holds what is looked for; without NAME: in the one just made.",
	.help = "WHAT is nan, inf, bad (either), max, min, absmax, zero, true, false, a number,\n"
		"\"> 3\" (in quotes), [LOW,HIGH] or several in brackets: [[-inf,-0.1],[0.1,inf]];\n"
		"for strings, text that they hold. On the screen, seek WHAT moves to the next such\n"
		"element of the tensor that is shown and marks them all, and @INDEX goes to an\n"
		"index; @0,:,:,2 chooses the axes that are seen.",
};
