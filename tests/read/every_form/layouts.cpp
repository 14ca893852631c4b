// SPDX-License-Identifier: MIT
#include "layouts.hpp"

#include <array>

namespace tieout::test::every_form {

using adversary::Layout;
using adversary::Print;

std::span<const LayoutKind> layouts() {
    static const std::array<LayoutKind, 12> all = {{
        {"html", {.html = true, .indented = true}},
        {"tabs", {.layout = Layout::tabs}},
        {"commas", {.layout = Layout::commas}},
        {"quoted", {.thousands = true, .layout = Layout::commas}},
        {"semicolons", {.layout = Layout::semicolons}},
        {"pipes", {.layout = Layout::pipes}},
        {"aligned", {.layout = Layout::aligned}},
        {"by characters", {.layout = Layout::by_characters}},
        {"pages", {.layout = Layout::aligned, .page_rows = 5}},
        {"pages, heads", {.layout = Layout::aligned, .page_rows = 5, .repeated_heads = true}},
        {"blanks", {.layout = Layout::blanks}},
        {"cells", {.layout = Layout::cells}},
    }};
    return all;
}

Print print_in(const LayoutKind& layout, std::uint64_t seed) {
    Random random(seed ^ 0x2545F491U);
    Print print = layout.print;
    print.thousands = print.thousands || (layout.print.layout != Layout::commas && random.one_in(3));
    print.blank_lines = random.one_in(3);
    print.crlf = random.one_in(6);
    // Four of them say the unit; the form's number stands in some.
    print.frame = static_cast<int>(random.between(0, 4));
    return print;
}

} // namespace tieout::test::every_form
