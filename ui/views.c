/* The list of all views: one line each. */
#include "ui/view.h"

extern const struct view_ops view_tree;
extern const struct view_ops view_overview;
extern const struct view_ops view_signatures;
extern const struct view_ops view_signature;
extern const struct view_ops view_graph;
extern const struct view_ops view_node;
extern const struct view_ops view_functions;
extern const struct view_ops view_function;
extern const struct view_ops view_variables;
extern const struct view_ops view_variable;
extern const struct view_ops view_objects;
extern const struct view_ops view_object;
extern const struct view_ops view_assets;
extern const struct view_ops view_asset;
extern const struct view_ops view_inputs;
extern const struct view_ops view_outputs;
extern const struct view_ops view_path;
extern const struct view_ops view_cost;
extern const struct view_ops view_check;
extern const struct view_ops view_diff;
extern const struct view_ops view_gaps;
extern const struct view_ops view_gap;
extern const struct view_ops view_meta;
extern const struct view_ops view_collections;
extern const struct view_ops view_collection;
extern const struct view_ops view_files;
extern const struct view_ops view_file;
extern const struct view_ops view_form;
extern const struct view_ops view_steps;
extern const struct view_ops view_tensor;
extern const struct view_ops view_breaks;
extern const struct view_ops view_edits;
extern const struct view_ops view_history;
extern const struct view_ops view_pulse;
extern const struct view_ops view_terms;
extern const struct view_ops view_help;
extern const struct view_ops view_text;
extern const struct view_ops view_places;
extern const struct view_ops view_palette;

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
	&view_gaps,
	&view_gap,
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
