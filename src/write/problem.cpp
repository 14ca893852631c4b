// SPDX-License-Identifier: MIT
#include <tieout/write/problem.hpp>

#include "model/whereabouts.hpp"
#include "write/display.hpp"

#include <array>
#include <cstddef>

namespace tieout {

namespace {

/// One kind of problem: its code, and its sentence. {e} is what was expected and {s} what was seen; a part in
/// brackets is left out where what it names is not known.
struct ProblemEntry {
    Problem::Kind kind;
    std::string_view code;
    Words sentence;
};

// clang-format off
constexpr std::array<ProblemEntry, 21> entries{{
    {Problem::Kind::not_json, "not_json",
     {"不是合法的 JSON[：此处应为{e}][，读到 {s}]", "not JSON[: expected {e} here][, seen {s}]"}},
    {Problem::Kind::wrong_type, "wrong_type",
     {"[此处应为{e}][，读到 {s}]", "[expected {e}][, seen {s}]"}},
    {Problem::Kind::not_a_number, "not_a_number",
     {"[此处应为{e}][，读到 {s}]", "[expected {e}][, seen {s}]"}},
    {Problem::Kind::unknown_key, "unknown_key",
     {"没有[ {s} ]这个键[，最接近的是 {e}]", "there is no key[ {s}] here[; the nearest is {e}]"}},
    {Problem::Kind::duplicate_key, "duplicate_key",
     {"键[ {s} ]重复出现", "the key[ {s}] was given before"}},
    {Problem::Kind::missing_key, "missing_key",
     {"缺少必需的键[ {e}][，读到 {s}]", "a required key is missing[: {e}][, seen {s}]"}},
    {Problem::Kind::unknown_word, "unknown_word",
     {"[此处应为 {e}][，读到 {s}]", "[expected {e}][, seen {s}]"}},
    {Problem::Kind::unknown_unit, "unknown_unit",
     {"[此处应为{e}][，读到 {s}]", "[expected {e}][, seen {s}]"}},
    {Problem::Kind::unknown_id, "unknown_id",
     {"填报数据中没有[ {s} ]这个数", "the filing has no figure[ {s}]"}},
    {Problem::Kind::duplicate_id, "duplicate_id",
     {"标识[ {s} ]重复出现", "the id[ {s}] was given before"}},
    {Problem::Kind::excess_digits, "excess_digits",
     {"印出的小数位多于所声明的[ {e} 位][：{s}]", "more decimals are printed than the[ {e}] declared[: {s}]"}},
    {Problem::Kind::limit, "limit",
     {"超出限制[：至多 {e}][，读到 {s}]", "beyond a limit[: at most {e}][, seen {s}]"}},
    {Problem::Kind::encoding, "encoding",
     {"编码有误[：应为 {e}][，读到 {s}]", "wrong encoding[: expected {e}][, seen {s}]"}},
    {Problem::Kind::unreadable_file, "unreadable_file",
     {"文件无法读取[：{e}][：{s}]", "the file cannot be read[: {e}][: {s}]"}},
    {Problem::Kind::uncertain_layout, "uncertain_layout",
     {"表格各列无法确定，未读入[：{s}]", "the columns of a table are not certain, and it was not read[: {s}]"}},
    {Problem::Kind::damaged, "damaged",
     {"文件已损坏，或不是它所称的格式[：应为{e}][，读到 {s}]", "damaged, or not what it says that it is[: expected {e}][, seen {s}]"}},
    {Problem::Kind::encrypted, "encrypted",
     {"文件已加密，须先去除密码[（{s}）]", "locked with a password, which must be removed first[ ({s})]"}},
    {Problem::Kind::scanned, "scanned",
     {"扫描件：须先用文字识别软件处理[（{e}）][（{s}）]", "scanned; an OCR program must read it first[ ({e})][ ({s})]"}},
    {Problem::Kind::error_value, "error_value",
     {"单元格是错误值[ {s}]", "the cell holds the error value[ {s}]"}},
    {Problem::Kind::blank, "blank",
     {"空白表：各表均未填数，无可核对", "a blank form: no table in it has a figure, and there is nothing to check"}},
    {Problem::Kind::remark, "remark", {"[{e}][，{s}]", "[{e}][, {s}]"}},
}};

/// What may be expected or seen, as data, and the words for it. Anything else stands as it is.
struct Term {
    std::string_view data;
    Words words;
};
constexpr std::array terms{
    // The kind of problem says it.
    Term{"JSON", {}},
    Term{"year", {"年份", "a year"}},
    Term{"object", {"对象 {…}", "an object {…}"}},
    Term{"list", {"列表 […]", "a list […]"}},
    Term{"string", {"文本", "a string"}},
    Term{"number", {"数", "a number"}},
    Term{"positive number", {"正数", "a positive number"}},
    Term{"true or false", {" true 或 false", "true or false"}},
    Term{"unit", {"计量单位", "a unit"}},
    Term{"date", {"日期", "a date"}},
    Term{"id", {"标识", "an id"}},
    Term{"figure", {"一个数", "a figure"}},
    Term{"figure or list of terms", {"一个数或若干项的列表", "a figure or a list of terms"}},
    Term{"figure and coefficient", {"一个数和系数", "a figure and a coefficient"}},
    Term{"list of figures", {"若干个数的列表", "a list of figures"}},
    Term{"list of numbers", {"数字列表", "a list of numbers"}},
    Term{"list of references", {"引用列表", "a list of references"}},
    Term{"list of relations", {"关系列表", "a list of relations"}},
    Term{"first byte and length", {"起始字节与长度", "the first byte and the length"}},
    Term{"place in a sentence of the filing",
         {"本填报数据某一文句中的位置", "a place in a sentence of the filing"}},
    Term{"name of a sheet", {"工作表名称", "the name of a sheet"}},
    Term{"cell", {"单元格地址，如 C12", "a cell, such as C12"}},
    Term{"what its other statements are of", {"与其他列报处相同的口径", "what its other statements are of"}},
    Term{"one number for each part", {"与各分项一一对应的数", "one number for each part"}},
    Term{"integer from 0 to 9", {" 0 至 9 的整数", "an integer from 0 to 9"}},
    Term{"code of a ratio", {"比率编号", "the code of a ratio"}},
    Term{"method", {"评分办法", "a method"}},
    Term{"one method", {"单一评分办法", "one method"}},
    Term{"one condition", {"单一条件", "one condition"}},
    Term{"points or share", {" points 与 share 之一", "one of points and share"}},
    Term{"one end on each side", {"每侧一个端点", "one end on each side"}},
    Term{"end beyond the beginning", {"不小于起点的终点", "an end beyond the beginning"}},
    Term{"band that holds a value", {"含有数值的区间", "a band that holds a value"}},
    Term{"band beside the others", {"与其他区间不重叠的区间", "a band that does not overlap the others"}},
    Term{"grade below the one before it", {"低于前一等级的等级", "a grade below the one before it"}},
    Term{"code of one's own", {"自己的规则编号，如 K01：字母、数字、-、_、.，不与其他规则重复",
                               "a code of your own, such as K01: letters, digits, -, _ and ., that no other rule has"}},
    Term{"example that keeps the rule", {"符合本规则的例子", "an example that keeps the rule"}},
    Term{"example that breaks the rule", {"违反本规则的例子", "an example that breaks the rule"}},
    Term{"example that does not break the rule", {"不违反本规则的例子", "an example that does not break the rule"}},
    Term{"end of string", {"文本的结束引号", "the end of the string"}},
    Term{"escaped control character", {"转义的控制字符", "an escaped control character"}},
    Term{"value", {"值", "a value"}},
    Term{"end of text", {"文本结束", "the end of the text"}},
    Term{"more text", {"后文，而文本到此为止，", "more, but the text ends"}},
    Term{"closing bracket", {"右括号", "a closing bracket"}},
    Term{"filing in JSON", {" JSON 格式的填报数据（尚不能直接读取网页和已公开的文本）",
                            "a filing in JSON (web pages and published text are not read yet)"}},
    Term{"filing or report", {" JSON 格式的填报数据或已公开的报告", "a filing in JSON or a published report"}},
    Term{"folder without documents", {"没有文档的文件夹", "a folder without documents"}},
    Term{"nothing", {"空内容", "nothing"}},
    // What is no text, and what makes a text of it.
    Term{"no pdftotext", {"读取 PDF 需要程序 pdftotext；请安装 poppler-utils，如 apt-get install poppler-utils",
                         "a PDF is read with the program pdftotext; install poppler-utils, as with apt-get install poppler-utils"}},
    Term{"pdftotext crashed", {"程序 pdftotext 读此文件时崩溃", "the program pdftotext crashed on it"}},
    Term{"pdftotext without an end", {"程序 pdftotext 读此文件超过时间或篇幅限制",
                                      "the program pdftotext came to no end within its limits"}},
    Term{"text without characters", {"文件未说明其文字对应的字符", "the file does not say which characters its text is of"}},
    // What LibreOffice turns into what is read, where it is not there.
    Term{".doc", {"旧版 Word 或 WPS 文字文件（.doc、.wps）需借助 LibreOffice 读取；请安装，如 apt-get install libreoffice-writer-nogui，或另存为 .docx",
                "an old Word or WPS file (.doc, .wps) is read with LibreOffice; install it, as with apt-get install libreoffice-writer-nogui, or save it as .docx"}},
    Term{".xls", {"旧版 Excel 或 WPS 表格文件（.xls、.et）需借助 LibreOffice 读取；请安装，如 apt-get install libreoffice-calc-nogui，或另存为 .xlsx",
                "an old Excel or WPS workbook (.xls, .et) is read with LibreOffice; install it, as with apt-get install libreoffice-calc-nogui, or save it as .xlsx"}},
    Term{".odt", {"OpenDocument 文本（.odt）需借助 LibreOffice 读取；请安装，如 apt-get install libreoffice-writer-nogui，或另存为 .docx",
                "an OpenDocument text (.odt) is read with LibreOffice; install it, as with apt-get install libreoffice-writer-nogui, or save it as .docx"}},
    Term{".ods", {"OpenDocument 表格（.ods）需借助 LibreOffice 读取；请安装，如 apt-get install libreoffice-calc-nogui，或另存为 .xlsx",
                "an OpenDocument spreadsheet (.ods) is read with LibreOffice; install it, as with apt-get install libreoffice-calc-nogui, or save it as .xlsx"}},
    Term{"RTF", {"RTF 文件需借助 LibreOffice 读取；请安装，如 apt-get install libreoffice-writer-nogui，或另存为 .docx",
                "an RTF file is read with LibreOffice; install it, as with apt-get install libreoffice-writer-nogui, or save it as .docx"}},
    Term{"turned by LibreOffice", {"已由 LibreOffice 转换后读入", "read as LibreOffice turned it into a new format"}},
    Term{"LibreOffice crashed", {"LibreOffice 转换此文件时崩溃", "LibreOffice crashed on it"}},
    Term{"LibreOffice without an end", {"LibreOffice 转换此文件超过时间或篇幅限制",
                                        "LibreOffice came to no end within its limits"}},
    Term{"LibreOffice made nothing", {"LibreOffice 未能转换：文件已损坏、已加密，或未安装相应的 LibreOffice 组件",
                                      "LibreOffice made nothing of it: it is damaged, locked with a password, or of a kind for which a part of LibreOffice is not installed"}},
    Term{"no temporary folder", {"无法建立临时文件夹", "no temporary folder could be made for it"}},
    Term{"no room for a program", {"系统无法再启动程序", "the system starts no further program"}},
    Term{".xlsb", {"二进制工作簿（.xlsb）；请另存为 .xlsx", "a binary workbook (.xlsb); save it as .xlsx"}},
    Term{"OFD", {"OFD 版式文件；请先导出为 PDF",
                 "an OFD file; export it as a PDF first"}},
    Term{"old Office file", {"旧版 Office 文件，已损坏，或既非 .doc 也非 .xls；请另存为 .docx 或 .xlsx",
                "an old Office file that is damaged, or neither .doc nor .xls; save it as .docx or .xlsx"}},
    Term{"image", {"图片；请先用文字识别软件转成文本", "an image; make a text of it with character recognition"}},
    Term{"archive", {"压缩文件；请先解压", "an archive; unpack it first"}},
    Term{"binary data", {"二进制数据", "binary data"}},
    Term{"text", {"普通文本", "plain text"}},
    Term{"HTML", {"网页（HTML）", "a web page (HTML)"}},
    // What a workbook hides, behind how many there are, and what was done with it.
    Term{"hidden sheets", {"张隐藏的工作表", "hidden sheets"}},
    Term{"embedded documents", {"个嵌入的文档", "embedded documents"}},
    Term{"hidden rows", {"个隐藏行", "hidden rows"}},
    Term{"hidden columns", {"个隐藏列", "hidden columns"}},
    Term{"formulas without a value", {"个公式没有存储结果，未读入", "formulas have no stored value and were not read"}},
    Term{"read", {"已一并读入", "read as well"}},
    Term{"left out", {"未读入", "left out"}},
    Term{"web page", {"其中的网页", "a web page in it"}},
    Term{"end of the last part", {"最后一部分的结束标记", "the mark behind its last part"}},
    Term{"ZIP", {"完整的 ZIP 容器", "a whole ZIP container"}},
    Term{"XML", {"合法的 XML", "well-formed XML"}},
    Term{"XML without a document type", {"不含文档类型声明的 XML", "XML without a document type"}},
    Term{"name of a part", {"容器内的部件名称", "the name of a part within the container"}},
    Term{"files", {"个文件", "files"}},
    // Behind the number of a limit.
    Term{"digits", {"位数字", "digits"}},
    Term{"characters", {"个字符", "characters"}},
    Term{"figures", {"个数", "figures"}},
    Term{"values", {"个值", "values"}},
    Term{"levels", {"层", "levels"}},
    Term{"columns", {"列", "columns"}},
    Term{"ruling lines", {"条表格线", "ruling lines"}},
    Term{"problems", {"处问题", "problems"}},
};
// clang-format on

std::string words_for(std::string_view data, Language language) {
    for (const Term& term : terms)
        if (term.data == data) return std::string(term.words.in(language));
    // The number of a limit, with what is counted.
    const std::size_t space = data.find(' ');
    const bool counted = space != data.npos && space > 0 && data.find_first_not_of("0123456789") == space;
    if (counted) return std::string(data.substr(0, space + 1)) + words_for(data.substr(space + 1), language);
    return detail::clean(data);
}

const ProblemEntry& entry_of(Problem::Kind kind) noexcept {
    for (const ProblemEntry& entry : entries)
        if (entry.kind == kind) return entry;
    return entries.front();
}

std::string filled(std::string_view sentence, const std::string& expected, const std::string& seen) {
    std::string result;
    while (!sentence.empty()) {
        if (sentence.front() != '[') {
            const std::size_t plain = sentence.find('[');
            result += sentence.substr(0, plain);
            sentence.remove_prefix(plain == sentence.npos ? sentence.size() : plain);
            continue;
        }
        const std::size_t end = sentence.find(']');
        const std::string_view part = sentence.substr(1, end - 1);
        const std::size_t mark = part.find('{');
        const std::string& word = part[mark + 1] == 'e' ? expected : seen;
        if (!word.empty()) {
            result += part.substr(0, mark);
            result += word;
            result += part.substr(mark + 3);
        }
        sentence.remove_prefix(end + 1);
    }
    return result;
}

} // namespace

std::string problem_place(const Problem& problem, Language language) {
    std::string result = detail::clean(problem.source);
    if (const std::string part = detail::part_text(problem.part, problem.sheet, problem.cell, language);
        !part.empty()) {
        if (!result.empty()) result += ": ";
        result += detail::clean(part);
    }
    if (problem.line != 0) result += ':' + std::to_string(problem.line);
    if (problem.line != 0 && problem.column != 0) result += ':' + std::to_string(problem.column);
    if (!problem.pointer.empty()) {
        if (!result.empty()) result += ": ";
        result += detail::clean(problem.pointer);
    }
    return result;
}

std::string problem_message(const Problem& problem, Language language) {
    const ProblemEntry& entry = entry_of(problem.kind);
    // What stands in a document is shown as it is; that a file is no filing at all is said in words.
    const bool no_filing = problem.expected == "filing in JSON" || problem.expected == "filing or report";
    // A key stands as it is too, even one that is a word for something else; "points or share" is none.
    const bool key =
        (problem.kind == Problem::Kind::unknown_key || problem.kind == Problem::Kind::missing_key) &&
        problem.expected.find(' ') == problem.expected.npos;
    std::string message =
        filled(entry.sentence.in(language),
               key ? detail::clean(problem.expected) : words_for(problem.expected, language),
               no_filing || problem.kind == Problem::Kind::remark ? words_for(problem.seen, language)
                                                                  : detail::clean(problem.seen));
    for (const std::string_view separator : {std::string_view(", "), std::string_view("，")})
        if (message.starts_with(separator)) message.erase(0, separator.size());
    return message.empty() ? std::string(entry.code) : message;
}

std::string problem_text(const Problem& problem, Language language) {
    const std::string place = problem_place(problem, language);
    const std::string message = problem_message(problem, language);
    return place.empty() ? message : place + ": " + message;
}

std::string_view code_of(Problem::Kind kind) noexcept { return entry_of(kind).code; }

} // namespace tieout
