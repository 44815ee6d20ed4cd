/*
 * A tensor as rows of a panel: number grid, heat map, mosaic, image, histogram, statistics. Pure: from a
 * tensor, a size and a choice of axes to styled rows; no terminal, no engine. Ownership: tview_set
 * takes a reference of its own, tview_free drops it.
 *
 *   row 0      dtype, shape, which slice is seen
 *   row 1      the views, the one in use marked
 *   row 2      column numbers, or a legend
 *   row 3..    the body
 *   last row   index and value under the cursor
 */
#ifndef UI_TENSORVIEW_H
#define UI_TENSORVIEW_H

#include "tensor/seek.h"
#include "tensor/stats.h"
#include "tensor/tensor.h"
#include "ui/draw.h"

enum tview_mode { TV_NUMBERS, TV_HEAT, TV_IMAGE, TV_MOSAIC, TV_HISTOGRAM, TV_STATISTICS, TV_MODES };

enum { TV_HEAD = 3, TV_STAT_ROWS = 20 };

struct tview_pixel {		/* of a heat map: a cell's worst value */
	double v;
	bool any, hit;		/* hit: it holds what is looked for */
};

struct tview_map {		/* of a mosaic */
	double min, max;	/* of the finite values seen */
	bool nan, inf, dead;	/* dead: nothing but zeros */
};

struct mosaic {
	int row, col, chan;	/* axes: of a map, and the one that the maps lie along; row < 0: not chosen */
	bool own;		/* each map by its own scale */
	int tile_w, tile_h;	/* pixels of a map */
	int cell_h;		/* lines of the screen that a line of maps takes, with its numbers */
	int64_t per_line, top;	/* maps in a line; the first line that is seen */
	int64_t key[SHAPE_MAX_RANK + 8];	/* what map and pixel were made for; [0] < 0: nothing */
	VEC(struct tview_map) map;		/* those on the screen */
	VEC(struct tview_pixel) pixel;
};

struct tview {
	struct tensor *t;		/* NULL: nothing to show, then label says why */
	struct str label;
	enum tview_mode mode;
	int64_t at[SHAPE_MAX_RANK];	/* the cursor; hidden axes: the slice that is seen */
	int row_axis, col_axis;		/* -1: a vector, wrapped, or a scalar */
	int slice_axis;			/* the hidden axis that { } move along, or -1 */
	int64_t top, left;		/* of the grid */
	bool log;			/* histogram: logarithmic counts; heat map: of magnitudes */
	int w, h;
	bool ascii;
	int colors;
	int digits;			/* significant ones in the grid; 0: 4 */
	struct seek seek;		/* what is looked for and marked */
	int64_t seek_n;			/* how many there are; -1: not counted yet */
	/* made by tview_layout */
	int64_t wrap;			/* values in a line of a wrapped vector */
	int cell_w, head_w, fit_cols;	/* of the number grid */
	bool have_stats, have_all;	/* of stats: counts and extremes; everything */
	struct stats stats;
	int hist_bins;			/* of hist; 0: not counted yet */
	struct histogram hist;
	int heat_w, heat_h;		/* pixels */
	int64_t heat_rows, heat_cols;	/* values that each pixel stands for; < 0: pixels a value */
	VEC(struct tview_pixel) heat;
	struct mosaic mosaic;
	int cx, cy;			/* where the cursor is seen */
};

void tview_set(struct tview *v, struct tensor *t, const char *label);
void tview_free(struct tview *v);
/* The same view of the same tensor: mode, axes, place. */
void tview_look_like(struct tview *v, const struct tview *from);
/* Before rows are asked for: what they are to fit. */
void tview_layout(struct tview *v, int w, int h, bool ascii, int colors);
void tview_row(struct tview *v, int i, struct row *r);
/* up, down, left, right, page-up, page-down, home, end, next-view, prev-view, next-slice,
 * prev-slice, axes, log, own-scale, open. false: not one of these. */
bool tview_action(struct tview *v, const char *action);
/* Moves to the next (dir 1) or previous hit of text, NULL: of what was looked for last, else of what is
 * not finite; said: "3 of 12 in [0,1] at [0,5]". false with an error. */
bool tview_seek(struct tview *v, const char *text, int dir, struct str *said, struct err *err);
void tview_seek_end(struct tview *v);
/* To an index "0,3,2"; in "0,:,:,3" two colons say which axes are seen. */
bool tview_at(struct tview *v, const char *text, struct err *err);
void tview_click(struct tview *v, int x, int y);	/* after tview_layout: the cursor to there */
bool tview_can(const struct tview *v, enum tview_mode mode);
/* "[0,:,:,3]" */
void tview_slice_text(const struct tview *v, struct str *out);

/* shared by the files below */
bool tview_numeric(const struct tensor *t);
int tview_digits(int64_t n);
int tview_body(const struct tview *v);		/* rows between heads and the last one */
int64_t tview_flat(const struct tview *v, const int64_t *at);
void tview_cursor_set(struct tview *v, int64_t r, int64_t c);
/* A hidden axis with something to choose, after `from` in direction dir; -1: none. */
int tview_hidden_axis(const struct tview *v, int from, int dir);

/* tensorstat.c */
void histogram_row(struct tview *v, int i, struct row *r);
void histogram_legend(struct tview *v, struct row *r);
void statistics_row(struct tview *v, int i, struct row *r);
const struct stats *tview_stats(struct tview *v);

/* tensordraw.c */
int64_t tview_n_rows(const struct tview *v);
int64_t tview_n_cols(const struct tview *v);
/* Flat index of grid cell r, c; -1 behind the end of a wrapped vector. */
int64_t tview_index(const struct tview *v, int64_t r, int64_t c);
void tview_cursor(const struct tview *v, int64_t *r, int64_t *c);
bool tview_is_image(const struct tensor *t);
struct plane;
bool tview_block_hit(const struct tview *v, const struct plane *p, int64_t r0, int64_t r1, int64_t c0, int64_t c1);
bool half_blocks(const struct tview *v);	/* two pixels a cell */
struct heat_range {
	double min, max;
	bool log;
};
struct heat_range heat_range_of(struct tview *v);
int16_t heat_color(const struct heat_range *g, const struct tview_pixel *p);
char heat_char(const struct heat_range *g, const struct tview_pixel *p);
void heat_cell(const struct heat_range *g, bool half, const struct tview_pixel *top, const struct tview_pixel *low,
	       uint8_t attr, struct row *r);
void heat_scale_legend(struct tview *v, struct row *r);
void heat_bad_legend(struct tview *v, struct row *r);
void heat_layout(struct tview *v);
void heat_row(struct tview *v, int i, struct row *r);
void heat_legend(struct tview *v, struct row *r);
void image_layout(struct tview *v);
void image_row(struct tview *v, int i, struct row *r);
void image_legend(struct tview *v, struct row *r);

/* tensormosaic.c: the maps of a tensor's channels side by side */
bool mosaic_can(const struct tensor *t);
void mosaic_layout(struct tview *v);
void mosaic_row(struct tview *v, int i, struct row *r);
void mosaic_legend(struct tview *v, struct row *r);
void mosaic_cursor_row(struct tview *v, struct row *r);
void mosaic_click(struct tview *v, int x, int y);
bool mosaic_action(struct tview *v, const char *action);

#endif
