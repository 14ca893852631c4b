// SPDX-License-Identifier: MIT
#include "write/display.hpp"
#include "write/findings.hpp"
#include "write/formats.hpp"
#include "write/shown.hpp"

#include <tieout/write/problem.hpp>

// A summary in Markdown, for a pull request, an issue or a mail: the verdict, then a table of what is wrong or to be looked
// at. Words of the document are shown as they are; nothing in them becomes markup, a link or a mention.

namespace tieout::detail {

namespace {

/// Text in a cell of a table.
std::string escaped(std::string_view text) {
    constexpr std::string_view markup = "\\`*_{}[]<>()#+!|~&@$";
    std::string result;
    for (const char c : clean(text)) {
        if (markup.find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

class MarkdownWriter {
  public:
    MarkdownWriter(const CheckedDocument& document, const FormatOptions& options)
        : document_(document), language_(options.language) {}

    std::string whole() {
        text_ = "## " + escaped(document_.info.source) + "\n\n";
        if (document_.report == nullptr) {
            text_ += std::string(in({"未能读懂。", "It could not be read."})) + "\n";
        } else {
            const auto findings = findings_of(*document_.report, *document_.names, language_);
            verdict(findings);
            if (!findings.empty()) table(findings);
        }
        problems();
        return std::move(text_) + "\n";
    }

  private:
    [[nodiscard]] std::string_view in(const Words& words) const { return words.in(language_); }

    void verdict(const std::vector<Finding>& findings) {
        const auto count = [&](Finding::Level level) {
            std::size_t number = 0;
            for (const Finding& finding : findings) number += finding.level == level ? 1 : 0;
            return std::to_string(number);
        };
        const Summary sum = document_.report->summary(*document_.names);
        const std::string covered = std::to_string(sum.covered);
        const std::string figures = std::to_string(sum.figures);
        const std::string errors = count(Finding::Level::error);
        const std::string warnings = count(Finding::Level::warning);
        const std::string reviews = count(Finding::Level::doubted);
        std::string infos = count(Finding::Level::info);
        infos = infos == "0"                ? std::string()
                : language_ == Language::zh ? "，仅供参考 " + infos + " 项"
                                            : ", " + infos + " for information";
        if (language_ == Language::zh)
            text_ += "**错误 " + errors + " 项，警告 " + warnings + " 项" + infos + "，待核实 " + reviews +
                     " 项；" + figures + " 个列报数中 " + covered + " 个参与核对。**\n";
        else
            text_ += "**" + errors + (errors == "1" ? " error, " : " errors, ") + warnings +
                     (warnings == "1" ? " warning" : " warnings") + infos + ", " + reviews +
                     " to be looked at; " + covered + " of " + figures + " figures take part in a check.**\n";
    }

    void table(const std::vector<Finding>& findings) {
        text_ += std::string("\n| ") + std::string(in({"级别", "level"})) + " | " +
                 std::string(in({"规则", "rule"})) + " | " + std::string(in({"要求", "demand"})) + " | " +
                 std::string(in({"算式", "arithmetic"})) + " | " + std::string(in({"位置", "place"})) +
                 " |\n|---|---|---|---|---|\n";
        for (const Finding& finding : findings) {
            const std::string place = finding.figure == nullptr
                                          ? std::string()
                                          : place_text(*document_.report->filing, *finding.figure, language_);
            text_ += "| " + std::string(in(level_words(finding.level))) + " | " + escaped(finding.code) +
                     " | " + escaped(finding.demand) + " | " + escaped(finding.arithmetic) + " | " +
                     escaped(place) + " |\n";
        }
    }

    static Words level_words(Finding::Level level) noexcept {
        switch (level) {
        case Finding::Level::error:
            return {"错误", "error"};
        case Finding::Level::warning:
            return {"警告", "warning"};
        case Finding::Level::info:
            return {"仅供参考", "for information"};
        case Finding::Level::doubted:
            break;
        }
        return {"待核实", "to be looked at"};
    }

    void problems() {
        list({"未能读懂的内容：", "What could not be understood:"}, true);
        list({"读取说明：", "How it was read:"}, false);
    }

    void list(const Words& title, bool failures) {
        bool first = true;
        for (const Problem& problem : document_.problems) {
            if (problem.is_failure() != failures) continue;
            if (first) text_ += "\n" + std::string(in(title)) + "\n\n";
            first = false;
            text_ += "- " + escaped(problem_text(problem, language_)) + "\n";
        }
    }

    const CheckedDocument& document_;
    Language language_;
    std::string text_;
};

} // namespace

std::string markdown_document(const CheckedDocument& document, const FormatOptions& options) {
    return MarkdownWriter(document, options).whole();
}

} // namespace tieout::detail
