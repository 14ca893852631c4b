// SPDX-License-Identifier: MIT
#ifndef TIEOUT_FUZZ_DEMAND_HPP
#define TIEOUT_FUZZ_DEMAND_HPP

// What must hold whatever the input is. Where it does not, the fuzzer keeps the input.

#include "write/harmless.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace tieout::fuzz {

inline void demand(bool holds, std::string_view what, std::string_view of = {}) {
    if (holds) return;
    std::fprintf(stderr, "demanded: %.*s\n%.*s\n", static_cast<int>(what.size()), what.data(),
                 static_cast<int>(of.size()), of.data());
    std::abort();
}

inline void demand_harmless(std::string_view text) {
    demand(test::is_harmless(text), "what is written is UTF-8 and steers no terminal", text);
}

inline void demand_json(std::string_view text) {
    demand_harmless(text);
    demand(nlohmann::json::accept(text), "what is written as JSON is JSON", text);
}

inline std::string_view view_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

} // namespace tieout::fuzz

#endif
