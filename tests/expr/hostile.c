/*
 * Damaged expressions and pickles: whatever comes, an answer or an error, never a crash, a hang or endless
 * memory. usage: hostile EXPRESSIONS ROUNDS PICKLE...
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "expr/expr.h"
#include "feed/pickle.h"

static uint64_t state = 1;

static uint32_t next(uint32_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(state >> 33) % n;
}

static long checked, wrong;

/* An answer can be converted and spelled; a refusal has a text. */
static void judge(const struct val *v, struct err *err)
{
	struct str s = STR_INIT;

	checked++;
	if (v) {
		tensor_unref(val_to_tensor(v, DT_INVALID, NULL));
		tensor_unref(val_to_tensor(v, DT_FLOAT, NULL));
		tensor_unref(val_to_tensor(v, DT_STRING, NULL));
		val_repr(&s, v);
	} else if (!err_is(err)) {
		wrong++;
		printf("FAIL a refusal without a word\n");
	}
	str_free(&s);
	err_clear(err);
}

static void expression(const char *text, size_t n)
{
	struct vals *vs = vals_new();
	struct expr_env *env = expr_env_new();
	struct err err = { 0 };

	judge(expr_eval(vs, env, (struct sv){ text, n }, NULL, &err), &err);
	judge(expr_literal(vs, (struct sv){ text, n }, &err), &err);
	expr_env_free(env);
	vals_free(vs);
}

static void pickle(const char *bytes, size_t n)
{
	struct vals *vs = vals_new();
	struct err err = { 0 };

	judge(pickle_read(vs, (struct sv){ bytes, n }, &err), &err);
	vals_free(vs);
}

/* One to four changes: a bit, a byte of the kind that matters, a piece doubled, an end cut off. */
static void damaged(struct sv from, const char *likely, void (*read)(const char *p, size_t n))
{
	size_t n = from.n;
	char *copy = xmalloc(2 * n + 16);

	memcpy(copy, from.p, n);
	for (uint32_t k = next(4) + 1; k && n; k--) {
		size_t at = next((uint32_t)n), len = next(8) + 1;

		switch (next(5)) {
		case 0: copy[at] = (char)(copy[at] ^ 1 << next(8)); break;
		case 1: copy[at] = likely[next((uint32_t)strlen(likely))]; break;
		case 2: copy[at] = (char)next(256); break;
		case 3: n = at + 1; break;
		default:
			if (n + len > 2 * from.n + 8 || at + len > n)
				break;
			memmove(copy + at + len, copy + at, n - at);
			n += len;
		}
	}
	read(copy, n);
	free(copy);
}

static void nested(void)
{
	static const char *const open[] = { "[", "(", "-", "np.abs(", "{1:", "np.ones(2)[", "~", "[[]*9,", "2**" };

	for (size_t i = 0; i < sizeof(open) / sizeof(*open); i++) {
		struct str s = STR_INIT;

		for (int k = 0; k < 20000; k++)
			str_addz(&s, open[i]);
		expression(s.p, s.n);
		str_free(&s);
	}
}

/* Small texts that ask for much. */
static void greedy(void)
{
	static const char *const texts[] = {
		"np.ones(10**12)", "[0]*10**10*np.ones(1)", "np.zeros((2**31,2**31,2**31))", "np.arange(1e18)",
		"np.tile([1],10**13)", "np.repeat([1],10**13)", "np.full((10**6,10**6),1.5)", "10**10**10*np.ones(1)",
		"np.eye(10**7)", "np.linspace(0,1,10**13)", "np.random.rand(10**13)", "'a'*10**10", "1<<10**10",
		"np.ones(2).reshape((1,)*100)", "np.pad([1],10**13)", "np.broadcast_to(1,(10**9,10**9))",
		"[[0]*1000]*1000*np.ones(1)", "np.random.RandomState(1).choice(10**13,2,replace=False)",
		"np.random.RandomState(1).permutation(10**13)", "np.ones(3)[::-9223372036854775808]",
		"np.ones(3)[9223372036854775807:-9223372036854775808:9223372036854775807]",
		"np.int64(-2**63)//-1", "np.array([-2**63])%-1", "-2**127*np.ones(1)", "np.roll([1,2],-2**63)",
		"np.arange(-2**63,2**63-1,2**62)", "np.round([1],-400)", "np.round([1.5],400)", "np.ones(1)<<2**63",
		"np.eye(2,2,2**63-1)", "np.eye(2,2,-2**63)", "np.arange(3).sum(axis=-2**63)", "np.uint8(300)<<200",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		expression(texts[i], strlen(texts[i]));
}

int main(int argc, char **argv)
{
	FILE *f = argc > 2 ? fopen(argv[1], "r") : NULL;
	long rounds = argc > 2 ? atol(argv[2]) : 0;
	char *line = NULL;
	size_t cap = 0;

	if (!f)
		return 2;
	big_limit_set((size_t)64 << 20);
	nested();
	greedy();
	while (getline(&line, &cap, f) > 0)
		for (long k = 0; k < rounds; k++)
			damaged((struct sv){ line, strcspn(line, "\t") }, "()[]{},.:'\"-+*/%@0123456789e\\jnp",
				expression);
	free(line);
	fclose(f);
	for (int i = 3; i < argc; i++) {
		struct fmap *m = fmap_open(argv[i], NULL);

		for (long k = 0; m && k < rounds * 10; k++)
			damaged(fmap_sv(m), "()tldeausbRcpqrhgjNIKJMXBCGS}]\x85\x86\x87\x93\x94\x95\x8c.", pickle);
		if (m)
			fmap_close(m);
	}
	printf("%ld damaged inputs\n%d passed, %ld failed\n", checked, wrong == 0 && checked > 0, wrong);
	return wrong || !checked;
}
