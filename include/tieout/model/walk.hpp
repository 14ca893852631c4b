// SPDX-License-Identifier: MIT
#ifndef TIEOUT_MODEL_WALK_HPP
#define TIEOUT_MODEL_WALK_HPP

// Walks over a filing: every figure with its JSON pointer, every item. Both follow describe.hpp.
//
//     each_figure(filing, [](const std::string& pointer, const Stated& figure) { ... });
//     each_item(filing, [](const Item& item, const Item* parent) { ... });

#include <tieout/model/describe.hpp>

#include <algorithm>
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace tieout {

namespace detail {

/// Appends one step to a JSON pointer (RFC 6901), with ~ and / escaped.
inline void append_step(std::string& pointer, std::string_view key) {
    pointer += '/';
    if (std::none_of(key.begin(), key.end(), [](char c) { return c == '~' || c == '/'; })) {
        pointer += key;
        return;
    }
    for (const char c : key) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
}

template <class Visit>
class FigureWalk {
  public:
    FigureWalk(Visit& visit) : visit_(visit) {}

    template <class T>
    void members(const T& described) {
        const std::string_view outer = label_;
        if constexpr (requires { described.label; })
            label_ = described.label;
        else if constexpr (std::same_as<T, Indicator>)
            label_ = described.name;
        describe(described, [&](std::string_view key, const auto& member, Expects) { step(key, member); });
        label_ = outer;
    }

  private:
    /// Whether there is surely no figure here: most members of a filing are empty, and need no pointer.
    static bool holds_nothing(const Stated& figure) { return !figure.stated(); }
    template <class T>
    static bool holds_nothing(const std::vector<T>& list) {
        return list.empty();
    }
    template <class T>
    static bool holds_nothing(const T&) {
        return !requires(const T& other) {
            describe(other, [](std::string_view, const auto&, Expects) {});
        };
    }

    template <class T>
    void step(std::string_view key, const T& member) {
        if constexpr (std::invocable<Visit&, const Stated&>) {
            value(member);
        } else if (!holds_nothing(member)) {
            const std::size_t length = pointer_.size();
            append_step(pointer_, key);
            value(member);
            pointer_.resize(length);
        }
    }
    void value(const Stated& figure) {
        if (!figure.stated()) return;
        const std::string& pointer = pointer_;
        if constexpr (std::invocable<Visit&, const Stated&>)
            visit_(figure);
        else if constexpr (std::invocable<Visit&, const std::string&, const Stated&, std::string_view>)
            visit_(pointer, figure, label_);
        else
            visit_(pointer, figure);
    }
    void value(const std::vector<Split>& splits) {
        for (const Split& split : splits) step(split.name, split);
    }
    void value(const std::vector<NamedFigure>& figures) {
        for (const NamedFigure& named : figures) step(named.id, named.figure);
    }
    void value(const std::vector<StatedRelation>&) {}
    void value(const std::vector<Sentence>&) {}
    void value(const std::vector<SourceTable>&) {}
    void value(const std::vector<Reference>&) {}
    void value(const std::vector<Comparative>&) {}
    template <class T>
    void value(const std::vector<T>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) step(std::to_string(i), list[i]);
    }
    template <class T>
    void value(const T& other) {
        if constexpr (requires { describe(other, [](std::string_view, const auto&, Expects) {}); })
            members(other);
    }

    Visit& visit_;
    std::string pointer_;
    std::string_view label_; ///< of the item or indicator that is being walked over
};

template <class Visit>
class ItemWalk {
  public:
    ItemWalk(Visit& visit) : visit_(visit) {}

    template <class T>
    void members(const T& described) {
        describe(described, [&](std::string_view, const auto& member, Expects) { value(member); });
    }

  private:
    void value(const std::vector<NamedFigure>&) {}
    void value(const std::vector<StatedRelation>&) {}
    void value(const std::vector<Sentence>&) {}
    void value(const std::vector<SourceTable>&) {}
    void value(const std::vector<Reference>&) {}
    void value(const std::vector<Comparative>&) {}
    void value(const Stated&) {}
    template <class T>
    void value(const std::vector<T>& list) {
        for (const T& element : list) value(element);
    }
    template <class T>
    void value(const T& other) {
        if constexpr (std::derived_from<T, Item>) {
            const Item* const outer = parent_;
            visit_(static_cast<const Item&>(other), outer);
            parent_ = &other;
            members(other);
            parent_ = outer;
        } else if constexpr (requires { describe(other, [](std::string_view, const auto&, Expects) {}); }) {
            members(other);
        }
    }

    Visit& visit_;
    const Item* parent_ = nullptr;
};

} // namespace detail

/// Calls visit(pointer, figure), visit(pointer, figure, label of its item) or, if it asks for no more, visit(figure) for
/// every stated figure of a filing, in the order of describe.hpp.
template <class Visit>
void each_figure(const Filing& filing, Visit visit) {
    detail::FigureWalk<Visit>(visit).members(filing);
}

/// Calls visit(item, parent) for every item of a filing, an item before those it contains; the parent is null for an
/// item of the filing itself.
template <class Visit>
void each_item(const Filing& filing, Visit visit) {
    detail::ItemWalk<Visit>(visit).members(filing);
}

} // namespace tieout

#endif
