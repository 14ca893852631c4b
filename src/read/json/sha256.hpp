// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_JSON_SHA256_HPP
#define TIEOUT_SRC_READ_JSON_SHA256_HPP

// The SHA-256 digest of what was read, so that a result says which bytes it speaks of.

#include <memory>
#include <string>
#include <string_view>

namespace tieout::detail {

/// A digest of bytes that come in pieces.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    void add(std::string_view bytes);
    /// In lower-case hexadecimal; begins anew.
    [[nodiscard]] std::string hexadecimal();

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

[[nodiscard]] std::string sha256(std::string_view bytes);

} // namespace tieout::detail

#endif
