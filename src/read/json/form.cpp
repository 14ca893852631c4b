// SPDX-License-Identifier: MIT
#include <tieout/read/form.hpp>

#include "data_reader.hpp"

#include <tieout/facts/dimension.hpp>

#include <algorithm>
#include <memory>
#include <utility>

namespace tieout {
namespace {

using detail::Complaints;
using detail::JsonKind;
using detail::JsonTree;

/// Reads one form.
class FormReader : detail::DataReader {
  public:
    FormReader(const JsonTree& tree, Complaints& complaints) : DataReader(tree, complaints) {}

    Form form() {
        Form form;
        read_sources();
        cited(JsonTree::root, form.source,
              {{"form", true, [&](At at) { version(at); }},
               {"name", true, [&](At at) { text(at, form.name); }},
               {"title", true,
                [&](At at) {
                    object(at, {{"zh", true, [&](At in) { text(in, form.title_zh); }},
                                {"en", true, [&](At in) { text(in, form.title_en); }}});
                }},
               {"sources", true, [](At) {}},
               {"titles", true,
                [&](At at) { list(at, [&](At in) { title(in, form.titles.emplace_back()); }); }},
               {"numbers", false, [&](At at) { words(at, form.numbers); }},
               {"of", true, [&](At at) { aspects(at, form.of); }},
               {"whole", false,
                [&](At at) { list(at, [&](At in) { dimension(in, form.whole.emplace_back()); }); }},
               {"blocks", true,
                [&](At at) { list(at, [&](At in) { block(in, form.blocks.emplace_back()); }); }},
               {"skip", false, [&](At at) { words(at, form.skip); }},
               {"links", false,
                [&](At at) { list(at, [&](At in) { link(in, form.links.emplace_back()); }); }}});
        return form;
    }

  private:
    /// Words as they are compared.
    void words(At at, std::vector<std::string>& to) {
        list(at, [&](At in) {
            std::string word;
            if (!text(in, word)) return;
            to.push_back(plain_words(word));
            if (to.back().empty()) wrong_type(in, "words");
        });
    }

    static std::string dimensions_known() {
        std::string known;
        for (const facts::Dimension& each : facts::standard_dimensions())
            known += (known.empty() ? "" : ", ") + each.key();
        return known;
    }
    static const facts::Dimension* find_dimension(std::string_view key) {
        const auto all = facts::standard_dimensions();
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.key() == key; });
        return found == all.end() ? nullptr : &*found;
    }

    void dimension(At at, std::string& to) {
        if (!text(at, to) || find_dimension(to) != nullptr) return;
        complain(Problem::Kind::unknown_word, at, dimensions_known(), detail::excerpt(to));
    }

    void aspects(At at, Aspects& to) {
        if (!is(at, JsonKind::object, "object")) return;
        tree_.each(at, [&](At in) {
            if (tree_[in].key_repeated) return;
            const std::string_view key = tree_[in].key;
            const facts::Dimension* const dimension = find_dimension(key);
            if (dimension == nullptr) {
                complain(Problem::Kind::unknown_key, in, dimensions_known(), detail::excerpt(key));
                return;
            }
            std::string member;
            if (!text(in, member)) return;
            // Of a dimension with members of its own a name that is none of them is a slip of the pen.
            const auto members = dimension->members();
            if (member != facts::all && !members.empty() && dimension->find(member) == nullptr) {
                std::vector<std::string_view> known;
                for (const facts::Member& each : members) known.push_back(each.key);
                complain(Problem::Kind::unknown_word, in, detail::nearest(member, known),
                         detail::excerpt(member));
                return;
            }
            set_aspect(to, key, member);
        });
    }

    void title(At at, FormTitle& title) {
        object(at, {{"names", true, [&](At in) { words(in, title.names); }},
                    {"of", false, [&](At in) { aspects(in, title.of); }}});
    }

    void word(At at, FormWord& word, bool of_row) {
        std::vector<Member> members = {{"names", false, [&](At in) { words(in, word.names); }},
                                       {"of", false, [&](At in) { aspects(in, word.of); }},
                                       {"aside", false, [&](At in) { truth(in, word.aside); }}};
        if (of_row) {
            members.push_back({"codes", false, [&](At in) {
                                   list(in, [&](At one) { text(one, word.codes.emplace_back()); });
                               }});
            members.push_back({"alone", false, [&](At in) { aspects(in, word.alone.emplace()); }});
            members.push_back({"opens", false, [&](At in) { truth(in, word.opens); }});
            members.push_back({"within", false, [&](At in) { truth(in, word.within); }});
        } else {
            members.push_back({"needed", false, [&](At in) { truth(in, word.needed); }});
        }
        object(at, members);
        if (word.names.empty() && word.codes.empty()) complain(Problem::Kind::missing_key, at, "names", {});
    }

    void block(At at, FormBlock& block) {
        object(at,
               {{"heads", false, [&](At in) { words(in, block.heads); }},
                {"of", false, [&](At in) { aspects(in, block.of); }},
                {"by", false, [&](At in) { dimension(in, block.by); }},
                {"repeated", false, [&](At in) { truth(in, block.repeated); }},
                {"columns", true,
                 [&](At in) { list(in, [&](At one) { word(one, block.columns.emplace_back(), false); }); }},
                {"rows", false,
                 [&](At in) { list(in, [&](At one) { word(one, block.rows.emplace_back(), true); }); }}});
    }

    void link(At at, FormLink& link) {
        cited(at, link.source,
              {{"form", true, [&](At in) { text(in, link.form); }},
               {"says", true, [&](At in) {
                    object(in, {{"zh", true, [&](At one) { text(one, link.zh); }},
                                {"en", true, [&](At one) { text(one, link.en); }}});
                }}});
    }
};

/// The built-in forms: read when they are first asked for; that they have no problems, a test sees to.
struct ReadForms {
    std::vector<std::unique_ptr<const Form>> forms{};
    std::vector<const Form*> all{};
};
const ReadForms& read_forms() {
    static const ReadForms read = [] {
        ReadForms made;
        for (const BuiltInForm& built_in : built_in_forms())
            if (FormDocument document = read_form(built_in.json, built_in.name); document.form) {
                made.forms.push_back(std::make_unique<const Form>(*std::move(document.form)));
                made.all.push_back(made.forms.back().get());
            }
        return made;
    }();
    return read;
}

} // namespace

FormDocument read_form(std::string_view json, std::string_view source) {
    FormDocument document;
    document.source = source;
    document.problems =
        detail::read_data(json, source, [&](const JsonTree& tree, std::string_view, Complaints& complaints) {
            document.form = FormReader(tree, complaints).form();
        });
    return document;
}

const Form* find_form(std::string_view name) {
    const auto& all = read_forms().all;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Form* each) { return each->name == name; });
    return found == all.end() ? nullptr : *found;
}

std::span<const Form* const> all_forms() { return read_forms().all; }

} // namespace tieout
