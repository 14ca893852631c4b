// SPDX-License-Identifier: MIT
#include "write/json_writer.hpp"

#include "write/display.hpp"

namespace tieout::detail {

namespace {

/// What is no text, list or object; a text with all its escapes.
std::string dumped_by_library(const Json& value) {
    // What is not UTF-8 in the input never reaches the output.
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

void JsonWriter::quoted(std::string_view text) {
    if (!stands_in_json(text)) {
        text_ += escaped_in_json(dumped_by_library(text));
        return;
    }
    const std::size_t at = text_.size();
    text_.resize(at + text.size() + 2, '"');
    text.copy(text_.data() + at + 1, text.size());
}

void JsonWriter::tree(const Json& value) {
    if (value.is_object()) {
        object([&] { members(value); });
    } else if (value.is_array()) {
        list([&] {
            for (const Json& element : value) tree(element);
        });
    } else if (value.is_string()) {
        put(value.get_ref<const std::string&>());
    } else {
        next();
        text_ += dumped_by_library(value);
    }
}

void JsonWriter::members(const Json& object) {
    for (const auto& [key, value] : object.items()) this->key(key).tree(value);
}

} // namespace tieout::detail
