// SPDX-License-Identifier: MIT
// error: ratios refer to the figures of their filing
#include <tieout/rules/ratio_table.hpp>

using namespace tieout;

Filing make();

std::size_t how_many() {
    const Filing filing = make();
    return compute_ratios(filing).size();
}
#ifdef MUST_NOT_COMPILE
std::size_t of_temporary() { return compute_ratios(make()).size(); }
#endif
