// SPDX-License-Identifier: MIT
// Word files: the XML of a document as it may be, and a consistent document that is divided into runs, among what is no text,
// in every way: it says the same and is never accused.
#include "read/office/packages.hpp"
#include "written.hpp"

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/write/filing.hpp>

#include <string>

namespace {

constexpr std::string_view consistent =
    "2022年度支出总计80.00万元，其中：基本支出60.00万元，占75.00%；项目支出20.00万元，占25.00%。";

/// The words in runs, as the bytes say.
std::string divided(std::string_view bytes) {
    std::string body = "<w:p><w:r><w:t>";
    std::size_t next = 0;
    for (std::size_t at = 0; at < consistent.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(consistent[at]) & 0xC0U) != 0x80U;
        if (begins && next < bytes.size()) {
            static constexpr std::string_view between[] = {
                "",
                "</w:t></w:r><w:r><w:t>",
                "</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:r><w:t>",
                "</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r><w:r><w:t>",
                "</w:t><w:softHyphen/><w:t>",
                "</w:t></w:r><w:r><w:fldChar "
                "w:fldCharType=\"begin\"/><w:instrText>5</w:instrText><w:t>5</w:t>"
                "<w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>",
                "</w:t></w:r><w:moveFrom><w:r><w:t>3</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>",
                "</w:t></w:r><w:bookmarkStart/><w:r><w:t>"};
            const std::string_view chosen =
                between[static_cast<unsigned char>(bytes[next++]) % std::size(between)];
            body += chosen;
            // What was inserted ends with the character.
            if (chosen.ends_with("<w:ins><w:r><w:t>")) {
                body += consistent[at];
                while (at + 1 < consistent.size() &&
                       (static_cast<unsigned char>(consistent[at + 1]) & 0xC0U) == 0x80U)
                    body += consistent[++at];
                body += "</w:t></w:r></w:ins><w:r><w:t>";
                continue;
            }
        }
        body += consistent[at];
    }
    return body + "</w:t></w:r></w:p>";
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tieout;
    const std::string_view bytes = fuzz::view_of(data, size);
    fuzz::demand_written(read_report(test::word_of(bytes), "-"));
    fuzz::demand_problems(read_report(bytes, "-").problems);
    const Document document = read_report(test::word_of(divided(bytes)), "-");
    const Document plain = read_report(test::word_of(test::paragraph(consistent)), "-");
    fuzz::demand(document.filing && document.problems.empty(), "a Word file is read however it is divided");
    fuzz::demand(filing_json(*document.filing) == filing_json(*plain.filing),
                 "what is no text changes nothing");
    fuzz::demand(!check(*document.filing).broken(true), "a consistent document is not accused");
    return 0;
}
