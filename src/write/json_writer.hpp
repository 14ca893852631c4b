// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_JSON_WRITER_HPP
#define TIEOUT_WRITE_JSON_WRITER_HPP

// Writes JSON from the beginning to the end, so that nothing of it is held as a tree: a report is made once for every
// finding of a stream.
//
//     JsonWriter json(JsonLayout::one_line);
//     json.object([&] {
//         json.member("id", names.id(0));
//         json.key("checks").list([&] { json.put("T07@/expenditure/executed"); });
//     });
//     return std::move(json).take();

#include <tieout/numbers/decimal.hpp>
#include <tieout/write/json.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace tieout::detail {

class JsonWriter {
  public:
    explicit JsonWriter(JsonLayout layout) : indented_(layout == JsonLayout::indented) {
        constexpr std::size_t usual_report = std::size_t{1} << 13U;
        text_.reserve(usual_report);
    }

    /// An object; `members` writes what is in it.
    template <class Members>
    void object(Members members) {
        open('{');
        members();
        close('}');
    }
    /// A list; `elements` writes what is in it.
    template <class Elements>
    void list(Elements elements) {
        open('[');
        elements();
        close(']');
    }

    /// The key of the member that is written next.
    JsonWriter& key(std::string_view key) {
        next();
        quoted(key);
        text_ += indented_ ? ": " : ":";
        after_key_ = true;
        return *this;
    }
    void put(std::string_view text) {
        next();
        quoted(text);
    }
    /// A number as text, with its digits: what reads JSON may know binary fractions only.
    void put(const Decimal& number) {
        char digits[decimal_text_max];
        next();
        text_ += '"';
        text_.append(digits, write(number, digits));
        text_ += '"';
    }
    void put(std::integral auto count_or_truth) {
        next();
        if constexpr (std::same_as<decltype(count_or_truth), bool>) {
            text_ += count_or_truth ? "true" : "false";
        } else {
            char digits[24];
            text_.append(digits, std::to_chars(digits, digits + sizeof(digits), count_or_truth).ptr);
        }
    }
    /// What is JSON already: a number, true, false, null.
    void verbatim(std::string_view json) {
        next();
        text_ += json;
    }

    template <class Value>
    void member(std::string_view key, const Value& value) {
        this->key(key).put(value);
    }
    /// A member that is left out where there is nothing.
    void member_if_any(std::string_view key, std::string_view text) {
        if (!text.empty()) member(key, text);
    }

    [[nodiscard]] std::string take() && { return std::move(text_); }

  private:
    /// Begins a value, a member or an element.
    void next() {
        if (after_key_) {
            after_key_ = false;
            return;
        }
        if (depth_ == 0) return;
        if (!nothing_yet_) text_ += ',';
        nothing_yet_ = false;
        new_line();
    }
    void new_line() {
        if (!indented_) return;
        constexpr std::size_t step = 2;
        text_ += '\n';
        text_.append(step * depth_, ' ');
    }
    void open(char bracket) {
        next();
        text_ += bracket;
        ++depth_;
        nothing_yet_ = true;
    }
    void close(char bracket) {
        --depth_;
        if (!nothing_yet_) new_line();
        nothing_yet_ = false;
        text_ += bracket;
    }
    void quoted(std::string_view text);

    std::string text_;
    std::size_t depth_ = 0;
    bool nothing_yet_ = false; ///< in the object or list that is being written
    bool after_key_ = false;
    bool indented_;
};

/// The members that every document has in the output: where it is from.
void write_head(JsonWriter& json, const DocumentInfo& document);
/// What could not be understood of it, as a list.
void write_problems(JsonWriter& json, std::span<const Problem> problems, Language language);

} // namespace tieout::detail

#endif
