// SPDX-License-Identifier: MIT
#include "write/formats.hpp"

#include <array>

namespace tieout {

namespace {

std::string text_document(const CheckedDocument& document, const FormatOptions& options) {
    if (document.report == nullptr) return {};
    return report_text(
        document.info, *document.report, *document.names,
        {.language = options.language, .colour = options.colour, .width = options.width, .all = options.all});
}

std::string json_document(const CheckedDocument& document, const FormatOptions& options) {
    if (document.report == nullptr)
        return unread_json(document.info, document.problems, options.language, options.layout);
    return report_json(document.info, *document.report, *document.names, document.problems, options.language,
                       options.layout, options.all);
}

std::string json_run(std::span<const std::string> pieces, const FormatOptions&) {
    return reports_json(pieces);
}

// clang-format off
constexpr std::array<ReportFormat, 6> list{{
    {"text", {"供阅读的报告", "the report for people"}, text_document, nullptr},
    {"json", {"全部结果，供其他程序读取", "all results, for other programs"}, json_document, json_run},
    {"markdown", {"供合并请求、工单引用的摘要", "a summary for a pull request or an issue"},
     detail::markdown_document, nullptr},
    {"csv", {"每处不符或待核实一行，供电子表格打开", "a row for each finding, for spreadsheets"},
     detail::csv_document, detail::csv_run},
    {"sarif", {"SARIF 2.1.0，供代码平台与编辑器显示", "SARIF 2.1.0, for code platforms and editors"},
     detail::sarif_document, detail::sarif_run},
    {"junit", {"JUnit XML，供持续集成显示", "JUnit XML, for continuous integration"},
     detail::junit_document, detail::junit_run},
}};
// clang-format on

} // namespace

std::span<const ReportFormat> report_formats() noexcept { return list; }

const ReportFormat* report_format_named(std::string_view name) noexcept {
    for (const ReportFormat& format : list)
        if (format.name == name) return &format;
    return nullptr;
}

} // namespace tieout
