#pragma once

#include <cstddef>
#include <vector>

#include "coldplan/study/ensemble.h"
#include "coldplan/study/stream.h"

namespace coldplan::study {

/// Solves one target under the states of all chains, and puts outcomes and likelihoods in. A state
/// that cannot be solved has no likelihood at all.
void solve_target(const Problem& problem, std::size_t target, std::vector<Chain>& chains);

/// Moves what no column depends on: shared parts of scores and shifts of contact with the studies'
/// scores kept, spreads of contact, discrepancies, spreads of people.
void move_levels(const Problem& problem, Chain& chain, Stream& stream);

}  // namespace coldplan::study
