/*
 * Would saved_model_cli's show --all get as far as the concrete functions? It loads the model for them: every
 * op of the library must be known, and the variables must be there whole. The texts are TensorFlow 2.15's.
 */
#include "cmd/peer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"

static bool ops_known(const struct graph *g, struct err *err)
{
	for (uint32_t i = g->n_args; i < g->n_nodes; i++) {
		struct sv op = graph_node_op(g, i);

		if (opdef_find(op) || metagraph_function(g->mg, op))
			continue;
		return peer_fail(
			err, ERR_KIND_UNSUPPORTED,
			"RuntimeError: Op type not registered '%.*s' in binary running on localhost. Make sure "
			"the Op and Kernel are registered in the binary running in this process. Note that if "
			"you are loading a saved graph which used ops from tf.contrib (e.g. "
			"`tf.contrib.resampler`), accessing should be done before importing the graph, as "
			"contrib ops are lazily registered when the module is first accessed.",
			SV_ARG(op));
	}
	return true;
}

static bool shard_holds(const char *prefix, int shard, int n, int64_t end, struct err *err)
{
	char *path = xasprintf("%s.data-%05d-of-%05d", prefix, shard, n);
	struct stat st;
	bool ok = true;

	if (stat(path, &st))
		ok = peer_fail(err, ERR_KIND_FILE, "tensorflow.python.framework.errors_impl.OpError: %s; %s", path,
			       strerror(errno));
	else if (st.st_size < end)
		ok = peer_fail(err, ERR_KIND_FILE, "IndexError: Read less bytes than requested");
	free(path);
	return ok;
}

static bool variables_there(const struct model *m, const char *dir, struct err *err)
{
	struct err why = { 0 };
	struct bundle *b = model_bundle(m, &why);
	char *prefix = xasprintf("%s/variables/variables", dir);
	bool ok = true;

	if (!b)
		ok = peer_fail(err, ERR_KIND_FILE,
			       "FileNotFoundError: Unsuccessful TensorSliceReader constructor: Failed to find any "
			       "matching files for %s\n You may be trying to load on a different device from the "
			       "computational device. Consider setting the `experimental_io_device` option in "
			       "`tf.saved_model.LoadOptions` to the io_device such as '/job:localhost'.", prefix);
	for (int i = 0; ok && i < bundle_n(b); i++) {
		const struct bundle_entry *e = bundle_at(b, i);

		if (e->n_slices == 0)
			ok = shard_holds(prefix, e->shard, bundle_n_shards(b), e->offset + e->size, err);
	}
	err_clear(&why);
	free(prefix);
	return ok;
}

bool peer_loads(const struct metagraph *mg, const char *dir, bool ops_only, struct err *err)
{
	for (uint32_t i = 0; i < mg->n_funcs; i++)
		if (!ops_known(mg->funcs[i].graph, err))
			return false;
	return ops_only || variables_there(mg->model, dir, err);
}
