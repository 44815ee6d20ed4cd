/*
 * A tensor as rows of a panel: number grid, heat map, image, histogram, statistics. Pure: from a
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

#include "tensor/stats.h"
#include "tensor/tensor.h"
#include "ui/draw.h"

enum tview_mode { TV_NUMBERS, TV_HEAT, TV_IMAGE, TV_HISTOGRAM, TV_STATISTICS, TV_MODES };

struct tview_pixel {		/* of a heat map: a cell's worst value */
	double v;
	bool any;
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
	/* made by tview_layout */
	int64_t wrap;			/* values in a line of a wrapped vector */
	int cell_w, head_w, fit_cols;	/* of the number grid */
	bool have_stats;
	struct stats stats;
	int heat_w, heat_h;		/* pixels */
	int64_t heat_rows, heat_cols;	/* values that each pixel stands for; < 0: pixels a value */
	VEC(struct tview_pixel) heat;
	int cx, cy;			/* where the cursor is seen */
};

void tview_set(struct tview *v, struct tensor *t, const char *label);
void tview_free(struct tview *v);
/* Before rows are asked for: what they are to fit. */
void tview_layout(struct tview *v, int w, int h, bool ascii, int colors);
void tview_row(struct tview *v, int i, struct row *r);
/* up, down, left, right, page-up, page-down, home, end, next-view, prev-view, next-slice,
 * prev-slice, axes, log. false: not one of these. */
bool tview_action(struct tview *v, const char *action);
bool tview_can(const struct tview *v, enum tview_mode mode);
/* "[0,:,:,3]" */
void tview_slice_text(const struct tview *v, struct str *out);

/* tensordraw.c */
int64_t tview_n_rows(const struct tview *v);
int64_t tview_n_cols(const struct tview *v);
/* Flat index of grid cell r, c; -1 behind the end of a wrapped vector. */
int64_t tview_index(const struct tview *v, int64_t r, int64_t c);
void tview_cursor(const struct tview *v, int64_t *r, int64_t *c);
const struct stats *tview_stats(struct tview *v);
bool tview_is_image(const struct tensor *t);
void heat_layout(struct tview *v);
void heat_row(struct tview *v, int i, struct row *r);
void heat_legend(struct tview *v, struct row *r);
void image_layout(struct tview *v);
void image_row(struct tview *v, int i, struct row *r);
void image_legend(struct tview *v, struct row *r);

#endif
