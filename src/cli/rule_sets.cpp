// SPDX-License-Identifier: MIT
#include "cli/rule_sets.hpp"

#include "cli/input.hpp"
#include "cli/output.hpp"
#include "read/json/nearest.hpp"
#include "write/display.hpp"

#include <tieout/load/rules.hpp>
#include <tieout/read/json.hpp>
#include <tieout/write/problem.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::cli {

namespace {

/// One word of the lists that an option was given, and which of them it is, from 1.
struct ListedWord {
    std::string_view text;
    std::size_t number;
};

std::vector<ListedWord> listed_words(const std::vector<std::string>& lists) {
    std::vector<ListedWord> words;
    for (const std::string_view list : lists)
        for (std::size_t begin = 0; begin <= list.size();) {
            const std::size_t end = std::min(list.find(',', begin), list.size());
            words.push_back({list.substr(begin, end - begin), words.size() + 1});
            begin = end + 1;
        }
    return words;
}

/// A level that a rule may be given; nothing is off.
struct Level {
    std::string_view word;
    std::optional<Severity> severity;
};
constexpr std::array<Level, 4> levels{{{"off", std::nullopt},
                                       {"info", Severity::info},
                                       {"warning", Severity::warning},
                                       {"error", Severity::error}}};

/// The set with the rules in that file.
std::optional<RuleSet> loaded(const std::string& file, const RuleSet& beside, Language language) {
    Input input(file);
    input.fill(ReadLimits::document_bytes + 1);
    RulesDocument document;
    if (!input.error().empty())
        document.problems.push_back(
            {.kind = Problem::Kind::unreadable_file, .source = file, .seen = input.error()});
    else
        document = load_rules(input.held(), file, beside);
    for (const Problem& problem : document.problems) complain(problem_text(problem, language) + '\n');
    return std::move(document.rules);
}

/// Reads the options one after the other, and complains of every word that is none.
class RuleChoice {
  public:
    RuleChoice(RuleSet rules, Language language) : rules_(std::move(rules)), language_(language) {}

    void leave_out(const std::vector<std::string>& lists) {
        for (const ListedWord& word : listed_words(lists))
            if (is_code("--without", word, word.text)) rules_ = rules_.without(word.text);
    }

    void grade(const std::vector<std::string>& lists) {
        for (const ListedWord& word : listed_words(lists)) {
            const std::size_t sign = word.text.find('=');
            if (sign == word.text.npos) {
                complain_of("--severity", word, {"应写作 编号=级别", "expected CODE=LEVEL"}, {});
                continue;
            }
            const std::string_view code = word.text.substr(0, sign);
            const std::string_view name = word.text.substr(sign + 1);
            if (!is_code("--severity", word, code)) continue;
            const Level* found = nullptr;
            for (const Level& level : levels)
                if (level.word == name) found = &level;
            if (found == nullptr)
                complain_of(
                    "--severity", word,
                    {"级别应为 off、info、warning 或 error", "the level is off, info, warning or error"}, {});
            else
                rules_ = found->severity ? rules_.severity(code, *found->severity) : rules_.without(code);
        }
    }

    [[nodiscard]] std::optional<RuleSet> chosen() && {
        return sound_ ? std::optional<RuleSet>(std::move(rules_)) : std::nullopt;
    }

  private:
    bool is_code(std::string_view option, const ListedWord& word, std::string_view code) {
        if (rules_.has(code)) return true;
        const std::vector<std::string_view> codes = rules_.codes();
        const std::string_view meant = detail::nearest(code, codes);
        complain_of(option, word, {"没有这条规则，最接近的是 ", "there is no such rule; the nearest is "},
                    meant);
        return false;
    }

    void complain_of(std::string_view option, const ListedWord& word, const Words& message,
                     std::string_view meant) {
        sound_ = false;
        const bool chinese = language_ == Language::zh;
        std::string text = "tieout: ";
        text += option;
        text += chinese ? "，第 " + std::to_string(word.number) + " 项“"
                        : ", item " + std::to_string(word.number) + " \"";
        text += detail::clean(word.text);
        text += chinese ? "”：" : "\": ";
        text += message.in(language_);
        text += meant;
        complain(text + '\n');
    }

    RuleSet rules_;
    Language language_;
    bool sound_ = true;
};

} // namespace

std::optional<RuleSet> chosen_rules(const Options& options) {
    RuleSet rules = RuleSet::standard();
    for (const std::string& file : options.rules) {
        std::optional<RuleSet> more = loaded(file, rules, options.language);
        if (!more) return std::nullopt;
        rules = *std::move(more);
    }
    RuleChoice choice(std::move(rules), options.language);
    choice.leave_out(options.without);
    choice.grade(options.severities);
    return std::move(choice).chosen();
}

} // namespace tieout::cli
