/* The list of all views: one line each. */
#include "ui/view.h"

extern const struct view_ops view_tree, view_overview, view_signatures, view_signature, view_graph,
	view_node, view_functions, view_function, view_variables, view_variable, view_objects,
	view_object, view_assets, view_asset, view_check, view_form, view_steps, view_tensor,
	view_meta, view_collections, view_collection, view_files, view_file, view_breaks, view_edits, view_history,
	view_diff, view_pulse, view_help, view_text, view_terms, view_places, view_palette;
extern const struct view_ops view_inputs, view_outputs, view_path, view_cost;

static const struct view_ops *const list[] = {
	&view_tree,
	&view_overview,
	&view_signatures,
	&view_signature,
	&view_graph,
	&view_node,
	&view_functions,
	&view_function,
	&view_variables,
	&view_variable,
	&view_objects,
	&view_object,
	&view_assets,
	&view_asset,
	&view_inputs,
	&view_outputs,
	&view_path,
	&view_cost,
	&view_check,
	&view_diff,
	&view_meta,
	&view_collections,
	&view_collection,
	&view_files,
	&view_file,
	&view_form,
	&view_steps,
	&view_tensor,
	&view_breaks,
	&view_edits,
	&view_history,
	&view_pulse,
	&view_terms,
	&view_help,
	&view_text,
	&view_places,
	&view_palette,
};

const struct view_ops *const *view_list(int *n)
{
	*n = (int)(sizeof(list) / sizeof(*list));
	return list;
}
