// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_JSON_JSON_TREE_HPP
#define TIEOUT_SRC_READ_JSON_JSON_TREE_HPP

// A JSON text as a flat tree: every value was visited, numbers are still the characters that they are written with,
// and each value knows the byte where it stands. A tree is valid until its parser reads again.

#include "complaints.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

enum class JsonKind : std::uint8_t {
    null,
    boolean,
    number,
    string,
    list,
    object,
    skipped ///< nested too deep: complained of, and not read
};

/// One value. Values lie in the order of the text, so that what a list or an object holds follows it.
struct JsonValue {
    JsonKind kind = JsonKind::null;
    /// The object gave this key before.
    bool key_repeated = false;
    std::uint32_t parent = 0;
    /// Place in the list.
    std::uint32_t index = 0;
    /// The position after everything that it holds.
    std::uint32_t end = 0;
    std::uint32_t offset = 0;
    std::uint32_t key_offset = 0;
    /// Of a member of an object, without its escapes.
    std::string_view key{};
    /// A string without its escapes; the token of a number or a truth value.
    std::string_view text{};
};

class JsonTree {
  public:
    using At = std::uint32_t;
    static constexpr At root = 0;

    [[nodiscard]] const JsonValue& operator[](At at) const noexcept { return values_[at]; }
    /// Calls visit(position) for each value that a list or an object holds.
    template <class Visit>
    void each(At at, Visit visit) const {
        for (At child = at + 1; child < values_[at].end; child = values_[child].end) visit(child);
    }
    [[nodiscard]] bool holds_nothing(At at) const noexcept { return values_[at].end == at + 1; }
    /// How many values a list or an object holds.
    [[nodiscard]] std::size_t size_of(At at) const {
        std::size_t count = 0;
        each(at, [&](At) { ++count; });
        return count;
    }
    [[nodiscard]] std::string pointer(At at) const;
    /// The text from that value on, cut to a readable length.
    [[nodiscard]] std::string excerpt(At at) const;

  private:
    friend class JsonParser;
    std::vector<JsonValue> values_;
    std::string_view text_;
};

/// Reads JSON texts, one after the other.
class JsonParser {
  public:
    JsonParser();
    ~JsonParser();
    /// Nothing if the text is no JSON object; then the complaint says why. Duplicate keys are complained of.
    [[nodiscard]] const JsonTree* parse(std::string_view text, Complaints& complaints);

  private:
    struct Engine;
    class Visit;
    std::unique_ptr<Engine> engine_;
    JsonTree tree_;
};

} // namespace tieout::detail

#endif
