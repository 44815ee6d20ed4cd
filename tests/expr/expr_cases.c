/*
 * numpy's answers against ours: each line of tests/expr/expressions.tsv (tests/recipes/expressions.py) is an
 * expression, the array that numpy makes of it, and how many units in the last place floats may be off.
 *
 * usage: expr_cases FILE [TEXT]	TEXT: only expressions that hold it, and what they give
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "expr/expr.h"
#include "tensor/npy.h"
#include "tensor/print.h"

static struct tensor *of_hex(const char *hex)
{
	struct str s = STR_INIT;
	struct tensor *t;
	unsigned v;

	for (; sscanf(hex, "%2x", &v) == 1 && hex[1]; hex += 2)
		str_addc(&s, (char)v);
	t = npy_read(str_sv(&s), NULL);
	str_free(&s);
	return t;
}

static int64_t ordered(const void *p, size_t size)
{
	int64_t i = 0;

	if (size == 8) {
		memcpy(&i, p, 8);
		return i < 0 ? INT64_MIN - i : i;
	}
	if (size == 4) {
		int32_t v;

		memcpy(&v, p, 4);
		return v < 0 ? INT32_MIN - (int64_t)v : v;
	}
	int16_t h;

	memcpy(&h, p, 2);
	return h < 0 ? INT16_MIN - (int64_t)h : h;
}

/* NaNs are equal whatever their bits. */
static bool close(const struct tensor *a, const struct tensor *b, long ulp)
{
	enum dtype_kind k = dtype_info(a->dtype)->kind;
	size_t size = dtype_info(a->dtype)->size / (k == DK_COMPLEX ? 2 : 1);

	if (a->dtype != b->dtype || !shape_eq(tensor_shape(a), tensor_shape(b)))
		return false;
	if (k != DK_FLOAT && k != DK_COMPLEX)
		return tensor_same(a, b);
	for (size_t i = 0; i < a->bytes; i += size) {
		const char *x = (const char *)a->data + i, *y = (const char *)b->data + i;
		int64_t p = ordered(x, size), q = ordered(y, size);
		int64_t inf = size == 8 ? 0x7ff0000000000000 : size == 4 ? 0x7f800000 : 0x7c00;
		bool nan_p = p > inf || p < -inf, nan_q = q > inf || q < -inf;

		if (nan_p != nan_q || (!nan_p && (p > q ? p - q : q - p) > ulp))
			return false;
		if (!ulp && !nan_p && memcmp(x, y, size))
			return false;
	}
	return true;
}

static void show(const char *what, const struct tensor *t)
{
	struct print_opts o = { .repr = true };
	struct sink out = sink_file(stdout);

	printf("  %s: ", what);
	print_tensor(&out, t, &o);
	printf(" %s\n", dtype_info(t->dtype)->name);
}

static bool run(const char *text, const char *hex, long ulp, bool verbose)
{
	struct vals *vs = vals_new();
	struct expr_env *env = expr_env_new();
	struct err err = { 0 };
	struct val *v = expr_eval(vs, env, sv_of(text), NULL, &err);
	struct tensor *got = v ? val_to_tensor(v, DT_INVALID, &err) : NULL;
	struct tensor *want = strcmp(hex, "!") ? of_hex(hex) : NULL;
	bool ok = want ? got && close(got, want, ulp) : !got && err_is(&err);

	if (!ok)
		printf("FAIL %s\n", text);
	if (!ok && want)
		show("numpy", want);
	if ((!ok || verbose) && got)
		show("smtui", got);
	if ((!ok || verbose) && err_is(&err))
		printf("  smtui: %s\n", err.msg);
	tensor_unref(got);
	tensor_unref(want);
	err_clear(&err);
	expr_env_free(env);
	vals_free(vs);
	return ok;
}

int main(int argc, char **argv)
{
	FILE *f = argc > 1 ? fopen(argv[1], "r") : NULL;
	char *line = NULL, *hex, *bound;
	int passed = 0, failed = 0;
	size_t cap = 0;

	if (!f) {
		fprintf(stderr, "usage: expr_cases FILE [TEXT]\n");
		return 2;
	}
	while (getline(&line, &cap, f) > 0) {
		line[strcspn(line, "\n")] = '\0';
		hex = strchr(line, '\t');
		bound = hex ? strchr(hex + 1, '\t') : NULL;
		if (line[0] == '#' || !bound)
			continue;
		*hex++ = *bound++ = '\0';
		if (argc > 2 && !strstr(line, argv[2]))
			continue;
		*(run(line, hex, strncmp(bound, "ulp=", 4) ? 0 : atol(bound + 4), argc > 2) ? &passed : &failed) += 1;
	}
	free(line);
	fclose(f);
	printf("%d passed, %d failed\n", passed, failed + !passed);
	return failed || !passed;
}
