// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BASE_FATAL_HPP
#define TIEOUT_BASE_FATAL_HPP

// Ends the program where it asked for something that is not there. Going on would mean calculating with what happens to
// lie in memory, and a wrong number is worse than none; so this is the same in every build.

#include <cstdio>
#include <cstdlib>
#include <string_view>

/// The function that it stands in, with its types where the compiler tells them.
#if defined(__GNUC__)
#define TIEOUT_FUNCTION static_cast<const char*>(__PRETTY_FUNCTION__)
#else
#define TIEOUT_FUNCTION static_cast<const char*>(__func__)
#endif

namespace tieout::detail {

/// Writes what was asked, why there is no answer, and the function that was called, to standard error, and aborts.
[[noreturn, gnu::cold, gnu::noinline]] inline void fatal(std::string_view asked, std::string_view why = {},
                                                         const char* function = nullptr) noexcept {
    const auto write = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); };
    write("tieout: ");
    write(asked);
    if (!why.empty()) {
        write(": ");
        write(why);
    }
    if (function != nullptr) {
        write("\n  in ");
        write(function);
    }
    write("\n");
    std::fflush(stderr);
    std::abort();
}

} // namespace tieout::detail

#endif
