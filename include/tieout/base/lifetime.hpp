// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BASE_LIFETIME_HPP
#define TIEOUT_BASE_LIFETIME_HPP

// What refers to something that it was given says so here, and refuses to be given a temporary.
//
//     std::span<const Figure> statements() const TIEOUT_LIFETIMEBOUND;
//     template <detail::TemporaryOf<Filing> F>
//     void find_figure(F&&, std::string_view) { static_assert(detail::kept<F>, "keep the filing in a variable"); }

#include <concepts>
#include <type_traits>

/// The result refers to this parameter, or behind a member function to its object: Clang warns where that would not
/// live long enough.
#if defined(__has_cpp_attribute)
#if __has_cpp_attribute(clang::lifetimebound)
#define TIEOUT_LIFETIMEBOUND [[clang::lifetimebound]]
#endif
#endif
#ifndef TIEOUT_LIFETIMEBOUND
#define TIEOUT_LIFETIMEBOUND
#endif

namespace tieout::detail {

/// T, deduced of a parameter T&&, is a temporary of the type Of, constant or not.
template <class T, class Of>
concept TemporaryOf = std::same_as<std::remove_cv_t<T>, Of>;

/// Whether what a parameter T&& was given is a variable. A function that a TemporaryOf has chosen asserts it, so that
/// compiling ends with its message.
template <class T>
inline constexpr bool kept = std::is_lvalue_reference_v<T>;

} // namespace tieout::detail

#endif
