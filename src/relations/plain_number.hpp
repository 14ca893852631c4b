// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_PLAIN_NUMBER_HPP
#define TIEOUT_SRC_RELATIONS_PLAIN_NUMBER_HPP

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// A number of everyday size as its digits stand there: digits × 10^-scale.
struct PlainNumber {
    std::int64_t digits = 0;
    std::int32_t scale = 0;
};

/// A 0 without decimals, which has no precision of its own.
[[nodiscard]] inline bool is_lone_zero(const PlainNumber& number) noexcept {
    return number.digits == 0 && number.scale == 0;
}

/// The numbers of a text, in its order. Their scales lie together as bytes: texts that one program writes have the same,
/// and what follows from them need not be computed again.
class PlainNumbers {
  public:
    /// Makes room for so many.
    void clear(std::size_t most) {
        size_ = 0;
        if (digits_.size() >= most) return;
        digits_.resize(most);
        forms_.resize(most);
    }
    void push_back(const PlainNumber& number) noexcept {
        assert(size_ < digits_.size());
        digits_[size_] = number.digits;
        forms_[size_] = static_cast<char>(is_lone_zero(number) ? lone_zero : number.scale);
        ++size_;
    }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] std::int64_t digits(std::size_t index) const noexcept { return digits_[index]; }
    [[nodiscard]] std::int32_t scale(std::size_t index) const noexcept {
        return forms_[index] == lone_zero ? 0 : forms_[index];
    }
    [[nodiscard]] PlainNumber operator[](std::size_t index) const noexcept {
        return {digits(index), scale(index)};
    }
    /// For each number a byte, by which its scale is known, and whether it is a lone zero.
    [[nodiscard]] std::string_view forms() const noexcept { return {forms_.data(), size_}; }

  private:
    static constexpr char lone_zero = 127;

    std::vector<std::int64_t> digits_;
    std::vector<char> forms_;
    std::size_t size_ = 0;
};

} // namespace tieout::detail

#endif
