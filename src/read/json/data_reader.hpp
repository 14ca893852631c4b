// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_JSON_DATA_READER_HPP
#define TIEOUT_SRC_READ_JSON_DATA_READER_HPP

// What files of data (profiles, forms) have in common: objects whose members are told by key, lists, texts, and parts that
// say where they are written. What is not understood is a complaint at its place.

#include "complaints.hpp"
#include "json_tree.hpp"
#include "nearest.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::detail {

class DataReader {
  protected:
    using At = JsonTree::At;

    DataReader(const JsonTree& tree, Complaints& complaints) : tree_(tree), complaints_(complaints) {}

    /// One key of an object, and what reads its value.
    struct Member {
        std::string_view key;
        bool required;
        std::function<void(At)> read;
    };

    // ── complaints ──

    void complain(Problem::Kind kind, At at, std::string_view expected, std::string seen) {
        if (!complaints_.full())
            complaints_.add(
                {kind, tree_[at].offset, tree_.pointer(at), std::string(expected), std::move(seen)});
    }
    void wrong_type(At at, std::string_view expected) {
        if (tree_[at].kind != JsonKind::skipped)
            complain(Problem::Kind::wrong_type, at, expected, tree_.excerpt(at));
    }
    bool is(At at, JsonKind kind, std::string_view expected) {
        if (tree_[at].kind == kind) return true;
        wrong_type(at, expected);
        return false;
    }

    // ── structures ──

    void object(At at, const std::vector<Member>& members) {
        if (!is(at, JsonKind::object, "object")) return;
        std::vector<bool> given(members.size());
        tree_.each(at, [&](At child) {
            const JsonTree& tree = tree_;
            if (tree[child].key_repeated) return;
            for (std::size_t i = 0; i < members.size(); ++i)
                if (members[i].key == tree[child].key) {
                    given[i] = true;
                    members[i].read(child);
                    return;
                }
            std::vector<std::string_view> keys;
            for (const Member& member : members) keys.push_back(member.key);
            if (!complaints_.full())
                complaints_.add({Problem::Kind::unknown_key, tree[child].key_offset, tree.pointer(child),
                                 std::string(nearest(tree[child].key, keys)), excerpt(tree[child].key)});
        });
        for (std::size_t i = 0; i < members.size(); ++i)
            if (members[i].required && !given[i])
                complain(Problem::Kind::missing_key, at, members[i].key, {});
    }

    template <class Read>
    void list(At at, Read read) {
        if (!is(at, JsonKind::list, "list")) return;
        if (tree_.holds_nothing(at)) wrong_type(at, "list");
        tree_.each(at, read);
    }

    /// An object that says where its numbers are written.
    template <class Citation>
    void cited(At at, Citation& citation, std::vector<Member> members) {
        members.push_back({"source", true, [&](At in) { source(in, citation); }});
        members.push_back({"clause", true, [&](At in) { text(in, citation.clause); }});
        members.push_back({"unverified", false, [&](At in) { truth(in, citation.unverified); }});
        object(at, members);
    }

    // ── values ──

    void version(At at) {
        if (tree_[at].kind != JsonKind::number)
            wrong_type(at, "number");
        else if (tree_[at].text != "1")
            complain(Problem::Kind::unknown_word, at, "1", tree_.excerpt(at));
    }
    bool text(At at, std::string& to) {
        if (!is(at, JsonKind::string, "string")) return false;
        to = tree_[at].text;
        return true;
    }
    void texts(At at, std::vector<std::string>& to) {
        list(at, [&](At in) { text(in, to.emplace_back()); });
    }
    void truth(At at, bool& to) {
        if (is(at, JsonKind::boolean, "true or false")) to = tree_[at].text == "true";
    }
    template <class Citation>
    void source(At at, Citation& citation) {
        if (!is(at, JsonKind::string, "string")) return;
        const auto found = sources_.find(tree_[at].text);
        if (found != sources_.end()) {
            citation.document = found->second;
            return;
        }
        std::string known;
        for (const auto& [key, document] : sources_) known += (known.empty() ? "" : ", ") + std::string(key);
        complain(Problem::Kind::unknown_word, at, known, excerpt(tree_[at].text));
    }

    /// The documents that the parts of the file cite by a short key: whoever cites one needs them all.
    void read_sources() {
        tree_.each(JsonTree::root, [&](At at) {
            if (tree_[at].key == "sources" && is(at, JsonKind::object, "object"))
                tree_.each(at, [&](At source) {
                    if (is(source, JsonKind::string, "string"))
                        sources_.emplace(tree_[source].key, tree_[source].text);
                });
        });
    }

    const JsonTree& tree_;
    Complaints& complaints_;
    std::map<std::string, std::string, std::less<>> sources_{};
};

/// Reads a whole file of data: `read` takes its tree, its text without a byte order mark, and what to complain to. Gives the
/// problems, located.
template <class Read>
[[nodiscard]] std::vector<Problem> read_data(std::string_view json, std::string_view source, Read read) {
    if (json.starts_with(byte_order_mark)) json.remove_prefix(byte_order_mark.size());
    Complaints complaints;
    JsonParser parser;
    if (const JsonTree* tree = parser.parse(json, complaints)) read(*tree, json, complaints);
    return std::move(complaints).located(json, source, 1);
}

} // namespace tieout::detail

#endif
