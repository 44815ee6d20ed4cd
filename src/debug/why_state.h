/*
 * What a loop's condition depends on: of all its state the part that decides whether it goes on, through the
 * body too. Ownership: state_of_* give into *s; state_free takes what it holds. Borrows the model.
 */
#ifndef DEBUG_WHY_STATE_H
#define DEBUG_WHY_STATE_H

#include "exec/exec.h"

struct loop_state {
	bool known;		/* var can be trusted, and equal state means an equal next round */
	bool v1;
	uint32_t *var;		/* While: arguments of the condition; V1: the loop's Merge nodes */
	uint32_t n;
};

/* f: the frame of a While's condition. */
void state_of_while(struct loop_state *s, const struct frame *f);
/* f: the frame that LoopCond ran in. */
void state_of_v1(struct loop_state *s, const struct frame *f, uint32_t loopcond);
/* Variable i as it stands in this round: borrowed, NULL when it is not there. */
struct tensor *state_value(const struct loop_state *s, const struct frame *f, uint32_t i);
void state_free(struct loop_state *s);

#endif
