// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BASE_RESULT_HPP
#define TIEOUT_BASE_RESULT_HPP

// A value, or the reason why there is none.
//
//     Result<Decimal, NumberError> read = parse_decimal("20.70");
//     if (read) use(*read); else complain(read.error());
//
// Asking for the half that is not there ends the program with a message, in every build: never a number, never undefined.
// The C++23 library calls this std::expected; until then this is the part of it that tieout needs.

#include <tieout/base/fatal.hpp>
#include <tieout/base/lifetime.hpp>

#include <optional>
#include <string_view>
#include <utility>

namespace tieout {

/// An error on its way into a Result; see fail().
template <class E>
struct Failure {
    E error;
};

/// Makes the failing Result of whatever type the function returns.
/// Example: return fail(NumberError{NumberFault::empty, 0});
template <class E>
constexpr Failure<E> fail(E error) {
    return Failure<E>{std::move(error)};
}

/// Either a T or an E, never both and never neither. E has a default constructor.
template <class T, class E>
class [[nodiscard]] Result {
  public:
    using value_type = T;
    using error_type = E;

    constexpr Result(T value) : value_(std::move(value)) {}
    constexpr Result(Failure<E> failure) : error_(std::move(failure.error)) {}

    constexpr bool has_value() const noexcept { return value_.has_value(); }
    constexpr explicit operator bool() const noexcept { return has_value(); }

    /// Fails: it holds an error; the program then ends with a message. Of a temporary the value itself, not a reference.
    constexpr const T& value() const& TIEOUT_LIFETIMEBOUND {
        if (!has_value()) value_of_error();
        return *value_;
    }
    constexpr T& value() & TIEOUT_LIFETIMEBOUND {
        if (!has_value()) value_of_error();
        return *value_;
    }
    constexpr T value() && {
        if (!has_value()) value_of_error();
        return std::move(*value_);
    }
    constexpr const T& operator*() const& TIEOUT_LIFETIMEBOUND { return value(); }
    constexpr T& operator*() & TIEOUT_LIFETIMEBOUND { return value(); }
    constexpr T operator*() && { return std::move(*this).value(); }
    constexpr const T* operator->() const TIEOUT_LIFETIMEBOUND { return &value(); }
    constexpr T* operator->() TIEOUT_LIFETIMEBOUND { return &value(); }

    /// Fails: it holds a value; the program then ends with a message.
    constexpr const E& error() const& TIEOUT_LIFETIMEBOUND {
        if (has_value()) error_of_value();
        return error_;
    }
    constexpr E error() && {
        if (has_value()) error_of_value();
        return std::move(error_);
    }

    template <class U>
    constexpr T value_or(U&& other) const& {
        return has_value() ? value() : static_cast<T>(std::forward<U>(other));
    }

    friend constexpr bool operator==(const Result&, const Result&) = default;

  private:
    // Their names, with the types, are part of the message.
    [[noreturn]] void value_of_error() const noexcept {
        std::string_view why;
        if constexpr (requires(const E& error) { std::string_view(message_of(error)); })
            why = message_of(error_);
        detail::fatal("value() was asked of a Result that holds an error", why, TIEOUT_FUNCTION);
    }
    [[noreturn]] void error_of_value() const noexcept {
        detail::fatal("error() was asked of a Result that holds a value", {}, TIEOUT_FUNCTION);
    }

    // Not a variant: that header costs more to compile than the rest of this one.
    std::optional<T> value_;
    E error_{};
};

} // namespace tieout

#endif // TIEOUT_BASE_RESULT_HPP
