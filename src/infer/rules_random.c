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

/* ---- candidates ---- */

static void candidates(struct rule_ctx *c)
{
	idim sampled = rule_attr(c, "num_sampled", 0);
	struct ishape s;

	if (!rule_rank(c, 0, 2, &s))
		return;
	rule_vec(c, 0, sampled);
	rule_dims(c, 1, 2, s.dim[0], (idim)rule_attr(c, "num_true", 0));
	rule_vec(c, 2, sampled);
}

static void accidental_hits(struct rule_ctx *c)
{
	struct ishape s;
	idim n, same;

	if (!rule_rank(c, 0, 2, &s) || !rule_merge_dim(c, 0, 1, s.dim[1], (idim)rule_attr(c, "num_true", 0), &same))
		return;
	n = rule_new(c);
	for (uint32_t i = 0; i < 3; i++)
		rule_vec(c, i, n);
}

/* A parameter for all rows, or one each. */
static void bounded_rows(struct rule_ctx *c)
{
	for (uint32_t i = 1; i < 5; i++)
		if (!rule_max_rank(c, i, 1))
			return;
	shaped(c);
}

/* One index each, or scalars all. */
static void index_shuffle(struct rule_ctx *c)
{
	struct ishape index = rule_in(c, 0), seed = rule_in(c, 1), most = rule_in(c, 2);

	if (!rule_max_rank(c, 0, 1) || !rule_min_rank(c, 1, 1) || !rule_max_rank(c, 1, 2) || !rule_max_rank(c, 2, 1))
		return;
	if (index.rank == 0 && seed.rank == 1 && most.rank == 0)
		rule_scalar(c, 0);
	else if (index.rank == 1)
		rule_vec(c, 0, index.dim[0]);
	else if (seed.rank == 2)
		rule_vec(c, 0, seed.dim[0]);
	else if (most.rank == 1)
		rule_vec(c, 0, most.dim[0]);
	else if (index.rank == 0 && most.rank == 0 && seed.rank < 0)
		rule_out(c, 0, ishape_unknown());
}

static void sobol(struct rule_ctx *c)
{
	if (rule_inputs(c))
		rule_dims(c, 0, 2, rule_size(c, 1), rule_size(c, 0));
}

static void random_crop(struct rule_ctx *c)
{
	const idim *v;
	struct ishape s;
	uint32_t n;

	if (!rule_rank(c, 0, 3, &s))
		return;
	v = rule_value(c, 1, &n);
	rule_dims(c, 0, 3, v && n == 2 ? v[0] : rule_new(c), v && n == 2 ? v[1] : rule_new(c), s.dim[2]);
}

RULES(random,
	RULE("UniformCandidateSampler", candidates),
	RULE("LogUniformCandidateSampler", candidates),
	RULE("LearnedUnigramCandidateSampler", candidates),
	RULE("ThreadUnsafeUnigramCandidateSampler", candidates),
	RULE("FixedUnigramCandidateSampler", candidates),
	RULE("AllCandidateSampler", candidates),
	CHECK("ComputeAccidentalHits", accidental_hits, "_ [?]", 0),
	RULE_P("ParameterizedTruncatedNormal", bounded_rows, 0),
	CHECK("StatelessParameterizedTruncatedNormal", shaped, "_ [2]", 0),
	RULE_P("RandomPoisson", shaped_by_rates, 1),
	CHECK("StatelessRandomGammaV2", shaped, "_ [2]", 0),
	CHECK("StatelessRandomGammaV3", shaped, "_ [1] [?] []", 0),
	CHECK("StatelessRandomBinomial", shaped, "_ [2]", 0),
	CHECK("StatefulRandomBinomial", shaped, "_ []", 2),
	RULE_P("StatefulStandardNormal", shaped, 1),
	RULE_P("NonDeterministicInts", shaped, 0),
	CHECK("StatelessShuffle", rule_same, "_ [1] [?] []", 0),
	RULE("RandomIndexShuffle", index_shuffle),
	CHECK("StochasticCastToInt", rule_same, "_ [1] [?] []", 0),
	CHECK("RandomCrop", random_crop, "_ [2]", 0),
	FORM("SampleDistortedBoundingBox", "[3] [?,?,4] -> [3] [3] [1,1,4]"),
	FORM("SampleDistortedBoundingBoxV2", "[3] [?,?,4] [] -> [3] [3] [1,1,4]"),
	FORM("StatelessSampleDistortedBoundingBox", "[3] [?,?,4] [] [2] -> [3] [3] [1,1,4]"),
	CHECK("SobolSample", sobol, "[] [] []", 0),
	FORM("KMC2ChainInitialization", "[?] [] -> []"),
	FORM("KmeansPlusPlusInitialization", "[?,d] [] [] [] -> [n,d]"),
	FORM("NearestNeighbors", "[p,d] [?,d] [] -> [p,k] [p,k]"),
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
