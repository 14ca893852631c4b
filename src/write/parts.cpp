// SPDX-License-Identifier: MIT
#include "write/parts.hpp"

#include "write/display.hpp"
#include "write/shown.hpp"

#include <tieout/relations/explain.hpp>

#include <algorithm>

namespace tieout::detail {

namespace {

void write_ids(JsonWriter& json, const Names& names, std::span<const std::uint32_t> checks) {
    json.list([&] {
        for (const std::uint32_t check : checks) json.put(names.id(check));
    });
}

void write_range(JsonWriter& json, const Range& range, const Names& names) {
    json.object([&] {
        json.member("figure", names.pointer(*range.figure));
        if (range.least) json.member("low", *range.least);
        if (range.most) json.member("high", *range.most);
        // What it can truly be, as opposed to what can be printed.
        if (range.low && range.high) write_interval(json, {*range.low, *range.high});
    });
}

/// The base as it is written out: 3112.91 - 1129.81.
std::string base_text(const Repair& repair) {
    std::string text;
    for (const BaseTerm& term : repair.base) {
        const bool less = sign(term.coefficient) < 0;
        if (!text.empty())
            text += less ? " - " : " + ";
        else if (less)
            text += "-";
        if (abs(term.coefficient) != Decimal(1)) text += to_string(abs(term.coefficient)) + " × ";
        text += number_text(*term.figure);
    }
    return text;
}

std::string slip_code(const Repair& repair) {
    std::string code;
    for (const Slip* slip : repair.slips) {
        if (!code.empty()) {
            if (code == slip->code) continue;
            code += "+";
        }
        code += slip->code;
    }
    return code;
}

void write_repair(JsonWriter& json, const Repair& repair, const Names& names) {
    json.object([&] {
        json.key("changes").list([&] {
            for (const Correction& change : repair.changes)
                json.object([&] {
                    json.member("figure", names.pointer(*change.figure));
                    json.member("from", number_text(*change.figure));
                    json.member("to", change.to);
                });
        });
        if (!repair.slips.empty()) json.member("slip", slip_code(repair));
        if (repair.rate != nullptr) {
            json.member("rate", names.pointer(*repair.rate));
            json.member("base", base_text(repair));
            json.key("base_figures").list([&] {
                for (const BaseTerm& term : repair.base)
                    json.object([&] {
                        json.member("figure", names.pointer(*term.figure));
                        json.member("coefficient", term.coefficient);
                    });
            });
        }
        write_ids(json.key("resolves"), names, repair.resolves);
    });
}

/// Lists that grow beyond this are cut in what people read; programs get all.
constexpr std::size_t shown_max = 8;

class PartsText {
  public:
    PartsText(Page& page, const ReportView& report, const Names& names, Language language)
        : page_(page), report_(report), names_(names), language_(language) {}

    void joints() {
        const auto& joints = report_.located.joints;
        if (joints.empty()) return;
        heading({"合在一起不可能成立（J01）", "Impossible together (J01)"}, joints.size());
        for (const Joint& joint : joints) {
            page_.paragraph(2, in(joint_demand), Tone::red);
            for (const std::uint32_t check : joint.checks)
                page_.paragraph(5, names_.id(check) + ": " +
                                       clean(arithmetic_of(report_.relations, report_.checks[check],
                                                           report_.options, language_)));
        }
    }

    void parts() {
        const auto& parts = report_.located.parts;
        if (parts.empty()) return;
        heading({"应更正的数", "What is to be corrected"}, parts.size());
        for (const FaultyPart& part : parts) {
            if (&part != &parts.front()) page_.blank_line();
            which(part);
            line({"原因", "why"}, why(part));
            for (std::size_t i = 0; i < std::min(part.ranges.size(), shown_max); ++i)
                line({"范围", "range"}, range(part.ranges[i]));
            // The same base stated in two places gives the same words twice.
            std::string last;
            for (std::size_t i = 0; i < std::min(part.repairs.size(), shown_max); ++i) {
                std::string words = repair(part.repairs[i], part);
                if (words != last) line({"可能", "perhaps"}, words);
                last = std::move(words);
            }
            if (part.repairs.size() > shown_max) line({}, more(part.repairs.size() - shown_max));
            line({"涉及", "resolves"}, broken_of(part));
            line({"注意", "note"}, caveat(part));
        }
    }

  private:
    [[nodiscard]] std::string_view in(const Words& words) const { return words.in(language_); }
    [[nodiscard]] bool zh() const { return language_ == Language::zh; }

    void heading(const Words& title, std::size_t count) {
        page_.blank_line();
        page_.paragraph(
            0, std::string(in(title)) + (zh() ? "（" : " (") + std::to_string(count) + (zh() ? "）" : ")"),
            Tone::strong);
        page_.blank_line();
    }

    void line(const Words& key, const std::string& text) {
        if (!text.empty()) page_.keyed(5, in(key), columns(in({"原因", "resolves"})), text);
    }

    [[nodiscard]] std::string more(std::size_t count) const {
        return zh() ? "另有 " + std::to_string(count) + " 种" : "and " + std::to_string(count) + " more";
    }

    [[nodiscard]] static std::string with_unit(std::string number, const Figure& figure) {
        const std::string unit = clean(figure.unit.word());
        if (unit.empty()) return number;
        return number + (unit == "%" || unit == "‰" ? "" : " ") + unit;
    }

    [[nodiscard]] std::string named(const Figure& figure) const {
        std::string text =
            clean(names_.label(figure, language_)) + " " + with_unit(clean(number_text(figure)), figure);
        const std::string place = clean(place_text(*report_.filing, figure, language_));
        if (!place.empty()) text += (zh() ? "（" : " (") + place + (zh() ? "）" : ")");
        return text;
    }

    [[nodiscard]] std::string named(const std::vector<const Figure*>& set) const {
        std::string text;
        for (const Figure* figure : set) {
            if (!text.empty()) text += in({" 与 ", " and "});
            text += named(*figure);
        }
        return text;
    }

    void which(const FaultyPart& part) {
        const auto& sets = part.minimal_sets;
        if (sets.empty()) {
            page_.paragraph(2,
                            part.complete
                                ? in({"没有可以更正的数：相关的数都已确认无误。",
                                      "Nothing can be corrected: all figures here are known to be right."})
                                : in({"未能找出应更正的数。", "What to correct was not found."}),
                            Tone::strong);
            return;
        }
        if (sets.size() == 1) {
            const bool one = sets.front().size() == 1;
            // Where there may be other answers, this is one of them and no more.
            page_.paragraph(2,
                            std::string(!part.complete ? in({"可作一种解释：", "One answer: "})
                                        : one          ? in({"应更正：", "To be corrected: "})
                                              : in({"应一并更正：", "To be corrected together: "})) +
                                named(sets.front()),
                            Tone::strong);
            return;
        }
        const bool singles =
            std::all_of(sets.begin(), sets.end(), [](const auto& set) { return set.size() == 1; });
        page_.paragraph(
            2,
            singles && counted(part) ? in({"以下各数之一有误，现有的关系不能区分：",
                                           "One of these is wrong; nothing stated tells which:"})
            : singles ? in({"以下任一数有误即可解释：", "Any one of these, if it is wrong, explains it:"})
                      : in({"没有一个数能单独解释；以下任一组数有误即可解释：",
                            "No figure alone explains it; any one of these groups does:"}),
            Tone::strong);
        const std::size_t shown = std::min(sets.size(), 2 * shown_max);
        for (std::size_t i = 0; i < shown; ++i) page_.keyed(5, in({"·", "-"}), 1, named(sets[i]));
        const std::size_t all = part.sets_total.value_or(sets.size());
        if (all > shown) page_.paragraph(5, more(all - shown));
    }

    /// Whether it is known how many answers there are.
    [[nodiscard]] static bool counted(const FaultyPart& part) {
        return part.complete || part.sets_total.has_value();
    }

    [[nodiscard]] std::string caveat(const FaultyPart& part) const {
        if (part.complete) return {};
        if (!part.sets_total || *part.sets_total <= part.minimal_sets.size())
            return std::string(
                in({"关系过多，未能列出全部可能。", "Too much to try it all: there may be other answers."}));
        const std::string listed_count = std::to_string(part.minimal_sets.size());
        const std::string all = std::to_string(*part.sets_total);
        return zh() ? "共有 " + all + " 种可能，只进一步查看了前 " + listed_count + " 种。"
                    : "There are " + all + " answers; only the first " + listed_count + " were looked into.";
    }

    [[nodiscard]] std::string listed(std::span<const std::uint32_t> checks) const {
        std::string text;
        for (const std::uint32_t check : checks) {
            if (!text.empty()) text += in({"、", ", "});
            text += clean(names_.id(check));
        }
        return text;
    }

    [[nodiscard]] std::string why(const FaultyPart& part) const {
        std::string text;
        std::size_t shown = 0;
        for (const auto& conflict : part.conflicts) {
            if (++shown > shown_max / 2) {
                text += zh() ? "等" : " …";
                break;
            }
            if (!text.empty()) text += in({"；", "; "});
            text += listed(conflict);
            if (conflict.size() == 1)
                text += in({" 不成立", " does not hold"});
            else
                text += in({" 不能同时成立", " cannot hold together"});
        }
        return text;
    }

    [[nodiscard]] std::string range(const Range& range) const {
        const Figure& figure = *range.figure;
        const std::string name = clean(names_.label(figure, language_)) + " " + clean(number_text(figure));
        if (range.only_one())
            return name + std::string(in({"：只能是 ", ": must be "})) +
                   with_unit(to_string(*range.least), figure);
        if (range.least && range.most)
            return name + std::string(in({"：应在 ", ": must lie from "})) + to_string(*range.least) +
                   std::string(in({" 至 ", " to "})) + with_unit(to_string(*range.most), figure);
        if (range.least)
            return name + std::string(in({"：不小于 ", ": at least "})) +
                   with_unit(to_string(*range.least), figure);
        if (range.most)
            return name + std::string(in({"：不大于 ", ": at most "})) +
                   with_unit(to_string(*range.most), figure);
        return {};
    }

    [[nodiscard]] std::string repair(const Repair& repair, const FaultyPart& part) const {
        std::string text;
        for (const Correction& change : repair.changes) {
            if (!text.empty()) text += in({"，", ", "});
            text += clean(number_text(*change.figure)) + " → " + to_string(change.to);
        }
        if (repair.rate != nullptr)
            text += with_unit(clean(number_text(*repair.rate)), *repair.rate) +
                    std::string(in({" 是对 ", " is the rate over "})) + base_text(repair) +
                    std::string(in({" 的比率", ""}));
        std::string slips;
        for (std::size_t i = 0; i < repair.slips.size(); ++i) {
            if (i > 0 && repair.slips[i] == repair.slips[i - 1]) continue;
            if (!slips.empty()) slips += in({"、", ", "});
            slips += in(repair.slips[i]->name);
        }
        if (!slips.empty()) text += std::string(in({"：", ": "})) + slips;
        if (repair.slips.empty() && only_values(repair, part))
            text += in({"：唯一可能的值", ": the only value possible"});
        return text;
    }

    /// Whether nothing else can be meant: these figures in any case, and for each of them this value.
    [[nodiscard]] static bool only_values(const Repair& repair, const FaultyPart& part) {
        if (!part.complete || part.minimal_sets.size() != 1) return false;
        return std::all_of(repair.changes.begin(), repair.changes.end(), [&](const Correction& change) {
            return std::any_of(part.ranges.begin(), part.ranges.end(), [&](const Range& range) {
                return range.figure == change.figure && range.only_one();
            });
        });
    }

    [[nodiscard]] std::string broken_of(const FaultyPart& part) const {
        std::vector<std::uint32_t> broken;
        for (const std::uint32_t check : part.checks)
            if (report_.checks[check].outcome == Outcome::broken) broken.push_back(check);
        return listed(broken);
    }

    Page& page_;
    const ReportView& report_;
    const Names& names_;
    Language language_;
};

} // namespace

void write_joints(JsonWriter& json, const ReportView& report, const Names& names, Language language) {
    for (const Joint& joint : report.located.joints)
        json.object([&] {
            json.member("id", joint_id(joint, names));
            json.member("code", joint_code);
            json.member("kind", "joint");
            json.member("severity", name_of(Severity::error));
            json.member("outcome", described(Outcome::broken).code);
            json.key("notes").list([] {});
            json.member("statement", joint_demand.in(language));
            write_ids(json.key("checks"), names, joint.checks);
            std::vector<const Figure*> figures;
            for (const std::uint32_t check : joint.checks)
                for (const Operand& operand :
                     report.relations.operands(report.relation_of(report.checks[check])))
                    if (std::find(figures.begin(), figures.end(), operand.figure) == figures.end())
                        figures.push_back(operand.figure);
            json.key("figures").list([&] {
                for (const Figure* figure : figures)
                    json.object([&] {
                        json.member("id", names.pointer(*figure));
                        json.member("role", "member");
                        json.member("text", number_text(*figure));
                        json.member_if_any("unit", figure->unit.word());
                    });
            });
        });
}

void write_parts(JsonWriter& json, const ReportView& report, const Names& names) {
    json.list([&] {
        for (const FaultyPart& part : report.located.parts)
            json.object([&] {
                write_ids(json.key("checks"), names, part.checks);
                json.member("complete", part.complete);
                json.key("minimal_sets").list([&] {
                    for (const auto& set : part.minimal_sets) write_pointers(json, names, set);
                });
                if (part.sets_total && *part.sets_total > part.minimal_sets.size())
                    json.member("sets_total", *part.sets_total);
                write_pointers(json.key("core"), names, part.core);
                json.key("conflicts").list([&] {
                    for (const auto& conflict : part.conflicts) write_ids(json, names, conflict);
                });
                json.key("ranges").list([&] {
                    for (const Range& range : part.ranges) write_range(json, range, names);
                });
                json.key("repairs").list([&] {
                    for (const Repair& repair : part.repairs) write_repair(json, repair, names);
                });
            });
    });
}

void write_pointers(JsonWriter& json, const Names& names, std::span<const Figure* const> figures) {
    json.list([&] {
        for (const Figure* figure : figures) json.put(names.pointer(*figure));
    });
}

void write_interval(JsonWriter& json, const Interval& interval) {
    json.key("interval").list([&] {
        json.put(interval.low.at);
        json.put(interval.high.at);
    });
    if (interval.low.closed && interval.high.closed) return;
    json.key("open").list([&] {
        if (!interval.low.closed) json.put("low");
        if (!interval.high.closed) json.put("high");
    });
}

void write_parts(Page& page, const ReportView& report, const Names& names, Language language) {
    PartsText text(page, report, names, language);
    text.joints();
    text.parts();
}

} // namespace tieout::detail
