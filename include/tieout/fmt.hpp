// SPDX-License-Identifier: MIT
#ifndef TIEOUT_FMT_HPP
#define TIEOUT_FMT_HPP

// Prints numbers with fmt and to streams.
//
//     fmt::format("{}", 1709.11_wan);                  // "1709.11万元": exactly what is held
//     fmt::format("{:,}", 14754300_yuan);              // "14,754,300元"
//     fmt::format("{:.3}", 96.63_pct);                 // "96.630%"; throws fmt::format_error if digits were lost
//     fmt::format("{:.1half_up}", 96.63_pct);          // "96.6%": lossy only with a named rounding
//     fmt::format("{}", 2608_dec / 2930_dec);          // "2608/2930"
//     fmt::format("{:.4half_up}", 2608_dec / 2930_dec) // "0.8901"
//
// The format is [,][.N[rounding]]: thousands separators, decimals, and one of the names of rounding.hpp. Without a
// rounding, N decimals are only for numbers that have no more. A Unit takes no format.

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

// Not <fmt/format.h>, which costs an includer twice as much: it is for those who format more than these.
#include <fmt/core.h>

#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/interval.hpp>
#include <tieout/numbers/money.hpp>
#include <tieout/numbers/percent.hpp>
#include <tieout/numbers/ratio.hpp>
#include <tieout/numbers/unit.hpp>

namespace tieout::detail {

/// Fails: throws fmt::format_error, and stops the compiler where the format string is a literal.
[[noreturn]] inline void fail_to_format(const char* message) {
#if FMT_VERSION >= 110000
    fmt::report_error(message);
#else
    fmt::detail::throw_format_error(message);
#endif
}

/// One number as text, without allocation.
class NumberText {
  public:
    constexpr NumberText(const Decimal& d, bool grouped) noexcept {
        char plain[decimal_text_max] = {};
        const std::string_view text(plain, static_cast<std::size_t>(write(d, plain) - plain));
        const std::size_t point = text.find('.');
        const std::size_t whole_end = point == std::string_view::npos ? text.size() : point;
        const std::size_t whole_begin = text.starts_with('-') ? 1 : 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (grouped && i > whole_begin && i < whole_end && (whole_end - i) % 3 == 0) text_[size_++] = ',';
            text_[size_++] = text[i];
        }
    }
    constexpr std::string_view view() const noexcept { return {text_, size_}; }

  private:
    char text_[decimal_text_max + decimal_text_max / 3 + 1] = {};
    std::size_t size_ = 0;
};

/// The format [,][.N[rounding]], read while compiling where the format string is a literal.
class NumberFormat {
  public:
    constexpr auto parse(fmt::format_parse_context& context) {
        auto at = context.begin();
        const auto end = context.end();
        if (at != end && *at == ',') {
            grouped_ = true;
            ++at;
        }
        if (at != end && *at == '.') {
            ++at;
            if (at == end || !is_digit(*at)) fail_to_format("expected the number of decimals");
            int scale = 0;
            for (; at != end && is_digit(*at); ++at) {
                scale = scale * 10 + (*at - '0');
                if (scale > decimal_scale_max) fail_to_format("too many decimals");
            }
            scale_ = scale;
            const auto name = at;
            while (at != end && *at != '}') ++at;
            if (at != name) {
                rounding_ = rounding_named(std::string_view(&*name, static_cast<std::size_t>(at - name)));
                if (!rounding_) fail_to_format("expected the name of a rounding");
            }
        }
        if (at != end && *at != '}') fail_to_format("expected [,][.decimals[rounding]]");
        return at;
    }

    constexpr bool has_scale() const noexcept { return scale_.has_value(); }
    constexpr bool has_rounding() const noexcept { return rounding_.has_value(); }

    template <class Out>
    Out write_to(Out out, const Decimal& d) const {
        return put(out, NumberText(shortened(d), grouped_).view());
    }

    template <class Out>
    Out write_to(Out out, const Ratio& ratio) const {
        if (scale_) return put(out, NumberText(rounded(ratio, *scale_, *rounding_), grouped_).view());
        out = put(out, NumberText(ratio.numerator, grouped_).view());
        *out++ = '/';
        return put(out, NumberText(ratio.denominator, grouped_).view());
    }

    template <class Out>
    static Out put(Out out, std::string_view text) {
        for (const char c : text) *out++ = c;
        return out;
    }

  private:
    Decimal shortened(const Decimal& d) const {
        if (!scale_) return d;
        if (rounding_) return rounded(d, *scale_, *rounding_);
        const std::optional<Decimal> exact = rescaled(d, *scale_);
        if (!exact) fail_to_format("these decimals would lose digits, and no rounding is named");
        return *exact;
    }

    std::optional<int> scale_;
    std::optional<Rounding> rounding_;
    bool grouped_ = false;
};

} // namespace tieout::detail

template <>
struct fmt::formatter<tieout::Decimal> : tieout::detail::NumberFormat {
    template <class Context>
    auto format(const tieout::Decimal& d, Context& context) const {
        return write_to(context.out(), d);
    }
};

template <>
struct fmt::formatter<tieout::Ratio> : tieout::detail::NumberFormat {
    constexpr auto parse(fmt::format_parse_context& context) {
        const auto end = NumberFormat::parse(context);
        if (has_scale() && !has_rounding())
            tieout::detail::fail_to_format("a ratio has digits only with a rounding");
        return end;
    }
    template <class Context>
    auto format(const tieout::Ratio& ratio, Context& context) const {
        return write_to(context.out(), ratio);
    }
};

template <>
struct fmt::formatter<tieout::Money> : tieout::detail::NumberFormat {
    template <class Context>
    auto format(const tieout::Money& money, Context& context) const {
        return put(write_to(context.out(), money.amount), tieout::term_of(money.unit));
    }
};

template <>
struct fmt::formatter<tieout::Percent> : tieout::detail::NumberFormat {
    template <class Context>
    auto format(const tieout::Percent& percent, Context& context) const {
        return put(write_to(context.out(), percent.points), "%");
    }
};

template <>
struct fmt::formatter<tieout::Interval> : tieout::detail::NumberFormat {
    template <class Context>
    auto format(const tieout::Interval& interval, Context& context) const {
        auto out = context.out();
        *out++ = interval.low.closed ? '[' : '(';
        out = put(write_to(out, interval.low.at), ", ");
        out = write_to(out, interval.high.at);
        *out++ = interval.high.closed ? ']' : ')';
        return out;
    }
};

template <>
struct fmt::formatter<tieout::Unit> {
    constexpr auto parse(fmt::format_parse_context& context) {
        const auto at = context.begin();
        if (at != context.end() && *at != '}') tieout::detail::fail_to_format("a unit takes no format");
        return at;
    }
    template <class Context>
    auto format(const tieout::Unit& unit, Context& context) const {
        return tieout::detail::NumberFormat::put(context.out(), unit.word());
    }
};

namespace tieout {

namespace detail {

/// What prints as a number; not merely what converts to one.
template <class T>
concept NumberLike = std::same_as<T, Decimal> || std::same_as<T, Ratio> || std::same_as<T, Money> ||
    std::same_as<T, Percent> || std::same_as<T, Interval> || std::same_as<T, Unit>;

} // namespace detail

/// Prints exactly what is held, as "{}" does. Width and filling are those of the stream.
template <class Traits, detail::NumberLike T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const T& value) {
    const std::string text = fmt::format("{}", value);
    return out << std::string_view(text);
}

} // namespace tieout

#endif // TIEOUT_FMT_HPP
