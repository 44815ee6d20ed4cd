/* How one moves in a tensor: cursor, slices, axes, views, and to what one looks for; see
 * tensorview.h. */
#include <string.h>

#include "ui/tensorview.h"

static void mode_next(struct tview *v, int dir)
{
	int m = v->mode;

	do
		m = (m + dir + TV_MODES) % TV_MODES;
	while (!tview_can(v, (enum tview_mode)m));
	v->mode = (enum tview_mode)m;
	v->top = 0;
}

static void slice_move(struct tview *v, int dir)
{
	int rank = v->t->rank;

	if (v->mode == TV_IMAGE) {	/* the next picture, not the next channel */
		if (rank == 4)
			v->at[0] = (v->at[0] + dir + v->t->dim[0]) % v->t->dim[0];
		return;
	}
	/* All hidden axes as one number, the last one fastest: } walks through every slice. */
	for (int d = rank - 1; d >= 0 && v->col_axis >= 0; d--) {
		if (d == v->row_axis || d == v->col_axis)
			continue;
		v->at[d] += dir;
		if (v->at[d] >= 0 && v->at[d] < v->t->dim[d])
			return;
		v->at[d] = dir > 0 ? 0 : v->t->dim[d] - 1;
	}
}

/* The next pair of axes: rows and columns in turn, in the tensor's order. */
static void axes_next(struct tview *v)
{
	int rank = v->t->rank, r = v->row_axis, c = v->col_axis;

	if (rank < 2)
		return;
	if (c < 0) {
		v->row_axis = rank - 2;
		v->col_axis = rank - 1;
	} else {
		do {
			if (++c >= rank)
				c = 0, r = (r + 1) % rank;
		} while (c == r);
		v->row_axis = r;
		v->col_axis = c;
	}
	v->slice_axis = tview_hidden_axis(v, 0, -1);
	v->top = v->left = 0;
}

/* The statistics are a list that may be longer than the panel. */
static bool statistics_scroll(struct tview *v, const char *a)
{
	int64_t most = TV_STAT_ROWS > tview_body(v) ? TV_STAT_ROWS - tview_body(v) : 0;

	if (!strcmp(a, "up") || !strcmp(a, "page-up") || !strcmp(a, "home"))
		v->top = *a == 'u' && v->top > 0 ? v->top - 1 : 0;
	else if (!strcmp(a, "down"))
		v->top = v->top < most ? v->top + 1 : most;
	else if (!strcmp(a, "page-down") || !strcmp(a, "end"))
		v->top = most;
	else
		return false;
	return true;
}

static bool cursor_action(struct tview *v, const char *a)
{
	int64_t r, c, page = tview_body(v), dr = 1, dc = 1;

	if (v->mode == TV_STATISTICS)
		return statistics_scroll(v, a);

	tview_cursor(v, &r, &c);
	if (v->mode == TV_HEAT) {	/* one step is one pixel at least */
		dr = v->heat_rows > 1 ? v->heat_rows : 1;
		dc = v->heat_cols > 1 ? v->heat_cols : 1;
	}
	if (!strcmp(a, "up"))
		tview_cursor_set(v, r - dr, c);
	else if (!strcmp(a, "down"))
		tview_cursor_set(v, r + dr, c);
	else if (!strcmp(a, "left"))
		tview_cursor_set(v, r, c - dc);
	else if (!strcmp(a, "right"))
		tview_cursor_set(v, r, c + dc);
	else if (!strcmp(a, "page-up"))
		tview_cursor_set(v, r - page * dr, c);
	else if (!strcmp(a, "page-down"))
		tview_cursor_set(v, r + page * dr, c);
	else if (!strcmp(a, "home"))
		tview_cursor_set(v, 0, 0);
	else if (!strcmp(a, "end"))
		tview_cursor_set(v, tview_n_rows(v) - 1, tview_n_cols(v) - 1);
	else
		return false;
	return true;
}

/* ---- to what one looks for ---- */

void tview_seek_end(struct tview *v)
{
	seek_free(&v->seek);
	v->seek_n = -1;
	v->mosaic.key[0] = -1;	/* marks are pixels' */
}

/* The cursor to element i, wherever it is: the slice that holds it is seen then. */
static void flat_set(struct tview *v, int64_t i)
{
	for (int d = v->t->rank - 1; d >= 0; d--) {
		v->at[d] = i % v->t->dim[d];
		i /= v->t->dim[d];
	}
	if (v->mode == TV_STATISTICS || v->mode == TV_HISTOGRAM) /* they have no place for it */
		v->mode = TV_NUMBERS;
}

static bool seek_set(struct tview *v, const char *text, struct err *err)
{
	struct seek s;

	if (!seek_parse(&s, sv_of(text), err))
		return false;
	if (!seek_aim(&s, v->t, err)) {
		seek_free(&s);
		return false;
	}
	tview_seek_end(v);
	v->seek = s;
	return true;
}

bool tview_seek(struct tview *v, const char *text, int dir, struct str *said, struct err *err)
{
	bool again = v->seek.kind && (!text || sv_is(str_sv(&v->seek.text), text));
	int64_t from, to, rank;

	if (!v->t || v->t->n == 0)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "no values here");
	if (!again && !seek_set(v, text ? text : "bad", err))
		return false;
	if (v->seek_n < 0)
		v->seek_n = seek_count(&v->seek, v->t);
	from = tview_flat(v, v->at) - (again ? 0 : dir);	/* a new one may be right here */
	to = seek_next(&v->seek, v->t, from, dir, &rank);
	if (to < 0) {
		str_addf(said, "no %s here", str_z(&v->seek.text));
		return true;
	}
	flat_set(v, to);
	str_addf(said, "%s: %lld of %lld, at ", str_z(&v->seek.text), (long long)rank,
		 (long long)v->seek_n);
	seek_index_text(v->t, to, said);
	return true;
}

bool tview_at(struct tview *v, const char *text, struct err *err)
{
	int64_t at[SHAPE_MAX_RANK];
	int colon[2] = { -1, -1 }, n = 0, d = 0;

	if (!v->t || v->t->n == 0)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "no values here");
	memcpy(at, v->at, sizeof(at));
	if (!seek_index(v->t, sv_of(text), at, err))
		return false;
	memcpy(v->at, at, sizeof(at));
	if (v->mode == TV_STATISTICS || v->mode == TV_HISTOGRAM)
		v->mode = TV_NUMBERS;
	for (const char *p = text; *p; p++) {
		d += *p == ',';
		if (*p == ':' && n++ < 2)
			colon[n - 1] = d;
	}
	if (n == 2 && colon[0] != colon[1]) {	/* "0,:,:,3" */
		v->row_axis = colon[0];
		v->col_axis = colon[1];
		v->slice_axis = tview_hidden_axis(v, 0, -1);
		v->top = v->left = 0;
		v->mode = v->mode == TV_MOSAIC || v->mode == TV_IMAGE ? TV_HEAT : v->mode;
	}
	return true;
}

void tview_click(struct tview *v, int x, int y)
{
	int64_t row = y - TV_HEAD;
	int half = half_blocks(v) ? 2 : 1;

	if (v->t->n == 0 || row < 0 || row >= tview_body(v))
		return;
	if (v->mode == TV_MOSAIC)
		mosaic_click(v, x, (int)row);
	else if (v->mode == TV_HEAT && v->heat_rows)
		tview_cursor_set(v, v->heat_rows > 0 ? row * half * v->heat_rows : row * half / -v->heat_rows,
				 v->heat_cols > 0 ? x * v->heat_cols : x / -v->heat_cols);
	else if (v->mode == TV_NUMBERS && v->cell_w > 0)
		tview_cursor_set(v, v->top + row, v->left + (x < v->head_w ? 0 : (x - v->head_w) / v->cell_w));
}

bool tview_action(struct tview *v, const char *a)
{
	if (!v->t)
		return false;
	if (v->mode == TV_MOSAIC && mosaic_action(v, a))
		return true;
	if (!strcmp(a, "next-view"))
		mode_next(v, 1);
	else if (!strcmp(a, "prev-view"))
		mode_next(v, -1);
	else if (!strcmp(a, "next-slice"))
		slice_move(v, 1);
	else if (!strcmp(a, "prev-slice"))
		slice_move(v, -1);
	else if (!strcmp(a, "axes"))
		axes_next(v);
	else if (!strcmp(a, "log"))
		v->log = !v->log;
	else if (v->t->n > 0)
		return cursor_action(v, a);
	else
		return false;
	return true;
}
