/*
 * What rounding explains of a node's error: how far a sound implementation may be from the exact
 * value of its inputs. Ownership: nothing is given but by rule_bounds.
 */
#ifndef DEBUG_SHADOW_RULE_H
#define DEBUG_SHADOW_RULE_H

#include "debug/wide.h"

/*
 * Element by element, for output `slot`, which was `is` and is `exact` in float64 (doubles of the
 * same shape); in: the widened inputs. A sum of products may be off by a rounding of the magnitudes
 * it adds, times the root of how many; a function by some units in its last place; any other op by
 * what it changes when each input changes by a rounding. The caller frees; there are
 * gap_elements(is).
 */
double *rule_bounds(const struct wide *w, struct tensor *const *in, uint32_t n_out, uint32_t slot,
		    const struct tensor *is, const struct tensor *exact);

#endif
