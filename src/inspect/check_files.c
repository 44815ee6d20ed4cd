/* Rules on the files of a model: damage, versions, fingerprint, assets. */
#include "inspect/check_inside.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "model/callable.h"
#include "ops/hash.h"

enum { FOLDERS_MAX = 8 };

static void bad_nodes(struct check *c, const struct graph *g)
{
	for (uint32_t i = 0; i < g->n_nodes; i++) {
		struct err e = { 0 };
		struct str place = STR_INIT;
		char *text;

		if (graph_node(g, i, &e))
			continue;
		text = err_text(&e);
		if (g->func)
			str_addf(&place, "%.*s/", SV_ARG(g->func->name));
		str_add(&place, graph_node_name(g, i));
		check_found(c, str_give(&place), "the node cannot be read: %s", text);
		free(text);
		err_clear(&e);
	}
}

void rule_damage(struct check *c)
{
	const struct model *m = c->mg->model;

	for (uint32_t i = 0; i < model_n_damage(m); i++)
		check_found(c, xstrdup(model_file(m)), "%s", model_damage(m, i));
	bad_nodes(c, c->mg->graph);
	for (uint32_t i = 0; i < c->mg->n_funcs && check_go_on(c, "reading functions", (double)i / c->mg->n_funcs); i++)
		if (c->mg->funcs[i].graph)
			bad_nodes(c, c->mg->funcs[i].graph);
}

/* The checkpoint's part of it: Fingerprint64 of the index file's bytes, 0 when there is none. The other parts are
 * hashes of messages written anew, in an order that the file need not have. */
void rule_fingerprint(struct check *c)
{
	const struct model *m = c->mg->model;
	const struct fingerprint *f = model_fingerprint(m);
	char *path = xasprintf("%s/variables/variables.index", model_dir(m));
	struct fmap *index = f && f->checkpoint_hash ? fmap_open(path, NULL) : NULL;
	uint64_t hash;

	free(path);
	if (!index)
		return;
	hash = hash_farm64(fmap_sv(index));
	if (hash != f->checkpoint_hash)
		check_found(c, xstrdup("fingerprint.pb"),
			    "it was made for a variables.index with hash %llu, this one has %llu",
			    (unsigned long long)f->checkpoint_hash, (unsigned long long)hash);
	fmap_close(index);
}

/* ---- versions ---- */

struct version {
	char *name;
	uint64_t number;
	bool is_number, has_model;
};

static bool is_folder(const char *path)
{
	struct stat st;

	return !stat(path, &st) && S_ISDIR(st.st_mode);
}

static bool holds_model(const char *dir)
{
	static const char *const names[] = { "saved_model.pb", "saved_model.pbtxt", "saved_model.cpb" };
	bool any = false;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		char *p = xasprintf("%s/%s", dir, names[i]);

		any |= !access(p, F_OK);
		free(p);
	}
	return any;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct version *)a)->name, ((const struct version *)b)->name);
}

typedef VEC(struct version) versions;

static void list_versions(const char *dir, versions *l)
{
	DIR *d = opendir(dir);
	struct dirent *e;

	while (d && (e = readdir(d))) {
		struct version v = { 0 };
		char *end, *sub = xasprintf("%s/%s", dir, e->d_name);

		if (e->d_name[0] != '.' && is_folder(sub)) {
			v.number = strtoull(e->d_name, &end, 10);
			v.is_number = e->d_name[0] >= '0' && e->d_name[0] <= '9' && !*end;
			v.has_model = holds_model(sub);
			v.name = xstrdup(e->d_name);
			vec_push(l, v);
		}
		free(sub);
	}
	if (d)
		closedir(d);
	if (l->n)
		qsort(l->p, l->n, sizeof(*l->p), by_name);
}

static void judge_version(struct check *c, const versions *l, size_t i)
{
	const struct version *v = &l->p[i];

	if (v->is_number && !v->has_model)
		check_found(c, xstrdup(v->name), "the version folder holds no saved_model.pb");
	else if (!v->is_number && v->has_model)
		check_found(c, xstrdup(v->name),
			    "the folder holds a model, but its name is no number: it is never served");
	for (size_t k = 0; k < i && v->is_number; k++)
		if (l->p[k].is_number && l->p[k].number == v->number)
			check_found(c, xstrdup(v->name), "%s and %s are the same version, %llu", l->p[k].name, v->name,
				    (unsigned long long)v->number);
}

void rule_version_folder(struct check *c)
{
	versions l = { 0 };

	if (!c->o.path || !is_folder(c->o.path) || holds_model(c->o.path))
		return;
	list_versions(c->o.path, &l);
	for (size_t i = 0; i < l.n; i++)
		judge_version(c, &l, i);
	for (size_t i = 0; i < l.n; i++)
		free(l.p[i].name);
	vec_free(&l);
}

/* ---- assets ---- */

static char *asset_place(const struct asset *a)
{
	struct str s = STR_INIT;

	str_addz(&s, "assets/");
	str_escaped(&s, a->filename);
	return str_give(&s);
}

/* Has a function of the object graph captured object `id`? */
static bool captured(const struct check *c, int id)
{
	struct arena *a = arena_new();
	const int64_t *bound;
	bool any = false;
	uint32_t n;

	for (uint32_t i = 0; i < c->mg->n_funcs && !any; i++) {
		if (!trace_bound(c->mg, c->mg->funcs[i].name, a, &bound, &n))
			continue;
		for (uint32_t k = 0; k < n; k++)
			any |= bound[k] == id;
	}
	arena_free(a);
	return any;
}

static bool object_used(const struct check *c, int asset)
{
	uint32_t n;
	const struct object_node *o = metagraph_objects(c->mg, &n);

	for (uint32_t i = 0; i < n; i++)
		if (o[i].kind == OBJ_ASSET && o[i].asset == asset && captured(c, o[i].id))
			return true;
	return false;
}

static bool asset_used(const struct check *c, const struct asset *a)
{
	struct edge e;

	return !a->tensor.n || !graph_resolve(c->mg->graph, a->tensor, &e, NULL) ||
	       reach_has(&c->serve, c->mg->graph, e.node) || reach_has(&c->init, c->mg->graph, e.node) ||
	       object_used(c, (int)(a - c->mg->assets));
}

void rule_asset_missing(struct check *c)
{
	for (uint32_t i = 0; i < c->mg->n_assets; i++) {
		const struct asset *a = &c->mg->assets[i];

		if (a->path && a->bytes < 0)
			check_spot(check_found_as(c, asset_used(c, a) ? CHECK_ERROR : CHECK_WARNING, asset_place(a),
						  "there is no such file"),
				   SPOT_ASSET, i);
	}
}

/* A link out of the folder is as good as a name that leaves it. */
static bool links_out(const struct check *c, const struct asset *a)
{
	char *home = realpath(model_dir(c->mg->model), NULL), *file = realpath(a->path, NULL);
	size_t n = home ? strlen(home) : 0;
	bool out = home && file && (strncmp(file, home, n) || (file[n] != '/' && n > 1));

	free(home);
	free(file);
	return out;
}

void rule_asset_outside(struct check *c)
{
	for (uint32_t i = 0; i < c->mg->n_assets; i++) {
		const struct asset *a = &c->mg->assets[i];

		if (!a->path)
			check_spot(check_found(c, asset_place(a), "the name leads out of assets/"), SPOT_ASSET, i);
		else if (links_out(c, a))
			check_spot(check_found_as(c, CHECK_WARNING, asset_place(a),
						  "the file is a link out of the model's folder"),
				   SPOT_ASSET, i);
	}
}

static bool is_named(const struct check *c, const char *name)
{
	for (uint32_t i = 0; i < c->mg->n_assets; i++)
		if (sv_is(c->mg->assets[i].filename, name))
			return true;
	return false;
}

static void unnamed_files(struct check *c, const char *dir, const char *below, int depth)
{
	DIR *d = opendir(dir);
	struct dirent *e;

	while (d && (e = readdir(d))) {
		char *path = xasprintf("%s/%s", dir, e->d_name), *name = xasprintf("%s%s", below, e->d_name), *deeper;

		if (e->d_name[0] != '.') {
			if (is_folder(path) && depth < FOLDERS_MAX) {
				deeper = xasprintf("%s/", name);
				unnamed_files(c, path, deeper, depth + 1);
				free(deeper);
			} else if (!is_folder(path) && !is_named(c, name)) {
				check_found(c, xasprintf("assets/%s", name), "no asset of the model names this file");
			}
		}
		free(path);
		free(name);
	}
	if (d)
		closedir(d);
}

/* Several MetaGraphs share the folder: with more than one, files may be another's. */
void rule_asset_unused(struct check *c)
{
	char *dir = xasprintf("%s/assets", model_dir(c->mg->model));

	if (model_form(c->mg->model) < MODEL_CHECKPOINT && model_n_metagraphs(c->mg->model) == 1)
		unnamed_files(c, dir, "", 0);
	free(dir);
	for (uint32_t i = 0; i < c->mg->n_assets; i++) {
		const struct asset *a = &c->mg->assets[i];

		if (!asset_used(c, a))
			check_spot(check_found(c, asset_place(a), "neither loading nor a signature uses %.*s",
					       SV_ARG(a->tensor)),
				   SPOT_ASSET, i);
	}
}
