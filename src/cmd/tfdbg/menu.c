/* The menu that stands above what the run-end screen shows. */
#include "cmd/tfdbg/verbs.h"

void tf_menu(struct rich *out, const char *here, const char *node)
{
	static const struct { const char *label, *with_node; bool needs_node; } items[] = {
		{ "list_tensors", NULL, false }, { "node_info", "node_info -a -d -t", true },
		{ "print_tensor", "print_tensor", true }, { "list_inputs", "list_inputs -c -r", true },
		{ "list_outputs", "list_outputs -c -r", true }, { "run_info", NULL, false },
		{ "help", NULL, false },
	};

	for (size_t i = 0; i < sizeof(items) / sizeof(*items); i++) {
		struct str s = STR_INIT;

		str_addz(&s, items[i].needs_node ? items[i].with_node : items[i].label);
		if (items[i].needs_node)
			str_addf(&s, " %s", node ? node : "");
		rich_menu(out, items[i].label,
			  !strcmp(items[i].label, here) || (items[i].needs_node && !node) ? NULL : str_z(&s));
		str_free(&s);
	}
}
