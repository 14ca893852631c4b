// SPDX-License-Identifier: MIT
#ifndef TIEOUT_MODEL_FIND_HPP
#define TIEOUT_MODEL_FIND_HPP

// Finds the figure that a reference names: a JSON pointer into the filing, or the id of one of its own figures.
//
//     find_figure(filing, "/expenditure/executed")     // every place where it is stated
//     find_figure(filing, "/expenditure/executed/1")   // its second statement
//     find_figure(filing, "/income/splits/fund/items/0/executed")
//     find_figure(filing, "orders")                    // the same as "/figures/orders"
//
// A figure of the model that the document does not state is found, without statements; what the model does not have
// is not found.

#include <tieout/base/lifetime.hpp>
#include <tieout/model/describe.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace tieout {

/// The statements of the figure that a JSON pointer or an id names; nothing if there is no such figure.
[[nodiscard]] inline std::optional<std::span<const Figure>>
find_figure(const Filing& filing TIEOUT_LIFETIMEBOUND, std::string_view reference);
template <detail::TemporaryOf<Filing> F>
std::optional<std::span<const Figure>> find_figure(F&&, std::string_view) {
    static_assert(detail::kept<F>, "what is found is in the filing: keep the filing in a variable");
    return std::nullopt;
}

namespace detail {

/// Whether a step of a JSON pointer (RFC 6901) names this key.
inline bool step_names(std::string_view step, std::string_view key) noexcept {
    if (step.size() < key.size()) return false;
    std::size_t at = 0;
    for (const char c : key) {
        if (at == step.size()) return false;
        if (c == '~' || c == '/') {
            if (step.substr(at, 2) != (c == '~' ? "~0" : "~1")) return false;
            at += 2;
        } else if (step[at++] != c) {
            return false;
        }
    }
    return at == step.size();
}

/// The index that a step of a JSON pointer is; nothing if it is none or has no element.
inline std::optional<std::size_t> step_index(std::string_view step, std::size_t size) noexcept {
    if (step.empty() || step.size() > 9 || (step.size() > 1 && step[0] == '0')) return std::nullopt;
    std::size_t index = 0;
    for (const char c : step) {
        if (c < '0' || c > '9') return std::nullopt;
        index = index * 10 + static_cast<std::size_t>(c - '0');
    }
    if (index >= size) return std::nullopt;
    return index;
}

/// Follows a JSON pointer as far as it leads.
class PointerWalk {
  public:
    explicit PointerWalk(std::string_view pointer) : rest_(pointer) {}

    std::optional<std::span<const Figure>> found() const noexcept { return found_; }

    template <class T>
    void members(const T& described) {
        const std::optional<std::string_view> step = next();
        if (!step) return;
        bool taken = false;
        describe(described, [&](std::string_view key, const auto& member, Expects) {
            if (taken || !step_names(*step, key)) return;
            taken = true;
            value(member);
        });
    }
    void value(const Stated& figure) {
        const std::span<const Figure> statements = figure.statements();
        if (rest_.empty()) {
            found_ = statements;
        } else if (const auto index = next_index(statements.size()); index && rest_.empty()) {
            found_ = statements.subspan(*index, 1);
        }
    }

  private:
    void value(const std::vector<Split>& splits) {
        const std::optional<std::string_view> step = next();
        if (!step) return;
        for (const Split& split : splits)
            if (step_names(*step, split.name)) return members(split);
    }
    void value(const std::vector<NamedFigure>& figures) {
        const std::optional<std::string_view> step = next();
        if (!step) return;
        for (const NamedFigure& named : figures)
            if (step_names(*step, named.id)) return value(named.figure);
    }
    void value(const std::vector<StatedRelation>&) {}
    void value(const std::vector<Sentence>&) {}
    void value(const std::vector<SourceTable>&) {}
    void value(const std::vector<Reference>&) {}
    void value(const std::vector<Comparative>&) {}
    template <class T>
    void value(const std::vector<T>& list) {
        if (const auto index = next_index(list.size())) members(list[*index]);
    }
    template <class T>
    void value(const T& other) {
        if constexpr (requires { describe(other, [](std::string_view, const auto&, Expects) {}); })
            members(other);
    }

    std::optional<std::string_view> next() noexcept {
        if (!rest_.starts_with('/')) return std::nullopt;
        const std::size_t end = std::min(rest_.find('/', 1), rest_.size());
        const std::string_view step = rest_.substr(1, end - 1);
        rest_.remove_prefix(end);
        return step;
    }
    std::optional<std::size_t> next_index(std::size_t size) noexcept {
        const std::optional<std::string_view> step = next();
        return step ? step_index(*step, size) : std::nullopt;
    }

    std::string_view rest_;
    std::optional<std::span<const Figure>> found_;
};

} // namespace detail

inline std::optional<std::span<const Figure>> find_figure(const Filing& filing, std::string_view reference) {
    if (reference.starts_with('/')) {
        detail::PointerWalk walk(reference);
        walk.members(filing);
        return walk.found();
    }
    for (const NamedFigure& named : filing.figures)
        if (named.id == reference) return named.figure.statements();
    return std::nullopt;
}

namespace detail {

/// Figures by their ids, which are views of those of the filing: one table with room to spare, and no node for each.
class FiguresById {
  public:
    explicit FiguresById(const std::vector<NamedFigure>& figures)
        : figures_(&figures), places_(std::bit_ceil(2 * figures.size() + 1)) {
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const Place place{hash_of(figures[i].id), static_cast<std::uint32_t>(i + 1)};
            // Of equal ids the first stays.
            if (Place& there = places_[place_of(figures[i].id, place.hash)]; there.number == 0) there = place;
        }
    }
    [[nodiscard]] const Stated* find(std::string_view id) const {
        const std::uint32_t number = places_[place_of(id, hash_of(id))].number;
        return number == 0 ? nullptr : &(*figures_)[number - 1].figure;
    }

  private:
    struct Place {
        std::uint32_t hash = 0;
        std::uint32_t number = 0; ///< of the figure, from 1; 0 where there is none
    };
    static std::uint32_t hash_of(std::string_view id) noexcept {
        const std::uint64_t hash = std::hash<std::string_view>{}(id);
        return static_cast<std::uint32_t>(hash ^ hash >> 32);
    }
    /// Where the figure of that id is, or would be.
    [[nodiscard]] std::size_t place_of(std::string_view id, std::uint32_t hash) const {
        const std::size_t last = places_.size() - 1;
        std::size_t at = hash & last;
        while (places_[at].number != 0 &&
               (places_[at].hash != hash || (*figures_)[places_[at].number - 1].id != id))
            at = (at + 1) & last;
        return at;
    }

    const std::vector<NamedFigure>* figures_;
    std::vector<Place> places_;
};

} // namespace detail

/// Finds as find_figure does, in a filing with many figures of its own and many references to them. The filing must
/// outlive it and stay as it is.
class FigureIndex {
  public:
    explicit FigureIndex(const Filing& filing TIEOUT_LIFETIMEBOUND)
        : filing_(&filing), by_id_(filing.figures) {}
    template <detail::TemporaryOf<Filing> F>
    explicit FigureIndex(F&& filing) : FigureIndex(filing) {
        static_assert(detail::kept<F>, "an index refers to its filing: keep the filing in a variable");
    }

    [[nodiscard]] std::optional<std::span<const Figure>> find(std::string_view reference) const {
        constexpr std::string_view figures = "/figures/";
        if (reference.starts_with(figures)) return find_named(reference.substr(figures.size()));
        if (reference.starts_with('/')) return find_figure(*filing_, reference);
        const Stated* const found = by_id_.find(reference);
        if (found == nullptr) return std::nullopt;
        return found->statements();
    }

  private:
    std::optional<std::span<const Figure>> find_named(std::string_view steps) const {
        const std::size_t end = std::min(steps.find('/'), steps.size());
        std::string id;
        for (std::size_t at = 0; at < end; ++at) {
            if (steps[at] != '~') {
                id += steps[at];
                continue;
            }
            ++at;
            if (at == end || (steps[at] != '0' && steps[at] != '1')) return std::nullopt;
            id += steps[at] == '0' ? '~' : '/';
        }
        const Stated* const found = by_id_.find(id);
        if (found == nullptr) return std::nullopt;
        detail::PointerWalk rest(steps.substr(end));
        rest.value(*found);
        return rest.found();
    }

    const Filing* filing_;
    detail::FiguresById by_id_;
};

} // namespace tieout

#endif
