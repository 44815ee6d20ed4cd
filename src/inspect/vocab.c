/* Vocabularies; see vocab.h. One pass finds the lines, one judges them. */
#include "inspect/vocab.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static bool is_utf8(struct sv s)
{
	const unsigned char *p = (const unsigned char *)s.p, *end = p + s.n;

	while (p < end) {
		unsigned char c = *p++;
		int more = c < 0x80 ? 0 : c >= 0xc2 && c < 0xe0 ? 1 : c >= 0xe0 && c < 0xf0 ? 2 :
			   c >= 0xf0 && c < 0xf5 ? 3 : -1;

		if (more < 0 || end - p < more)
			return false;
		if ((c == 0xe0 && *p < 0xa0) || (c == 0xed && *p > 0x9f) || (c == 0xf0 && *p < 0x90) ||
		    (c == 0xf4 && *p > 0x8f))
			return false;
		while (more-- > 0)
			if ((*p++ & 0xc0) != 0x80)
				return false;
	}
	return true;
}

static void split(struct vocab *v)
{
	const char *p = v->bytes.p, *end = p + v->bytes.n;
	uint64_t n = 0;

	for (const char *q = p; q < end && (q = memchr(q, '\n', (size_t)(end - q))); q++)
		n++;
	v->no_last_newline = v->bytes.n && end[-1] != '\n';
	v->all = n + v->no_last_newline;
	v->n = v->all < VOCAB_LINES ? v->all : VOCAB_LINES;
	v->line = xcalloc((size_t)v->n + 1, sizeof(*v->line));
	for (uint64_t i = 0; i < v->n; i++) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));

		v->line[i] = p;
		p = nl ? nl + 1 : end;
	}
	v->line[v->n] = p;
}

/* Counts, and remembers the first. */
static void note(bool is, uint64_t i, uint64_t *count, uint64_t *first)
{
	if (is && !(*count)++)
		*first = i;
}

static void judge(struct vocab *v)
{
	struct map seen = MAP_INIT;

	for (uint64_t i = 0; i < v->n; i++) {
		struct sv s = vocab_line(v, i);
		bool crlf = s.n && s.p[s.n - 1] == '\r';
		struct sv text = sv_sub(s, 0, s.n - crlf);
		uint64_t first;

		note(crlf, i, &v->crlf, &v->first_crlf);
		note(!text.n, i, &v->empty, &v->first_empty);
		note(text.n && (text.p[text.n - 1] == ' ' || text.p[text.n - 1] == '\t'), i, &v->blank_ends,
		     &v->first_blank);
		note(!is_utf8(s), i, &v->bad_utf8, &v->first_bad);
		if (s.n > v->longest_bytes) {
			v->longest_bytes = s.n;
			v->longest = i;
		}
		if (map_add(&seen, s, i))
			continue;
		v->duplicates++;
		map_get(&seen, s, &first);
		if (v->n_twins < VOCAB_EXAMPLES)
			v->twin[v->n_twins++] = (struct vocab_twin){ first, i };
	}
	map_free(&seen);
}

void vocab_new(struct vocab *v, struct sv bytes)
{
	*v = (struct vocab){ .bytes = bytes.n ? bytes : SV("") };
	v->bom = sv_starts(bytes, SV("\xef\xbb\xbf"));
	v->binary = bytes.n && memchr(bytes.p, '\0', bytes.n);
	split(v);
	judge(v);
}

void vocab_free(struct vocab *v)
{
	free(v->line);
	*v = (struct vocab){ 0 };
}

struct sv vocab_line(const struct vocab *v, uint64_t i)
{
	const char *from = v->line[i], *to = v->line[i + 1];

	if (to > from && to[-1] == '\n')
		to--;
	return (struct sv){ from, (size_t)(to - from) };
}

uint64_t vocab_find(const struct vocab *v, struct sv token, uint64_t i)
{
	while (i < v->n && !sv_eq(vocab_line(v, i), token))
		i++;
	return i;
}
