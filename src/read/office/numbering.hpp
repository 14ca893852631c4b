// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_OFFICE_NUMBERING_HPP
#define TIEOUT_SRC_READ_OFFICE_NUMBERING_HPP

// The numbers of the lists of a Word file, which stand nowhere in its text: 一、 （二） 3. ④

#include "read/office/xml.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// A number as a list prints it.
/// Example: list_number(12, "chineseCounting") is 十二.  Fails: digits, where the form is not known.
[[nodiscard]] std::string list_number(std::uint32_t number, std::string_view form);

class Numbering {
  public:
    void read_lists(Archive& archive, const std::string& part, std::vector<Problem>& problems);
    void read_styles(Archive& archive, const std::string& part, std::vector<Problem>& problems);
    /// What stands before the text of the next paragraph, given its properties; empty if it is in no list.
    [[nodiscard]] std::string before(const pugi::xml_node& properties);

  private:
    static constexpr std::size_t levels = 9;
    struct Level {
        std::uint32_t start = 1;
        std::string form{"decimal"};
        std::string text{};
    };
    struct List {
        std::array<Level, levels> level{};
    };
    struct Counted {
        std::array<std::uint32_t, levels> count{};
        std::array<bool, levels> begun{};
    };
    /// What lists are numbered by, by the id that paragraphs name.
    struct Used {
        std::string list{};
        std::map<std::size_t, std::uint32_t> starts{};
        bool started = false;
    };
    struct Membership {
        std::string list{};
        std::string level{};
        std::string based_on{};
    };

    [[nodiscard]] Membership membership_of(const pugi::xml_node& properties) const;

    std::map<std::string, List, std::less<>> lists_{};
    std::map<std::string, Used, std::less<>> used_{};
    std::map<std::string, Counted, std::less<>> counted_{};
    std::map<std::string, Membership, std::less<>> styles_{};
};

} // namespace tieout::detail

#endif
