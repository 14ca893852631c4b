// SPDX-License-Identifier: MIT
#include "write/json_value.hpp"

#include "write/json_writer.hpp"

#include <utility>

namespace tieout::detail {

namespace {

void put_tree(JsonWriter& json, const Json& value) {
    if (value.is_object()) {
        json.object([&] {
            for (const auto& [key, member] : value.items()) put_tree(json.key(key), member);
        });
    } else if (value.is_array()) {
        json.list([&] {
            for (const Json& element : value) put_tree(json, element);
        });
    } else if (value.is_string()) {
        json.put(std::string_view(value.get_ref<const std::string&>()));
    } else {
        json.verbatim(value.dump());
    }
}

/// What the other writer writes, as a tree.
template <class Write>
Json tree_of(Write write) {
    JsonWriter json(JsonLayout::one_line);
    write(json);
    return Json::parse(std::move(json).take());
}

} // namespace

Json head_json(const DocumentInfo& document) {
    return tree_of([&](JsonWriter& json) { json.object([&] { write_head(json, document); }); });
}

Json problems_json(std::span<const Problem> problems, Language language) {
    return tree_of([&](JsonWriter& json) { write_problems(json, problems, language); });
}

std::string dumped(const Json& value, JsonLayout layout) {
    JsonWriter json(layout);
    put_tree(json, value);
    return std::move(json).take();
}

} // namespace tieout::detail
