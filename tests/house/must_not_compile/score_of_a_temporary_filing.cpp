// SPDX-License-Identifier: MIT
// error: keep the filing in a variable
#include <tieout/score/score.hpp>

using namespace tieout;

const Filing make();

std::size_t rows_by(const Profile& profile) {
    const Filing filing = make();
    return score(filing, profile).rows.size();
}
#ifdef MUST_NOT_COMPILE
Score of_temporary(const Profile& profile) { return score(make(), profile); }
#endif
