/*
 * An integer node once more in float64, to see whether it wrapped. Ownership: none; borrows w.
 */
#ifndef DEBUG_WHY_WIDE_H
#define DEBUG_WHY_WIDE_H

#include "debug/why.h"

enum why_verdict wide_differs(struct why *w, uint32_t event);

#endif
