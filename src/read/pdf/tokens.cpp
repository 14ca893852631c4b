// SPDX-License-Identifier: MIT
#include "read/pdf/tokens.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "read/pdf/words.hpp"

namespace tieout::detail {

namespace {

enum class Class : std::uint8_t { regular, white, delimiter };

constexpr std::array<Class, 256> classes = [] {
    std::array<Class, 256> table{};
    using namespace std::string_view_literals;
    for (const char c : "\0\t\n\f\r "sv) table[static_cast<unsigned char>(c)] = Class::white;
    for (const char c : "()<>[]{}/%"sv) table[static_cast<unsigned char>(c)] = Class::delimiter;
    return table;
}();

constexpr Class class_of(char c) noexcept { return classes[static_cast<unsigned char>(c)]; }

} // namespace

void Tokens::skip_white() noexcept {
    for (; at_ < content_.size(); ++at_) {
        if (content_[at_] == '%') {
            at_ = std::min(content_.find_first_of("\r\n", at_), content_.size());
            if (at_ == content_.size()) return;
        }
        if (class_of(content_[at_]) != Class::white) return;
    }
}

void Tokens::skip_string() noexcept {
    std::size_t open = 0;
    for (; at_ < content_.size(); ++at_) {
        const char c = content_[at_];
        if (c == '\\') {
            ++at_;
        } else if (c == '(') {
            ++open;
        } else if (c == ')' && --open == 0) {
            ++at_;
            return;
        }
    }
    at_ = content_.size();
}

ContentToken Tokens::next() noexcept {
    for (;;) {
        skip_white();
        if (at_ >= content_.size()) return {};
        const char c = content_[at_];
        if (c == '(') {
            skip_string();
            return {ContentToken::Kind::text, {}, 0};
        }
        if (c == '<' && content_.substr(at_, 2) != "<<") {
            at_ = std::min(content_.find('>', at_), content_.size() - 1) + 1;
            return {ContentToken::Kind::text, {}, 0};
        }
        const bool name = c == '/';
        if (class_of(c) == Class::delimiter && !name) {
            ++at_;
            continue;
        }
        const std::size_t begin = at_ + (name ? 1 : 0);
        for (at_ = begin; at_ < content_.size() && class_of(content_[at_]) == Class::regular;) ++at_;
        const std::string_view spelled = content_.substr(begin, at_ - begin);
        if (name) return {ContentToken::Kind::name, spelled, 0};
        std::string_view rest = spelled;
        if (const std::optional<Fixed> number = take_fixed(rest); number && rest.empty())
            return {ContentToken::Kind::number, {}, *number};
        return {ContentToken::Kind::word, spelled, 0};
    }
}

void Tokens::skip_picture() noexcept {
    // Its bytes may hold EI, too, but seldom between white space and before what is text again.
    for (std::size_t found = at_; (found = content_.find("EI", found)) != content_.npos; found += 2) {
        const bool before = found > at_ && class_of(content_[found - 1]) == Class::white;
        const bool behind = found + 2 >= content_.size() || class_of(content_[found + 2]) == Class::white;
        if (!before || !behind) continue;
        const std::string_view more = content_.substr(found + 2, 16);
        if (std::any_of(more.begin(), more.end(), [](char c) {
                return static_cast<unsigned char>(c) >= 0x7F || (c < ' ' && class_of(c) != Class::white);
            }))
            continue;
        at_ = found + 2;
        return;
    }
    at_ = content_.size();
}

} // namespace tieout::detail
