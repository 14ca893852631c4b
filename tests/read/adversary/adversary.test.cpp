// SPDX-License-Identifier: MIT
// Documents of a reader's worst enemy who never lies: everything in them ties out, in the structures and wordings of real
// reports. Nothing may be called broken, at whatever level. And the same with one digit altered: how often that is said.
//
//     tieout_adversary SEED COUNT     the same for other seeds, with each accusation
#include "judge.hpp"

#include <doctest/doctest.h>

using namespace tieout::test::adversary;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr std::uint64_t documents = 500;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr std::uint64_t documents = 500;
#elif defined(NDEBUG)
constexpr std::uint64_t documents = 20'000;
#else
constexpr std::uint64_t documents = 2'000;
#endif
#elif defined(NDEBUG)
constexpr std::uint64_t documents = 20'000;
#else
constexpr std::uint64_t documents = 2'000;
#endif

} // namespace

TEST_CASE(
    "a document in which everything ties out is not accused, whatever it tells and however it is worded") {
    Totals totals;
    std::size_t shown = 0;
    std::size_t accused = 0;
    for (std::uint64_t seed = 0; seed < documents; ++seed) {
        for (const Accusation& accusation : try_document(seed, totals)) {
            if (accusation.doubted) continue;
            ++accused;
            if (++shown > 20) continue;
            FAIL_CHECK("seed ", seed, ": ", accusation.check, " [", accusation.structures, "] ",
                       accusation.arithmetic);
        }
    }
    MESSAGE(written(totals));
    CHECK(accused == 0);
}

TEST_CASE("documents that are made from a seed are the same every time") {
    for (const std::uint64_t seed : {1U, 2U, 77U, 4711U}) {
        Document one = document_of(seed);
        Document other = document_of(seed);
        const std::string text = printed(one.told, one.print).text;
        CHECK(text == printed(other.told, other.print).text);
        CHECK(!text.empty());
    }
}
