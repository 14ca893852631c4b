// SPDX-License-Identifier: MIT
#include "complaints.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/read/json.hpp>

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::size_t excerpt_characters_max = 40;

} // namespace

void LineColumn::go_to(std::size_t offset) noexcept {
    if (offset < at_) {
        at_ = 0;
        line_ = first_line_;
        column_ = 1;
    }
    for (const std::size_t end = std::min(offset, text_.size()); at_ < end; ++at_) {
        if (text_[at_] == '\n') {
            ++line_;
            column_ = 1;
        } else if (!continues_utf8(text_[at_])) {
            ++column_;
        }
    }
}

bool Complaints::full() const noexcept { return held_.size() > ReadLimits::problems; }

std::vector<Problem> Complaints::located(std::string_view text, std::string_view source,
                                         std::size_t first_line) && {
    if (full()) {
        Complaint& last = held_.back();
        last = {Problem::Kind::limit,
                last.offset,
                std::move(last.pointer),
                std::to_string(ReadLimits::problems) + " problems",
                {}};
    }
    std::stable_sort(held_.begin(), held_.end(),
                     [](const Complaint& a, const Complaint& b) { return a.offset < b.offset; });
    std::vector<Problem> problems;
    problems.reserve(held_.size());
    LineColumn place(text, first_line);
    for (Complaint& complaint : held_) {
        place.go_to(complaint.offset);
        problems.push_back({complaint.kind, std::string(source), place.line(), place.column(),
                            std::move(complaint.pointer), std::move(complaint.expected),
                            std::move(complaint.seen)});
    }
    return problems;
}

std::string excerpt(std::string_view text) {
    std::size_t at = 0;
    for (std::size_t characters = 0; at < text.size(); ++characters) {
        if (characters == excerpt_characters_max) return std::string(text.substr(0, at)) + "…";
        at += std::max<std::size_t>(1, decode_utf8(text, at).length);
    }
    return std::string(text);
}

} // namespace tieout::detail
