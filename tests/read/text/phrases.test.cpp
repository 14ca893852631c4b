// SPDX-License-Identifier: MIT
#include "read/vocabulary/phrases.hpp"
#include "drafts.hpp"
#include "read/vocabulary/english.hpp"
#include "read/vocabulary/openers.hpp"
#include "read/vocabulary/wholes.hpp"

#include <doctest/doctest.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <set>

using namespace tieout;
using namespace tieout::test;

namespace {

std::string listed(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& one : all) text += one + "; ";
    return text;
}

template <class Entry>
void check_examples(const Entry& entry) {
    CAPTURE(entry.example);
    const auto all = understood(std::string(entry.example));
    const std::string seen = listed(all);
    CAPTURE(seen);
    CHECK(std::find(all.begin(), all.end(), entry.understood) != all.end());
    for (const detail::NotExample& other : entry.not_examples) {
        if (other.sentence.empty()) continue;
        CAPTURE(other.sentence);
        const auto of_other = understood(std::string(other.sentence));
        const std::string seen_there = listed(of_other);
        CAPTURE(seen_there);
        if (other.not_understood.empty())
            CHECK(of_other.empty());
        else
            CHECK(std::find(of_other.begin(), of_other.end(), other.not_understood) == of_other.end());
    }
}

/// The pattern in which these characters can stand nowhere before its figure, or nowhere behind it where they begin with #.
std::string without(std::string_view pattern, std::string_view characters) {
    std::string result;
    bool in_class = false;
    const std::size_t figure = pattern.find('#');
    const bool one = figure == pattern.rfind('#');
    const bool behind = characters.front() == '#';
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t length = pattern[at] < 0 ? 3 : 1;
        const std::string_view character = pattern.substr(at, length);
        if (character == "[") in_class = true;
        if (character == "]") in_class = false;
        const bool on_its_side = !one || figure == pattern.npos || (at > figure) == behind;
        const bool barred =
            on_its_side && length > 1 && !in_class && characters.find(character) != characters.npos;
        result += barred ? std::string_view("[^\\x00-\\x{10FFFF}]") : character;
        at += length;
    }
    return result;
}

template <class Entry>
void check_needs(const Entry& entry) {
    CAPTURE(entry.words);
    for (const std::string_view set : entry.needs) {
        if (set.empty()) continue;
        CAPTURE(set);
        const re2::RE2 rest(without(entry.words, set));
        REQUIRE(rest.ok());
        // What matches no text at all has nothing but its end.
        CHECK(rest.ProgramSize() == 1);
    }
}

} // namespace

TEST_CASE("each phrase is understood in its own example, and not in what only looks alike") {
    for (const detail::Phrase& phrase : detail::phrases()) check_examples(phrase);
}

TEST_CASE("each remark is understood in its own example, and not in what only looks alike") {
    for (const detail::Remark& remark : detail::remarks()) check_examples(remark);
}

TEST_CASE("each kind of English words is understood in its own example, and not in what only looks alike") {
    for (const detail::EnglishPhrase& phrase : detail::english_phrases()) {
        CAPTURE(phrase.words);
        check_examples(phrase);
    }
}

TEST_CASE("each word that opens a list is understood in its own example, and not in what only looks alike") {
    for (const detail::Opener& opener : detail::openers()) {
        CAPTURE(opener.word);
        CHECK(opener.example.find(opener.word) != std::string_view::npos);
        check_examples(opener);
    }
}

TEST_CASE("each phrase is a pattern that can be matched at all") {
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

TEST_CASE("there are bytes for all characters that a pattern names, and numbers for those of all patterns") {
    using Characters = std::set<std::string_view>;
    const auto add = [](std::string_view words, Characters& all) {
        for (std::size_t at = 0; at < words.size(); at += words[at] < 0 ? 3 : 1)
            if (words[at] < 0) all.insert(words.substr(at, 3));
    };
    Characters all;
    const auto check_one = [&](std::string_view words) {
        Characters own;
        add(words, own);
        CHECK(own.size() < 0xFF - 0x80);
        add(words, all);
    };
    for (const detail::Phrase& phrase : detail::phrases()) check_one(phrase.words);
    for (const detail::Remark& remark : detail::remarks()) check_one(remark.words);
    CHECK(all.size() < 0x100);
}

TEST_CASE("no phrase and no remark holds without the characters by which it is passed over") {
    for (const detail::Phrase& phrase : detail::phrases()) check_needs(phrase);
    for (const detail::Remark& remark : detail::remarks()) check_needs(remark);
    CHECK(re2::RE2(without("(?:完成|占)#", "完")).ProgramSize() > 1);
}

TEST_CASE("parts are all of a whole only where the table of wholes has each that it needs") {
    using Views = std::vector<std::string_view>;
    const auto covers = [](std::string_view whole, const Views& parts) {
        return detail::coverage_of(whole, "支出", parts, {});
    };
    CHECK(covers("/expenditure", {"/expenditure/basic", "/expenditure/project"}) == detail::Coverage::all);
    CHECK(covers("/expenditure", {"/expenditure/basic"}) != detail::Coverage::all);
    CHECK(covers("/three_public", {"/three_public/vehicles", "/three_public/reception"}) ==
          detail::Coverage::all);
    CHECK(covers("/three_public", {"/three_public/reception", "会议费"}) != detail::Coverage::all);
    // People of different kinds overlap.
    CHECK(detail::coverage_of("职工", "职工", Views{"党员", "女性"}, Views{"党员", "女性"}) ==
          detail::Coverage::overlap);
}
