// SPDX-License-Identifier: MIT
// Numbers as text: what is read, written and read again is identical, and what is no number is told where it stops.
#include "demand.hpp"

#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/printed.hpp>

#include <optional>

namespace {

using namespace tieout;
using namespace tieout::fuzz;

void demand_round_trip(const Decimal& number) {
    const std::string text = to_string(number);
    const auto again = parse_decimal(text);
    if (number.scale < 0) {
        // Zeros that are not known are written as digits, which may be too many.
        demand(!again || *again == number, "a number read again has the same value", text);
    } else {
        demand(again && identical(*again, number), "a number read again is identical", text);
    }
    demand(std::hash<Decimal>()(number) == std::hash<Decimal>()(trimmed(number)),
           "equal numbers share a hash", text);
    demand(identical(-(-number), number) && is_zero(number - number), "a number less itself is nothing",
           text);
}

void demand_ring(const Decimal& a, const Decimal& b) {
    const auto sum = checked_add(a, b);
    const auto other_sum = checked_add(b, a);
    demand(sum.has_value() == other_sum.has_value() && (!sum || identical(*sum, *other_sum)),
           "a + b is b + a");
    if (sum) {
        const auto back = checked_subtract(*sum, b);
        if (back) demand(*back == a, "a + b − b is a");
    }
    const auto product = checked_multiply(a, b);
    const auto other_product = checked_multiply(b, a);
    demand(product.has_value() == other_product.has_value() &&
               (!product || identical(*product, *other_product)),
           "a · b is b · a");
    if (const auto difference = checked_subtract(a, b))
        demand(sign(*difference) == (a < b    ? -1
                                     : a == b ? 0
                                              : 1),
               "numbers are ordered as their difference is");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = view_of(data, size);
    std::optional<Decimal> first;
    for (const auto parse : {parse_decimal, parse_json_number}) {
        const auto number = parse(text);
        if (!number) {
            demand(number.error().offset <= size, "a fault lies within the text");
            continue;
        }
        demand_round_trip(*number);
        first = *number;
    }
    const Printed printed = read_printed(text);
    if (printed.state == State::unreadable)
        demand(printed.error.offset <= size, "a fault lies within the text");
    else
        demand_round_trip(printed.value);
    if (first)
        demand(printed.state != State::value || printed.value == *first, "all ways of reading agree", text);
    if (const std::size_t cut = text.find(' '); cut != text.npos) {
        const auto a = parse_decimal(text.substr(0, cut));
        const auto b = parse_decimal(text.substr(cut + 1));
        if (a && b) demand_ring(*a, *b);
    }
    return 0;
}
