// SPDX-License-Identifier: MIT
#include "sha256.hpp"

#include <array>
#include <cstdint>
#include <sys/types.h>

#include <sha2.h>

namespace tieout::detail {

struct Sha256::Context {
    SHA2_CTX hash;
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { SHA256Init(&context_->hash); }
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    SHA256Update(&context_->hash, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::string Sha256::hexadecimal() {
    std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
    SHA256Final(digest.data(), &context_->hash);
    SHA256Init(&context_->hash);
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
