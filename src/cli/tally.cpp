// SPDX-License-Identifier: MIT
#include "cli/tally.hpp"

#include "cli/options.hpp"

#include <tieout/version.hpp>

#include <fmt/format.h>

namespace tieout::cli {

namespace {

/// What holds or not of the documents, without a line end. What is to be looked at is seldom, and then said.
std::string kinds_text(const Tally& tally, Language language) {
    const bool chinese = language == Language::zh;
    std::string text =
        fmt::format(fmt::runtime(chinese ? "{} 份有错误，{} 份有不符" : "{} with errors, {} with findings"),
                    tally.broken, tally.findings);
    if (tally.doubted != 0)
        text += fmt::format(fmt::runtime(chinese ? "，{} 份待核实" : ", {} to be looked at"), tally.doubted);
    return text + fmt::format(fmt::runtime(chinese ? "，{} 份未能读懂" : ", {} not understood"),
                              tally.misunderstood);
}

} // namespace

void Tally::add(const Tally& other) {
    documents += other.documents;
    broken += other.broken;
    findings += other.findings;
    doubted += other.doubted;
    misunderstood += other.misunderstood;
    left_out += other.left_out;
    checks.exact += other.checks.exact;
    checks.rounding += other.checks.rounding;
    checks.broken += other.checks.broken;
    checks.warnings += other.checks.warnings;
    checks.undecided += other.checks.undecided;
    checks.doubted += other.checks.doubted;
    checks.infos += other.checks.infos;
}

int Tally::code() const {
    return misunderstood != 0 ? status_misunderstood : broken != 0 ? status_broken : status_good;
}

std::string counts_text(const Tally& tally, Language language, bool interrupted) {
    const bool chinese = language == Language::zh;
    std::string text = interrupted ? chinese ? "已中断；" : "interrupted; " : "";
    text += fmt::format(fmt::runtime(chinese ? "共读入 {} 份" : "documents {}"), tally.documents);
    if (tally.left_out != 0)
        text += fmt::format(fmt::runtime(chinese ? "，其中 {} 份未列出" : ", {} of them left out"),
                            tally.left_out);
    return text + (chinese ? "：" : ": ") + kinds_text(tally, language) + '\n';
}

std::string summary_text(const Tally& tally, Language language) {
    const bool chinese = language == Language::zh;
    const Summary& checks = tally.checks;
    const std::size_t all = checks.exact + checks.rounding + checks.broken + checks.undecided;
    const std::string infos =
        checks.infos == 0
            ? std::string()
            : fmt::format(fmt::runtime(chinese ? "，仅供参考 {}" : ", for information {}"), checks.infos);
    std::string text = fmt::format(
        fmt::runtime(chinese
                         ? "共读入 {} 份：{}；核对 {} 项：{} 项一致，{} 项在舍入范围内，{} 项不符（错误 "
                           "{}，警告 {}{}），{} 项未能判定"
                         : "documents {}: {}; checks {}: {} exact, {} within rounding, {} broken (errors {}, "
                           "warnings {}{}), {} undecided"),
        tally.documents, kinds_text(tally, language), all, checks.exact, checks.rounding, checks.broken,
        checks.errors(), checks.warnings, infos, checks.undecided);
    if (checks.doubted != 0)
        text += fmt::format(fmt::runtime(chinese ? "（其中待核实 {} 项）" : " ({} of them to be looked at)"),
                            checks.doubted);
    return text + '\n';
}

std::string summary_json(const Tally& tally) {
    const Summary& checks = tally.checks;
    return fmt::format(R"({{"tieout":"{}","summary":{{"documents":{},"broken":{},"findings":{},)"
                       R"("doubted":{},"misunderstood":{},"checks":{{"exact":{},"rounding":{},"broken":{},)"
                       R"("warnings":{},{}"undecided":{},"doubted":{}}}}}}})"
                       "\n",
                       version, tally.documents, tally.broken, tally.findings, tally.doubted,
                       tally.misunderstood, checks.exact, checks.rounding, checks.broken, checks.warnings,
                       checks.infos == 0 ? std::string() : fmt::format(R"("infos":{},)", checks.infos),
                       checks.undecided, checks.doubted);
}

} // namespace tieout::cli
