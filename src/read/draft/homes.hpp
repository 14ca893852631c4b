// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_DRAFT_HOMES_HPP
#define TIEOUT_SRC_READ_DRAFT_HOMES_HPP

// Where the mentions of a draft go: one home for each figure, a member of the model or a name of its own.

#include "read/draft/draft.hpp"

#include <boost/unordered/unordered_flat_set.hpp>

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::detail {

/// Limits that keep a hostile document linear, here and in what is checked of it; no report comes near.
inline constexpr std::size_t statements_max = 200; ///< of one figure
inline constexpr std::size_t lines_max = 1000;     ///< of one split

/// A figure that mentions were put to, by its pointer or id, and how many statements it got.
struct Owner {
    /// Kept by Homes, or the id of a figure of the filing.
    std::string_view name{};
    std::size_t statements = 0;
    [[nodiscard]] bool in_model() const noexcept { return name.starts_with('/'); }
};
/// By its place in Homes::owners.
using OwnerId = std::uint32_t;
inline constexpr OwnerId no_owner = 0xFFFF'FFFF;

/// Where a mention was put: the figure, and the number of its statement.
struct Home {
    OwnerId owner = no_owner;
    std::uint32_t statement = 0;
};

/// The homes of all mentions.
struct Homes {
    std::vector<Home> of{};
    std::vector<Owner> owners{};
    std::deque<std::string> pointers{};

    [[nodiscard]] const Owner& owner_of(MentionId id) const { return owners[of[id].owner]; }
    /// `name` must stay where it is.
    [[nodiscard]] OwnerId add(std::string_view name) {
        owners.push_back({name});
        return static_cast<OwnerId>(owners.size() - 1);
    }
    [[nodiscard]] OwnerId add_pointer(std::string pointer) {
        return add(pointers.emplace_back(std::move(pointer)));
    }
};

/// Puts the mention's figure behind the statements that are there.
void put(Mention& mention, Stated& stated, OwnerId owner, Home& home, Homes& homes);

/// Puts the mentions that are members of the model there: those of the main scope only, which is the body that files, in
/// the year that it reports on, of no fund in particular.
void put_into_model(Draft& draft, Filing& filing, Homes& homes);

/// Puts every other mention under a name of its own, with its aspects.
void put_under_names(Draft& draft, Filing& filing, Homes& homes);

/// Gives figures or relations ids that tell them apart: the name, or 名称#2 and so on where it was given before. The second of
/// 占比 may not be called as the figure that is named 占比#2.
template <class Named>
class NamesApart {
  public:
    explicit NamesApart(std::vector<Named>& all) : all_(all), given_(0, Hash{&all}, Equal{&all}) {}

    void reserve(std::size_t more) {
        all_.reserve(all_.size() + more);
        given_.reserve(given_.size() + more);
    }
    /// Puts it behind the others, under the name that its id is, or one apart from theirs.
    void add(Named&& named) {
        if (const auto same = given_.find(std::string_view(named.id)); same != given_.end()) {
            const std::string name = std::move(named.id);
            do named.id = name + '#' + std::to_string(++same->times);
            while (given_.contains(std::string_view(named.id)));
        }
        all_.push_back(std::move(named));
        given_.insert({static_cast<std::uint32_t>(all_.size() - 1)});
    }

  private:
    /// A name that was given: the place of what has it, and how often it was asked for.
    struct Given {
        std::uint32_t place = 0;
        mutable std::uint32_t times = 1;
    };
    struct Hash {
        using is_transparent = void;
        const std::vector<Named>* all;
        std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
        std::size_t operator()(const Given& given) const { return (*this)((*all)[given.place].id); }
    };
    struct Equal {
        using is_transparent = void;
        const std::vector<Named>* all;
        bool operator()(const Given& a, const Given& b) const { return a.place == b.place; }
        bool operator()(std::string_view name, const Given& given) const {
            return (*all)[given.place].id == name;
        }
        bool operator()(const Given& given, std::string_view name) const { return (*this)(name, given); }
    };

    std::vector<Named>& all_;
    boost::unordered_flat_set<Given, Hash, Equal> given_;
};

/// What is known of each split of the model, by its item and its name. A table's mentions of one come one behind the other,
/// so that it is nearly always the last again. The mentions must stay where they are.
template <class Known>
class OfSplits {
  public:
    Known& operator[](const Mention& mention) {
        const Key key{mention.item, mention.split};
        if (last_ == nullptr || last_->first != key) last_ = &*known_.try_emplace(key).first;
        return last_->second;
    }
    [[nodiscard]] const Known& at(std::string_view item, std::string_view split) const {
        return known_.at({item, split});
    }
    auto begin() { return known_.begin(); }
    auto end() { return known_.end(); }

  private:
    using Key = std::pair<std::string_view, std::string_view>;
    std::map<Key, Known> known_{};
    typename std::map<Key, Known>::value_type* last_ = nullptr;
};

/// The item of the model that a pointer leads to; nothing if none does.
[[nodiscard]] Item* item_at(Filing& filing, std::string_view pointer);

} // namespace tieout::detail

#endif
