// SPDX-License-Identifier: MIT
// Published reports: plain text and web pages, in every encoding.
#include "written.hpp"

#include <tieout/read/text.hpp>

#include <cstdlib>

/// What another program makes of bytes is its own affair, and takes seconds.
extern "C" int LLVMFuzzerInitialize(int*, char***) { return setenv("PATH", "/nowhere", 1); }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tieout;
    const std::string_view bytes = fuzz::view_of(data, size);
    if (!foreign_format(bytes).empty())
        fuzz::demand(recognise(bytes) == InputKind::unknown, "what has a format of its own is no text");
    for (const EncodingEntry& entry : encodings) {
        const Document document = read_report(bytes, "-", entry.encoding);
        // Whatever bytes are, they are recognised as one of the others.
        if (entry.encoding == Encoding::automatic)
            fuzz::demand_written(document);
        else
            fuzz::demand_problems(document.problems);
    }
    return 0;
}
