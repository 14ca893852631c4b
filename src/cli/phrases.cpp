// SPDX-License-Identifier: MIT
#include "cli/phrases.hpp"

#include "cli/output.hpp"

#include <tieout/read/text.hpp>

#include <string>

namespace tieout::cli {

namespace {

constexpr const char* page_head =
    "# What the reader of published reports understands (报告用语)\n\n"
    "Printed from the table of phrases by `./dev docs`; change the table, not "
    "this page. The codes are those of the "
    "patterns:\nG03 lists, G04 shares, G05 changes and growth, G06 both levels "
    "given, G07 completion of the budget, G08 "
    "comparison\nwords, G09 balances, G10 percentage points, G11 supplements, G12 no "
    "change, G13 savings, G14 scores, G15\nrates, G17 prices and averages, G18 "
    "totals behind their parts, G19 multiples. An open sum is a list that the words do not "
    "call\ncomplete; readings are parted by |, and ? stands where the words leave "
    "something open, so that nothing is called\nbroken by them. Below a phrase "
    "stand sentences that look alike, with what is not understood of them.\n\n"
    "| | sentence | understood as |\n|---|---|---|\n";

} // namespace

int print_phrases(const Options& options) {
    const bool markdown = options.format == Options::Format::markdown;
    std::string text = markdown ? page_head : "";
    for (const PhraseEntry& phrase : report_phrases()) {
        const std::string code(phrase.code);
        const std::string example(phrase.example);
        const std::string understood(phrase.understood);
        text += markdown ? "| " + code + " | " + example + " | `" + understood + "` |\n"
                         : code + "  " + example + "\n     " + understood + "\n";
        for (const PhraseCounterExample& other : phrase.counter_examples) {
            if (other.sentence.empty()) continue;
            const std::string sentence(other.sentence);
            const std::string never = other.not_understood.empty()
                                          ? std::string("nothing at all")
                                          : "never `" + std::string(other.not_understood) + "`";
            text += markdown ? "| | " + sentence + " | " + never + " |\n"
                             : "     " + sentence + "\n        " + never + "\n";
        }
    }
    write_result(text);
    flush_results();
    return status_good;
}

} // namespace tieout::cli
