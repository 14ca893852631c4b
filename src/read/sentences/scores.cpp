// SPDX-License-Identifier: MIT
// Scores: a total of points, and what they come from.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <utility>

namespace tieout::detail {

namespace {

bool is_total(std::string_view label) {
    static constexpr std::string_view totals[] = {"总分", "综合得分", "自评得分", "评价得分", "最终得"};
    return contains_any(label, totals) || label == "得分" || label == "得分为";
}

} // namespace

void state_scores(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    const Discourse& discourse = reach.discourse;
    const auto here = scene.number();
    const std::uint32_t last = discourse.passages[scene.read.passage].last_sentence;
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        const Spot& spot = scene.spot(i);
        if (spot.numeral.sort != Sort::score || spot.task == Task::full_score || spot.task == Task::deducted)
            continue;
        if (!is_total(spot.label) || !reach.known(scene.said_at(i))) continue;
        const MentionId total = id_of(reach, scene.said_at(i));
        // 100分，扣2分，扣1分，得97分
        Reading deducted{.kind = Kind::sum, .subject = total};
        for (std::size_t k = reach_back(i); k < i; ++k) {
            if (scene.spot(k).task == Task::full_score && deducted.first.empty())
                deducted.first.push_back(term(reach, scene.said_at(k)));
            else if (scene.spot(k).task == Task::deducted && !deducted.first.empty())
                deducted.first.push_back(term(reach, scene.said_at(k), -1));
        }
        if (deducted.first.size() > 1) {
            state(written, scene, "score", "G14", {std::move(deducted)}, false);
            continue;
        }
        // What it is made of, in this sentence and the next.
        Reading made{.kind = Kind::sum, .subject = total};
        Reading full{.kind = Kind::sum};
        bool mean = false;
        for (std::size_t k = 0; k < i; ++k)
            if (scene.spot(k).task == Task::full_score) full.subject = id_of(reach, scene.said_at(k));
        for (std::uint32_t s = here; s < last && s < here + 2; ++s) {
            const ReadSentence& read = discourse.sentences[s];
            for (std::size_t k = s == here ? i + 1 : 0; k < read.said.size(); ++k) {
                const Spot& part = read.sentence.spots[k];
                if (part.numeral.sort != Sort::score || !reach.known(read.said[k])) continue;
                mean = mean || contains(part.label, "平均");
                if (part.task == Task::full_score)
                    full.first.push_back(term(reach, read.said[k]));
                else if (part.task != Task::deducted && !is_total(part.label))
                    made.first.push_back(term(reach, read.said[k]));
            }
        }
        if (made.first.empty() && full.first.empty() && full.subject != no_mention) {
            // 执行率93.30%；分值10分，得分9.33分
            MentionId rate = no_mention;
            bool one = true;
            for (std::size_t k = 0; k < i; ++k)
                if (scene.spot(k).numeral.sort == Sort::percent) {
                    one = one && rate == no_mention;
                    rate = id_of(reach, scene.said_at(k));
                }
            if (one && rate != no_mention && spot.label == "得分")
                state(written, scene, "score", "G14",
                      {{.kind = Kind::product, .subject = total, .first = {{full.subject}, {rate}}}}, false);
        }
        if (mean) continue;
        if (made.first.size() >= 2 && made.first.size() <= members_max)
            state(written, scene, "score", "G14", {std::move(made)}, false);
        if (full.subject != no_mention && full.first.size() >= 2 && full.first.size() <= members_max)
            state(written, scene, "weights", "G14", {std::move(full)}, false);
        break;
    }
}

} // namespace tieout::detail
