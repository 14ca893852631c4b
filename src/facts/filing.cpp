// SPDX-License-Identifier: MIT
#include <tieout/facts/filing.hpp>

#include <tieout/model/describe.hpp>
#include <tieout/model/walk.hpp>

#include <algorithm>
#include <concepts>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tieout {
namespace {

/// Members of the filer itself and of its year are known by these where the filing names neither.
constexpr std::string_view own_body = "self";
constexpr std::string_view own_period = "year";

constexpr std::string_view projects = "project";

Aspects everything() { return {.fund = "*", .type = "*", .function = "*", .economic = "*", .item = "*"}; }

Aspects aspects_in(const MemberAspects& entry) {
    Aspects of = everything();
    of.flow = entry.flow;
    of.type = entry.type;
    of.item = entry.item;
    of.fund = entry.fund;
    return of;
}

const MemberAspects* find_member(std::string_view pointer) noexcept {
    const auto found = std::find_if(member_aspects.begin(), member_aspects.end(),
                                    [&](const MemberAspects& each) { return each.pointer == pointer; });
    return found == member_aspects.end() ? nullptr : &*found;
}

/// What was carried in is printed beside the income, and what is carried out beside the expenditure: of these two items the
/// phases are flows of their own.
struct CarriedOver {
    std::string_view pointer;
    Phase phase;
    std::string_view flow;
};
constexpr std::array<CarriedOver, 2> carried_over{
    {{"/income", Phase::opening, "opening"}, {"/expenditure", Phase::closing, "closing"}}};

void set_phase(Aspects& of, std::string_view pointer, Phase phase) {
    of.phase = name_of(phase);
    for (const CarriedOver& each : carried_over)
        if (each.pointer == pointer && each.phase == phase) {
            of.flow = each.flow;
            of.phase = name_of(Phase::executed);
        }
}

/// Calls visit(pointer, item) for every item of a filing that is a member or in a list of it, but the lines of splits.
template <class Visit>
class MemberWalk {
  public:
    explicit MemberWalk(Visit& visit) : visit_(visit) {}

    void members(const auto& described) {
        describe(described, [&](std::string_view key, const auto& member, Expects) {
            const std::size_t length = pointer_.size();
            detail::append_step(pointer_, key);
            value(member);
            pointer_.resize(length);
        });
    }

  private:
    template <class T>
    void value(const T& member) {
        if constexpr (std::derived_from<T, Item>) visit_(pointer_, member);
        if constexpr (requires { describe(member, [](std::string_view, const auto&, Expects) {}); })
            members(member);
    }
    void value(const std::vector<Split>&) {}
    template <class T>
    void value(const std::vector<T>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::size_t length = pointer_.size();
            pointer_ += '/' + std::to_string(i);
            value(list[i]);
            pointer_.resize(length);
        }
    }

    Visit& visit_;
    std::string pointer_;
};

template <class Visit>
void each_member(const Filing& filing, Visit visit) {
    MemberWalk<Visit>(visit).members(filing);
}

/// The dimension that the lines of a split differ along, and the member that a line is.
std::string dimension_of(const Split& split, const Aspects& whole) {
    const bool standard = split.name == "function" || split.name == "economic" || split.name == "fund";
    if (standard && aspect_of(whole, split.name) == facts::all) return split.name;
    return split.name == "projects" ? std::string(projects) : "by " + split.name;
}
std::string line_of(const Split& split, const Item& line, std::size_t number) {
    if (!line.code.empty() && split.name != "fund") return line.code;
    if (line.label.empty()) return std::to_string(number + 1);
    for (const facts::Dimension& dimension : facts::standard_dimensions())
        if (dimension.key() == split.name)
            for (const facts::Member& member : dimension.members())
                if (member.term == line.label) return member.key;
    return line.label;
}

bool adds_up(const Split& split) {
    return std::all_of(split.items.begin(), split.items.end(),
                       [](const Part& line) { return line.sign > 0; });
}

/// An item as it stands in all phases.
class Stating {
  public:
    Stating(const Filing& filing, Facts& facts) : filing_(filing), facts_(facts) {}

    void item(const std::string& pointer, const Item& item) {
        const MemberAspects* const known = find_member(pointer);
        Aspects of = known != nullptr ? aspects_in(*known) : Aspects{};
        const bool is_project = pointer.starts_with("/expenditure/project/projects/");
        if (is_project) {
            of = aspects_in(*find_member("/expenditure/project"));
            set_aspect(of, projects, item.label.empty() ? pointer : item.label);
        } else if (known == nullptr) {
            of.item = item.label.empty() ? pointer : item.label;
            if (flows(of, item)) return;
        }
        for (const Phase phase : phases) {
            Aspects in_phase = of;
            set_phase(in_phase, pointer, phase);
            const std::vector<FactId> wholes = state(in_phase, item.at(phase), item.label);
            for (const Split& split : item.splits)
                if (adds_up(split)) lines(split, in_phase, phase, wholes);
            if (pointer != "/expenditure/project") continue;
            const ProjectExpenditure& project = filing_.expenditure.project;
            for (const FactId whole : wholes) {
                facts_.parts(whole, projects, project.projects_complete[phase]);
                if (project.parts_complete != Completeness::not_stated)
                    facts_.parts(whole, "type", project.parts_complete);
            }
        }
    }

    [[nodiscard]] bool stated(const Figure& figure) const { return stated_.contains(&figure); }

  private:
    std::vector<FactId> state(const Aspects& of, const Stated& figure, std::string_view label) {
        std::vector<FactId> made;
        for (const Figure& statement : figure.statements()) {
            stated_.insert(&statement);
            Figure copy = statement;
            if (copy.label.empty()) copy.label = label;
            made.push_back(facts_.state(of, std::move(copy)));
        }
        return made;
    }

    /// The lines of a split. Where the item itself is not filled in, a blank stands for it: what is said of its lines is
    /// said of the parts of that.
    void lines(const Split& split, const Aspects& whole, Phase phase, const std::vector<FactId>& wholes) {
        const std::string dimension = dimension_of(split, whole);
        const Completeness said = split.complete[phase];
        bool any = false;
        for (std::size_t i = 0; i < split.items.size(); ++i) {
            Aspects of = whole;
            set_aspect(of, dimension, line_of(split, split.items[i], i));
            for (const FactId line : state(of, split.items[i].at(phase), split.items[i].label)) {
                any = true;
                // Codes contain each other: a class with its items beside it is made of these.
                if (said == Completeness::complete) facts_.parts(line, dimension, said);
            }
        }
        for (const FactId fact : wholes) facts_.parts(fact, dimension, said);
        if (any && wholes.empty() && said == Completeness::complete)
            facts_.parts(facts_.state(whole, Figure()), dimension, said);
    }

    /// An item that says what was carried in, came, went and was carried out.
    bool flows(Aspects of, const Item& item) {
        constexpr std::array<std::pair<Phase, std::string_view>, 4> named{{{Phase::opening, "opening"},
                                                                           {Phase::received, "income"},
                                                                           {Phase::executed, "expenditure"},
                                                                           {Phase::closing, "closing"}}};
        for (const auto& [phase, flow] : named)
            if (!item.at(phase).stated()) return false;
        of.phase = name_of(Phase::executed);
        for (const auto& [phase, flow] : named) {
            of.flow = flow;
            for (const FactId fact : state(of, item.at(phase), item.label))
                facts_.parts(fact, "flow", complete);
        }
        return true;
    }

    const Filing& filing_;
    Facts& facts_;
    std::set<const Figure*> stated_;
};

} // namespace

std::optional<Aspects> aspects_of_member(std::string_view pointer) {
    const MemberAspects* const known = find_member(pointer);
    if (known == nullptr) return std::nullopt;
    return aspects_in(*known);
}

std::string member_of_aspects(const Aspects& of) {
    const auto phase = phase_named(of.phase);
    if (!phase || of.function != facts::all || of.economic != facts::all || !of.own.empty()) return {};
    for (const CarriedOver& each : carried_over)
        if (each.flow == of.flow && *phase == Phase::executed && of.fund == facts::all &&
            of.type == facts::all && of.item == facts::all)
            return std::string(each.pointer) + '/' + std::string(name_of(each.phase));
    for (const MemberAspects& entry : member_aspects)
        if (entry.flow == of.flow && entry.type == of.type && entry.item == of.item && entry.fund == of.fund)
            return std::string(entry.pointer) + '/' + of.phase;
    return {};
}

Facts facts_of(const Filing& filing) {
    Facts facts;
    // What no split divides is all of it.
    Aspects scope;
    scope.period = filing.year ? std::to_string(*filing.year) : std::string(own_period);
    scope.body = filing.body.name.empty() ? std::string(own_body) : filing.body.name;
    const auto own = [&](const std::string& dimension) {
        if (!aspect_of(scope, dimension).empty()) return;
        facts.dimension(facts::Dimension::list(dimension));
        set_aspect(scope, dimension, facts::all);
    };
    own(std::string(projects));
    each_member(filing, [&](const std::string& pointer, const Item& item) {
        const auto of = aspects_of_member(pointer);
        for (const Split& split : item.splits) {
            const std::string dimension = dimension_of(split, of ? *of : Aspects{});
            if (dimension != "function" && dimension != "economic" && dimension != "fund") own(dimension);
        }
    });
    facts.scope(scope);

    Stating stating(filing, facts);
    each_member(filing, [&](const std::string& pointer, const Item& item) { stating.item(pointer, item); });
    for (const NamedFigure& named : filing.figures)
        for (const Figure& statement : named.figure.statements())
            facts.state(named.of, statement, {.table = statement.context});
    each_figure(filing, [&](const std::string& pointer, const Stated& figure) {
        if (pointer.starts_with("/figures/")) return;
        for (const Figure& statement : figure.statements())
            if (!stating.stated(statement)) facts.state({.item = pointer}, statement);
    });
    return facts;
}

} // namespace tieout
