/*
 * A tensor as a few lines of text: tfdbg's numeric summary, a histogram, a heat map. Borrows.
 */
#ifndef CMD_DRAW_H
#define CMD_DRAW_H

#include "base/sink.h"
#include "tensor/tensor.h"

void draw_summary(struct sink *out, const struct tensor *t, bool numpy2);
void draw_histogram(struct sink *out, const struct tensor *t);
/* The last two dimensions of the first slice, dark to bright as " .:-=+*#%@"; N NaN, I infinite. */
void draw_heat(struct sink *out, const struct tensor *t);
/* The same of each channel: the last dimension, maps are the two before it; of the first slice. */
void draw_mosaic(struct sink *out, const struct tensor *t);

#endif
