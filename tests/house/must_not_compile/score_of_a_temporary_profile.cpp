// SPDX-License-Identifier: MIT
// error: keep the profile in a variable
#include <tieout/read/profile.hpp>
#include <tieout/score/score.hpp>

using namespace tieout;

std::size_t rows_of(const Filing& filing, std::string_view json) {
    const ProfileDocument document = read_profile(json, "own.json");
    return score(filing, *document.profile).rows.size();
}
#ifdef MUST_NOT_COMPILE
Score by_temporary(const Filing& filing, std::string_view json) {
    return score(filing, *read_profile(json, "own.json").profile);
}
#endif
