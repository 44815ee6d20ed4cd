/* The rows of all verbs (verbs.def), and what their files share. Ownership: rows are constant. */
#ifndef CMD_TFDBG_VERBS_H
#define CMD_TFDBG_VERBS_H

#include "cmd/tfdbg/tfdbg.h"

#define VERB(id) extern const struct tf_verb id;
#include "cmd/tfdbg/verbs.def"
#undef VERB

/* The menu above an answer: of a node (NULL: of none), with `here` the verb whose answer it is. */
void tf_menu(struct rich *out, const char *here, const char *node);

struct tf_graph;
struct tf_edge;
struct attr_value;

/* The page for words that do not fit a verb's row. */
void tf_syntax(struct tf_call *c);
void tf_help_verb(const struct tf_verb *v, struct rich *out);
/* ERROR: there is no such node. Returns true, as exec does. */
bool tf_no_node(struct tf_call *c, const char *name);
/* "node", "node:1": where an edge begins; of a recipient, where it ends. */
void tf_edge_text(struct str *out, const struct tf_graph *g, const struct tf_edge *e);
/* An attribute's value as protobuf's text, on one line. */
void tf_attr_text(struct str *out, const struct attr_value *v);
/* What config has set; kept in the state folder. */
void tf_cfg_read(struct tf_cfg *cfg);
bool tf_config_set(struct tfdbg *t, const char *name, const char *value, struct err *err);

#endif
