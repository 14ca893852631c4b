// SPDX-License-Identifier: MIT
// Series: what grew from one part of the year to the next, 二季度120万元，环比增长20%, and a total that is spent in so many parts,
// 总投资3000万元，分三年实施，2020年投入1000万元….

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace tieout::detail {

namespace {

/// The part of the year right before one: Q1 of Q2, H1 of H2, 04/04 of 05/05; empty of the first, and of what is no single part.
std::string part_before(const std::string& part) {
    if (part.size() == 2 && (part[0] == 'Q' || part[0] == 'H') && part[1] > '1')
        return {part[0], static_cast<char>(part[1] - 1)};
    constexpr std::size_t months = 5; // 05/05
    if (part.size() != months || part.substr(0, 2) != part.substr(3)) return {};
    const int month = (part[0] - '0') * 10 + (part[1] - '0') - 1;
    if (month < 1) return {};
    const std::string before = std::string(month < 10 ? "0" : "") + std::to_string(month);
    return before + '/' + before;
}

/// 环比增加20万元，增长20%: over the same thing in the part of the year before.
void state_over_part_before(const Scene& scene, const Movement& movement, Written& written) {
    const Reach& reach = scene.reach;
    const Spot& first = scene.spot(movement.first);
    if (movement.base != none || first.run != none || first.reason ||
        !contains(scene.sentence().words_before(first), "环比"))
        return;
    const std::uint32_t at = level_before(scene, movement.first);
    if (at == none || !movement.subject.empty()) return;
    const SaidId to = scene.said_at(at);
    const std::string before = part_before(reach.said(to).label.part_of_year);
    if (before.empty() || !reach.known(to) || !says_it_of(scene, to, movement.first)) return;
    const SaidId base = reach.latest(reach.said(to).label.key, to, [&](SaidId said) {
        return in_paragraph(scene, said) && reach.known(said) &&
               reach.said(said).label.part_of_year == before && year_of(reach, said) == year_of(reach, to) &&
               reach.mention(said).of.body == reach.mention(to).of.body &&
               reach.mention(said).of.fund == reach.mention(to).of.fund &&
               is_budget(reach.mention(said)) == is_budget(reach.mention(to)) &&
               addable(reach.figure(said), reach.figure(to));
    });
    if (base == none) return;
    const auto falls = [&](std::uint32_t spot) { return scene.spot(spot).match.fall; };
    if (movement.rate != none && reach.known(scene.said_at(movement.rate))) {
        const int up = falls(movement.rate) ? -1 : 1;
        state(written, scene, "growth", "G05",
              {{.kind = Kind::ratio,
                .subject = id_of(reach, scene.said_at(movement.rate)),
                .first = {term(reach, to, up), term(reach, base, -up)},
                .second = {term(reach, base)}}},
              false);
    }
    if (movement.change != none && reach.known(scene.said_at(movement.change)) &&
        addable(reach.figure(scene.said_at(movement.change)), reach.figure(to)))
        state(written, scene, "change", "G05",
              {{.kind = Kind::linear,
                .first = {term(reach, to), term(reach, base, -1),
                          term(reach, scene.said_at(movement.change), falls(movement.change) ? 1 : -1)}}},
              false);
}

/// 分三年实施, 分两批下达: in how many parts; 0 if the words say nothing of it.
std::size_t parts_told(std::string_view words) {
    static constexpr std::array<std::pair<std::string_view, std::size_t>, 10> numbers{{{"两", 2},
                                                                                       {"二", 2},
                                                                                       {"三", 3},
                                                                                       {"四", 4},
                                                                                       {"五", 5},
                                                                                       {"2", 2},
                                                                                       {"3", 3},
                                                                                       {"4", 4},
                                                                                       {"5", 5},
                                                                                       {"六", 6}}};
    static constexpr std::array<std::string_view, 6> kinds{"年", "批", "期", "次", "个年度", "个阶段"};
    const std::size_t at = find_last_words(words, "分");
    if (at == words.npos) return 0;
    words.remove_prefix(at + std::string_view("分").size());
    for (const auto& [word, number] : numbers)
        if (begins_with(words, word) && !begins_with_any(words.substr(word.size()), kinds).empty())
            return number;
    return 0;
}

/// 总投资3000万元，分三年实施，2020年投入1000万元，2021年投入1200万元，2022年投入800万元
void state_in_so_many_parts(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    const Sentence& sentence = scene.sentence();
    for (const Clause& clause : sentence.clauses) {
        constexpr std::uint32_t longest = 90;
        if (clause.has_figure || clause.depth != 0 || clause.end - clause.begin > longest) continue;
        const std::size_t parts = parts_told(sentence.words(clause.begin, clause.end));
        if (parts == 0) continue;
        SaidId total = none;
        std::vector<SaidId> found;
        for (std::size_t i = 0; i < sentence.spots.size(); ++i) {
            const Spot& spot = sentence.spots[i];
            if (!is_free_level(scene, i) || spot.depth != 0) continue;
            const SaidId said = scene.said_at(i);
            if (spot.numeral.end <= clause.begin) {
                total = said;
                continue;
            }
            static constexpr std::array<std::string_view, 4> names{"年", "批", "期", "第"};
            if (total == none || spot.list != none || !reach.known(said) || found.size() > parts ||
                !contains_any(spot.label, names) || !addable(reach.figure(said), reach.figure(total)))
                continue;
            found.push_back(said);
        }
        if (total == none || !reach.known(total) || found.size() != parts) continue;
        Reading reading{.kind = Kind::sum, .subject = id_of(reach, total), .open_list = true};
        for (const SaidId said : found) reading.first.push_back(term(reach, said));
        state(written, scene, "sum", "G03", {std::move(reading)}, false);
    }
}

} // namespace

void state_series(const Scene& scene, Written& written) {
    if (scene.sentence().spots.size() < 2 || scene.sentence().spots.size() > members_max) return;
    constexpr std::size_t movements_max = 60;
    std::size_t looked_at = 0;
    for (const Movement& movement : scene.sentence().movements)
        if (looked_at++ < movements_max) state_over_part_before(scene, movement, written);
    state_in_so_many_parts(scene, written);
}

} // namespace tieout::detail
