// SPDX-License-Identifier: MIT
#include "model/whereabouts.hpp"

namespace tieout::detail {

std::string part_text(FilePart part, std::string_view sheet, CellAddress cell, Language language) {
    const FilePartKind* const kind = kind_of(part);
    if (kind == nullptr) return {};
    const std::string address = cell_name(cell);
    const bool named = part.kind() == FilePart::Kind::sheet && !sheet.empty();
    std::string text(named ? sheet : kind->words.in(language));
    if (!named) text.replace(text.find('#'), 1, std::to_string(part.number()));
    if (address.empty()) return text;
    if (part.kind() == FilePart::Kind::sheet) return text + '!' + address;
    return text + (language == Language::zh ? " " : ", ") + address;
}

std::string_view sheet_of(const Filing& filing, FilePart part) noexcept {
    if (part.kind() != FilePart::Kind::sheet || part.number() > filing.sheets.size()) return {};
    return filing.sheets[part.number() - 1];
}

} // namespace tieout::detail
