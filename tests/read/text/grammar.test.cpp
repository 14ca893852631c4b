// SPDX-License-Identifier: MIT
#include "read/vocabulary/phrases.hpp"
#include "drafts.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tieout;
using namespace tieout::test;

namespace {
template <class Entry>
void check_example(const Entry& entry) {
    CAPTURE(entry.words);
    CAPTURE(entry.example);
    const auto all = understood(std::string(entry.example));
    std::string seen;
    for (const std::string& relation : all) seen += relation + "; ";
    CAPTURE(seen);
    CHECK(std::find(all.begin(), all.end(), entry.understood) != all.end());
}
} // namespace

TEST_CASE("each phrase of the grammar is understood in its own example") {
    for (const detail::Phrase& phrase : detail::phrases()) check_example(phrase);
    for (const detail::Remark& remark : detail::remarks()) check_example(remark);
}

TEST_CASE("each word that opens a list is understood in its own example") {
    for (const detail::Opener& opener : detail::openers()) {
        CAPTURE(opener.word);
        CHECK(opener.example.find(opener.word) != std::string_view::npos);
        const auto all = understood(std::string(opener.example));
        REQUIRE(all.size() == 1);
        CHECK(all.front() == opener.understood);
    }
}

TEST_CASE("each phrase of the grammar is a pattern that can be matched at all") {
    for (const detail::Phrase& phrase : detail::phrases()) {
        CAPTURE(phrase.words);
        CHECK(phrase.words.find('#') != std::string_view::npos);
        CHECK(phrase.sorts != 0);
    }
    CHECK(detail::match_phrase(detail::Sort::percent, "占基本支出的#，").phrase != nullptr);
    CHECK(detail::match_phrase(detail::Sort::percent, "占基本支出的#，").whole == "基本支出");
    CHECK(detail::match_phrase(detail::Sort::percent, "降低#").fall);
    CHECK(!detail::match_phrase(detail::Sort::percent, "增长#").fall);
}
