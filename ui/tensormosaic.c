/*
 * The mosaic: the maps of a tensor's channels (or of a kernel's filters, an attention's heads) as
 * little heat maps, line by line, each under its number. Marks behind a number: N has NaN, I
 * infinities, 0 nothing but zeros; they hold without colours.
 */
#include <math.h>
#include <string.h>

#include "tensor/shrink.h"
#include "ui/tensorview.h"

enum { MAPS_MAX = 4096, GROW = 8, MIDDLE = 16 };

struct axes {
	int row, col, chan;
};

/* ---- which axes ---- */

/* narrow: maps of one row or column too */
static bool axes_fit(const struct tensor *t, struct axes a, bool narrow)
{
	bool high = t->dim[a.row] > 1, wide = t->dim[a.col] > 1;

	return t->dim[a.chan] > 1 && (narrow ? high || wide : high && wide);
}

/* All that make sense, by rank; of a tensor with more axes the last four are taken. */
static int axes_list(const struct tensor *t, struct axes *out)
{
	static const struct axes three[] = { { 0, 1, 2 }, { 1, 2, 0 } };
	static const struct axes four[] = { { 1, 2, 3 }, { 0, 1, 3 }, { 2, 3, 1 }, { 0, 1, 2 } };
	const struct axes *list = t->rank == 3 ? three : four;
	int n = t->rank == 3 ? 2 : 4, off = t->rank > 4 ? t->rank - 4 : 0, k = 0;

	if (t->rank < 3 || t->n == 0)
		return 0;
	for (int narrow = 0; narrow < 2 && !k; narrow++)
		for (int i = 0; i < n; i++) {
			struct axes a = { list[i].row + off, list[i].col + off,
					  list[i].chan + off };

			if (axes_fit(t, a, narrow))
				out[k++] = a;
		}
	return k;
}

/* A kernel [h,w,in,out], heads or channels before their maps, or pictures [n,h,w,c]: a guess; t
 * changes it. */
static struct axes axes_guess(const struct tensor *t)
{
	struct axes list[4], want;
	const int64_t *d = t->dim + (t->rank > 4 ? t->rank - 4 : 0);
	int n = axes_list(t, list), off = t->rank > 4 ? t->rank - 4 : 0;

	if (t->rank == 3)
		want = d[1] == d[2] && d[0] != d[1] ? (struct axes){ 1, 2, 0 }
						    : (struct axes){ 0, 1, 2 };
	else if ((d[0] == d[1] && d[0] > 1 && d[0] <= 11) || (d[0] > 1 && d[0] <= 11 && d[1] == 1))
		want = d[3] > 1 ? (struct axes){ 0, 1, 3 } : (struct axes){ 0, 1, 2 };
	else if (d[2] == d[3] && d[1] != d[2] && d[2] > 1)
		want = (struct axes){ 2, 3, 1 };
	else
		want = (struct axes){ 1, 2, 3 };
	want = (struct axes){ want.row + off, want.col + off, want.chan + off };
	return axes_fit(t, want, true) || !n ? want : list[0];
}

bool mosaic_can(const struct tensor *t)
{
	struct axes list[4];
	int wide = 0;

	for (int d = 0; d < t->rank; d++)
		wide += t->dim[d] > 1;
	return wide > 2 && axes_list(t, list) > 0;	/* two are a heat map */
}

static void axes_set(struct tview *v, struct axes a)
{
	v->mosaic.row = a.row;
	v->mosaic.col = a.col;
	v->mosaic.chan = a.chan;
	v->mosaic.top = 0;
}

static void axes_next(struct tview *v)
{
	struct axes list[4];
	int n = axes_list(v->t, list), k = 0;

	while (k < n && (list[k].row != v->mosaic.row || list[k].chan != v->mosaic.chan))
		k++;
	axes_set(v, list[k + 1 < n ? k + 1 : 0]);
}

/* ---- how large ---- */

static int64_t lines(const struct tview *v)
{
	return (v->t->dim[v->mosaic.chan] + v->mosaic.per_line - 1) / v->mosaic.per_line;
}

static void size_set(struct tview *v, int64_t w)
{
	struct mosaic *m = &v->mosaic;
	double h = (double)w * (double)v->t->dim[m->row] / (double)v->t->dim[m->col];
	int most = (tview_body(v) - 1) * (half_blocks(v) ? 2 : 1);

	h = half_blocks(v) ? h : h / 2;	/* a cell is twice as high as wide */
	m->tile_w = (int)w;
	m->tile_h = h < 1 ? 1 : h > most ? (most > 0 ? most : 1) : (int)(h + 0.5);
	m->cell_h = 1 + (half_blocks(v) ? (m->tile_h + 1) / 2 : m->tile_h);
	m->per_line = (v->w + 1) / (w + 1);
	m->per_line = m->per_line > 0 ? m->per_line : 1;
}

/* The largest maps that all fit; if none do, middling ones that scroll. */
static void size_choose(struct tview *v)
{
	struct mosaic *m = &v->mosaic;
	int64_t cols = v->t->dim[m->col], room = v->w > 1 ? v->w : 1, w;
	int64_t least = tview_digits(v->t->dim[m->chan] - 1) + 2;

	least = least > room ? room : least;
	w = cols < room / GROW ? cols * GROW : room;
	for (; w >= least; w -= cols < w ? (w % cols ? w % cols : cols) : 1) {
		size_set(v, w);
		if (lines(v) * m->cell_h <= tview_body(v))
			return;
	}
	w = cols < least ? (least + cols - 1) / cols * cols : cols < MIDDLE ? cols : MIDDLE;
	size_set(v, w < room ? w : room);
}

/* ---- the pixels ---- */

static void map_note(struct tview_map *m, double d)
{
	m->nan |= isnan(d);
	m->inf |= isinf(d);
	m->dead &= d == 0;
	if (!isfinite(d))
		return;
	m->min = d < m->min ? d : m->min;
	m->max = d > m->max ? d : m->max;
}

/* One pixel of all maps: their values lie close together. */
static void pixels_add(struct tview *v, int64_t first, int64_t n, int y, int x)
{
	struct mosaic *m = &v->mosaic;
	int64_t at[SHAPE_MAX_RANK], r0, r1, c0, c1;
	size_t tile = (size_t)(m->tile_w * m->tile_h), here = (size_t)(y * m->tile_w + x);

	memcpy(at, v->at, sizeof(at));
	shrink_span(y, m->tile_h, v->t->dim[m->row], &r0, &r1);
	shrink_span(x, m->tile_w, v->t->dim[m->col], &c0, &c1);
	for (int64_t k = 0; k < n; k++) {
		struct tview_pixel *px = &m->pixel.p[(size_t)k * tile + here];
		struct plane p;

		at[m->chan] = first + k;
		p = plane_of(v->t, at, m->row, m->col);
		px->any = shrink_block(v->t, &p, r0, r1, c0, c1, &px->v);
		px->hit = tview_block_hit(v, &p, r0, r1, c0, c1);
		if (px->any)
			map_note(&m->map.p[k], px->v);
	}
}

/* The first map on the screen, and how many there are. */
static int64_t seen(const struct tview *v, int64_t *n)
{
	const struct mosaic *m = &v->mosaic;
	int64_t first = m->top * m->per_line, all = v->t->dim[m->chan];

	*n = (tview_body(v) / m->cell_h + 1) * m->per_line;
	*n = *n > MAPS_MAX ? MAPS_MAX : *n;
	*n = first + *n > all ? all - first : *n;
	return first;
}

static void pixels_make(struct tview *v)
{
	struct mosaic *m = &v->mosaic;
	int64_t key[SHAPE_MAX_RANK + 8] = { 0 }, n, first = seen(v, &n);

	memcpy(key + 8, v->at, sizeof(v->at));
	key[8 + m->row] = key[8 + m->col] = key[8 + m->chan] = 0;
	key[0] = first, key[1] = n, key[2] = m->tile_w, key[3] = m->tile_h;
	key[4] = m->row, key[5] = m->col, key[6] = m->chan;
	if (!memcmp(key, m->key, sizeof(key)))
		return;
	memcpy(m->key, key, sizeof(key));
	m->map.n = m->pixel.n = 0;
	for (int64_t i = 0; i < n; i++)
		vec_push(&m->map,
			 ((struct tview_map){ .min = INFINITY, .max = -INFINITY, .dead = true }));
	for (int64_t i = 0; i < n * m->tile_w * m->tile_h; i++)
		vec_push(&m->pixel, (struct tview_pixel){ 0 });
	for (int y = 0; y < m->tile_h; y++)
		for (int x = 0; x < m->tile_w; x++)
			pixels_add(v, first, n, y, x);
}

void mosaic_layout(struct tview *v)
{
	struct mosaic *m = &v->mosaic;
	int64_t line, fit;

	if (m->row < 0)
		axes_set(v, axes_guess(v->t));
	size_choose(v);
	line = v->at[m->chan] / m->per_line;
	fit = tview_body(v) / m->cell_h;
	fit = fit > 0 ? fit : 1;
	if (lines(v) <= fit)
		m->top = 0;
	else if (line >= m->top + fit)
		m->top = line - fit + 1;
	m->top = line < m->top ? line : m->top;
	pixels_make(v);
	v->cx = (int)(v->at[m->chan] % m->per_line) * (m->tile_w + 1);
	v->cy = TV_HEAD + (int)(line - m->top) * m->cell_h;
}

/* ---- drawing ---- */

static void number_draw(const struct tview *v, int64_t chan, const struct tview_map *map, int start,
			struct row *r)
{
	bool here = chan == v->at[v->mosaic.chan];
	struct look look = style_look(map->nan || map->inf ? ST_BAD : map->dead ? ST_WARN : ST_DIM);
	struct str s = STR_INIT;

	look.attr |= here ? LOOK_REVERSE : 0;
	str_addf(&s, "%lld%s%s", (long long)chan, map->nan || map->inf || map->dead ? " " : "",
		 map->nan ? "N" : map->inf ? "I" : map->dead ? "0" : "");
	if (start)
		row_pad(r, start);
	row_look(r, look, str_z(&s));
	str_free(&s);
}

static void tile_draw(struct tview *v, int64_t k, int y, int start, struct row *r)
{
	struct mosaic *m = &v->mosaic;
	const struct tview_pixel *p = &m->pixel.p[(size_t)k * (size_t)(m->tile_w * m->tile_h)];
	const struct tview_map *map = &m->map.p[k];
	struct heat_range g = m->own && map->max >= map->min
				      ? (struct heat_range){ map->min, map->max, v->log }
				      : heat_range_of(v);

	if (start)
		row_pad(r, start);
	for (int x = 0; x < m->tile_w; x++)
		heat_cell(&g, half_blocks(v), &p[y * m->tile_w + x],
			  half_blocks(v) && y + 1 < m->tile_h ? &p[(y + 1) * m->tile_w + x] : NULL,
			  0, r);
}

void mosaic_row(struct tview *v, int i, struct row *r)
{
	struct mosaic *m = &v->mosaic;
	int64_t line = i / m->cell_h, n, first = seen(v, &n);
	int y = (i % m->cell_h - 1) * (half_blocks(v) ? 2 : 1);

	for (int64_t c = 0; c < m->per_line; c++) {
		int64_t k = line * m->per_line + c;
		int start = (int)c * (m->tile_w + 1);

		if (k >= n || (size_t)k >= m->map.n)
			return;
		if (y < 0)
			number_draw(v, first + k, &m->map.p[k], start, r);
		else
			tile_draw(v, k, y, start, r);
	}
}

void mosaic_legend(struct tview *v, struct row *r)
{
	const struct mosaic *m = &v->mosaic;
	int64_t n, first = seen(v, &n), fit = tview_body(v) / m->cell_h;

	n = n > fit * m->per_line ? fit * m->per_line : n;
	if (m->own)
		row_add(r, ST_DIM, "each by its own scale");
	else
		heat_scale_legend(v, r);
	heat_bad_legend(v, r);
	row_addf(r, ST_DIM, "  %lld maps", (long long)v->t->dim[m->chan]);
	if (n < v->t->dim[m->chan])
		row_addf(r, ST_DIM, ", seen %lld..%lld", (long long)first,
			 (long long)(first + n - 1));
}

void mosaic_cursor_row(struct tview *v, struct row *r)
{
	const struct mosaic *m = &v->mosaic;
	int64_t n, k = v->at[m->chan] - seen(v, &n);
	const struct tview_map *map = k >= 0 && (size_t)k < m->map.n ? &m->map.p[k] : NULL;
	struct str s = STR_INIT;

	str_addc(&s, '[');
	for (int d = 0; d < v->t->rank; d++)
		if (d == m->row || d == m->col)
			str_addf(&s, "%s:", d ? "," : "");
		else
			str_addf(&s, "%s%lld", d ? "," : "", (long long)v->at[d]);
	row_addf(r, ST_DIM, "%s]", str_z(&s));
	str_free(&s);
	if (map && map->max >= map->min)
		row_addf(r, ST_NUM, " %.4g .. %.4g", map->min, map->max);
	if (map && (map->nan || map->inf))
		row_addf(r, ST_BAD, "  has %s",
			 map->nan ? (map->inf ? "NaN and Inf" : "NaN") : "Inf");
	else if (map && map->dead)
		row_add(r, ST_WARN, "  all zero");
	row_add(r, ST_KEY, "  Enter");
	row_add(r, ST_DIM, " opens it");
}

/* ---- moving ---- */

static void chan_move(struct tview *v, int64_t by)
{
	int64_t n = v->t->dim[v->mosaic.chan], to = v->at[v->mosaic.chan] + by;

	v->at[v->mosaic.chan] = to < 0 ? 0 : to >= n ? n - 1 : to;
}

/* The axes that are neither of a map nor the channels': the last one fastest. */
static void rest_move(struct tview *v, int dir)
{
	const struct mosaic *m = &v->mosaic;

	for (int d = v->t->rank - 1; d >= 0; d--) {
		if (d == m->row || d == m->col || d == m->chan)
			continue;
		v->at[d] += dir;
		if (v->at[d] >= 0 && v->at[d] < v->t->dim[d])
			return;
		v->at[d] = dir > 0 ? 0 : v->t->dim[d] - 1;
	}
}

void mosaic_click(struct tview *v, int x, int y)
{
	struct mosaic *m = &v->mosaic;
	int64_t in_line = x / (m->tile_w + 1);

	if (m->row >= 0 && m->cell_h > 0 && in_line < m->per_line)
		v->at[m->chan] = 0, chan_move(v, (m->top + y / m->cell_h) * m->per_line + in_line);
}

static void map_open(struct tview *v)
{
	v->mode = TV_HEAT;
	v->row_axis = v->mosaic.row;
	v->col_axis = v->mosaic.col;
	v->slice_axis = tview_hidden_axis(v, 0, -1);
	v->top = v->left = 0;
}

bool mosaic_action(struct tview *v, const char *a)
{
	struct mosaic *m = &v->mosaic;
	int64_t page;

	if (m->row < 0 || m->cell_h <= 0)	/* not laid out yet */
		return false;
	page = m->per_line * (tview_body(v) / m->cell_h > 1 ? tview_body(v) / m->cell_h : 1);
	if (!strcmp(a, "left") || !strcmp(a, "right"))
		chan_move(v, *a == 'l' ? -1 : 1);
	else if (!strcmp(a, "up") || !strcmp(a, "down"))
		chan_move(v, *a == 'u' ? -m->per_line : m->per_line);
	else if (!strcmp(a, "page-up") || !strcmp(a, "page-down"))
		chan_move(v, a[5] == 'u' ? -page : page);
	else if (!strcmp(a, "home") || !strcmp(a, "end"))
		v->at[m->chan] = *a == 'h' ? 0 : v->t->dim[m->chan] - 1;
	else if (!strcmp(a, "next-slice") || !strcmp(a, "prev-slice"))
		rest_move(v, *a == 'n' ? 1 : -1);
	else if (!strcmp(a, "axes"))
		axes_next(v);
	else if (!strcmp(a, "own-scale"))
		m->own = !m->own;
	else if (!strcmp(a, "open"))
		map_open(v);
	else
		return false;
	return true;
}
