// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_PLAIN_NUMBER_HPP
#define TIEOUT_SRC_RELATIONS_PLAIN_NUMBER_HPP

#include <cstdint>

namespace tieout::detail {

/// A number of everyday size as its digits stand there: digits × 10^-scale.
struct PlainNumber {
    std::int64_t digits = 0;
    std::int32_t scale = 0;
};

} // namespace tieout::detail

#endif
