// SPDX-License-Identifier: MIT
#include "json_tree.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/model/walk.hpp>
#include <tieout/read/json.hpp>

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <optional>
#include <utility>

namespace tieout::detail {

namespace ondemand = simdjson::ondemand;

namespace {

bool is_json_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view without_space_after(std::string_view text) noexcept {
    while (!text.empty() && is_json_space(text.back())) text.remove_suffix(1);
    return text;
}

/// The first byte that is not UTF-8.
std::size_t first_invalid(std::string_view text) noexcept {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::uint8_t length = decode_utf8(text, at).length;
        if (length == 0) break;
        at += length;
    }
    return at;
}

/// Where a string is not closed or holds a control character; for texts that are known to have such a place.
std::size_t bad_string(std::string_view text) noexcept {
    std::size_t quote = text.size();
    bool inside = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inside && static_cast<unsigned char>(c) < 0x20) return at;
        if (inside && c == '\\') {
            ++at;
        } else if (c == '"') {
            inside = !inside;
            quote = at;
        }
    }
    return inside ? quote : text.size();
}

/// What the parser missed, as far as it says.
std::string_view expectation(simdjson::error_code error) noexcept {
    switch (error) {
    case simdjson::UNCLOSED_STRING:
        return "end of string";
    case simdjson::UNESCAPED_CHARS:
        return "escaped control character";
    case simdjson::STRING_ERROR:
        return "string";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
        return "closing bracket";
    default:
        return "JSON";
    }
}

} // namespace

std::string JsonTree::pointer(At at) const {
    std::vector<At> path;
    for (; at != root; at = values_[at].parent) path.push_back(at);
    std::string pointer;
    for (auto step = path.rbegin(); step != path.rend(); ++step) {
        const JsonValue& value = values_[*step];
        if (values_[value.parent].kind == JsonKind::list)
            append_step(pointer, std::to_string(value.index));
        else if (value.key.size() <= 4 * ReadLimits::id_length)
            append_step(pointer, value.key);
        else
            append_step(pointer, detail::excerpt(value.key)); // every problem below it has it in its place
    }
    return pointer;
}

std::string JsonTree::excerpt(At at) const {
    std::string_view text = text_.substr(values_[at].offset);
    text = text.substr(0, text.find_first_of("\r\n"));
    const JsonKind kind = values_[at].kind;
    if (kind == JsonKind::number || kind == JsonKind::boolean) text = values_[at].text;
    if (kind == JsonKind::null) text = "null";
    if (kind == JsonKind::string) {
        std::size_t end = 1;
        while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
        text = text.substr(0, end + 1);
    }
    return detail::excerpt(text);
}

/// The parser, and a copy of the text with the space that it wants to read beyond the end.
struct JsonParser::Engine {
    ondemand::parser parser{};
    std::vector<char> padded{};
};

/// One walk over one text.
class JsonParser::Visit {
  public:
    Visit(Engine& engine, JsonTree& tree, Complaints& complaints)
        : engine_(engine), tree_(tree), complaints_(complaints) {}

    bool document(std::string_view text) {
        const char* const start = engine_.padded.data();
        ondemand::document document;
        const auto error = engine_.parser.iterate(start, text.size(), engine_.padded.size()).get(document);
        if (error == simdjson::MEMALLOC) throw std::bad_alloc();
        if (error == simdjson::UTF8_ERROR) {
            const std::size_t at = first_invalid(text);
            return refuse(Problem::Kind::encoding, at, "UTF-8", {});
        }
        if (error == simdjson::UNCLOSED_STRING || error == simdjson::UNESCAPED_CHARS) {
            return refuse_json(bad_string(text), expectation(error));
        }
        if (error != simdjson::SUCCESS) return refuse_json(text.size(), expectation(error));
        document_ = &document;
        ondemand::value object;
        if (!took(document.get_value().get(object)) || !value(object, {})) return false;
        const char* beyond = nullptr;
        if (document.current_location().get(beyond) == simdjson::SUCCESS) {
            return refuse_json(offset_of(beyond), "end of text");
        }
        return true;
    }

  private:
    using At = JsonTree::At;

    struct Key {
        At parent = 0;
        std::uint32_t index = 0;
        std::uint32_t offset = 0;
        std::string_view text{};
    };

    /// Reads one value and all that it holds.
    bool value(ondemand::value& from, const Key& key) {
        std::vector<JsonValue>& values = tree_.values_;
        const std::string_view token = without_space_after(from.raw_json_token());
        const std::size_t offset = offset_of(token.data());
        if (values.size() == ReadLimits::values) {
            return refuse(Problem::Kind::limit, offset, std::to_string(ReadLimits::values) + " values", {});
        }
        const auto at = static_cast<At>(values.size());
        values.push_back({.parent = key.parent,
                          .index = key.index,
                          .end = at + 1,
                          .offset = static_cast<std::uint32_t>(offset),
                          .key_offset = key.offset,
                          .key = key.text,
                          .text = token});
        inside_ = key.parent;
        const char first = token.empty() ? '\0' : token.front();
        const bool nested = first == '{' || first == '[';
        if (nested && depth_ == ReadLimits::nesting) {
            values[at].kind = JsonKind::skipped;
            if (!complaints_.full()) {
                complaints_.add({Problem::Kind::limit,
                                 offset,
                                 tree_.pointer(at),
                                 std::to_string(ReadLimits::nesting) + " levels",
                                 {}});
            }
            return true;
        }
        depth_ += nested ? 1 : 0;
        bool good = true;
        if (first == '{')
            good = object(from, at);
        else if (first == '[')
            good = list(from, at);
        else if (first == '"')
            good = string(from, at, token);
        else if (first == '-' || (first >= '0' && first <= '9'))
            values[at].kind = JsonKind::number;
        else if (token == "true" || token == "false")
            values[at].kind = JsonKind::boolean;
        else if (token == "null")
            values[at].kind = JsonKind::null;
        else
            good = refuse_json(offset, "value");
        depth_ -= nested ? 1 : 0;
        if (good) tree_.values_[at].end = static_cast<At>(tree_.values_.size());
        return good;
    }

    bool object(ondemand::value& from, At at) {
        tree_.values_[at].kind = JsonKind::object;
        ondemand::object object;
        if (!took(from.get_object().get(object))) return false;
        for (auto entry : object) {
            inside_ = at;
            ondemand::field field;
            if (!took(std::move(entry).get(field))) return false;
            const char* const raw = field.key().raw() - 1;
            std::string_view key;
            if (field.unescaped_key().get(key) != simdjson::SUCCESS ||
                (is_escaped(raw + 1, key.size()) && !is_text(key)))
                return refuse_json(offset_of(raw), "string");
            if (!value(field.value(), {at, 0, static_cast<std::uint32_t>(offset_of(raw)), key})) return false;
        }
        mark_repeated_keys(at);
        return true;
    }

    bool list(ondemand::value& from, At at) {
        tree_.values_[at].kind = JsonKind::list;
        ondemand::array array;
        if (!took(from.get_array().get(array))) return false;
        std::uint32_t index = 0;
        for (auto entry : array) {
            inside_ = at;
            ondemand::value element;
            if (!took(std::move(entry).get(element)) || !value(element, {at, index++, 0, {}})) return false;
        }
        return true;
    }

    bool string(ondemand::value& from, At at, std::string_view token) {
        std::string_view text;
        if (from.get_string().get(text) != simdjson::SUCCESS ||
            (text.size() + 2 != token.size() && !is_text(text)))
            return refuse_json(offset_of(token.data()), "string");
        tree_.values_[at].kind = JsonKind::string;
        tree_.values_[at].text = text;
        return true;
    }

    /// Whether a string of that many bytes was written with escapes: the first of them stands among as many bytes.
    static bool is_escaped(const char* written, std::size_t size) noexcept {
        return std::memchr(written, '\\', size) != nullptr;
    }
    /// Half of a pair of surrogates may be escaped, but is no character.
    static bool is_text(std::string_view text) noexcept { return first_invalid(text) == text.size(); }

    /// Everything was read before, so the members are there to compare.
    void mark_repeated_keys(At object) {
        std::vector<JsonValue>& values = tree_.values_;
        const auto end = static_cast<At>(values.size());
        const std::size_t first = keys_.size();
        for (At child = object + 1; child < end; child = values[child].end) keys_.push_back(child);
        if (surely_different(keys_, first)) return keys_.resize(first);
        const auto begin = keys_.begin() + static_cast<std::ptrdiff_t>(first);
        std::sort(begin, keys_.end(), [&](At a, At b) {
            const int order = values[a].key.compare(values[b].key);
            return order != 0 ? order < 0 : a < b;
        });
        for (std::size_t i = first + 1; i < keys_.size(); ++i) {
            JsonValue& repeated = values[keys_[i]];
            if (values[keys_[i - 1]].key != repeated.key) continue;
            repeated.key_repeated = true;
            if (complaints_.full()) continue;
            complaints_.add({Problem::Kind::duplicate_key,
                             repeated.key_offset,
                             tree_.pointer(keys_[i]),
                             {},
                             detail::excerpt(repeated.key)});
        }
        keys_.resize(first);
    }

    /// Whether no two of a few keys agree in length and last character: those of most objects.
    [[nodiscard]] bool surely_different(const std::vector<At>& keys, std::size_t first) const {
        constexpr std::size_t few = 12;
        if (keys.size() - first > few) return false;
        const auto alike = [](std::string_view a, std::string_view b) {
            return a.size() == b.size() && (a.empty() || a.back() == b.back());
        };
        for (std::size_t i = first; i < keys.size(); ++i)
            for (std::size_t k = first; k < i; ++k)
                if (alike(tree_.values_[keys[i]].key, tree_.values_[keys[k]].key)) return false;
        return true;
    }

    bool took(simdjson::error_code error) {
        return error == simdjson::SUCCESS || refuse_json(location(), expectation(error));
    }
    bool refuse_json(std::size_t offset, std::string_view expected) {
        const std::string_view rest = tree_.text_.substr(std::min(offset, tree_.text_.size()));
        if (rest.empty()) expected = "more text";
        return refuse(Problem::Kind::not_json, offset, expected,
                      detail::excerpt(rest.substr(0, rest.find_first_of("\r\n"))));
    }
    bool refuse(Problem::Kind kind, std::size_t offset, std::string_view expected, std::string seen) {
        complaints_.add({kind, offset, tree_.values_.empty() ? std::string() : tree_.pointer(inside_),
                         std::string(expected), std::move(seen)});
        return false;
    }

    std::size_t offset_of(const char* place) const noexcept {
        return static_cast<std::size_t>(place - engine_.padded.data());
    }
    /// Where the parser stands now.
    std::size_t location() const noexcept {
        const char* place = nullptr;
        if (document_->current_location().get(place) != simdjson::SUCCESS) return tree_.text_.size();
        return std::min(offset_of(place), tree_.text_.size());
    }

    Engine& engine_;
    JsonTree& tree_;
    Complaints& complaints_;
    ondemand::document* document_ = nullptr;
    std::size_t depth_ = 0;
    At inside_ = 0;
    std::vector<At> keys_;
};

JsonParser::JsonParser() : engine_(std::make_unique<Engine>()) {}
JsonParser::~JsonParser() = default;

const JsonTree* JsonParser::parse(std::string_view text, Complaints& complaints) {
    tree_.values_.clear();
    tree_.text_ = text;
    const std::size_t first =
        static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_json_space) - text.begin());
    const auto refuse = [&](Problem::Kind kind, std::size_t offset, std::string expected, std::string seen) {
        complaints.add({kind, offset, {}, std::move(expected), std::move(seen)});
        return nullptr;
    };
    if (text.size() > ReadLimits::document_bytes) {
        return refuse(Problem::Kind::limit, 0, std::to_string(ReadLimits::document_bytes >> 20U) + " MiB",
                      {});
    }
    if (first == text.size()) return refuse(Problem::Kind::not_json, first, "object", {});
    const bool wide = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
                      text.starts_with(std::string_view("{\0", 2)) ||
                      text.starts_with(std::string_view("\0{", 2));
    if (wide) return refuse(Problem::Kind::encoding, 0, "UTF-8", "UTF-16");
    if (text[first] != '{') {
        const std::string_view rest = text.substr(first);
        const std::string_view token = rest.substr(0, rest.find_first_of(" \t\r\n"));
        const bool value = token[0] == '[' || token[0] == '"' || token[0] == '-' ||
                           (token[0] >= '0' && token[0] <= '9') || token == "true" || token == "false" ||
                           token == "null";
        return refuse(value ? Problem::Kind::wrong_type : Problem::Kind::not_json, first, "object",
                      detail::excerpt(rest.substr(0, rest.find_first_of("\r\n"))));
    }
    engine_->padded.resize(text.size() + simdjson::SIMDJSON_PADDING);
    std::memcpy(engine_->padded.data(), text.data(), text.size());
    std::memset(engine_->padded.data() + text.size(), ' ', simdjson::SIMDJSON_PADDING);
    if (!Visit(*engine_, tree_, complaints).document(text)) return nullptr;
    return &tree_;
}

} // namespace tieout::detail
