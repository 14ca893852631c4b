// SPDX-License-Identifier: MIT
//
// Columns of shares: of the total of the table, or of what their head names.
#include "read/tables/statements.hpp"
#include "read/vocabulary/quantities.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>

namespace tieout::detail {

namespace {

constexpr std::size_t most_readings = 8;

/// The row of the total of which shares without another name are: none if there are several.
std::size_t whole_of_shares(const std::vector<Row>& rows) {
    std::size_t whole = no_row;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].label.total || !rows[i].code.empty() || rows[i].label.within) continue;
        if (whole != no_row) return no_row;
        whole = i;
    }
    return whole;
}

/// Whether the total has rows on one side only, and is called a total of all: one within the rows, or a 小计, is not of all.
bool is_total_of_all(const std::vector<Row>& rows, std::size_t total) {
    const auto listed = [](const Row& row) {
        return !row.label.total && !row.label.derived() && !row.label.within && !row.heading;
    };
    const auto at = rows.begin() + static_cast<std::ptrdiff_t>(total);
    return !rows[total].label.subtotal() &&
           (std::none_of(rows.begin(), at, listed) || std::none_of(at + 1, rows.end(), listed));
}

/// The row that a share names as its whole: 占一般公共预算收入比重 beside a row 一般公共预算收入.
std::size_t row_named(const std::vector<Row>& rows, std::string_view name) {
    std::size_t found = no_row;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string_view label = rows[i].label.name;
        if (label != name && !(rows[i].label.total && !rows[i].label.bare && whole_in_total(label) == name))
            continue;
        if (found != no_row) return no_row;
        found = i;
    }
    return found;
}

/// Shares of one column, by what its head says that they are shares of.
class ShareColumn {
  public:
    ShareColumn(const Writer& writer, std::size_t column, std::size_t total)
        : writer_(writer), column_(column), total_(total),
          of_(share_in_head(heads()[column].path.empty() ? heads()[column].words
                                                         : heads()[column].path.back())) {}

    void state() const {
        for (const Row& row : rows()) {
            const MentionId share = row.figures[column_];
            if (share == no_mention || writer_.figure(share).unit.dimension != Dimension::percent) continue;
            Statement statement{.word = "share"};
            if (of_.whole == ShareHead::Whole::running) return;
            if (of_.whole == ShareHead::Whole::named) {
                if (!of_named(row, share, statement) && may_be_of_table())
                    of_total(row, share, names_an_amount(), statement);
            } else {
                of_total(row, share, true, statement);
            }
            writer_.state(std::move(statement), "column of shares");
        }
    }

  private:
    [[nodiscard]] const std::vector<Row>& rows() const { return writer_.block.rows; }
    [[nodiscard]] const std::vector<Head>& heads() const { return writer_.block.heads; }

    void add(MentionId share, MentionId part, MentionId whole, Statement& statement) const {
        if (!writer_.is_amount(part) || !writer_.is_amount(whole) ||
            statement.readings.size() >= most_readings)
            return;
        if (!same_dimension(writer_.figure(part).unit, writer_.figure(whole).unit)) return;
        statement.readings.push_back({.kind = Kind::share,
                                      .subject = share,
                                      .first = {{part, Decimal{1}}},
                                      .second = {{whole, Decimal{1}}}});
    }

    /// What the head names is a row or another column of this table.
    bool of_named(const Row& row, MentionId share, Statement& statement) const {
        // 本级占比 names the part.
        if (heads()[column_].path.empty() || heads()[column_].path.back().starts_with(of_.name)) return false;
        const std::size_t whole = row_named(rows(), of_.name);
        for (std::size_t a = column_; a-- > 0;) {
            if (heads()[a].role != HeadRole::amount || !heads()[a].additive) continue;
            if (whole != no_row) add(share, row.figures[a], rows()[whole].figures[a], statement);
            if (whole == no_row && !heads()[a].path.empty() && heads()[a].path.back() == of_.name)
                for (std::size_t part = column_; part-- > 0;)
                    if (part != a && heads()[part].role == HeadRole::amount && heads()[part].additive)
                        add(share, row.figures[part], row.figures[a], statement);
        }
        return !statement.readings.empty();
    }

    /// 本级占比 beside 本级, and 占比 behind 其中：本级: of the other columns of the row.
    void of_row(const Row& row, MentionId share, Statement& statement) const {
        for (std::size_t part = column_; part-- > 0;) {
            const Head& head = heads()[part];
            const bool named = !of_.name.empty() && !head.path.empty() && head.path.back() == of_.name;
            if (head.role != HeadRole::amount || !head.additive) continue;
            if (named || (head.within && part + 1 == column_))
                for (std::size_t whole = column_; whole-- > 0;)
                    if (whole != part && heads()[whole].role == HeadRole::amount && heads()[whole].additive)
                        add(share, row.figures[part], row.figures[whole], statement);
        }
    }

    void of_total(const Row& row, MentionId share, bool clear, Statement& statement) const {
        of_row(row, share, statement);
        if (total_ == no_row) return;
        std::size_t amounts = 0;
        for (const Head& head : heads()) amounts += head.role == HeadRole::amount && head.additive ? 1U : 0U;
        statement.evidence = evidence_if(clear && amounts == 1 && row.parent == no_row &&
                                         !writer_.block.excerpt && is_total_of_all(rows(), total_));
        for (std::size_t a = column_; a-- > 0;)
            if (heads()[a].role == HeadRole::amount && heads()[a].additive)
                add(share, row.figures[a], rows()[total_].figures[a], statement);
    }

    /// 支出占比 beside 支出: what stands before 占比 is the amount itself.
    [[nodiscard]] bool names_an_amount() const {
        if (contains(heads()[column_].words, "占") && !contains(heads()[column_].words, "占比")) return false;
        return parts_of_label(of_.name).bare ||
               std::any_of(heads().begin(), heads().end(), [&](const Head& head) {
                   return head.role == HeadRole::amount && contains(head.words, of_.name);
               });
    }

    /// 占全市比重, 占总支出比重: the total of the table may be what is named. GDP is none of it.
    [[nodiscard]] bool may_be_of_table() const {
        for (const std::string_view all : {"全", "总", "所有"})
            if (of_.name.starts_with(all)) return true;
        return names_an_amount() || std::any_of(heads().begin(), heads().end(), [&](const Head& head) {
                   return head.role == HeadRole::amount && !head.subject.empty() &&
                          contains(of_.name, head.subject);
               });
    }

    const Writer& writer_;
    std::size_t column_;
    std::size_t total_;
    ShareHead of_;
};

} // namespace

void state_shares(const Writer& writer) {
    const std::size_t total = whole_of_shares(writer.block.rows);
    for (std::size_t k = 0; k < writer.block.heads.size(); ++k)
        if (writer.block.heads[k].role == HeadRole::share) ShareColumn(writer, k, total).state();
}

} // namespace tieout::detail
