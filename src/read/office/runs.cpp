// SPDX-License-Identifier: MIT
#include "read/office/runs.hpp"

#include "read/document/ascii.hpp"
#include "read/formats/footnote_marks.hpp"
#include "read/office/xml.hpp"

namespace tieout::detail {

std::string raised_text(std::string_view before, std::string_view raised) {
    if (before.empty() || raised.empty()) return std::string(raised);
    const char last = before.back();
    if ((raised == "2" || raised == "3") && (last == 'm' || last == 'M')) return raised == "2" ? "²" : "³";
    // CO₂ goes on as a name.
    if (is_letter(last) || !is_footnote_mark(raised)) return std::string(raised);
    return {};
}

std::string text_of_runs(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& child : node) {
        if (is_named(child, "t")) {
            text += child.child_value();
        } else if (is_named(child, "r")) {
            const bool raised =
                attribute_of(child_of(child_of(child, "rPr"), "vertAlign"), "val") == "superscript";
            const std::string_view run = child_of(child, "t").child_value();
            text += raised ? raised_text(text, run) : std::string(run);
        }
    }
    return text;
}

} // namespace tieout::detail
