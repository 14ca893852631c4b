// SPDX-License-Identifier: MIT
// Amounts that words set against each other without saying how: what something cost and what it is worth after its wear, income and
// expenditure of one budget, grades and what was graded, a place and the levels in it, a change and the part of it that one cause
// explains.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

using Words = std::string_view;

/// Free levels of a sentence at depth 0 that are known, in order.
std::vector<SaidId> levels_of(const Scene& scene) {
    std::vector<SaidId> levels;
    for (std::size_t i = 0; i < scene.sentence().spots.size() && levels.size() <= members_max; ++i)
        if (is_free_level(scene, i) && scene.spot(i).depth == 0) levels.push_back(scene.said_at(i));
    return levels;
}
Words label_at(const Scene& scene, SaidId said) { return scene.spot(scene.reach.said(said).spot).label; }
Words text_of(const Scene& scene) {
    constexpr std::size_t longest = 600;
    const Sentence& sentence = scene.sentence();
    return sentence.words(sentence.begin, sentence.end).substr(0, longest);
}

/// 固定资产原值5000万元，累计折旧1800万元，净值3200万元
void state_net_value(const Scene& scene, Written& written) {
    struct Part {
        std::array<Words, 2> words;
        int sign;
    };
    static constexpr std::array<Part, 3> parts{
        {{{"原值", "原价"}, 1}, {{"折旧", "摊销"}, -1}, {{"净值", "净额"}, -1}}};
    const Reach& reach = scene.reach;
    const std::vector<SaidId> levels = levels_of(scene);
    // Few sentences name all three, and only those are looked at more closely.
    const auto named = [&](const Part& part) {
        return std::any_of(levels.begin(), levels.end(),
                           [&](SaidId said) { return contains_any(label_at(scene, said), part.words); });
    };
    if (!std::all_of(parts.begin(), parts.end(), named)) return;
    std::array<SaidId, parts.size()> found{none, none, none};
    for (const SaidId said : levels) {
        const Words label = label_at(scene, said);
        if (is_prior(reach.mention(said)) || label_of(label).previous || contains(label, "初")) return;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (!contains_any(label, parts[i].words)) continue;
            if (found[i] != none || !reach.known(said)) return; // of several things, or of none
            found[i] = said;
        }
    }
    Reading reading{.kind = Kind::linear};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (found[i] == none || !addable(reach.figure(found[i]), reach.figure(found[0]))) return;
        reading.first.push_back(term(reach, found[i], parts[i].sign));
    }
    if (found[0] < found[2]) state(written, scene, "net", "G18", {std::move(reading)}, false);
}

/// 收入预算100万元，支出预算100万元: the two of a sentence that tells of nothing else.
void state_both_budgets(const Scene& scene, Written& written) {
    static constexpr std::array<Words, 6> others{"结转", "结余", "赤字", "差额", "上缴", "调出"};
    const Reach& reach = scene.reach;
    const std::vector<SaidId> levels = levels_of(scene);
    if (levels.size() != 2 || scene.sentence().spots.size() != 2 || contains_any(text_of(scene), others))
        return;
    const Words first = label_at(scene, levels[0]);
    const Words second = label_at(scene, levels[1]);
    const bool sides = contains(first, "收入预算") && second.starts_with("支出预算");
    const bool named = sides && !contains(first, "支出");
    if (!named || !reach.known(levels[0]) || !reach.known(levels[1]) ||
        !addable(reach.figure(levels[0]), reach.figure(levels[1])))
        return;
    state(written, scene, "both_totals", "G09",
          {{.kind = Kind::linear, .first = {term(reach, levels[0]), term(reach, levels[1], -1)}}}, false);
}

/// 优15个, 评为“良”的3个: the grade that something was given.
bool names_grade(Words label) {
    static constexpr std::array<Words, 12> grades{"优",   "良",     "中",   "差",   "优秀",     "良好",
                                                  "合格", "不合格", "一般", "较差", "基本合格", "较好"};
    static constexpr std::array<Words, 10> leads{"评价结果为", "评价等级为", "等级为", "结果为", "评定为",
                                                 "评价为",     "评为",       "获评",   "获得",   "其中"};
    static constexpr std::array<Words, 6> tails{"等次的", "等级的", "等次", "等级", "档", "的"};
    for (bool more = true; more;) {
        more = false;
        for (const Words lead : leads)
            if (begins_with(label, lead)) label.remove_prefix(lead.size()), more = true;
        for (const Words mark : {"“", "‘", "：", "《"})
            if (begins_with(label, mark)) label.remove_prefix(mark.size()), more = true;
        for (const Words tail : tails)
            if (ends_with(label, tail)) label.remove_suffix(tail.size()), more = true;
        for (const Words mark : {"”", "’"})
            if (ends_with(label, mark)) label.remove_suffix(mark.size()), more = true;
    }
    return is_any(label, grades);
}

/// 对18个项目开展自评。评为“优”的15个，评为“良”的3个: all that was graded, in this sentence or one before.
void state_grades(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    std::vector<SaidId> grades;
    for (const SaidId said : levels_of(scene)) {
        if (!names_grade(label_at(scene, said))) continue;
        const bool counted = reach.figure(said).unit.dimension == Dimension::count && reach.known(said) &&
                             scene.spot(reach.said(said).spot).list == none;
        if (!counted || (!grades.empty() && !addable(reach.figure(said), reach.figure(grades.front()))))
            return;
        grades.push_back(said);
    }
    if (grades.size() < 2) return;
    SaidId total = none;
    const auto here = scene.number();
    const std::uint32_t first = reach.discourse.passages[scene.read.passage].first_sentence;
    constexpr std::uint32_t sentences_max = 2;
    for (std::uint32_t s = here + 1; s-- > first && here - s <= sentences_max && total == none;) {
        const Scene told{reach, reach.discourse.sentences[s]};
        for (const SaidId said : levels_of(told)) {
            if (said >= grades.front() || names_grade(label_at(told, said))) continue;
            if (reach.known(said) && addable(reach.figure(said), reach.figure(grades.front()))) total = said;
        }
    }
    if (total == none) return;
    Reading reading{.kind = Kind::sum, .subject = id_of(reach, total)};
    for (const SaidId grade : grades) reading.first.push_back(term(reach, grade));
    state(written, scene, "sum", "G03", {std::move(reading)}, false);
}

/// 全省收入620亿元。省级收入290亿元；市县收入330亿元: what the levels of a place make together.
void state_levels(const Scene& scene, Written& written) {
    static constexpr std::array<Words, 9> uppers{"省级",   "省本级", "市级",   "市本级", "县级",
                                                 "县本级", "区级",   "区本级", "本级"};
    static constexpr std::array<Words, 8> lowers{"市县",     "县区", "区县", "县（市、区）",
                                                 "市（县）", "乡镇", "县级", "市州"};
    const Reach& reach = scene.reach;
    const std::vector<SaidId> levels = levels_of(scene);
    const auto here = scene.number();
    const std::uint32_t first = reach.discourse.passages[scene.read.passage].first_sentence;
    constexpr std::uint32_t sentences_max = 2;
    for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
        const SaidId upper = levels[i];
        const SaidId lower = levels[i + 1];
        if (begins_with_any(label_at(scene, upper), uppers).empty() ||
            begins_with_any(label_at(scene, lower), lowers).empty() || !reach.known(upper) ||
            !reach.known(lower))
            continue;
        if (scene.spot(reach.said(upper).spot).list != none) continue; // its list says what it divides
        SaidId whole = none;
        for (std::uint32_t s = here + 1; s-- > first && here - s <= sentences_max && whole == none;) {
            const Scene told{reach, reach.discourse.sentences[s]};
            for (const SaidId said : levels_of(told))
                if (said < upper && whole == none && contains(label_at(told, said), "全") &&
                    reach.known(said) && reach.mention(said).phase == reach.mention(upper).phase &&
                    addable(reach.figure(said), reach.figure(upper)) &&
                    !reach.said(upper).label.core.empty() &&
                    reach.said(said).label.core.ends_with(reach.said(upper).label.core))
                    whole = said;
        }
        if (whole == none || !addable(reach.figure(upper), reach.figure(lower))) continue;
        state(written, scene, "sum", "G03",
              {{.kind = Kind::sum,
                .subject = id_of(reach, whole),
                .first = {term(reach, upper), term(reach, lower)},
                .open_list = true}},
              false);
    }
}

/// Two names that make a third: 税收收入 and 非税收入 are all of 一般公共预算收入.
struct Pair {
    Words first;
    Words second;
    std::array<Words, 3> whole;
};
constexpr std::array<Pair, 6> pairs{{{"本级收入", "转移性收入", {"收入", "总收入", "批准收入"}},
                                     {"税收收入", "非税收入", {"公共预算收入", "财政收入", "财政总收入"}},
                                     {"办结", "办理", {"受理", "投诉", "来信"}},
                                     {"办结", "在办", {"受理", "投诉", "来信"}},
                                     {"已支付", "未支付", {"应付", "合同金额", "总价"}},
                                     {"直接投资", "间接投资", {"总投资", "投资总额", "投资"}}}};

/// 收入73.99亿元，本级收入40.15亿元，转移性收入33.84亿元: the two of a pair beside each other, and what they make before or behind them.
void state_pairs(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    const std::vector<SaidId> levels = levels_of(scene);
    const auto whole_of = [&](std::size_t at, const Pair& pair) {
        for (const std::size_t place : {at - 1, at + 2}) {
            if (place >= levels.size()) continue;
            const Words label = label_at(scene, levels[place]);
            const bool itself = contains(label, pair.first) || contains(label, pair.second) ||
                                contains(label, "其中") || contains(label, "另");
            if (!itself && contains_any(label, pair.whole) && reach.known(levels[place]) &&
                reach.mention(levels[place]).phase == reach.mention(levels[at]).phase &&
                addable(reach.figure(levels[place]), reach.figure(levels[at])))
                return levels[place];
        }
        // 全省一般公共预算收入620亿元。…全省税收收入520亿元；非税收入100亿元: or told in a sentence before, of the same body.
        const auto here = scene.number();
        const std::uint32_t first = reach.discourse.passages[scene.read.passage].first_sentence;
        constexpr std::uint32_t sentences_max = 3;
        const Mention& part = reach.mention(levels[at]);
        for (std::uint32_t s = here;
             pair.whole.front() != "收入" && s-- > first && here - s <= sentences_max;) {
            const Scene told{reach, reach.discourse.sentences[s]};
            for (const SaidId said : levels_of(told)) {
                const Mention& mention = reach.mention(said);
                if (label_at(told, said).ends_with(pair.whole.front()) && reach.known(said) &&
                    !is_any(Words(mention.subject), std::array<Words, 2>{pair.first, pair.second}) &&
                    mention.phase == part.phase && mention.of.body == part.of.body &&
                    (part.of.period.empty() || mention.of.period == part.of.period) &&
                    addable(mention.figure, part.figure))
                    return said;
            }
        }
        return none;
    };
    for (std::size_t i = 0; i + 1 < levels.size(); ++i)
        for (const Pair& pair : pairs) {
            const SaidId first = levels[i];
            const SaidId second = levels[i + 1];
            if (!contains(label_at(scene, first), pair.first) ||
                contains(label_at(scene, first), pair.second) ||
                !contains(label_at(scene, second), pair.second) ||
                contains(label_at(scene, second), pair.first) || !reach.known(first) ||
                !reach.known(second) || scene.spot(reach.said(first).spot).list != none ||
                !addable(reach.figure(first), reach.figure(second)))
                continue;
            const SaidId whole = whole_of(i, pair);
            if (whole == none || written.division_with(first) != nullptr) continue;
            state(written, scene, "sum", "G03",
                  {{.kind = Kind::sum,
                    .subject = id_of(reach, whole),
                    .first = {term(reach, first), term(reach, second)},
                    .open_list = true}},
                  false);
        }
}

/// A change as the words tell it, by its spot.
struct Change {
    SaidId change = none;
    SaidId rate = none;
    SaidId to = none;
    bool falls = false;
};
bool says_less(Words words) {
    return contains_any(words, std::array<Words, 5>{"减少", "下降", "降低", "压减", "减支"});
}
bool says_more(Words words) {
    return contains_any(words, std::array<Words, 4>{"增加", "增长", "增支", "上升"});
}

/// The changes of a sentence whose subject the words bind, the first of each movement.
std::vector<Change> changes_of(const Scene& scene, std::size_t before) {
    std::vector<Change> changes;
    for (const Movement& movement : scene.sentence().movements) {
        if (movement.change == none || movement.change >= before || changes.size() > candidates_max) continue;
        const SaidId change = scene.said_at(movement.change);
        const Spot& spot = scene.spot(movement.change);
        if (!scene.reach.known(change) || spot.run != none) continue;
        const std::vector<Resolved> of = resolve(scene, movement);
        changes.push_back({change, movement.rate == none ? none : scene.said_at(movement.rate),
                           of.empty() || of.front().to.empty() ? none : of.front().to.front(),
                           spot.match.fall});
    }
    return changes;
}

/// 比上年减少651万元。其中机构划转减少239万元；扣除这一因素，仍减少412万元，可比下降9.76%
void state_effect_and_rest(const Scene& scene, Written& written) {
    static constexpr std::array<Words, 5> leaves_out{"扣除", "剔除", "除此", "不考虑", "排除"};
    static constexpr std::array<Words, 5> one_effect{"这一", "该", "此", "上述因素", "这部分"};
    const Reach& reach = scene.reach;
    const Sentence& sentence = scene.sentence();
    for (std::size_t at = 1; at < sentence.spots.size(); ++at) {
        const Words words = sentence.words_before(sentence.spots[at]);
        if (!contains_any(words, leaves_out) || !contains_any(words, one_effect)) continue;
        const Words before = sentence.words_before(sentence.spots[at - 1]);
        const bool told = (says_less(words) || says_more(words)) && (says_less(before) || says_more(before));
        const SaidId rest = scene.said_at(at);
        const SaidId effect = scene.said_at(at - 1);
        if (!told || !reach.known(rest) || !reach.known(effect) ||
            !addable(reach.figure(rest), reach.figure(effect)))
            continue;
        std::vector<Change> changes = changes_of(scene, at - 1);
        if (changes.empty() && scene.number() > reach.discourse.passages[scene.read.passage].first_sentence)
            changes = changes_of({reach, reach.discourse.sentences[scene.number() - 1]}, members_max);
        if (changes.size() != 1 || !addable(reach.figure(changes.front().change), reach.figure(rest)))
            continue;
        const Change& whole = changes.front();
        const auto signed_term = [&](SaidId change, bool falls, int coefficient) {
            const bool turned = reach.figure(change).sense < 0;
            return term(reach, change, (falls != turned ? -1 : 1) * coefficient);
        };
        const bool rest_falls = says_less(words);
        state(written, scene, "changes", "G05",
              {{.kind = Kind::linear,
                .first = {signed_term(effect, says_less(before), 1), signed_term(rest, rest_falls, 1),
                          signed_term(whole.change, whole.falls, -1)}}},
              false);
        // From what there was without that effect.
        const std::size_t rate = at + 1;
        if (rate >= sentence.spots.size() || sentence.spots[rate].numeral.sort != Sort::percent ||
            whole.to == none || !reach.known(whole.to) || !reach.known(scene.said_at(rate)))
            continue;
        state(written, scene, "growth", "G05",
              {{.kind = Kind::ratio,
                .subject = id_of(reach, scene.said_at(rate)),
                .first = {term(reach, rest)},
                .second = {term(reach, whole.to), term(reach, rest, rest_falls ? 1 : -1)}}},
              false);
    }
}

} // namespace

void state_counterparts(const Scene& scene, Written& written) {
    constexpr std::size_t longest = 60;
    if (scene.sentence().spots.size() < 2 || scene.sentence().spots.size() > longest) return;
    state_net_value(scene, written);
    state_both_budgets(scene, written);
    state_grades(scene, written);
    state_levels(scene, written);
    state_pairs(scene, written);
    state_effect_and_rest(scene, written);
}

} // namespace tieout::detail
