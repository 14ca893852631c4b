// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_SENTENCES_SHARE_WHOLES_HPP
#define TIEOUT_SRC_READ_SENTENCES_SHARE_WHOLES_HPP

#include "read/sentences/productions.hpp"

#include <string_view>
#include <vector>

namespace tieout::detail {

/// What may be the part of a share, or its whole: the likeliest first, and whether the words leave no other.
struct ShareOf {
    std::vector<SaidId> all{};
    bool sure = false;
};

/// What words narrow the whole of an amount to, nearer than the list that it stands in: 教师中，高级职称43人; 项目支出中设备购置50万元.
struct Narrowed {
    bool told = false;
    SaidId whole = none; ///< none where that amount is not told
};
[[nodiscard]] Narrowed narrowed_by(const Scene& scene, const Said& part);
/// The whole by the words between 占 and the number.
[[nodiscard]] ShareOf named_whole(const Scene& scene, std::size_t at, SaidId part, std::string_view words);
/// The whole of a share whose words name none.
[[nodiscard]] ShareOf unnamed_whole(const Scene& scene, std::size_t at, SaidId of, const Written& written);

} // namespace tieout::detail

#endif
