// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BENCH_FILING_HPP
#define TIEOUT_BENCH_FILING_HPP

// A filing with some hundred stated figures, of the kinds and in the mix that published reports have.

#include <tieout/model/filing.hpp>

namespace tieout::bench {

/// Everything in it ties out; three checks do so only within rounding.
Filing usual_filing();

} // namespace tieout::bench

#endif
