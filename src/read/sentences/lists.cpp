// SPDX-License-Identifier: MIT
// Lists: what is divided, and whether the parts are all of it.

#include "read/sentences/evidence.hpp"
#include "read/sentences/productions.hpp"
#include "read/sentences/share_wholes.hpp"

#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/wholes.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

/// Whether the parts are of one kind, so that where the list ends is not in doubt.
bool ends_surely(const Reach& reach, const Breakdown& division) {
    const std::vector<Breakdown::Part>& parts = division.parts;
    Mark highest = Mark::none;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (i >= 2 && parts[i].mark > highest) return false;
        highest = std::max(highest, parts[i].mark);
        if (i > 1 && parts[i].mark != parts[1].mark) return false;
        const Mention& a = reach.mention(parts[0].said);
        const Mention& b = reach.mention(parts[i].said);
        const bool known = (!a.item.empty() && !b.item.empty()) ||
                           (known_line(a.subject) != nullptr && known_line(b.subject) != nullptr);
        if (!known && parts[i].mark != Mark::pause && common_end(a.subject, b.subject) < 3) return false;
    }
    return true;
}

/// What the words and the table of known wholes say of the parts being all.
struct ListCompleteness {
    bool whole = false;  ///< all there is
    bool likely = false; ///< what does not add up is to be looked at
    bool sum = true;     ///< may be added at all
};

ListCompleteness completeness(const Reach& reach, const Breakdown& division, SaidId total, bool sure) {
    std::vector<std::string_view> keys;
    std::vector<std::string_view> names;
    bool rest = false;
    for (const Breakdown::Part& part : division.parts) {
        keys.push_back(reach.said(part.said).label.key);
        names.push_back(reach.mention(part.said).subject);
        rest = rest || is_rest(names.back());
    }
    const Label& label = reach.said(total).label;
    const Coverage coverage = coverage_of(label.key, reach.mention(total).subject, keys, names);
    const bool count = reach.figure(total).unit.dimension == Dimension::count;
    ListCompleteness result;
    if (coverage == Coverage::overlap) {
        result.sum = false;
        return result;
    }
    if (division.left_open) return result;
    const bool divides = division.opening == Opening::divides;
    result.whole = !division.several_totals && !division.scattered && division.opening != Opening::partly &&
                   ((divides && sure && !division.unsure) || coverage == Coverage::all);
    result.likely = result.whole || divides || division.classified || coverage == Coverage::all ||
                    (coverage == Coverage::some && division.opening != Opening::partly) ||
                    (division.opening == Opening::includes && !count) ||
                    (rest && division.parts.size() >= 2 && division.opening != Opening::partly);
    if (division.unsure) result.likely = false;
    return result;
}

/// “三公”经费80万元，其中公务接待费…、会议费…: a total of more than the known part of that name is not that part.
void widen(const Reach& reach, SaidId total, const Breakdown& division, Draft& draft) {
    static constexpr std::string_view fixed[] = {"/three_public", "/three_public/vehicles",
                                                 "/expenditure/basic", "/procurement"};
    const std::string item = reach.mention(total).item;
    if (!is_any(std::string_view(item), fixed)) return;
    std::size_t within = 0;
    std::size_t zeros = 0;
    for (const Breakdown::Part& part : division.parts) {
        const Mention& mention = reach.mention(part.said);
        if (mention.item.starts_with(item))
            ++within;
        else if (is_zero(mention.figure.value))
            ++zeros;
    }
    if (within == 0 || within + zeros == division.parts.size()) return;
    Mention& mention = draft.mentions[id_of(reach, total)];
    mention.item.clear();
    mention.certain = false;
}

Reading sum_of(const Reach& reach, const Breakdown& division, SaidId total, std::size_t end, bool open) {
    Reading reading{.kind = Kind::sum, .subject = id_of(reach, total)};
    for (std::size_t i = 0; i < end; ++i)
        reading.first.push_back(term(reach, division.parts[i].said, division.parts[i].taken_off ? -1 : 1));
    reading.open_list = open;
    return reading;
}

Reading at_most(const Reach& reach, SaidId part, SaidId total) {
    return {.kind = Kind::at_most, .first = {term(reach, part)}, .second = {term(reach, total)}};
}

/// 授予中小企业的合同60万元，其中授予小微企业的合同40万元: told together, and a part by its name.
bool is_named_part(const Reach& reach, const Breakdown& division, SaidId part, SaidId total) {
    return division.opening == Opening::among && !division.unsure && !division.apart &&
           !division.several_totals && !division.scattered &&
           reach.said(part).sentence == reach.said(total).sentence &&
           is_part_by_name(reach.mention(total).subject, reach.mention(part).subject);
}

/// One phase of one period of a division.
void state_one(const Scene& scene, const Breakdown& division, Written& written) {
    const Reach& reach = scene.reach;
    if (division.parts.empty() || division.totals.empty()) return;
    for (const Breakdown::Part& part : division.parts)
        if (!reach.known(part.said)) return; // 约, 余: such a list is not to be added up
    std::vector<SaidId> totals;
    for (const SaidId said : division.totals)
        if (reach.known(said) && addable(reach.figure(said), reach.figure(division.parts.front().said)) &&
            std::none_of(division.parts.begin(), division.parts.end(),
                         [&](const Breakdown::Part& part) { return part.said == said; }))
            totals.push_back(said);
    if (totals.empty()) return;
    // 收入6万元，其中基本支出40万元、项目支出10万元: an amount that cannot be their whole is not divided.
    SaidId total = totals.front();
    std::vector<std::string_view> keys;
    for (const Breakdown::Part& part : division.parts) keys.push_back(reach.said(part.said).label.key);
    const auto covers = [&](SaidId said) {
        return coverage_of(reach.said(said).label.key, reach.mention(said).subject, keys, {}) ==
               Coverage::all;
    };
    bool farther = false;
    if (!covers(total))
        for (const SaidId said : totals)
            if (!farther && covers(said)) {
                total = said;
                farther = true;
            }
    Breakdown one = division;
    one.several_totals = one.several_totals || farther;
    one.totals = {total};
    if (written.knows(one)) return;
    // 抽检200批，合格196批；其中食品抽检100批，合格99批: what has the name of the whole is beside what has another, and no part with it.
    const std::string& whole_key = reach.said(total).label.key;
    const auto of_name = std::count(keys.begin(), keys.end(), std::string_view(whole_key));
    if (!whole_key.empty() && of_name != 0 && of_name != static_cast<std::ptrdiff_t>(keys.size()) &&
        std::all_of(division.parts.begin(), division.parts.end(), [&](const Breakdown::Part& part) {
            return reach.mention(part.said).of.body == reach.mention(total).of.body;
        }))
        return;
    const bool balance = is_balance(reach.mention(total).subject);
    const auto negative = [&](SaidId said) { return sign(reach.figure(said).value) < 0; };
    const bool signs =
        balance || std::any_of(division.parts.begin(), division.parts.end(),
                               [&](const Breakdown::Part& part) { return negative(part.said); });
    // 含: what it holds, of which the rest is not told.
    if (division.opening == Opening::partly && division.bracket) {
        for (const Breakdown::Part& part : division.parts)
            if (!signs && !part.taken_off)
                state(written, scene, "part", division.code, {at_most(reach, part.said, total)}, false);
        return;
    }
    if (division.parts.size() == 1) {
        const SaidId part = division.parts.front().said;
        if (division.parts.front().taken_off || signs || division.opening == Opening::bare) return;
        written.divided(one);
        if (reach.said(part).label.aside || is_prior(reach.mention(part)) != is_prior(reach.mention(total)))
            return;
        state(written, scene, "part", division.code, {at_most(reach, part, total)},
              is_named_part(reach, division, part, total));
        return;
    }
    widen(reach, total, division, written.draft);
    const bool sure = ends_surely(reach, division);
    const ListCompleteness complete = completeness(reach, one, total, sure);
    written.divided(one);
    if (!complete.sum) {
        if (division.left_open || division.opening == Opening::partly)
            written.draft.mentions[id_of(reach, total)].certain = false;
        for (const Breakdown::Part& part : division.parts)
            if (!signs)
                state(written, scene, "part", division.code, {at_most(reach, part.said, total)}, false);
        return;
    }
    std::vector<Reading> readings;
    readings.push_back(sum_of(reach, division, total, division.parts.size(), !complete.likely));
    if (farther)
        for (const SaidId said : totals)
            if (said != total && covers(said) && readings.size() + 1 < candidates_max)
                readings.push_back(sum_of(reach, division, said, division.parts.size(), !complete.likely));
    if (!complete.whole) {
        // 甲公司盈利80万元，乙公司亏损30万元
        if (balance) {
            Breakdown turned = division;
            bool any = false;
            for (Breakdown::Part& part : turned.parts)
                if (contains(reach.mention(part.said).subject, "亏损")) part.taken_off = any = true;
            if (any) readings.push_back(sum_of(reach, turned, total, turned.parts.size(), true));
        }
        if (!sure)
            for (std::size_t size = division.parts.size() - 1;
                 size >= 2 && readings.size() + 1 < candidates_max; --size)
                readings.push_back(sum_of(reach, division, total, size, true));
        if (division.opening == Opening::bare)
            for (std::size_t i = 1; i < totals.size() && readings.size() + 1 < candidates_max; ++i)
                readings.push_back(sum_of(reach, division, totals[i], division.parts.size(), true));
    }
    // 包括A 200万元、B 50万元等: what is left out is nothing less than nothing, so that each is a part.
    const bool among_others =
        division.left_open || (!complete.likely && division.opening == Opening::includes);
    if (among_others && !signs && !division.unsure && !division.several_totals && !division.scattered)
        for (const Breakdown::Part& part : division.parts)
            state(written, scene, "part", division.code, {at_most(reach, part.said, total)}, false);
    state(written, scene, "sum", division.code, std::move(readings), complete.whole);
    // 其中：基本支出60万元，项目支出30万元等: nor is it known elsewhere that they are all.
    if (division.left_open || !tells_all_parts(scene, written.draft.statements.back()))
        written.draft.mentions[id_of(reach, total)].certain = false;
}

/// Adds the members that stand in paragraphs of their own behind semicolons; whether the list ends with a sentence.
bool goes_on(const Scene& scene, Breakdown& division) {
    const Discourse& discourse = scene.reach.discourse;
    bool ends = false;
    for (std::size_t p = scene.read.passage + 1;
         p < discourse.passages.size() && discourse.passages[p].continues; ++p) {
        const ReadPassage& passage = discourse.passages[p];
        if (passage.first_sentence == passage.last_sentence) return false;
        // Only its first sentence goes on; what stands behind it is new.
        const ReadSentence& read = discourse.sentences[passage.first_sentence];
        const Scene next{scene.reach, read};
        for (std::size_t i = 0; i < read.said.size() && division.parts.size() < members_max; ++i)
            if (is_free_level(next, i) && read.sentence.spots[i].list == none &&
                read.sentence.spots[i].depth == 0)
                division.parts.push_back(
                    {read.said[i], i == 0 ? Mark::semicolon : read.sentence.spots[i].mark, false});
        ends = !read.sentence.cut;
        if (ends) break;
    }
    return ends;
}

} // namespace

void state_division(const Scene& scene, Breakdown division, Written& written) {
    const Reach& reach = scene.reach;
    if (division.totals.empty() || division.parts.empty()) return;
    // Budgets sum to the budget, and one year to that year. What was carried over is part of a total of the year.
    struct Group {
        Phase phase;
        std::string period;
        std::string unit;
        bool operator==(const Group&) const = default;
    };
    const auto group_of = [&](SaidId said) {
        const Mention& mention = reach.mention(said);
        const bool carried = mention.phase == Phase::opening || mention.phase == Phase::closing;
        const Phase phase = carried ? reach.mention(division.totals.front()).phase : mention.phase;
        const bool counts = mention.figure.unit.dimension == Dimension::count;
        std::string unit = counts ? std::string(mention.figure.unit.word()) : std::string();
        if (unit == "名" || unit == "位") unit = "人";
        return Group{phase, mention.of.period, std::move(unit)};
    };
    std::vector<Group> groups;
    std::vector<std::size_t> sizes;
    for (const Breakdown::Part& part : division.parts) {
        const Group group = group_of(part.said);
        const auto found = std::find(groups.begin(), groups.end(), group);
        if (found == groups.end()) {
            groups.push_back(group);
            sizes.push_back(1);
        } else {
            ++sizes[static_cast<std::size_t>(found - groups.begin())];
        }
    }
    const bool mixed =
        std::any_of(sizes.begin(), sizes.end(), [&](std::size_t size) { return size != sizes.front(); });
    for (const Group& group : groups) {
        Breakdown one = division;
        one.unsure = division.unsure || mixed;
        one.parts.clear();
        one.totals.clear();
        for (const SaidId said : division.totals)
            if (group_of(said) == group) one.totals.push_back(said);
        if (one.totals.empty()) continue;
        one.several_totals = one.totals.size() > 1 && division.apart;
        for (const Breakdown::Part& part : division.parts)
            if (group_of(part.said) == group &&
                std::any_of(one.totals.begin(), one.totals.end(), [&](SaidId said) {
                    return addable(reach.figure(said), reach.figure(part.said));
                }))
                one.parts.push_back(part);
        state_one(scene, one, written);
    }
}

void state_lists(const Scene& scene, Written& written) {
    const Sentence& sentence = scene.sentence();
    std::size_t last = sentence.lists.size();
    while (last > 0 && sentence.lists[last - 1].bracket) --last;
    std::vector<bool> ends_within(sentence.lists.size());
    for (const List& inner : sentence.lists) {
        if (inner.outer == none || inner.bracket || inner.members.size() < 2) continue;
        const std::vector<List::Member>& outer = sentence.lists[inner.outer].members;
        if (!outer.empty() && inner.members.back().spot > outer.back().spot) ends_within[inner.outer] = true;
    }
    for (std::size_t index = 0; index < sentence.lists.size(); ++index) {
        const List& list = sentence.lists[index];
        Breakdown division;
        division.opening = list.opening;
        division.left_open = list.left_open;
        division.unsure = list.unsure;
        division.bracket = list.bracket;
        for (const List::Member& member : list.members) {
            // 基本支出中，人员经费…: from here on it may be that which is divided.
            if (!division.parts.empty() &&
                narrowed_by(scene, scene.reach.said(scene.said_at(member.spot))).told) {
                division.unsure = division.left_open = true;
                break;
            }
            if (is_free_level(scene, member.spot) &&
                !scene.reach.said(scene.said_at(member.spot)).label.aside)
                division.parts.push_back(
                    {scene.said_at(member.spot), member.mark,
                     member.taken_off ||
                         scene.reach.said(scene.said_at(member.spot)).label.key == "/assets/depreciation"});
            else
                division.unsure = true;
        }
        if (division.parts.empty()) continue;
        // A list within a list, with nothing that ends it before the sentence does: its last members may be of the outer.
        division.unsure = division.unsure || ends_within[index];
        for (const std::uint32_t total : list.totals)
            if (list.members.empty() || total < list.members.front().spot)
                division.totals.push_back(scene.said_at(total));
        if (division.totals.empty()) {
            std::vector<SaidId> before = levels_of_sentence_before(scene);
            std::reverse(before.begin(), before.end());
            division.totals = std::move(before);
            if (division.totals.empty()) continue;
            division.apart = true;
        }
        // 14个，分为优、良、中3个等次，其中优6个: how many kinds there are is not what is divided.
        static constexpr std::string_view kinds[] = {"等次", "等级", "档次", "类别"};
        const auto counts_kinds = [&](SaidId id) {
            const Said& said = scene.reach.said(id);
            if (said.sentence == none) return false;
            const Sentence& of = scene.reach.discourse.sentences[said.sentence].sentence;
            return !begins_with_any(of.text.substr(of.spots[said.spot].numeral.end), kinds).empty();
        };
        if (!std::all_of(division.totals.begin(), division.totals.end(), counts_kinds))
            std::erase_if(division.totals, counts_kinds);
        if (!division.bracket && division.opening == Opening::bare && division.parts.size() < 2) continue;
        // A list that goes on in the next paragraphs, behind a semicolon.
        if (sentence.cut && index + 1 == last) division.unsure = !goes_on(scene, division);
        state_division(scene, std::move(division), written);
    }
    // 收入总计中，A…；B…
    if (scene.read.within.empty()) return;
    Breakdown division;
    division.opening = Opening::among;
    const std::vector<SaidId> whole = whole_within(scene, scene.read.within_from);
    if (whole.empty()) return;
    division.totals = whole;
    division.scattered = !in_paragraph(scene, whole.front());
    for (std::size_t i = scene.read.within_from; i < sentence.spots.size(); ++i)
        if (is_free_level(scene, i) && scene.spot(i).list == none && scene.spot(i).depth == 0 &&
            scene.said_at(i) != whole.front() && division.parts.size() < members_max)
            division.parts.push_back({scene.said_at(i), scene.spot(i).mark, false});
    if (division.parts.size() >= 2) state_division(scene, std::move(division), written);
}

void state_juxtaposed(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    const Sentence& sentence = scene.sentence();
    if (sentence.spots.size() < 2 || !scene.read.within.empty()) return;
    // The parts: levels with names of their own, each with what is said of it.
    Breakdown division;
    std::size_t with_share = 0;
    std::size_t with_change = 0;
    std::vector<std::uint32_t> levels;
    for (std::uint32_t i = 0; i < sentence.spots.size(); ++i) {
        const Spot& spot = sentence.spots[i];
        if (spot.depth != 0) continue;
        if (is_free_level(scene, i) && reach.known(scene.said_at(i))) {
            if (spot.list != none || reach.said(scene.said_at(i)).task == Task::total) return;
            levels.push_back(i);
        }
    }
    if (levels.size() < 2 || levels.size() > members_max) return;
    SaidId total = none;
    std::size_t first = 0;
    const std::vector<SaidId> before = levels_of_sentence_before(scene);
    const bool opens = scene.spot(0).task == Task::level && levels.front() == 0;
    const std::string_view words_before =
        sentence.words(sentence.begin, sentence.spots.front().numeral.begin);
    const bool divides = contains(words_before, "来看") || contains(words_before, "分类看") ||
                         contains(words_before, "分项看");
    const Label& label = reach.said(scene.said_at(levels.front())).label;
    if (levels.size() >= 3 &&
        (label.total || contains(reach.mention(scene.said_at(levels.front())).subject, "合计") ||
         scene.spot(levels.front()).label.ends_with("合计"))) {
        total = scene.said_at(levels.front());
        first = 1;
    } else if (before.size() == 1) {
        total = before.front();
    } else {
        // 从收入分类来看，税收…，占一般公共预算收入的55%；非税…，占一般公共预算收入的45%
        std::string_view whole;
        bool one = true;
        for (const Spot& spot : sentence.spots) {
            if (spot.task != Task::share || spot.match.whole.empty()) continue;
            one = one && (whole.empty() || whole == spot.match.whole);
            whole = spot.match.whole;
        }
        if (one && !whole.empty())
            total = reach.latest(label_of(whole).key, scene.said_at(0), [&](SaidId said) {
                return reach.known(said) && is_level(reach.said(said).task) && in_paragraph(scene, said);
            });
    }
    if (total == none || !opens || !reach.known(total)) return;
    if (written.division_of(total) != nullptr && (before.size() == 1 || first == 1)) return;
    const std::string& key = reach.said(total).label.key;
    // 省级收入…；市县收入…: of one name, and of bodies that differ.
    std::vector<std::string> keys;
    for (std::size_t i = first; i < levels.size(); ++i) {
        const SaidId said = scene.said_at(levels[i]);
        const Said& part = reach.said(said);
        const Mention& mention = reach.mention(said);
        if (part.label.key.empty() || part.label.generic || part.label.side) return;
        if (part.label.key == key &&
            (mention.of.body.empty() || mention.of.body == reach.mention(total).of.body))
            return;
        if (!addable(mention.figure, reach.figure(total)) ||
            mention.of.period != reach.mention(total).of.period)
            return;
        if (part.phase_stated && mention.phase != reach.mention(total).phase) return;
        if (is_prior(mention) != is_prior(reach.mention(total)) ||
            std::find(keys.begin(), keys.end(), part.label.key + ' ' + mention.of.body) != keys.end())
            return;
        keys.push_back(part.label.key + ' ' + mention.of.body);
        const std::uint32_t end =
            i + 1 < levels.size() ? levels[i + 1] : static_cast<std::uint32_t>(sentence.spots.size());
        bool share = false;
        bool change = false;
        for (std::uint32_t k = levels[i] + 1; k < end; ++k) {
            share = share || sentence.spots[k].task == Task::share;
            change = change || sentence.spots[k].movement != none;
        }
        with_share += share ? 1 : 0;
        with_change += change ? 1 : 0;
        division.parts.push_back({said, Mark::pause, false});
    }
    const std::size_t parts = division.parts.size();
    if (parts < 2 || (!divides && with_share != parts && with_change != parts)) return;
    division.totals = {total};
    division.apart = first != 1;
    state_one(scene, division, written);
}

} // namespace tieout::detail
