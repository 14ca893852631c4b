// SPDX-License-Identifier: MIT
// What the parts of a whole were before makes what the whole was: 总收入4310万元，比上年4500万元减少…. A 3200万元，比上年3300万元减少….

#include "read/sentences/productions.hpp"

#include <utility>

namespace tieout::detail {

namespace {

/// The base that stands right behind an amount in its clause, 比上年4500万元; none if none does.
SaidId base_behind(const Reach& reach, SaidId level) {
    const Said& said = reach.said(level);
    if (said.sentence == none || said.spot == none) return none;
    const ReadSentence& read = reach.discourse.sentences[said.sentence];
    const std::size_t next = said.spot + 1;
    if (next >= read.said.size() || read.sentence.spots[next].task != Task::base) return none;
    const SaidId base = read.said[next];
    const bool prior = is_prior(reach.mention(base)) || reach.said(base).label.previous;
    return prior && reach.known(base) && addable(reach.figure(base), reach.figure(level)) ? base : none;
}

} // namespace

void state_bases_of_parts(const Reach& reach, Written& written) {
    const std::size_t divided = written.divisions.size();
    for (std::size_t i = 0; i < divided; ++i) {
        const Breakdown& division = written.divisions[i];
        const SaidId total = base_behind(reach, division.totals.front());
        if (total == none || division.parts.size() < 2 || division.left_open) continue;
        Reading reading{.kind = Kind::sum, .subject = id_of(reach, total)};
        for (const Breakdown::Part& part : division.parts) {
            const SaidId base = base_behind(reach, part.said);
            if (base == none) break;
            reading.first.push_back(term(reach, base, part.taken_off ? -1 : 1));
        }
        if (reading.first.size() != division.parts.size()) continue;
        const std::uint32_t sentence = reach.said(total).sentence;
        state(written, {reach, reach.discourse.sentences[sentence]}, "sum", "G03", {std::move(reading)},
              false);
    }
}

} // namespace tieout::detail
