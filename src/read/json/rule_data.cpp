// SPDX-License-Identifier: MIT
#include <tieout/read/rule_data.hpp>

#include "bind_relations.hpp"
#include "data_reader.hpp"

#include <array>
#include <utility>

namespace tieout {
namespace {

using detail::Binding;
using detail::Complaints;
using detail::JsonKind;
using detail::JsonTree;

constexpr std::array rule_severities{detail::Word<Severity>{"error", Severity::error},
                                     detail::Word<Severity>{"warning", Severity::warning},
                                     detail::Word<Severity>{"info", Severity::info}};
constexpr std::size_t counter_examples_max = 3;

/// The object that begins there, to its last bracket. The text was read: its brackets match.
std::string_view object_at(std::string_view json, std::size_t begin) {
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t at = begin; at < json.size(); ++at) {
        const char c = json[at];
        if (quoted) {
            if (c == '\\')
                ++at;
            else
                quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return json.substr(begin, at + 1 - begin);
        }
    }
    return json.substr(begin);
}

/// Reads one file of rules.
class RuleDataReader : detail::DataReader {
  public:
    RuleDataReader(const JsonTree& tree, std::string_view json, Complaints& complaints)
        : DataReader(tree, complaints), json_(json), binding_{.tree = tree, .complaints = complaints} {}

    std::vector<RuleData> rules() {
        std::vector<RuleData> rules;
        read_sources();
        object(JsonTree::root,
               {{"rules", true, [&](At at) { version(at); }},
                {"sources", true, [](At) {}},
                {"demands", true, [&](At at) { list(at, [&](At in) { rule(in, rules.emplace_back()); }); }}});
        return rules;
    }

  private:
    void rule(At at, RuleData& rule) {
        cited(
            at, rule.source,
            {{"code", true,
              [&](At in) {
                  text(in, rule.code);
                  rule.code_place = place_of(in);
              }},
             {"name", false, [&](At in) { text(in, rule.name); }},
             {"severity", true, [&](At in) { read_word(binding_, in, rule_severities, rule.severity); }},
             {"demand", true,
              [&](At in) {
                  object(in, {{"zh", true, [&](At one) { text(one, rule.demand_zh); }},
                              {"en", true, [&](At one) { text(one, rule.demand_en); }}});
              }},
             {"relation", true,
              [&](At in) { static_cast<void>(read_demanded_relation(binding_, index_, in, rule.relation)); }},
             {"passing", true, [&](At in) { example(in, rule.passing); }},
             {"failing", true, [&](At in) { example(in, rule.failing); }},
             {"counter_examples", false, [&](At in) {
                  list(in, [&](At one) { example(one, rule.counter_examples.emplace_back()); });
                  if (rule.counter_examples.size() > counter_examples_max)
                      complain(Problem::Kind::limit, in, std::to_string(counter_examples_max) + " values",
                               std::to_string(rule.counter_examples.size()));
              }}});
        if (tree_[at].kind == JsonKind::object) rule.text = object_at(json_, tree_[at].offset);
    }

    void example(At at, RuleData::Example& example) {
        if (!is(at, JsonKind::object, "object")) return;
        example.json = object_at(json_, tree_[at].offset);
        example.place = place_of(at);
    }

    [[nodiscard]] RuleData::Place place_of(At at) {
        place_.go_to(tree_[at].offset);
        return {place_.line(), place_.column(), tree_.pointer(at)};
    }

    std::string_view json_;
    detail::LineColumn place_{json_};
    Binding binding_;
    /// Every figure of the model is in a filing that states nothing.
    const Filing blank_{};
    const FigureIndex index_{blank_};
};

} // namespace

RuleDataDocument read_rule_data(std::string_view json, std::string_view source) {
    RuleDataDocument document;
    document.source = source;
    document.problems = detail::read_data(
        json, source, [&](const JsonTree& tree, std::string_view text, Complaints& complaints) {
            document.rules = RuleDataReader(tree, text, complaints).rules();
        });
    return document;
}

} // namespace tieout
