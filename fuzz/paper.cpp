// SPDX-License-Identifier: MIT
// Pages of a PDF: the content that draws their lines, and the words with their boxes. What begins with a space is content
// and, behind a form feed, what pdftotext printed; of everything else each byte takes a line away from the table of a
// document that ties out, or moves it, and that document is never accused.
#include "written.hpp"

#include <tieout/rules/report.hpp>

#include "read/draft/draft.hpp"
#include "read/pdf/content.hpp"
#include "read/pdf/paper.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace tieout;
using namespace tieout::detail;
using fuzz::demand;

/// Every form draws the whole content again, every picture is one.
class Same final : public ContentNames {
  public:
    explicit Same(std::string_view content) : content_(content) {}
    External external(std::string_view name) override {
        if (name.starts_with("I")) return {External::Kind::picture, {}, {}, nullptr};
        return {External::Kind::form, content_, {}, nullptr};
    }
    Colours colours(std::string_view name) override { return static_cast<Colours>(name.size() % 4); }

  private:
    std::string_view content_;
};

std::size_t size_of(const std::vector<PaperWord>& words) {
    std::size_t size = 0;
    for (const PaperWord& word : words) size += word.text.size();
    return size;
}

/// Cells cover their grid, each box once, and what stands in the document is in the page of the grammar.
void demand_page(const Page& page) {
    for (const Block& block : page.blocks) {
        const auto within = [&](const Passage& passage) {
            return passage.from.size() == passage.text.size() + 1 &&
                   std::all_of(passage.from.begin(), passage.from.end(),
                               [&](std::uint32_t at) { return at <= page.source.size(); });
        };
        if (block.kind == Block::Kind::paragraph)
            demand(within(block.text), "a passage knows where it stands");
        for (const Cell& cell : block.table.cells) {
            demand(within(cell.text), "a cell knows where it stands");
            demand(cell.row + cell.rows <= block.table.rows &&
                       cell.column + cell.columns <= block.table.columns,
                   "a cell stands in its table");
        }
    }
}

std::vector<Paper> papers_of(std::vector<WordPage> pages, const Drawn& drawn) {
    std::vector<Paper> papers;
    for (WordPage& page : pages) {
        bool too_much = false;
        std::vector<RuledGrid> grids = grids_of(drawn.rules, too_much);
        for (const RuledGrid& grid : grids) {
            std::size_t boxes = 0;
            for (const GridCell& cell : grid.cells) boxes += std::size_t{cell.rows} * cell.columns;
            demand(boxes == std::size_t{grid.rows()} * grid.columns(), "the cells of a grid cover it once");
            demand(std::is_sorted(grid.xs.begin(), grid.xs.end()) &&
                       std::is_sorted(grid.ys.begin(), grid.ys.end()),
                   "borders stand in order");
        }
        const std::size_t before = size_of(page.words);
        Paper& paper = papers.emplace_back();
        paper.width = page.width;
        paper.height = page.height;
        paper.tables = ruled_tables(std::move(grids), page.words);
        std::size_t after = size_of(page.words);
        for (const RuledTable& table : paper.tables)
            for (const auto& lines : table.lines)
                for (const WordLine& line : lines) after += size_of(line.words);
        demand(before == after, "no word is lost, and none is there twice");
        paper.lines = lines_of_words(std::move(page.words));
    }
    return papers;
}

void read_bytes(std::string_view bytes) {
    const std::size_t end = std::min(bytes.find('\f'), bytes.size());
    const std::string_view content = bytes.substr(0, end);
    Same names(content);
    Drawn drawn;
    read_content(content, names, {}, drawn);
    demand(drawn.rules.size() <= most_rules, "there are no more lines than a page may have");
    auto pages = words_of(bytes.substr(std::min(end + 1, bytes.size())));
    if (!pages) return;
    std::vector<Paper> papers = papers_of(std::move(*pages), drawn);
    remove_margins(papers);
    const Page page = page_of_papers(papers);
    demand_page(page);
    Document document;
    document.filing = assemble(read_page(page));
    fuzz::demand_written(document);
}

// ── a document that ties out ─────────────────────────────────────────────────────────────────────────────────────────

constexpr std::size_t columns = 5;
constexpr std::array<std::array<std::string_view, columns>, 7> table{{
    {"科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"},
    {"", "合计", "39.50", "24.25", "15.25"},
    {"201", "一般公共服务支出", "20.00", "12.50", "7.50"},
    {"20103", "政府办公厅事务", "20.00", "12.50", "7.50"},
    {"208", "社会保障和就业支出", "19.50", "11.75", "7.75"},
    {"20805", "行政事业单位养老支出", "9.50", "1.75", "7.75"},
    {"20899", "其他社会保障支出", "10.00", "10.00", ""},
}};

Fixed points(std::size_t value) { return static_cast<Fixed>(value) * fixed_one; }

PaperWord word(std::string_view text, Fixed left, Fixed top) {
    const Fixed width = 5 * fixed_one * columns_of_text(text);
    return {{left, top, left + width, top + 10 * fixed_one}, std::string(text)};
}

/// Its table, where each byte says of a piece of a line between two cells whether it is there and how far it is off.
void read_table_without(std::string_view bytes) {
    WordPage page{points(595), points(842), {}};
    page.words.push_back(word("支出决算表", points(200), points(60)));
    page.words.push_back(word("单位：万元", points(400), points(80)));
    Drawn drawn;
    std::size_t next = 0;
    const auto piece = [&](bool horizontal, Fixed at, Fixed from, Fixed to) {
        const unsigned char byte = next < bytes.size() ? static_cast<unsigned char>(bytes[next++]) : 0;
        const Fixed off = thousandths(byte % 16 * 50);
        if (byte < 192) drawn.rules.push_back({horizontal, at + off, from + off, to - off});
    };
    constexpr std::size_t left = 40, top = 100, width = 110, height = 24;
    for (std::size_t r = 0; r <= table.size(); ++r)
        for (std::size_t c = 0; c < columns; ++c)
            piece(true, points(top + height * r), points(left + width * c), points(left + width * (c + 1)));
    for (std::size_t r = 0; r < table.size(); ++r) {
        for (std::size_t c = 0; c <= columns; ++c)
            piece(false, points(left + width * c), points(top + height * r), points(top + height * (r + 1)));
        for (std::size_t c = 0; c < columns; ++c)
            if (!table[r][c].empty())
                page.words.push_back(
                    word(table[r][c], points(left + width * c + 4), points(top + height * r + 7)));
    }
    const Page read = page_of_papers(papers_of({std::move(page)}, drawn));
    demand_page(read);
    const Filing filing = assemble(read_page(read));
    const Report report = check(filing);
    // To be looked at is no accusation: without its lines a table may have lost a figure.
    for (const Finding& finding : report.findings())
        demand(finding.level == Finding::Level::doubted, "a document that ties out is never accused",
               report.message(finding, Language::en) + '\n' + read.source);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::view_of(data, size);
    if (bytes.starts_with(' '))
        read_bytes(bytes.substr(1));
    else
        read_table_without(bytes);
    return 0;
}
