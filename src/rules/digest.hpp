// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_DIGEST_HPP
#define TIEOUT_SRC_RULES_DIGEST_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tieout::detail {

/// FNV-1a, 64 bits: it names a version of the rules and protects nothing.
class Digest {
  public:
    void add(std::string_view text) noexcept {
        for (const char c : text) {
            hash_ ^= static_cast<unsigned char>(c);
            hash_ *= 1099511628211U;
        }
    }
    /// In hexadecimal.
    [[nodiscard]] std::string text() const {
        std::uint64_t rest = hash_;
        std::string text(16, '0');
        for (std::size_t i = 16; i-- > 0; rest >>= 4) text[i] = "0123456789abcdef"[rest & 15];
        return text;
    }

  private:
    std::uint64_t hash_ = 14695981039346656037U;
};

} // namespace tieout::detail

#endif
