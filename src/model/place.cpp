// SPDX-License-Identifier: MIT
#include <tieout/model/place.hpp>

#include "model/whereabouts.hpp"

namespace tieout {

std::string place_of(const Filing& filing, const Figure& figure, Language language) {
    std::string text = figure.place;
    const std::string part = detail::part_text(figure.part, detail::sheet_of(filing, figure.part),
                                               {figure.cell_row, figure.cell_column}, language);
    if (figure.line == 0 && part.empty()) return text;
    const bool chinese = language == Language::zh;
    if (!text.empty()) text += chinese ? "，" : ", ";
    if (!part.empty()) return text + part;
    text += chinese ? "第" + std::to_string(figure.line) + "行" : "line " + std::to_string(figure.line);
    if (figure.column != 0)
        text += chinese ? "第" + std::to_string(figure.column) + "列"
                        : ", column " + std::to_string(figure.column);
    return text;
}

} // namespace tieout
