// SPDX-License-Identifier: MIT
#include "read/office/xml.hpp"

#include "read/formats/encoding.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace tieout::detail {

namespace {

/// Whether a tree of this text keeps within the limits; the depth is that of tags that are opened and not closed.
std::optional<Problem> beyond_limits(std::string_view text) {
    const auto limit = [](std::size_t most, std::string_view what) {
        return Problem{.kind = Problem::Kind::limit,
                       .expected = std::to_string(most) + " " + std::string(what)};
    };
    std::size_t tags = 0;
    std::size_t depth = 0;
    for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
        if (++tags > XmlLimits::tags) return limit(XmlLimits::tags, "values");
        const std::string_view tag = text.substr(at, 10);
        if (tag.starts_with("<!DOCTYPE") || tag.starts_with("<!ENTITY"))
            return Problem{.kind = Problem::Kind::damaged, .expected = "XML without a document type"};
        if (tag.starts_with("</")) {
            if (depth > 0) --depth;
        } else if (!tag.starts_with("<?") && !tag.starts_with("<!")) {
            const std::size_t end = text.find('>', at);
            if (end == text.npos || text[end - 1] != '/') ++depth;
            if (depth > XmlLimits::depth) return limit(XmlLimits::depth, "levels");
        }
    }
    if (static_cast<std::size_t>(std::count(text.begin(), text.end(), '=')) > XmlLimits::attributes)
        return limit(XmlLimits::attributes, "values");
    return std::nullopt;
}

/// "../media/x.xml" seen from "xl/worksheets/" is "xl/media/x.xml"; it never leads out of the archive.
std::string resolved(std::string_view folder, std::string_view target) {
    std::string path(target.starts_with('/') ? std::string_view() : folder);
    if (target.starts_with('/')) target.remove_prefix(1);
    while (!target.empty()) {
        const std::size_t end = std::min(target.find('/'), target.size());
        const std::string_view step = target.substr(0, end);
        if (step == "..") {
            if (!path.empty()) path.pop_back();
            const std::size_t slash = path.rfind('/');
            path.resize(slash == path.npos ? 0 : slash + 1);
        } else if (step != "." && !step.empty()) {
            path += step;
            if (end < target.size()) path += '/';
        }
        target.remove_prefix(std::min(end + 1, target.size()));
    }
    return path;
}

} // namespace

std::unique_ptr<XmlPart> read_xml(Archive& archive, const std::string& name, std::vector<Problem>& problems) {
    auto part = std::make_unique<XmlPart>();
    std::optional<std::string> text = archive.read(name);
    if (!text) {
        problems.push_back(*archive.fault());
        return nullptr;
    }
    part->text = std::move(*text);
    // The limits are those of the bytes that are parsed.
    if (part->text.starts_with("\xFF\xFE") || part->text.starts_with("\xFE\xFF"))
        part->text = decode(part->text).text;
    if (std::optional<Problem> problem = beyond_limits(part->text)) {
        problem->seen = name;
        problems.push_back(std::move(*problem));
        return nullptr;
    }
    constexpr unsigned how =
        pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata_single;
    const pugi::xml_parse_result result =
        part->tree.load_buffer_inplace(part->text.data(), part->text.size(), how, pugi::encoding_utf8);
    if (!result) {
        problems.push_back({.kind = Problem::Kind::damaged, .expected = "XML", .seen = name});
        return nullptr;
    }
    return part;
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) noexcept {
    for (const pugi::xml_node& child : node)
        if (is_named(child, name)) return child;
    return {};
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) noexcept {
    for (const pugi::xml_attribute& attribute : node.attributes())
        if (local_name(attribute.name()) == name) return attribute.value();
    return {};
}

std::optional<std::uint32_t> number_of(std::string_view text) noexcept {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

bool says_yes(std::string_view value) noexcept {
    return value.empty() || value == "1" || value == "true" || value == "on";
}

Relationships::Relationships(Archive& archive, std::string_view part, std::vector<Problem>& problems) {
    const std::size_t slash = part.rfind('/');
    const std::string folder(slash == part.npos ? std::string_view() : part.substr(0, slash + 1));
    const std::string name = folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
    if (!archive.holds(name)) return;
    const auto xml = read_xml(archive, name, problems);
    if (xml == nullptr) return;
    for (const pugi::xml_node& each : xml->tree.document_element()) {
        if (attribute_of(each, "TargetMode") == "External") continue;
        const std::string_view type = attribute_of(each, "Type");
        entries_.push_back({std::string(attribute_of(each, "Id")),
                            std::string(type.substr(type.rfind('/') + 1)),
                            resolved(folder, attribute_of(each, "Target"))});
    }
}

std::string Relationships::by_id(std::string_view id) const {
    for (const Entry& entry : entries_)
        if (entry.id == id) return entry.target;
    return {};
}

std::vector<std::string> Relationships::all_by_type(std::string_view type) const {
    std::vector<std::string> targets;
    for (const Entry& entry : entries_)
        if (entry.type == type) targets.push_back(entry.target);
    return targets;
}

std::string Relationships::by_type(std::string_view type) const {
    for (const Entry& entry : entries_)
        if (entry.type == type) return entry.target;
    return {};
}

} // namespace tieout::detail
