// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "read/programs/program.hpp"

#include <string>

namespace {

using tieout::detail::Program;
using tieout::detail::ProgramLimits;
using tieout::detail::ProgramOutcome;
using End = ProgramOutcome::End;

} // namespace

TEST_CASE("a program reads what it is given and we get what it prints") {
    // More than a pipe holds, both ways.
    const std::string text(1'000'000, 'x');
    Program program({"cat"}, text);
    const ProgramOutcome outcome = program.finish();
    CHECK(outcome.end == End::finished);
    CHECK(outcome.output == text);
}

TEST_CASE("a program that is not there is absent") {
    CHECK(Program({"tieout-no-such-program"}, "").finish().end == End::absent);
}

TEST_CASE("a program that fails or crashes says how") {
    const ProgramOutcome failed = Program({"sh", "-c", "echo some; exit 3"}, "").finish();
    CHECK(failed.end == End::failed);
    CHECK(failed.status == 3);
    CHECK(failed.output == "some\n");
    const ProgramOutcome crashed = Program({"sh", "-c", "kill -SEGV $$"}, "").finish();
    CHECK(crashed.end == End::crashed);
    CHECK(crashed.status == 11);
}

TEST_CASE(
    "a program gets no more time than it may take, whether it is silent, talks or has closed its output") {
    const ProgramLimits limits{.milliseconds = 50};
    for (const char* const script :
         {"sleep 600", "while :; do echo more; sleep 0.01; done", "exec >&-; sleep 600"})
        CHECK(Program({"sh", "-c", script}, "", limits).finish().end == End::too_long);
}

TEST_CASE("a program prints as much as it may, and not a byte more") {
    const ProgramLimits limits{.output_bytes = 100'000};
    CHECK(Program({"head", "-c", "100000", "/dev/zero"}, "", limits).finish().end == End::finished);
    CHECK(Program({"head", "-c", "100001", "/dev/zero"}, "", limits).finish().end == End::too_much);
    CHECK(Program({"cat", "/dev/zero"}, "", limits).finish().end == End::too_much);
}

TEST_CASE("a program that is no longer wanted ends with its handle") {
    const Program program({"sleep", "600"}, "");
}
