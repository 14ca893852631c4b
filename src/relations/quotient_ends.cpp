// SPDX-License-Identifier: MIT
#include "quotient_ends.hpp"

#include <vector>

namespace tieout::detail {

// Each step takes the corner that is best for the last quotient; the quotient only grows (or falls), over finitely many
// corners, so that this ends.
std::pair<WideDecimal, WideDecimal> extreme_quotient(std::span<const Operand> numerator,
                                                     std::span<const Operand> denominator,
                                                     std::span<const Operand> operands,
                                                     const Conventions& reading, bool highest, bool& closed) {
    const std::span<const Operand> all{numerator.data(), numerator.size() + denominator.size()};
    WideDecimal n = form_at_printed<WideDecimal>(numerator);
    WideDecimal d = form_at_printed<WideDecimal>(denominator);
    struct Along {
        WideDecimal a{}; ///< coefficient in the numerator
        WideDecimal b{}; ///< and in the denominator
        Ends<WideDecimal> ends{};
    };
    std::vector<Along> figures;
    figures.reserve(all.size());
    const SameFigure same(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!same.first(i)) continue;
        Along& along = figures.emplace_back();
        for (std::size_t k = i; k != same.none; k = same.next(k))
            (k < numerator.size() ? along.a : along.b) += WideDecimal(all[k].coefficient);
        along.ends = ends_of<WideDecimal>(*all[i].figure, operands, reading);
    }
    for (bool moved = true; moved;) {
        WideDecimal next_n;
        WideDecimal next_d;
        closed = true;
        for (const auto& [a, b, ends] : figures) {
            // The slope of N / D along this figure, (a · d − n · b) / d², without the division.
            const int slope = sign(a * d - n * b);
            const bool high_end = (slope > 0) == highest;
            const WideDecimal& value = high_end ? ends.high : ends.low;
            if (slope != 0) closed = closed && (high_end ? ends.high_closed : ends.low_closed);
            next_n += a * value;
            next_d += b * value;
        }
        moved = !(next_n * d == n * next_d);
        n = next_n;
        d = next_d;
    }
    return {n, d};
}

} // namespace tieout::detail
