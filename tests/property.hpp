// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_PROPERTY_HPP
#define TIEOUT_TESTS_PROPERTY_HPP

// Properties: what must hold of everything that a generator can make.
//
//     TEST_CASE("a sum does not depend on the order of its terms") {
//         for_all(1000, [] {
//             const Decimal a = *any_decimal();
//             const Decimal b = *any_decimal();
//             RC_ASSERT(checked_add(a, b) == checked_add(b, a));
//         });
//     }
//
// What fails is shown as the smallest example that still fails. The seed is fixed, so that a test says the same every
// time; for longer runs by hand name others:
//
//     RC_PARAMS="seed=7 max_success=100000" tieout_tests -tc="a sum does not*"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <rapidcheck/detail/Configuration.h>
#include <rapidcheck/detail/TestListenerAdapter.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>

namespace tieout::test {

/// A generator that draws from all of its range in every case; otherwise ranges and texts grow from case to case.
template <class T>
rc::Gen<T> full(rc::Gen<T> generator) {
    return rc::gen::resize(rc::kNominalSize, std::move(generator));
}

/// An integer from `low` to `high`.
inline rc::Gen<int> between(int low, int high) { return full(rc::gen::inRange(low, high + 1)); }

/// Checks a property in `count` cases. One for each test case, whose name is that of the property.
template <class Property>
void for_all(int count, Property&& property) {
    using namespace rc::detail;
    Configuration configuration;
    configuration.testParams.seed = 20220418;
    configuration.testParams.maxSuccess = count;
    if (const char* said = std::getenv("RC_PARAMS")) configuration = configFromString(said, configuration);
    const std::string name = doctest::getContextOptions()->currentTest->m_name;
    TestListenerAdapter silent;
    const TestResult result =
        checkProperty(toProperty(std::forward<Property>(property)), TestMetadata{name, name},
                      configuration.testParams, silent, configuration.reproduce);
    std::ostringstream message;
    printResultMessage(result, message);
    FailureResult failure;
    if (result.match(failure)) {
        Configuration again;
        again.reproduce[name] = failure.reproduce;
        message << "\n\nAgain with RC_PARAMS=\"" << configToMinimalString(again) << '"';
    }
    INFO(message.str());
    CHECK(result.is<SuccessResult>());
}

} // namespace tieout::test

#endif // TIEOUT_TESTS_PROPERTY_HPP
