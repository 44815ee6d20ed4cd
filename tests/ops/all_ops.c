/*
 * Every op of TensorFlow's with a CPU kernel has one here, or a reason why it has none: all_ops FILE, a name a line.
 * No op has both.
 */
#define _GNU_SOURCE 1
#include <stdio.h>
#include <string.h>

#include "model/opdef.h"
#include "ops/op.h"

enum { LEAST = 1000 };		/* ops in the list: fewer means that it was not read */

static int bad;

static void look(struct sv op)
{
	const char *why = op_refusal(op);
	bool runs = op_find(op) != NULL;

	if (runs == (why != NULL)) {
		printf("%.*s: %s\n", SV_ARG(op), runs ? "has a kernel, and a reason to have none" :
						       "has neither a kernel nor a reason to have none");
		bad++;
	}
	if (why && strlen(why) < 10) {
		printf("%.*s: '%s' is no reason\n", SV_ARG(op), why);
		bad++;
	}
}

int main(int argc, char **argv)
{
	FILE *f = argc == 2 ? fopen(argv[1], "r") : NULL;
	char line[256];
	int n = 0;

	if (!f) {
		fprintf(stderr, "all_ops FILE\n");
		return 2;
	}
	while (fgets(line, sizeof(line), f)) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#')
			continue;
		look(sv_of(line));
		n++;
	}
	fclose(f);
	if (n < LEAST) {
		printf("%s: %d ops, %d at least are expected\n", argv[1], n, LEAST);
		bad++;
	}
	for (int i = 0; i < op_n(); i++)
		if (op_refusal(sv_of(op_at(i)->name))) {
			printf("%s: has a kernel, and a reason to have none\n", op_at(i)->name);
			bad++;
		}
	printf("%d ops, %d failures\n", n, bad);
	return bad != 0;
}
