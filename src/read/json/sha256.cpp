// SPDX-License-Identifier: MIT
#include "sha256.hpp"

#include <array>
#include <cstdint>

#include <nettle/sha2.h>

namespace tieout::detail {

struct Sha256::Context {
    sha256_ctx hash;
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { sha256_init(&context_->hash); }
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    sha256_update(&context_->hash, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Sha256::hexadecimal() {
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context_->hash, digest.size(), digest.data());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

std::string sha256(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hexadecimal();
}

} // namespace tieout::detail
