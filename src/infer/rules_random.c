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
	CHECK("StatelessRandomUniform", shaped, "_ [2]", 0),
	CHECK("StatelessRandomUniformV2", shaped, "_ [1] [?] []", 0),
	CHECK("StatelessRandomUniformInt", shaped, "_ [2] [] []", 0),
	CHECK("StatelessRandomUniformIntV2", shaped, "_ [1] [?] [] [] []", 0),
	CHECK("StatelessRandomUniformFullInt", shaped, "_ [2]", 0),
	CHECK("StatelessRandomUniformFullIntV2", shaped, "_ [1] [?] []", 0),
	CHECK("StatelessRandomNormal", shaped, "_ [2]", 0),
	CHECK("StatelessRandomNormalV2", shaped, "_ [1] [?] []", 0),
	CHECK("StatelessTruncatedNormal", shaped, "_ [2]", 0),
	CHECK("StatelessTruncatedNormalV2", shaped, "_ [1] [?] []", 0),
	RULE_P("StatelessRandomPoisson", shaped, 0),
	CHECK("StatefulUniform", shaped, "_ []", 2),
	CHECK("StatefulUniformFullInt", shaped, "_ []", 2),
	CHECK("StatefulUniformInt", shaped, "_ []", 2),
	CHECK("StatefulStandardNormalV2", shaped, "_ []", 2),
	CHECK("StatefulTruncatedNormal", shaped, "_ []", 2),
	RULE_P("RandomGamma", shaped_by_rates, 1),
	RULE_P("RandomPoissonV2", shaped_by_rates, 1),
	RULE("RandomShuffle", rule_same),
	CHECK("Multinomial", multinomial, "_ []", 0),
	CHECK("StatelessMultinomial", multinomial, "_ [] [2]", 0),
	FORM("StatelessRandomGetAlg", "-> []"),
	FORM("StatelessRandomGetKeyCounter", "[2] -> [1] [2]"),
	FORM("StatelessRandomGetKeyCounterAlg", "[2] -> [1] [2] []"),
	FORM("RngReadAndSkip", "-> [3]"),
	RULE("RngSkip", rule_unknown));
