// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_OFFICE_XML_HPP
#define TIEOUT_SRC_READ_OFFICE_XML_HPP

// The XML of office files, under limits: no document type, no entities of its own, so many elements, so deep.

#include "read/office/archive.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace tieout::detail {

struct XmlLimits {
    /// Beginnings of tags, of elements and their ends.
    static constexpr std::size_t tags = 8'000'000;
    static constexpr std::size_t attributes = 8'000'000;
    static constexpr std::size_t depth = 256;
};

/// A part of an office file as a tree, with the text that it points into.
struct XmlPart {
    std::string text{};
    pugi::xml_document tree{};
};

/// Reads a part.  Fails: nothing, with a problem added.
[[nodiscard]] std::unique_ptr<XmlPart> read_xml(Archive& archive, const std::string& name,
                                                std::vector<Problem>& problems);

/// A name without the prefix of its namespace: "w:tbl" is "tbl". Producers choose prefixes as they like.
[[nodiscard]] inline std::string_view local_name(const char* name) noexcept {
    const std::string_view whole = name;
    const std::size_t colon = whole.find(':');
    return colon == whole.npos ? whole : whole.substr(colon + 1);
}
[[nodiscard]] inline bool is_named(const pugi::xml_node& node, std::string_view name) noexcept {
    return local_name(node.name()) == name;
}

/// The first child of that local name; a null node if there is none.
[[nodiscard]] pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) noexcept;
/// The value of the attribute of that local name; empty if there is none.
[[nodiscard]] std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) noexcept;
/// A whole number; nothing if it is none.
[[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view text) noexcept;
/// Whether an attribute of a switch says yes: "1", "true", "on", or nothing at all.
[[nodiscard]] bool says_yes(std::string_view value) noexcept;

/// What the relationships of a part point to, by their ids and by the ends of their types.
class Relationships {
  public:
    /// Of a part, or of the whole file where `part` is empty. Without any if there are none.
    Relationships(Archive& archive, std::string_view part, std::vector<Problem>& problems);
    /// The name of the part in the archive; empty if there is none, or it is outside.
    [[nodiscard]] std::string by_id(std::string_view id) const;
    [[nodiscard]] std::string by_type(std::string_view type) const;
    [[nodiscard]] std::vector<std::string> all_by_type(std::string_view type) const;

  private:
    struct Entry {
        std::string id;
        std::string type;
        std::string target;
    };
    std::vector<Entry> entries_{};
};

} // namespace tieout::detail

#endif
