// SPDX-License-Identifier: MIT
// Rates whose name says what is counted, and amounts for each of what is counted.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

/// Rates whose numerator and denominator their names do not say.
struct KnownRate {
    std::string_view name;
    std::string_view numerator;
    std::string_view denominator;
};
constexpr std::array known_rates{KnownRate{"在职人员控制率", "在职", "编制"},
                                 KnownRate{"人员控制率", "在职", "编制"}};

/// The spot of the amount that is told right behind an average, by the name that the average has; none if none is.
std::size_t amount_behind(const Scene& scene, std::size_t at) {
    const std::size_t next = at + 1;
    if (next >= scene.sentence().spots.size() || !is_free_level(scene, next)) return none;
    const Spot& spot = scene.spot(next);
    const Label own = label_of(scene.spot(at).label);
    const Label its = label_of(spot.label);
    const bool named = !its.core.empty() && contains(scene.spot(at).label, its.core) &&
                       !is_budget(scene.reach.mention(scene.said_at(next)));
    const bool money = scene.reach.figure(scene.said_at(next)).unit.dimension == Dimension::money;
    return money && named && scene.reach.known(scene.said_at(next)) && !own.previous && !its.previous ? next
                                                                                                      : none;
}

/// 上年结转5件: what is told in the sentence to have been left of the year before, of what is counted; none if nothing is, or if
/// it is told of several.
SaidId left_from_before(const Scene& scene, std::size_t at, SaidId numerator) {
    static constexpr std::array<std::string_view, 5> lefts{"上年结转", "上年遗留", "往年结转", "去年结转",
                                                           "年初结转"};
    SaidId found = none;
    for (std::size_t i = reach_back(at); i < at; ++i) {
        const SaidId said = scene.said_at(i);
        if (!is_level(scene.spot(i).task) || scene.spot(i).depth > scene.spot(at).depth ||
            begins_with_any(scene.spot(i).label, lefts).empty() || !scene.reach.known(said) ||
            !addable(scene.reach.figure(said), scene.reach.figure(numerator)))
            continue;
        if (found != none) return none;
        found = said;
    }
    return found;
}

} // namespace

/// 办结率 of 办结2608件: the numerator is named; what it is of is a total of the same things.
void state_named_rate(const Scene& scene, std::size_t at, std::string_view name, Written& written) {
    const Reach& reach = scene.reach;
    std::string_view stem = name.substr(0, name.size() - std::string_view("率").size());
    std::string_view below;
    for (const KnownRate& known : known_rates)
        if (name.ends_with(known.name)) {
            stem = known.numerator;
            below = known.denominator;
        }
    if (stem.size() < 6) return;
    SaidId numerator = none;
    std::size_t where = 0;
    for (std::size_t i = at; i-- > reach_back(at) && numerator == none;) {
        if (!is_free_level(scene, i)) continue;
        const SaidId said = scene.said_at(i);
        const std::string& subject = reach.mention(said).subject;
        const bool named =
            subject == stem || scene.spot(i).label.ends_with(stem) || scene.spot(i).label.starts_with(stem) ||
            (subject.size() > stem.size() && (subject.starts_with(stem) || subject.ends_with(stem)));
        if (!named || !reach.known(said)) continue;
        numerator = said;
        where = i;
    }
    if (numerator == none && !below.empty()) {
        const std::vector<SaidId> before = levels_of_sentence_before(scene);
        for (const SaidId said : before)
            if (reach.mention(said).subject == stem && reach.known(said)) numerator = said;
    }
    if (numerator == none) return;
    std::vector<Reading> readings;
    bool others = false;
    // 受理100件，上年结转5件，办结103件: of what came in, with what was left of the year before.
    const SaidId left_before = left_from_before(scene, at, numerator);
    const auto of = [&](SaidId said) {
        if (said == numerator || said == left_before || !reach.known(said) ||
            !addable(reach.figure(said), reach.figure(numerator)) || readings.size() >= candidates_max ||
            !is_level(reach.said(said).task))
            return;
        if (!below.empty() && !contains(reach.mention(said).subject, below)) return;
        // No rate of this sort is above one hundred; but it may be that figure that is wrong.
        if (reach.figure(said).base_value() < reach.figure(numerator).base_value()) {
            others = true;
            return;
        }
        const MentionId id = id_of(reach, said);
        const bool there = std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
            return reading.second.size() == 1 && reading.second.front().figure == id;
        });
        if (!there)
            readings.push_back({.kind = Kind::ratio,
                                .subject = id_of(reach, scene.said_at(at)),
                                .first = {term(reach, numerator)},
                                .second = {{id}}});
    };
    const auto with_left = [&](SaidId said) {
        if (left_before == none || said == none || said == left_before || said == numerator ||
            !reach.known(said) || !is_level(reach.said(said).task) || readings.size() >= candidates_max ||
            (!below.empty() && !contains(reach.mention(said).subject, below)) ||
            !addable(reach.figure(said), reach.figure(numerator)))
            return;
        readings.push_back({.kind = Kind::ratio,
                            .subject = id_of(reach, scene.said_at(at)),
                            .first = {term(reach, numerator)},
                            .second = {term(reach, said), term(reach, left_before)}});
    };
    for (const SaidId said : totals_around(scene, where)) of(said);
    // The total of the list that it stands in is what it is a part of, whatever else is told.
    const bool bound = !readings.empty();
    // 共收到2930件。其中：投诉301件；办结2608件，办结率89%: the words go on with what the sentence before tells.
    const std::uint32_t list = scene.spot(where).list;
    const bool goes_on = bound && list != none && scene.sentence().lists[list].opening != Opening::bare &&
                         readings.size() == 1;
    const ReadPassage& paragraph = reach.discourse.passages[scene.read.passage];
    const auto here = scene.number();
    constexpr std::uint32_t sentences_max = 4;
    for (std::uint32_t s = here < paragraph.first_sentence + sentences_max ? paragraph.first_sentence
                                                                           : here - sentences_max;
         s <= here; ++s) {
        const std::vector<SaidId>& all = reach.discourse.sentences[s].said;
        const std::size_t end = s == here ? std::min(all.size(), at + spots_looked_back_max) : all.size();
        for (std::size_t i = reach_back(s == here ? at : end); i < end; ++i) of(all[i]);
    }
    const bool plain = left_before == none;
    for (std::size_t i = reach_back(at); i < where; ++i) with_left(scene.said_at(i));
    // 受理5200件。投诉办结1960件，办结率98%: what is told in a sentence before may be of more than this is.
    const bool apart =
        readings.size() == 1 && !goes_on &&
        std::none_of(scene.read.said.begin(), scene.read.said.end(), [&](SaidId said) {
            return said != none && id_of(reach, said) == readings.front().second.front().figure;
        });
    // 办结60件；接访40批，办结率90%: nor of that where something else is told since.
    bool followed = false;
    for (std::size_t i = where + 1; i < at; ++i)
        followed = followed || (is_level(scene.spot(i).task) && scene.spot(i).depth <= scene.spot(at).depth);
    // 抽检食品1200批次，蔬菜不合格4批次，不合格率2%: nor is it of all where what is counted is narrower than the rate, or the rate
    // than its verb: 培训1440人次，线上合格570人次，线上合格率95%.
    constexpr std::size_t verb = std::string_view("合格").size();
    static constexpr std::array<std::string_view, 6> fillers{"实际", "已", "共", "全部", "累计", "均已"};
    std::string_view told = scene.spot(where).label;
    told.remove_prefix(begins_with_any(told, fillers).size());
    const bool narrower = (told.ends_with(stem) && told != stem) ||
                          reach.mention(numerator).subject.size() > stem.size() ||
                          (stem.size() > verb && below.empty() && !readings.empty() &&
                           !contains(written.draft.mentions[readings.front().second.front().figure].subject,
                                     stem.substr(0, stem.size() - verb)));
    const bool whole =
        plain && readings.size() == 1 && !apart && !narrower && !followed && (bound || !others);
    state(written, scene, "rate", "G15", std::move(readings), whole);
}

/// 人均, 平均每辆: an amount divided by what is counted.
void state_average(const Scene& scene, std::size_t at, Written& written) {
    const Reach& reach = scene.reach;
    const std::string_view name = scene.spot(at).match.name;
    if (!reach.known(scene.said_at(at))) return;
    static constexpr std::pair<std::string_view, std::string_view> counted[] = {
        {"人均", "人"},     {"户均", "户"},         {"次均", "次"},     {"辆均", "辆"},
        {"平均每辆", "辆"}, {"平均每人", "人"},     {"平均每户", "户"}, {"平均每次", "次"},
        {"平均每个", "个"}, {"平均每批次", "批次"}, {"平均每台", "台"}, {"平均每期", "期"},
        {"平均每场", "场"}, {"平均每批", "批次"},   {"车均", "辆"},     {"批均", "批次"},
        {"期均", "期"},     {"场均", "场"},         {"亩均", "亩"}};
    std::string_view unit;
    for (const auto& [word, of] : counted)
        if (name == word) unit = of;
    if (unit.empty()) return;
    SaidId count = none;
    SaidId amount = none;
    std::size_t where = 0;
    // 讲课费3万元、场租费2万元，人均100元: of which of them, or of all, nobody says.
    std::size_t amounts_told = 0;
    bool only = true;
    for (std::size_t i = 0; i < at; ++i)
        amounts_told +=
            is_level(scene.spot(i).task) && scene.spot(i).numeral.figure.unit.dimension == Dimension::money
                ? 1
                : 0;
    // What stands behind the last semicolon, else in the sentence.
    for (std::size_t i = at; i-- > reach_back(at);) {
        const SaidId said = scene.said_at(i);
        if (!is_free_level(scene, i) || !reach.known(said)) continue;
        const Figure& figure = reach.figure(said);
        const bool counts = figure.unit.dimension == Dimension::count &&
                            (figure.unit.word() == unit ||
                             (unit == "人" && (figure.unit.word() == "人次" || figure.unit.word() == "名")));
        if (counts && scene.spot(i).list == none) {
            // 在职人员40人，离退休人员10人，人均10万元: of which of them, nobody says.
            only = only && count == none;
            if (count == none) count = said;
        } else if (counts && count == none && !is_zero(figure.value)) {
            only = false;
        }
        if (figure.unit.dimension == Dimension::money && amount == none &&
            scene.spot(i).depth <= scene.spot(at).depth) {
            amount = said;
            where = i;
        }
        if (scene.spot(i).mark == Mark::semicolon && amount != none && count != none) break;
    }
    // 保有量15辆，车均运行费2.4万元，运行费共36万元: the amount stands behind what it is divided into.
    const bool behind = amount == none && amount_behind(scene, at) != none;
    if (behind) {
        where = amount_behind(scene, at);
        amount = scene.said_at(where);
    }
    if (count == none || amount == none) return;
    // 接待40批次，平均每批10人: no amount is divided.
    if (reach.figure(scene.said_at(at)).unit.dimension != Dimension::money) return;
    // 接待费2万元，上年接待300人次，人均110元: what is divided is not told.
    if (is_prior(reach.mention(count)) != is_prior(reach.mention(amount))) return;
    std::vector<SaidId> amounts{amount};
    if (may_be_of_its_whole(scene.sentence(), where, at))
        for (const SaidId total : totals_around(scene, where))
            if (reach.known(total) && addable(reach.figure(total), reach.figure(amount)) &&
                amounts.size() < candidates_max)
                amounts.push_back(total);
    std::vector<Reading> readings;
    for (const SaidId of : amounts)
        readings.push_back({.kind = Kind::ratio,
                            .subject = id_of(reach, scene.said_at(at)),
                            .first = {term(reach, of)},
                            .second = {term(reach, count)}});
    only = only && !behind && readings.size() == 1 && amounts_told == 1 && says_it_of(scene, amount, at);
    state(written, scene, "average", "G17", std::move(readings), only);
}

} // namespace tieout::detail
