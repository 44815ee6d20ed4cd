/* The list of all commands; commands.def has a line for each. */
#include <string.h>

#include "cmd/rows.h"

static const struct cmd *const list[] = {
#define COMMAND(id) &id,
#include "cmd/commands.def"
#undef COMMAND
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
