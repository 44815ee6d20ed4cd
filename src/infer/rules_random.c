/* Random numbers: the shape is an input's value. */
#include "infer/inside.h"

static void shaped(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_shape(c, (uint32_t)c->row->p, &s))
		rule_out(c, 0, s);
}

/* One sample of each parameter, for each place of the shape. */
static void shaped_by_rates(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_shape(c, 0, &s))
		rule_out(c, 0, ishape_cat(c->inf, s, rule_in(c, (uint32_t)c->row->p)));
}

static void multinomial(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_rank(c, 0, 2, &s))
		rule_dims(c, 0, 2, s.dim[0], rule_size(c, 1));
}

RULES(random,
	RULE_P("RandomUniform", shaped, 0),
	RULE_P("RandomUniformInt", shaped, 0),
	RULE_P("RandomStandardNormal", shaped, 0),
	RULE_P("TruncatedNormal", shaped, 0),
	RULE_P("StatelessRandomUniform", shaped, 0),
	RULE_P("StatelessRandomUniformV2", shaped, 0),
	RULE_P("StatelessRandomUniformInt", shaped, 0),
	RULE_P("StatelessRandomUniformIntV2", shaped, 0),
	RULE_P("StatelessRandomUniformFullInt", shaped, 0),
	RULE_P("StatelessRandomUniformFullIntV2", shaped, 0),
	RULE_P("StatelessRandomNormal", shaped, 0),
	RULE_P("StatelessRandomNormalV2", shaped, 0),
	RULE_P("StatelessTruncatedNormal", shaped, 0),
	RULE_P("StatelessTruncatedNormalV2", shaped, 0),
	RULE_P("StatelessRandomPoisson", shaped, 0),
	RULE_P("StatefulUniform", shaped, 2),
	RULE_P("StatefulUniformFullInt", shaped, 2),
	RULE_P("StatefulUniformInt", shaped, 2),
	RULE_P("StatefulStandardNormalV2", shaped, 2),
	RULE_P("StatefulTruncatedNormal", shaped, 2),
	RULE_P("RandomGamma", shaped_by_rates, 1),
	RULE_P("RandomPoissonV2", shaped_by_rates, 1),
	RULE("RandomShuffle", rule_same),
	RULE("Multinomial", multinomial),
	RULE("StatelessMultinomial", multinomial),
	FORM("StatelessRandomGetAlg", "-> []"),
	FORM("StatelessRandomGetKeyCounter", "[2] -> [1] [2]"),
	FORM("StatelessRandomGetKeyCounterAlg", "[2] -> [1] [2] []"),
	FORM("RngReadAndSkip", "-> [3]"),
	RULE("RngSkip", rule_unknown));
