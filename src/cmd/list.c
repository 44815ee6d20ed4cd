/* The list of all commands: one line each, sorted by name. */
#include <string.h>

#include "cmd/rows.h"

static const struct cmd *const list[] = {
	&cmd_aot,
	&cmd_asset,
	&cmd_assets,
	&cmd_back,
	&cmd_break,
	&cmd_browse,
	&cmd_call_row,
	&cmd_check,
	&cmd_check_prompt,
	&cmd_collections,
	&cmd_commands,
	&cmd_config,
	&cmd_const,
	&cmd_consts,
	&cmd_continue,
	&cmd_convert,
	&cmd_cost,
	&cmd_debug,
	&cmd_delete,
	&cmd_diff,
	&cmd_disable,
	&cmd_down,
	&cmd_edit,
	&cmd_edits,
	&cmd_enable,
	&cmd_expect,
	&cmd_export,
	&cmd_feed,
	&cmd_files,
	&cmd_fingerprint,
	&cmd_finish,
	&cmd_frame,
	&cmd_freeze,
	&cmd_funcs,
	&cmd_goto,
	&cmd_help_row,
	&cmd_ignore,
	&cmd_info,
	&cmd_inputs,
	&cmd_list_row,
	&cmd_li,
	&cmd_lo,
	&cmd_lt,
	&cmd_meta,
	&cmd_next,
	&cmd_node,
	&cmd_ni,
	&cmd_nodes,
	&cmd_objects,
	&cmd_note,
	&cmd_op,
	&cmd_ops,
	&cmd_origin,
	&cmd_outputs,
	&cmd_overview,
	&cmd_paths,
	&cmd_pt,
	&cmd_prof,
	&cmd_pulse,
	&cmd_quit,
	&cmd_recompute,
	&cmd_reset,
	&cmd_reverse_continue,
	&cmd_reverse_next,
	&cmd_run_prompt,
	&cmd_run_shell,
	&cmd_save,
	&cmd_scan,
	&cmd_seek,
	&cmd_set,
	&cmd_show,
	&cmd_signature,
	&cmd_sigs,
	&cmd_source,
	&cmd_start,
	&cmd_step,
	&cmd_tbreak,
	&cmd_top,
	&cmd_leave,
	&cmd_undo,
	&cmd_until,
	&cmd_up,
	&cmd_unwatch,
	&cmd_var,
	&cmd_vars,
	&cmd_version,
	&cmd_warmup,
	&cmd_watch,
	&cmd_where,
	&cmd_why,
	&cmd_why_prompt,
	&cmd_worst,
};

const struct cmd *const *cmd_list(int *n)
{
	*n = (int)(sizeof(list) / sizeof(*list));
	return list;
}

static bool is_named(const struct cmd *c, const char *name)
{
	return !strcmp(c->name, name) || (c->alias && !strcmp(c->alias, name)) ||
	       (c->alias2 && !strcmp(c->alias2, name));
}

const struct cmd *cmd_find(const char *name, unsigned where)
{
	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if ((list[i]->where & where) && is_named(list[i], name))
			return list[i];
	return NULL;
}
