// SPDX-License-Identifier: MIT
#include <tieout/write/filing.hpp>

#include "model/whereabouts.hpp"
#include "write/json_value.hpp"

#include <tieout/base/cell.hpp>
#include <tieout/model/describe.hpp>
#include <tieout/numbers/date.hpp>

#include <algorithm>
#include <utility>

namespace tieout {

namespace {

using detail::Json;

std::string text_of(const Unit& unit) { return std::string(unit.word()); }

/// Turns a filing into JSON, following describe.hpp; everything that is empty or the default is left out.
class FilingWriter {
  public:
    explicit FilingWriter(const Filing& filing)
        : filing_(filing), document_unit_(filing.unit.value_or(unit::plain)) {}

    template <class T>
    [[nodiscard]] Json object(const T& described) const {
        Json result = Json::object();
        describe(described, [&](std::string_view key, const auto& member, Expects expects) {
            Json value = this->member(member, expects);
            if (!value.is_null()) result[std::string(key)] = std::move(value);
        });
        return result;
    }

  private:
    // ---- members: null stands for "left out" ----

    static Json member(const std::string& text, Expects) { return text.empty() ? Json() : Json(text); }
    static Json member(const std::optional<int>& number, Expects) { return number ? Json(*number) : Json(); }
    static Json member(const std::optional<Unit>& unit, Expects) {
        return unit ? Json(text_of(*unit)) : Json();
    }
    static Json member(const std::optional<Printing>& printing, Expects) {
        return printing ? Json(name_of(*printing)) : Json();
    }
    static Json member(const bool& truth, Expects) { return truth; }
    static Json member(const std::vector<std::string>& texts, Expects) {
        return texts.empty() ? Json() : Json(texts);
    }
    static Json member(const std::int8_t& sign, Expects) { return sign == 1 ? Json() : Json(sign); }
    static Json member(const Phase& phase, Expects) { return name_of(phase); }
    static Json member(const Comparative::Word& word, Expects) {
        switch (word) {
        case Comparative::Word::more:
            return "more";
        case Comparative::Word::less:
            return "less";
        case Comparative::Word::equal:
            break;
        }
        return "equal";
    }
    static Json member(const Target& target, Expects) {
        switch (target) {
        case Target::at_least:
            return "at_least";
        case Target::at_most:
            return "at_most";
        case Target::equals:
            return "equals";
        case Target::qualitative:
            return "qualitative";
        case Target::not_stated:
            break;
        }
        return {};
    }
    static Json member(const Balance& balance, Expects) {
        if (balance == Balance::not_stated) return {};
        return balance == Balance::stated ? "stated" : "approximate";
    }
    static Json member(const Completeness& completeness, Expects) {
        if (completeness == Completeness::not_stated) return {};
        return completeness == Completeness::complete;
    }
    static Json member(const Completenesses& completenesses, Expects expects) {
        const auto& of = completenesses.of;
        if (std::equal(of.begin() + 1, of.end(), of.begin())) return member(of.front(), expects);
        Json result = Json::object();
        for (const Phase phase : phases)
            if (completenesses[phase] != Completeness::not_stated)
                result[std::string(name_of(phase))] = completenesses[phase] == Completeness::complete;
        return result;
    }
    Json member(const Stated& stated, Expects expects) const {
        const auto statements = stated.statements();
        if (statements.empty()) return {};
        if (statements.size() == 1) return figure(statements.front(), expects);
        Json list = Json::array();
        for (const Figure& statement : statements) list.push_back(figure(statement, expects));
        return list;
    }
    Json member(const std::vector<Split>& splits, Expects) const {
        Json::object_t result;
        // Names are unique, and looking each of many up would take long.
        for (const Split& split : splits) result.push_back({split.name, object(split)});
        return result.empty() ? Json() : Json(std::move(result));
    }
    Json member(const std::vector<NamedFigure>& figures, Expects) const {
        Json::object_t result;
        // A figure by id is a plain number unless it says otherwise. Ids are unique.
        for (const NamedFigure& named : figures)
            result.push_back({named.id, with_aspects(member(named.figure, Expects::plain), named.of)});
        return result.empty() ? Json() : Json(std::move(result));
    }
    /// What a figure is of is said once, of its first statement.
    static Json with_aspects(Json figure, const Aspects& of) {
        if (!of.any() || figure.is_null()) return figure;
        Json& first = figure.is_array() ? figure.front() : figure;
        if (!first.is_object()) {
            Json value = std::move(first);
            first = Json::object();
            first["value"] = std::move(value);
        }
        Json& aspects = first["of"] = Json::object();
        for (const AspectEntry& entry : aspect_table)
            if (!(of.*entry.member).empty()) aspects[std::string(entry.key)] = of.*entry.member;
        for (const OwnAspect& own : of.own) aspects["own"][own.dimension] = own.member;
        return figure;
    }
    static Json member(const std::vector<StatedRelation>& relations, Expects) {
        Json result = Json::array();
        for (const StatedRelation& stated : relations) result.push_back(relation(stated));
        return result.empty() ? Json() : result;
    }
    static Json member(const std::vector<Sentence>& sentences, Expects) {
        Json::object_t result;
        for (const Sentence& sentence : sentences) result.push_back({sentence.id, sentence.words}); // unique
        return result.empty() ? Json() : Json(std::move(result));
    }
    static Json member(const std::vector<Reference>& readings, Expects) {
        if (readings.empty()) return {};
        if (readings.size() == 1) return reference(readings.front());
        Json result;
        for (const Reference& reading : readings) result["any_of"].push_back(reference(reading));
        return result;
    }
    template <class T>
    Json member(const std::vector<T>& list, Expects) const {
        Json result = Json::array();
        for (const T& element : list) result.push_back(object(element));
        return result.empty() ? Json() : result;
    }
    template <class T>
    Json member(const T& described, Expects) const {
        Json result = object(described);
        return result.empty() ? Json() : result;
    }

    // ---- figures ----

    [[nodiscard]] Unit default_unit(Expects expects) const {
        switch (expects) {
        case Expects::amount:
            return document_unit_;
        case Expects::percent:
            return unit::percent;
        case Expects::people:
            return unit_named("人").value_or(unit::plain);
        case Expects::points:
            return unit_named("分").value_or(unit::plain);
        case Expects::date:
            return unit::day;
        case Expects::plain:
        case Expects::no_figure:
            break;
        }
        return unit::plain;
    }

    /// The text that is read as this number again.
    static std::string value_text(const Figure& figure) {
        if (figure.unit.dimension == Dimension::day) {
            if (!figure.text.empty()) return figure.text;
            const auto days = rescaled(figure.value, 0);
            return days ? to_string(date_of(static_cast<std::int32_t>(static_cast<std::int64_t>(days->lo))))
                        : to_string(figure.value);
        }
        const Printed again = read_printed(figure.text);
        const bool numeric = figure.state == State::value || figure.state == State::approximate;
        if (again.state == figure.state && !again.unit && (!numeric || identical(again.value, figure.value)))
            return figure.text;
        switch (figure.state) {
        case State::value:
            return to_string(figure.value);
        case State::approximate:
            return "约" + (again.state == State::value && !again.unit && identical(again.value, figure.value)
                               ? figure.text
                               : to_string(figure.value));
        case State::none_by_word:
            return "无";
        case State::not_applicable:
            return "——";
        case State::blank:
            return {};
        case State::unreadable:
            break;
        }
        // What is a number and yet was not believed, as of a key that is given twice, must not be believed when it is
        // read again.
        return again.state == State::unreadable ? figure.text : figure.text + "?";
    }

    [[nodiscard]] Json figure(const Figure& figure, Expects expects) const {
        Json result = Json::object();
        const std::string text = value_text(figure);
        result["value"] = text;
        if (!(figure.unit == default_unit(expects)) && expects != Expects::date)
            result["unit"] = text_of(figure.unit);
        if (figure.unit_missing) result["unit_missing"] = true;
        if (figure.decimals)
            result["decimals"] = *figure.decimals;
        else if (figure.value.scale < 0)
            // Written out, the number shows zeros that it does not know.
            result["decimals"] = figure.value.scale;
        if (figure.printing) result["rounding"] = name_of(*figure.printing);
        if (figure.sense != 1) result["sense"] = figure.sense;
        if (!figure.label.empty()) result["label"] = figure.label;
        if (!figure.period.empty()) result["period"] = figure.period;
        if (!figure.place.empty()) result["place"] = figure.place;
        if (figure.line != 0) result["line"] = figure.line;
        if (figure.column != 0) result["column"] = figure.column;
        if (const FilePartKind* const kind = kind_of(figure.part)) {
            const std::string_view sheet = detail::sheet_of(filing_, figure.part);
            Json& part = result[std::string(kind->key)];
            part = figure.part.number();
            if (!sheet.empty()) part = sheet;
        }
        if (std::string cell = cell_name({figure.cell_row, figure.cell_column}); !cell.empty())
            result["cell"] = std::move(cell);
        if (!figure.context.empty()) result["context"] = figure.context;
        if (figure.mark_length != 0) result["mark"] = Json::array({figure.mark, figure.mark_length});
        if (figure.trust != Decimal(1)) result["trust"] = to_string(figure.trust);
        if (figure.fixed) result["fixed"] = true;
        if (figure.evidence == Evidence::open) result["evidence"] = "open";
        return result.size() == 1 ? Json(text) : result;
    }

    // ---- references and relations ----

    /// 1.0 is not left out: the decimals of a coefficient show in what is recomputed.
    static bool is_one(const Decimal& coefficient) { return identical(coefficient, Decimal(1)); }

    static Json term(const ReferenceTerm& term) {
        if (is_one(term.coefficient)) return term.to;
        return Json::array({term.to, to_string(term.coefficient)});
    }
    static Json terms(const Reference& reference) {
        Json list = Json::array();
        for (const ReferenceTerm& each : reference) list.push_back(term(each));
        return list;
    }
    /// One figure, or a list of terms.
    static Json reference(const Reference& reference) {
        if (reference.size() == 1 && is_one(reference.front().coefficient)) return reference.front().to;
        return terms(reference);
    }
    static Json ids(const Reference& reference) {
        Json list = Json::array();
        for (const ReferenceTerm& each : reference) list.push_back(each.to);
        return list;
    }

    static std::string_view bound_key(Comparison comparison) {
        switch (comparison) {
        case Comparison::at_most:
            return "at_most";
        case Comparison::at_least:
            return "at_least";
        case Comparison::less_than:
            return "less_than";
        case Comparison::more_than:
            return "more_than";
        case Comparison::equals:
            break;
        }
        return "equals";
    }

    static Json relation(const StatedRelation& stated) {
        Json result;
        result["id"] = stated.id;
        if (stated.any_of.empty()) {
            add_words(result, stated);
        } else {
            for (const StatedRelation& reading : stated.any_of) {
                Json words;
                add_words(words, reading);
                if (reading.approximate) words["approximate"] = true;
                if (reading.evidence == Evidence::open) words["evidence"] = "open";
                result["any_of"].push_back(std::move(words));
            }
        }
        if (stated.evidence == Evidence::open) result["evidence"] = "open";
        if (stated.severity != Severity::error) result["severity"] = name_of(stated.severity);
        if (stated.approximate) result["approximate"] = true;
        if (!stated.demand.empty()) result["demand"] = stated.demand;
        if (!stated.context.empty()) result["context"] = stated.context;
        return result;
    }

    /// The kind of a relation, and the figures that it is between.
    static void add_words(Json& result, const StatedRelation& stated) {
        result["kind"] = name_of(stated.kind);
        switch (stated.kind) {
        case Kind::sum:
            result["total"] = stated.subject;
            result["parts"] = ids(stated.first);
            if (std::any_of(stated.first.begin(), stated.first.end(),
                            [](const ReferenceTerm& part) { return !is_one(part.coefficient); }))
                for (const ReferenceTerm& part : stated.first)
                    result["coefficients"].push_back(to_string(part.coefficient));
            if (stated.open_list) result["complete"] = false;
            if (stated.blanks) result["blanks"] = true;
            break;
        case Kind::ratio:
            result["quotient"] = stated.subject;
            result["numerator"] = reference(stated.first);
            result["denominator"] = reference(stated.second);
            break;
        case Kind::share:
            result["share"] = stated.subject;
            result["part"] = reference(stated.first);
            result["whole"] = reference(stated.second);
            break;
        case Kind::growth:
            result["rate"] = stated.subject;
            result["from"] = reference(stated.second);
            result["to"] = reference(stated.first);
            break;
        case Kind::product:
            result["product"] = stated.subject;
            result["factors"] = ids(stated.first);
            break;
        case Kind::average:
            result["average"] = stated.subject;
            result["parts"] = ids(stated.first);
            if (stated.blanks) result["blanks"] = true;
            break;
        case Kind::at_most:
            result["lesser"] = reference(stated.first);
            result["greater"] = reference(stated.second);
            break;
        case Kind::linear: {
            result["terms"] = terms(stated.first);
            Json& bound = result[std::string(bound_key(stated.comparison))];
            bound["value"] = to_string(stated.constant);
            if (stated.constant_unit) bound["unit"] = text_of(*stated.constant_unit);
            break;
        }
        case Kind::equal:
        case Kind::present:
        case Kind::absent:
        case Kind::unit:
            result["figures"] = ids(stated.first);
            break;
        }
    }

    const Filing& filing_;
    Unit document_unit_;
};

Json json_of(const Filing& filing) {
    Json result;
    result["filing"] = 1;
    result.update(FilingWriter(filing).object(filing));
    return result;
}

} // namespace

std::string filing_json(const Filing& filing) {
    return detail::dumped(json_of(filing), JsonLayout::indented) + '\n';
}

std::string filing_json_line(const Filing& filing) {
    return detail::dumped(json_of(filing), JsonLayout::one_line);
}

} // namespace tieout
