// SPDX-License-Identifier: MIT
// Percentage points: 98.5%，比上年的97%提高1.5个百分点.

#include "read/sentences/productions.hpp"

#include <utility>

namespace tieout::detail {

void state_points(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    for (std::size_t i = 1; i < scene.sentence().spots.size(); ++i) {
        const Spot& spot = scene.spot(i);
        if (spot.task != Task::points) continue;
        const SaidId points = scene.said_at(i);
        const bool falls = spot.match.fall || spot.match.before.ends_with("低");
        const std::string_view words = scene.sentence().words(spot.gap, spot.numeral.begin);
        const bool lower = falls || words.ends_with("低") || words.ends_with("下降");
        if (lower) written.draft.mentions[id_of(reach, points)].figure.sense = -1;
        const SaidId base = scene.said_at(i - 1);
        if (scene.spot(i - 1).task != Task::base || spot.gap != scene.spot(i - 1).numeral.end) continue;
        SaidId to = none;
        for (std::size_t k = i - 1; k-- > 0 && to == none && i - k < 4;)
            if (reach.figure(scene.said_at(k)).unit.dimension == Dimension::percent) to = scene.said_at(k);
        if (to == none || !reach.known(to) || !reach.known(base) || !reach.known(points)) continue;
        if (reach.figure(base).unit.dimension != Dimension::percent) continue;
        state(written, scene, "points", "G10",
              {{.kind = Kind::linear,
                .first = {term(reach, to), term(reach, base, -1), term(reach, points, -1)}}},
              true);
    }
}

} // namespace tieout::detail
