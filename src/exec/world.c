/*
 * The world as kernels see it: resources by container and name, checkpoints, files, printing, seeds,
 * and snapshots of the resources' values.
 */
#include "exec/machine.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/intr.h"
#include "ops/var.h"

/* ---- resources ---- */

/* As TensorFlow's resource manager: a variable and a table may bear the same name. */
static struct str res_key(struct sv container, struct sv name, const struct resource_class *cls)
{
	struct str k = STR_INIT;

	str_add(&k, container);
	str_addc(&k, 0);
	str_add(&k, name);
	str_addc(&k, 0);
	str_addz(&k, cls->object.name);
	return k;
}

static struct res_entry *res_find(const struct session *s, struct sv key)
{
	uint64_t i;

	return map_get(&s->res_index, key, &i) ? &s->res.p[i] : NULL;
}

static void res_put(struct session *s, struct sv key, struct resource *r)
{
	struct res_entry *e = res_find(s, key), fresh;

	if (e) {
		e->r = r;
		return;
	}
	fresh = (struct res_entry){ .key = xmalloc(key.n + 1), .n_key = key.n, .r = r };
	memcpy(fresh.key, key.p, key.n);
	map_put(&s->res_index, (struct sv){ fresh.key, key.n }, s->res.n);
	vec_push(&s->res, fresh);
}

static const char *or_localhost(struct sv container, char *buf, size_t n)
{
	if (container.n == 0)
		return "localhost";
	snprintf(buf, n, "%.*s", SV_ARG(container));
	return buf;
}

static struct resource *world_resource(void *ctx, struct sv container, struct sv name,
				       const struct resource_class *cls,
				       struct resource *(*make)(void *arg), void *arg,
				       struct err *err)
{
	struct session *s = ctx;
	struct str key = res_key(container, name, cls);
	struct res_entry *e = res_find(s, str_sv(&key));
	struct resource *r = e ? e->r : NULL;
	char buf[256];

	if (!r && make) {
		r = make(arg);
		if (r) {
			if (!r->container)
				r->container = xsvdup(container);
			if (!r->name)
				r->name = xsvdup(name);
			res_put(s, str_sv(&key), r);
		}
	} else if (!r) {
		err_set(err, ERR_KIND_OP, ERR_NOT_FOUND, "Resource %s/%.*s does not exist.",
			or_localhost(container, buf, sizeof(buf)), SV_ARG(name));
	}
	str_free(&key);
	if (r)
		object_ref(&r->o);
	return r;
}

static bool world_drop(void *ctx, struct resource *r, struct err *err)
{
	struct session *s = ctx;

	for (size_t i = 0; i < s->res.n; i++)
		if (s->res.p[i].r == r) {
			s->res.p[i].r = NULL;
			s->writes++;
			object_unref(&r->o);
			return true;
		}
	return err_set(err, ERR_KIND_OP, ERR_NOT_FOUND, "Resource %s/%s does not exist.",
		       r->container && r->container[0] ? r->container : "localhost",
		       r->name ? r->name : "");
}

static void world_wrote(void *ctx, struct resource *r)
{
	struct session *s = ctx;

	r->version++;
	s->writes++;
}

struct var *session_var(struct session *s, struct sv name)
{
	if (sv_ends(name, SV(":0")))
		name.n -= 2;
	for (size_t i = 0; i < s->res.n; i++) {
		struct resource *r = s->res.p[i].r;

		if (r && r->rcls == &var_class && r->name && sv_is(name, r->name))
			return (struct var *)r;
	}
	return NULL;
}

struct tensor *session_variable(struct session *s, struct sv name)
{
	struct var *v = session_var(s, name);

	return v ? v->value : NULL;
}

void session_resources_free(struct session *s)
{
	for (size_t i = 0; i < s->res.n; i++) {
		if (s->res.p[i].r)
			object_unref(&s->res.p[i].r->o);
		free(s->res.p[i].key);
	}
	vec_free(&s->res);
	map_free(&s->res_index);
}

/* ---- files ---- */

bool world_file_ok(void *ctx, struct sv path, bool write, struct err *err)
{
	struct session *s = ctx;
	char *dir = realpath(model_dir(s->mg->model), NULL), *z = xsvdup(path), *file;
	bool ok = s->o.allow_file_io;

	file = realpath(z, NULL);
	if (!ok && !write && dir && file)
		ok = sv_starts(sv_of(file), sv_of(dir)) && file[strlen(dir)] == '/';
	if (!ok && !write && !file)	/* missing: let the reader say so, if it would be inside */
		ok = dir && sv_starts(path, sv_of(dir)) && !strstr(z, "..");
	free(z);
	free(dir);
	free(file);
	return ok || err_set(err, ERR_KIND_OP, ERR_PERMISSION_DENIED,
			     "the model wants to %s %.*s, outside of its folder; "
			     "--allow-file-io permits it", write ? "write" : "read", SV_ARG(path));
}

/* ---- the rest ---- */

static const struct function *world_function(void *ctx, struct sv name, struct err *err)
{
	struct session *s = ctx;
	const struct function *f = metagraph_function(s->mg, name);

	if (!f)
		err_set(err, ERR_KIND_MODEL, ERR_NOT_FOUND,
			"Function %.*s is not defined.", SV_ARG(name));
	return f;
}

static void world_print(void *ctx, struct sv text)
{
	struct session *s = ctx;

	if (s->o.print)
		s->o.print(s->o.ctx, text);
	else if (text.n)
		fwrite(text.p, 1, text.n, stderr);
}

static void world_path(void *ctx, struct str *out)
{
	const struct session *s = ctx;

	if (s->running)
		exec_path(exec_frame(s->running), exec_node(s->running), out);
}

static int64_t world_graph_version(void *ctx)
{
	return ((const struct session *)ctx)->mg->producer;
}

/* splitmix64: its state is part of snapshots, so that a run gone back to gets the same numbers. */
static uint64_t world_seed(void *ctx)
{
	struct session *s = ctx;
	uint64_t z = s->seed += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static bool world_go_on(void *ctx, struct err *err)
{
	return intr_check(err) && session_in_time(ctx, err);
}

struct op_world session_world(void)
{
	return (struct op_world){
		.resource = world_resource,
		.resource_drop = world_drop,
		.wrote = world_wrote,
		.restore = world_restore,
		.restore_v1 = world_restore_v1,
		.save = world_save,
		.merge = world_merge,
		.function = world_function,
		.file_ok = world_file_ok,
		.print = world_print,
		.path = world_path,
		.graph_version = world_graph_version,
		.seed = world_seed,
		.go_on = world_go_on,
	};
}

/* ---- snapshots ---- */

struct saved {
	struct resource *r;		/* one reference */
	void *value;
	uint64_t version;
};

struct snapshot {
	size_t n;			/* as many as the session had entries; r may be NULL */
	uint64_t seed;
	struct saved p[];
};

struct snapshot *session_save(struct session *s)
{
	struct snapshot *snap = xcalloc(1, sizeof(*snap) + s->res.n * sizeof(struct saved));

	snap->n = s->res.n;
	snap->seed = s->seed;
	for (size_t i = 0; i < s->res.n; i++) {
		struct resource *r = s->res.p[i].r;

		if (!r)
			continue;
		object_ref(&r->o);
		snap->p[i] = (struct saved){
			.r = r, .version = r->version,
			.value = r->rcls->save ? r->rcls->save(r) : NULL,
		};
	}
	return snap;
}

void session_load(struct session *s, const struct snapshot *snap)
{
	s->seed = snap->seed;
	for (size_t i = 0; i < s->res.n; i++) {
		struct res_entry *e = &s->res.p[i];
		const struct saved *v = i < snap->n ? &snap->p[i] : NULL;
		struct resource *r = v ? v->r : NULL;

		if (r != e->r) {
			if (r)
				object_ref(&r->o);
			if (e->r)
				object_unref(&e->r->o);
			e->r = r;
		}
		if (r && r->rcls->load)
			r->rcls->load(r, v->value);
		if (r)
			r->version = v->version;
	}
}

struct tensor *snapshot_variable(const struct snapshot *snap, const struct var *v)
{
	for (size_t i = 0; i < snap->n; i++)
		if (snap->p[i].r == &v->r)
			return snap->p[i].value;	/* var_class saves a reference to it */
	return NULL;
}

void snapshot_free(struct snapshot *snap)
{
	if (!snap)
		return;
	for (size_t i = 0; i < snap->n; i++) {
		struct resource *r = snap->p[i].r;

		if (!r)
			continue;
		if (r->rcls->saved_free && snap->p[i].value)
			r->rcls->saved_free(snap->p[i].value);
		object_unref(&r->o);
	}
	free(snap);
}

/* Makes `then` the resource that `now`, made again a moment ago, is: its place and its state. */
static void again(struct session *s, struct object *now, struct object *then)
{
	struct res_entry *e = NULL;
	struct resource *r;
	void *state;

	for (size_t i = s->res.n; i-- > 0 && !e;)
		if (s->res.p[i].r && &s->res.p[i].r->o == now)
			e = &s->res.p[i];
	if (!e || now->cls != then->cls || !e->r->rcls->save || !e->r->rcls->load)
		return;
	r = (struct resource *)then;
	state = e->r->rcls->save(e->r);
	r->rcls->load(r, state);
	r->rcls->saved_free(state);
	r->version = e->r->version;
	object_ref(then);
	e->r = r;
	object_unref(now);
}

void session_again(struct session *s, const struct tensor *now, const struct tensor *then)
{
	const struct var *ref = now && then ? var_of_ref(now) : NULL, *ref_then = ref ? var_of_ref(then) : NULL;

	if (ref_then && ref != ref_then)
		again(s, (struct object *)&ref->r.o, (struct object *)&ref_then->r.o);
	if (!now || !then || now->dtype != DT_RESOURCE || then->dtype != DT_RESOURCE || now->n != then->n)
		return;
	for (int64_t i = 0; i < now->n; i++) {
		struct object *a = ((struct object *const *)now->data)[i], *b = ((struct object *const *)then->data)[i];

		if (a && b && a != b)
			again(s, a, b);
	}
}
