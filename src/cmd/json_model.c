/* Parts of a model as JSON; see json_model.h. */
#include "cmd/json_model.h"

void json_kshape(struct json *j, const char *key, struct shape s)
{
	json_key(j, key);
	if (s.rank < 0) {
		json_null(j);
		return;
	}
	json_open(j, '[');
	for (int i = 0; i < s.rank; i++)
		if (s.dim[i] < 0)
			json_null(j);
		else
			json_int(j, s.dim[i]);
	json_close(j, ']');
}

void json_tensor_info(struct json *j, const struct tensor_info *ti)
{
	const char *known = dtype_enum_name(ti->dtype);

	json_open(j, '{');
	json_kstr(j, "key", ti->key);
	json_kstr(j, "dtype", sv_of(known ? dtype_info((enum dtype)ti->dtype)->name : "?"));
	json_kshape(j, "shape", ti->shape);
	json_kstr(j, "name", ti->name);
	json_close(j, '}');
}

static void infos(struct json *j, const char *key, const struct tensor_info *ti, uint32_t n)
{
	json_key(j, key);
	json_open(j, '[');
	for (uint32_t i = 0; i < n; i++)
		json_tensor_info(j, &ti[i]);
	json_close(j, ']');
}

void json_signature(struct json *j, const struct signature *s)
{
	json_open(j, '{');
	json_kstr(j, "key", s->key);
	json_kstr(j, "method", s->method);
	infos(j, "inputs", s->in, s->n_in);
	infos(j, "outputs", s->out, s->n_out);
	json_close(j, '}');
}

void json_ktags(struct json *j, const char *key, const struct metagraph *mg)
{
	json_key(j, key);
	json_open(j, '[');
	for (uint32_t i = 0; i < mg->n_tags; i++)
		json_str(j, mg->tags[i]);
	json_close(j, ']');
}
