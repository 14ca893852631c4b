// SPDX-License-Identifier: MIT
// Workbooks: the XML of a sheet, the code of a number format and what is stored as they may be; and a consistent table whose
// cells show two decimals in whatever way: it is never accused.
#include "read/office/packages.hpp"
#include "written.hpp"

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <string>

namespace {

/// The consistent table, with formats and stored digits as the bytes say.
std::string table_of(std::string_view bytes) {
    static constexpr std::string_view rows[][3] = {{"一般公共服务支出", "1100.30", "600.30"},
                                                   {"社会保障和就业支出", "250.45", "150.45"},
                                                   {"住房保障支出", "180.00", "0.00"},
                                                   {"合计", "1530.75", "750.75"}};
    std::size_t next = 0;
    const auto chosen = [&](std::size_t of) -> std::size_t {
        return next < bytes.size() ? static_cast<unsigned char>(bytes[next++]) % of : 0;
    };
    const auto text = [](std::string_view words) {
        return "<c t=\"inlineStr\"><is><t>" + std::string(words) + "</t></is></c>";
    };
    std::string xml = "<sheetData><row>" + text("支出决算表") + "</row><row>" + text("单位：万元") +
                      "</row><row>" + text("项目") + text("本年支出合计") + text("基本支出") + "</row>";
    for (const auto& row : rows) {
        xml += "<row>" + text(row[0]);
        for (std::size_t i = 1; i < 3; ++i) {
            static constexpr std::string_view noise[] = {"", "000000000000001", "0049", "00"};
            xml += "<c s=\"" + std::to_string(1 + chosen(5)) + "\"><v>" + std::string(row[i]) +
                   std::string(noise[chosen(std::size(noise))]) + "</v></c>";
        }
        xml += "</row>";
    }
    return xml + "</sheetData>";
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tieout;
    const std::string_view bytes = fuzz::view_of(data, size);
    fuzz::demand_written(read_report(test::workbook_of({{"S", std::string(bytes)}}, {"0.00"}), "-"));
    // A format and a number, apart by a line end; what would end an attribute is none of them.
    std::string code(bytes.substr(0, bytes.find('\n')));
    for (char& c : code)
        if (c == '"' || c == '<' || c == '&' || c == '\0') c = '\'';
    std::string stored(bytes.substr(std::min(bytes.size(), code.size() + 1), 40));
    for (char& c : stored)
        if (c == '<' || c == '&' || c == '\0') c = '.';
    fuzz::demand_written(read_report(
        test::workbook_of({{"S", "<sheetData><row><c s=\"1\"><v>" + stored + "</v></c></row></sheetData>"}},
                          {code}),
        "-"));
    const Document document = read_report(
        test::workbook_of({{"S", table_of(bytes)}},
                          {"0.00", "#,##0.00_ ;[Red]-#,##0.00", "_(* #,##0.00_);_(* \\(#,##0.00\\)",
                           "0.00;-0.00;0.00", "[&gt;=1000]#,##0.00;0.00"}),
        "-");
    fuzz::demand(document.filing && document.problems.empty(),
                 "a workbook is read however its cells are shown");
    fuzz::demand(!check(*document.filing).broken(true), "a consistent table is not accused");
    return 0;
}
