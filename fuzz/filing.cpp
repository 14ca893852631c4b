// SPDX-License-Identifier: MIT
// Filings in JSON: read, checked, and written in every form.
#include "written.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tieout;
    const std::string_view text = fuzz::view_of(data, size);
    fuzz::demand_written(read_filing(text, "-"));
    // The same bytes as lines.
    read_filings(text, "-", [](Document&& document) { fuzz::demand_problems(document.problems); });
    return 0;
}
