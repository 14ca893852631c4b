// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_OFFICE_SHARED_PARTS_HPP
#define TIEOUT_SRC_READ_OFFICE_SHARED_PARTS_HPP

// What all sheets of a workbook share: the styles of cells and the texts that they hold.

#include "read/office/cell_format.hpp"
#include "read/office/xml.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

struct CellStyle {
    const CellFormat* format = nullptr;
    /// Steps by which the text is indented.
    std::uint32_t indent = 0;
};

class Styles {
  public:
    Styles();
    void read(Archive& archive, const std::string& part, std::vector<Problem>& problems);
    /// The style of that number; the plain one where there is none.
    [[nodiscard]] const CellStyle& of(std::uint32_t number) const noexcept {
        return number < styles_.size() ? styles_[number] : plain_;
    }

  private:
    std::deque<CellFormat> formats_{};
    std::vector<CellStyle> styles_{};
    CellStyle plain_{};
};

class SharedStrings {
  public:
    void read(Archive& archive, const std::string& part, std::vector<Problem>& problems);
    [[nodiscard]] std::string_view at(std::optional<std::uint32_t> number) const noexcept {
        return number && *number < strings_.size() ? std::string_view(strings_[*number]) : std::string_view();
    }

  private:
    std::vector<std::string> strings_{};
};

} // namespace tieout::detail

#endif
