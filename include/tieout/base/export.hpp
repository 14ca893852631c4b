// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BASE_EXPORT_HPP
#define TIEOUT_BASE_EXPORT_HPP

// What a shared library of tieout shows to those who link it: what is marked TIEOUT_API, and nothing else. Everything
// that is declared in a public header and defined in src/ is marked.
//
//     TIEOUT_API [[nodiscard]] std::span<const Rule> rules() noexcept;
//     class TIEOUT_API Names { … };

#if defined(__GNUC__) && !defined(_WIN32)
#define TIEOUT_API [[gnu::visibility("default")]]
#else
#define TIEOUT_API
#endif

#endif
