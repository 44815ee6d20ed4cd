/* Folders of models with recorded answers; see answers.h. */
#include "tests/unit/answers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "tensor/npy.h"

static char *file_name(struct sv key)
{
	struct str s = STR_INIT;

	for (size_t i = 0; i < key.n; i++)
		if (key.p[i] == '/' || key.p[i] == ':')
			str_addz(&s, "__");
		else
			str_addc(&s, key.p[i]);
	return str_give(&s);
}

char *answers_slurp(const char *path)
{
	FILE *f = fopen(path, "r");
	char *text = NULL;
	size_t cap = 0;

	if (!f || getdelim(&text, &cap, 0, f) < 0) {
		free(text);
		text = NULL;
	}
	if (f)
		fclose(f);
	return text;
}

bool answers_flag(const char *meta, struct sv sig, const char *name)
{
	char *key = xasprintf("\"%.*s\": {", SV_ARG(sig)), *pat = xasprintf("\"%s\": ", name);
	const char *p = meta ? strstr(meta, key) : NULL;

	p = p ? strstr(p, pat) : NULL;
	p = p ? p + strlen(pat) : NULL;
	free(key);
	free(pat);
	return p && !strncmp(p, "true", 4);
}

struct tensor *answers_read(const char *dir, struct sv sig, const char *side, struct sv key)
{
	char *s = file_name(sig), *k = file_name(key);
	char *path = xasprintf("%s/%s/%s_%s.npy", dir, s, side, k);
	struct tensor *t = access(path, F_OK) == 0 ? npy_read_file(path, NULL) : NULL;

	free(s);
	free(k);
	free(path);
	return t;
}
