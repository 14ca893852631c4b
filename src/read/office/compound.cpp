// SPDX-License-Identifier: MIT
#include "read/office/compound.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace tieout::detail {

namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr std::size_t entry_bytes = 128;
/// Sectors of the list of streams that are looked at: of 512 bytes, they hold 16,384 streams.
constexpr std::size_t most_sectors = 4096;
/// Sectors that say where the parts of the table of sectors are, behind those in the header.
constexpr std::size_t most_lists = 4096;

/// Little-endian; what is not there is zero.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size = 4) noexcept {
    std::uint32_t value = 0;
    for (std::size_t i = size; i-- > 0;)
        value = value << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    return value;
}

/// The list of the streams of a compound file. Every number in it may lie, so that every walk has an end of its own.
class StreamList {
  public:
    explicit StreamList(std::string_view bytes) noexcept : bytes_(bytes), shift_(number_at(bytes, 0x1E, 2)) {
        if (shift_ != 9 && shift_ != 12) {
            shift_ = 9; // none of the two sizes that there are: then it has no sectors
            return;
        }
        std::uint32_t sector = number_at(bytes, 0x30);
        for (; count_ < most_sectors && is_there(sector); sector = next_of(sector))
            sectors_[count_++] = sector;
    }

    [[nodiscard]] bool root_holds(std::string_view name) const noexcept {
        // The streams of a folder are a tree. It is searched in full: not every writer keeps its order.
        std::array<std::uint32_t, 256> open{};
        std::size_t waiting = 0;
        const auto put = [&](std::uint32_t entry) {
            if (is_entry(entry) && waiting < open.size()) open[waiting++] = entry;
        };
        put(field(0, 0x4C));
        for (std::size_t steps = 0; waiting > 0 && steps < most_sectors * 4; ++steps) {
            const std::uint32_t entry = open[--waiting];
            if (is_stream_named(entry, name)) return true;
            put(field(entry, 0x44));
            put(field(entry, 0x48));
        }
        return false;
    }

  private:
    [[nodiscard]] std::size_t place_of(std::uint32_t sector) const noexcept {
        return (static_cast<std::size_t>(sector) + 1) << shift_;
    }
    [[nodiscard]] bool is_there(std::uint32_t sector) const noexcept {
        return sector < none - 5 && place_of(sector) < bytes_.size();
    }
    /// The sector behind one, by the table of sectors, of which the header knows where its first 109 parts are.
    [[nodiscard]] std::uint32_t next_of(std::uint32_t sector) const noexcept {
        constexpr std::size_t in_header = 109;
        const std::size_t numbers = std::size_t{1} << (shift_ - 2);
        std::size_t part = sector / numbers;
        std::uint32_t table = none;
        if (part < in_header) {
            table = number_at(bytes_, 0x4C + 4 * part);
        } else {
            part -= in_header;
            std::uint32_t list = number_at(bytes_, 0x44);
            std::size_t steps = 0;
            for (; part >= numbers - 1 && steps < most_lists && is_there(list); ++steps, part -= numbers - 1)
                list = number_at(bytes_, place_of(list) + 4 * (numbers - 1));
            if (part < numbers - 1 && is_there(list)) table = number_at(bytes_, place_of(list) + 4 * part);
        }
        return is_there(table) ? number_at(bytes_, place_of(table) + 4 * (sector % numbers)) : none;
    }

    [[nodiscard]] std::size_t entries() const noexcept { return (count_ << shift_) / entry_bytes; }
    [[nodiscard]] bool is_entry(std::uint32_t entry) const noexcept { return entry < entries(); }
    [[nodiscard]] std::size_t entry_at(std::uint32_t entry) const noexcept {
        const std::size_t in_sector = (std::size_t{1} << shift_) / entry_bytes;
        return place_of(sectors_[entry / in_sector]) + entry % in_sector * entry_bytes;
    }
    [[nodiscard]] std::uint32_t field(std::uint32_t entry, std::size_t at) const noexcept {
        return is_entry(entry) ? number_at(bytes_, entry_at(entry) + at) : none;
    }
    [[nodiscard]] bool is_stream_named(std::uint32_t entry, std::string_view name) const noexcept {
        constexpr std::uint32_t stream = 2;
        const std::size_t at = entry_at(entry);
        if (number_at(bytes_, at + 0x42, 1) != stream ||
            number_at(bytes_, at + 0x40, 2) != 2 * (name.size() + 1))
            return false;
        for (std::size_t i = 0; i < name.size(); ++i)
            if (number_at(bytes_, at + 2 * i, 2) != static_cast<unsigned char>(name[i])) return false;
        return true;
    }

    std::string_view bytes_;
    std::uint32_t shift_;
    std::array<std::uint32_t, most_sectors> sectors_{};
    std::size_t count_ = 0;
};

} // namespace

bool is_compound_file(std::string_view bytes) noexcept {
    return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv);
}

bool compound_holds(std::string_view bytes, std::string_view name) noexcept {
    return is_compound_file(bytes) && StreamList(bytes).root_holds(name);
}

} // namespace tieout::detail
