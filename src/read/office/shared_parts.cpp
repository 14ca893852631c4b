// SPDX-License-Identifier: MIT
#include "read/office/shared_parts.hpp"

#include "read/office/runs.hpp"

#include <algorithm>
#include <unordered_map>

namespace tieout::detail {

Styles::Styles() { plain_.format = &formats_.emplace_back("General"); }

void Styles::read(Archive& archive, const std::string& part, std::vector<Problem>& problems) {
    const auto xml = read_xml(archive, part, problems);
    if (xml == nullptr) return;
    const pugi::xml_node root = xml->tree.document_element();
    std::unordered_map<std::uint32_t, const CellFormat*> by_id;
    for (const pugi::xml_node& each : child_of(root, "numFmts"))
        if (const auto id = number_of(attribute_of(each, "numFmtId")))
            by_id[*id] = &formats_.emplace_back(attribute_of(each, "formatCode"));
    for (const pugi::xml_node& each : child_of(root, "cellXfs")) {
        if (!is_named(each, "xf")) continue;
        const std::uint32_t id = number_of(attribute_of(each, "numFmtId")).value_or(0);
        const CellFormat*& format = by_id[id];
        if (format == nullptr) format = &formats_.emplace_back(CellFormat::built_in(id));
        constexpr std::uint32_t most_indent = 15;
        const std::uint32_t indent =
            number_of(attribute_of(child_of(each, "alignment"), "indent")).value_or(0);
        styles_.push_back({format, std::min(indent, most_indent)});
    }
}

void SharedStrings::read(Archive& archive, const std::string& part, std::vector<Problem>& problems) {
    const auto xml = read_xml(archive, part, problems);
    if (xml == nullptr) return;
    for (const pugi::xml_node& each : xml->tree.document_element())
        if (is_named(each, "si")) strings_.push_back(text_of_runs(each));
}

} // namespace tieout::detail
