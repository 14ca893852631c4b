// SPDX-License-Identifier: MIT
#ifndef TIEOUT_FACTS_FORM_HPP
#define TIEOUT_FACTS_FORM_HPP

// A form is an official table as a description (报表格式): its titles, what its captions and its rows say that a figure is
// of, and along which dimensions it shows all there is. What holds inside it, and between it and other forms, follows from
// these aspects. Forms are data: the built-in ones are files, and a file adds one (read/form.hpp).
//
//     const FormMatch found = match(all_forms(), "某局2022年度支出决算表", {"本年支出合计", "基本支出", "项目支出"});
//     column_aspects(found, 0, {"基本支出"})->of.type              ->  "basic"
//     row_aspects(found, 0, {.code = "2010301"})->of.function     ->  "2010301"

#include <tieout/base/export.hpp>
#include <tieout/facts/facts.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// Where a form is published.
struct FormSource {
    std::string document{};
    std::string clause{};
    /// Nobody of us has had the text in hand: this is what published tables look like.
    bool unverified = false;
};

/// Words of a caption or of a row, and what they say that a figure is of.
struct FormWord {
    /// As they are printed by one publisher or another, in any year; without number, unit and marks of quotation.
    std::vector<std::string> names{};
    /// Of rows: those whose codes begin with one of these.
    std::vector<std::string> codes{};
    Aspects of{};
    /// Of a total: what it is of too, where no other row of the block names a flow (收入总计 without 本年收入合计).
    std::optional<Aspects> alone{};
    /// Of a caption: a table that lacks a third of these is another form.
    bool needed = false;
    /// Of a row: the rows below it that do not say otherwise are of the same.
    bool opens = false;
    /// Of a row: it is one of the parts although 其中 stands before it.
    bool within = false;
    /// It belongs to the form, and its figures are compared with nothing (执行率, 备注).
    bool aside = false;
};

/// Titles, and what they say that all figures are of.
struct FormTitle {
    std::vector<std::string> names{};
    Aspects of{};
};

/// What stands side by side in a form: labels with the columns that belong to them.
struct FormBlock {
    /// What stands over its labels, or over all of it: 收入, 支出.
    std::vector<std::string> heads{};
    Aspects of{};
    /// The dimension that its codes, or the names of classes in their place, are of; empty where its rows have none.
    std::string by{};
    std::vector<FormWord> columns{};
    std::vector<FormWord> rows{};
    /// It may stand several times side by side, each with some of the rows.
    bool repeated = false;
};

/// What a form says of another: it follows from the aspects, and is told where it is explained.
struct FormLink {
    /// Name of the other form.
    std::string form{};
    std::string zh{};
    std::string en{};
    FormSource source{};
};

struct Form {
    /// That of its file.
    std::string name{};
    std::string title_zh{};
    std::string title_en{};
    /// Each name is a title by itself: a table whose title only ends with one has another form.
    std::vector<FormTitle> titles{};
    /// Numbers that publishers give it: 公开03表, 财决04表.
    std::vector<std::string> numbers{};
    FormSource source{};
    Aspects of{};
    /// Dimensions along which the parts that it prints are all there are.
    std::vector<std::string> whole{};
    /// From the left.
    std::vector<FormBlock> blocks{};
    /// Rows that hold no figures: 栏次.
    std::vector<std::string> skip{};
    std::vector<FormLink> links{};
};

/// Words as they are compared: without blanks and marks of quotation, with brackets and digits of one width.
/// Example: "因公出国 (境) 费" -> "因公出国（境）费"
TIEOUT_API [[nodiscard]] std::string plain_words(std::string_view text);

/// Whether a title is one of the form's: it equals one but for its number, the body and the year before it, and what stands
/// in brackets behind it.
/// Example: "表3 某局2022年度支出决算表（公开03表）" is 支出决算表; "项目支出决算表" is not.
TIEOUT_API [[nodiscard]] bool has_title(const Form& form, std::string_view title);

/// How a table came to have a form.
struct FormMatch {
    const Form* form = nullptr;
    /// What its title says of all its figures.
    Aspects of{};
    /// Its title is one of the form's; otherwise its number or its captions say so, and of no other form.
    bool by_title = false;
    /// Captions that the form needs, and how many of them the table has.
    std::size_t needed = 0;
    std::size_t found = 0;
};

/// The form of a table. Its title must be one of the form's, and two thirds of the captions that the form needs must be
/// there. Where the title names no table at all (附表1), its number with as many captions says it, or all captions and no
/// others, if that is so of one form only.
/// `captions` are those over columns of figures, one by one, at every level.
TIEOUT_API [[nodiscard]] FormMatch match(std::span<const Form* const> forms, std::string_view title,
                                         std::span<const std::string> captions, std::string_view number = {});

/// What captions or the words of a row say.
struct FormAspects {
    Aspects of{};
    /// See FormWord.
    bool aside = false;
    /// The entry of the row, or of the last of the captions; none for a row that is known by its code alone.
    const FormWord* word = nullptr;
};

/// What the figures of a column are of by their captions, from the top down, with what the title, the form and the block
/// say; nothing if a caption is unknown.
TIEOUT_API [[nodiscard]] std::optional<FormAspects> column_aspects(const FormMatch& match, std::size_t block,
                                                                   std::span<const std::string> captions);

/// A row as it is printed.
struct FormRow {
    std::string_view code{};
    /// Without its number.
    std::string_view name{};
    /// 其中 stands before it.
    bool within = false;
};

/// What the figures of a row are of, beside what their columns say. `under` is the row above it that opens what stands
/// below. Nothing for a row that the form does not know.
TIEOUT_API [[nodiscard]] std::optional<FormAspects>
row_aspects(const FormMatch& match, std::size_t block, const FormRow& row, const FormWord* under = nullptr);

} // namespace tieout

#endif
