// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_ADVERSARY_WORDS_HPP
#define TIEOUT_TESTS_READ_ADVERSARY_WORDS_HPP

// Names that the accounts' bodies, projects and indicators get. None of them is anybody's.

#include "../../random.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test::adversary {

[[nodiscard]] std::string place_name(Random& random);
[[nodiscard]] std::string_view body_kind(Random& random);
/// Names of that many different things, in any order.
[[nodiscard]] std::vector<std::string> project_names(Random& random, std::size_t count);
[[nodiscard]] std::vector<std::string> body_names(Random& random, std::size_t count);
/// Of what is counted, or of what is given in per cent.
[[nodiscard]] std::vector<std::string> indicator_names(Random& random, std::size_t count, bool rates);

} // namespace tieout::test::adversary

#endif
