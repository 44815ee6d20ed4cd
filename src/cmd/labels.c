/* Names of classes; see labels.h. */
#include "cmd/labels.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

enum { BYTES_MAX = 64 << 20 }; /* of an asset that may be a list of labels */

static bool read_lines(const char *file, struct labels *l, struct err *err)
{
	FILE *f = fopen(file, "r");
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	if (!f) {
		err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND, "%s", strerror(errno));
		return err_at(err, "%s", file);
	}
	while ((n = getline(&line, &cap, f)) >= 0) {
		while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r'))
			line[--n] = '\0';
		vec_push(&l->line, xstrdup(line));
	}
	free(line);
	fclose(f);
	return true;
}

void labels_free(struct labels *l)
{
	for (size_t i = 0; i < l->line.n; i++)
		free(l->line.p[i]);
	vec_free(&l->line);
	free(l->asset);
	l->asset = NULL;
}

const char *labels_at(const struct labels *l, int64_t i)
{
	return (uint64_t)i < l->line.n ? l->line.p[i] : NULL;
}

static bool named_so(struct sv name)
{
	static const char *const words[] = {"label", "class", "categor", "synset"};
	char *z = xsvdup(name);
	bool yes = false;

	for (char *p = z; *p; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p + 'a' - 'A');
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		yes |= strstr(z, words[i]) != NULL;
	free(z);
	return yes;
}

/* An asset with as many lines as there are classes: 0 none, 1 by its lines alone, 2 by its name
 * too. */
static int fits(const struct asset *a, int64_t n, struct labels *l)
{
	struct err none = {0};
	bool ok = a->path && a->bytes > 0 && a->bytes <= BYTES_MAX &&
		  read_lines(a->path, l, &none) && l->line.n == (uint64_t)n;

	err_clear(&none);
	if (!ok)
		labels_free(l);
	return ok ? 1 + named_so(a->filename) : 0;
}

static void of_assets(const struct metagraph *mg, int64_t n, struct labels *l)
{
	int best = 0, same = 0;

	for (uint32_t i = 0; i < mg->n_assets; i++) {
		struct labels one = {0};
		int how = fits(&mg->assets[i], n, &one);

		same = how > best ? 1 : same + (how && how == best);
		if (how > best) {
			labels_free(l);
			*l = one;
			l->asset = xsvdup(mg->assets[i].filename);
			best = how;
		} else {
			labels_free(&one);
		}
	}
	if (same > 1) /* several, and nothing says which */
		labels_free(l);
}

bool labels_find(const struct label_source *from, int64_t n, struct labels *l, struct err *err)
{
	*l = (struct labels){0};
	if (from->file)
		return read_lines(from->file, l, err);
	if (from->mg)
		of_assets(from->mg, n, l);
	return true;
}
