// SPDX-License-Identifier: MIT
// A price times a count: 每份36元，印制1000份，计36000元. And amounts that are printed twice: 17979千元（折合1797.9万元）.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/plain.hpp"
#include "read/vocabulary/words.hpp"

#include <utility>

namespace tieout::detail {

namespace {

bool is_total_of_price(std::string_view label) {
    static constexpr std::string_view words[] = {"计", "共", "金额", "总价", "合计", "支付", "费用"};
    static constexpr std::string_view others[] = {"优惠", "折后", "下浮", "含"};
    return contains_any(label, words) && !contains_any(label, others);
}

/// 价款48元/盒…。整理1590盒，支付76320元: the price stands in a sentence before.
void state_price_before(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    const auto here = scene.number();
    const std::uint32_t first = reach.discourse.passages[scene.read.passage].first_sentence;
    SaidId price = none;
    for (std::uint32_t s = here; s-- > first && here - s < 4 && price == none;)
        for (const SaidId said : reach.discourse.sentences[s].said)
            if (reach.figure(said).unit.dimension == Dimension::price && reach.known(said)) price = said;
    if (price == none) return;
    const std::string_view word = reach.figure(price).unit.word();
    const std::string_view per = word.substr(word.find('/') + 1);
    for (std::size_t i = 0; i + 1 < scene.sentence().spots.size(); ++i) {
        const SaidId count = scene.said_at(i);
        const SaidId amount = scene.said_at(i + 1);
        if (reach.figure(count).unit.dimension != Dimension::count ||
            reach.figure(count).unit.word() != per ||
            reach.figure(amount).unit.dimension != Dimension::money || !reach.known(count) ||
            !reach.known(amount))
            continue;
        if (!is_total_of_price(scene.spot(i + 1).label)) continue;
        state(written, scene, "product", "G17",
              {{.kind = Kind::product,
                .subject = id_of(reach, amount),
                .first = {term(reach, price), term(reach, count)}}},
              false);
        return;
    }
}

} // namespace

void state_prices(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    const std::size_t size = scene.sentence().spots.size();
    if (size > 40) return; // a sentence with so many figures is none about one price
    bool any = false;
    for (std::size_t i = 0; i < size; ++i) {
        if (scene.spot(i).task != Task::price || !reach.known(scene.said_at(i))) continue;
        any = true;
        static constexpr std::string_view ends[] = {"最高", "最低", "原价"};
        if (contains_any(scene.spot(i).label, ends)) continue;
        const Figure& price = reach.figure(scene.said_at(i));
        std::string_view per;
        const std::string_view word = price.unit.word();
        if (const std::size_t slash = word.find('/'); slash != word.npos) per = word.substr(slash + 1);
        SaidId count = none;
        std::size_t nearest = 0;
        // The count stands next to it, before or behind.
        for (std::size_t k = 0; k < size; ++k) {
            const SaidId said = scene.said_at(k);
            const Figure& figure = reach.figure(said);
            if (figure.unit.dimension != Dimension::count || !reach.known(said)) continue;
            if (!per.empty() && figure.unit.word() != per) continue;
            const std::size_t away = k > i ? k - i : i - k;
            if (per.empty() && away > 1) continue;
            if (count == none || away < nearest) {
                count = said;
                nearest = away;
            }
        }
        if (count == none) continue;
        std::size_t amounts = 0;
        SaidId amount = none;
        const std::size_t from = std::max<std::size_t>(i, reach.said(count).spot);
        for (std::size_t k = from + 1; k < size && k <= from + 3; ++k) {
            const SaidId said = scene.said_at(k);
            if (scene.spot(k).task == Task::price) continue;
            if (reach.figure(said).unit.dimension != Dimension::money || !reach.known(said)) break;
            ++amounts;
            amount = said;
            break;
        }
        if (amounts != 1) continue;
        const Spot& of_amount = scene.spot(reach.said(amount).spot);
        const std::string_view label = scene.sentence().words_before(of_amount);
        const bool total = is_total_of_price(label);
        if (!total && price.unit.dimension != Dimension::price) continue;
        static constexpr std::string_view others[] = {"优惠", "折后", "下浮", "含"};
        if (contains_any(label, others)) continue;
        state(written, scene, "product", "G17",
              {{.kind = Kind::product,
                .subject = id_of(reach, amount),
                .first = {term(reach, scene.said_at(i)), term(reach, count)}}},
              total);
    }
    if (!any) state_price_before(scene, written);
}

namespace {

/// 1000元、1500元，即100万元、150万元: whether a figure, or the one before it, is one of several.
bool is_listed(const Scene& scene, std::size_t at) {
    static constexpr std::string_view joins[] = {"、", "和", "与", "及"};
    const Sentence& sentence = scene.sentence();
    return !begins_with_any(sentence.words_behind(at), joins).empty() ||
           !begins_with_any(sentence.words_before(scene.spot(at - 1)), joins).empty();
}

} // namespace

void state_same(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    for (std::size_t i = 1; i < scene.sentence().spots.size(); ++i) {
        if (scene.spot(i).task != Task::same) continue;
        const SaidId said = scene.said_at(i);
        const SaidId before = scene.said_at(i - 1);
        if (!reach.known(said) || !reach.known(before) || !addable(reach.figure(said), reach.figure(before)))
            continue;
        // 12000小时，按每小时25元，折合30万元: what the hours come to, and not the price of one.
        const std::string_view words = scene.sentence().words_before(scene.spot(i - 1));
        if (may_be_of_each(words) || is_listed(scene, i)) continue;
        // 追加两次，即80万元和20万元: what is the same has another unit.
        if (reach.figure(said).unit.power == reach.figure(before).unit.power) continue;
        state(written, scene, "same", "G12",
              {{.kind = Kind::linear, .first = {term(reach, before), term(reach, said, -1)}}}, true);
    }
}

} // namespace tieout::detail
