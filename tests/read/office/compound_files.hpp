// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_OFFICE_COMPOUND_FILES_HPP
#define TIEOUT_TESTS_READ_OFFICE_COMPOUND_FILES_HPP

// Compound files for tests: what old Office files are, with empty streams.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tieout::test {

inline void put_number(std::string& bytes, std::size_t at, std::uint32_t value, std::size_t size = 4) {
    for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<char>(value >> (8U * i) & 0xFFU);
}

/// A compound file with streams of these names at its root, a folder with those of `within`, and so many sectors before the
/// list of all of them.
inline std::string compound_of(const std::vector<std::string>& names,
                               const std::vector<std::string>& within = {}, std::uint32_t before = 0) {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    constexpr std::uint32_t sector = 512;
    std::vector<std::string> entries;
    const auto entry = [&](const std::string& name, unsigned type, std::uint32_t next, std::uint32_t child) {
        std::string& bytes = entries.emplace_back(128, '\0');
        for (std::size_t i = 0; i < name.size(); ++i) bytes[2 * i] = name[i];
        put_number(bytes, 0x40, static_cast<std::uint32_t>(2 * (name.size() + 1)), 2);
        put_number(bytes, 0x42, type, 1);
        put_number(bytes, 0x44, none);
        put_number(bytes, 0x48, next);
        put_number(bytes, 0x4C, child);
    };
    const auto root_names = static_cast<std::uint32_t>(names.size());
    const auto inner_names = static_cast<std::uint32_t>(within.size());
    entry("Root Entry", 5, none, 1);
    for (std::uint32_t i = 0; i < root_names; ++i) entry(names[i], 2, i + 2, none);
    entry("ObjectPool", 1, none, inner_names == 0 ? none : root_names + 2);
    for (std::uint32_t i = 0; i < inner_names; ++i)
        entry(within[i], 2, i + 1 < inner_names ? root_names + 3 + i : none, none);
    const auto list = (static_cast<std::uint32_t>(entries.size()) + 3) / 4;
    // The table of sectors, of 128 numbers each, and the lists of its parts that the header has no room for.
    std::uint32_t parts = 1;
    std::uint32_t lists = 0;
    for (; parts * 128 < before + list + parts + lists; ++parts)
        lists = parts + 1 > 109 ? (parts + 1 - 109 + 126) / 127 : 0;
    const std::uint32_t table = before + list;
    std::string bytes((1 + table + parts + lists) * std::size_t{sector}, '\0');
    bytes.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    put_number(bytes, 0x1E, 9, 2);
    put_number(bytes, 0x2C, parts);
    put_number(bytes, 0x30, before);
    put_number(bytes, 0x44, lists == 0 ? none : table + parts);
    for (std::uint32_t i = 0; i < 109; ++i) put_number(bytes, 0x4C + 4 * i, i < parts ? table + i : none);
    const auto place = [&](std::uint32_t at) { return (std::size_t{at} + 1) * sector; };
    for (std::uint32_t i = 109; i < parts; ++i) {
        const std::uint32_t in = (i - 109) / 127;
        put_number(bytes, place(table + parts + in) + 4 * ((i - 109) % 127), table + i);
        put_number(bytes, place(table + parts + in) + 4 * 127,
                   in + 1 < lists ? table + parts + in + 1 : none);
    }
    for (std::uint32_t i = 0; i < list; ++i)
        put_number(bytes, place(table) + 4 * std::size_t{before + i},
                   i + 1 < list ? before + i + 1 : 0xFFFFFFFE);
    for (std::size_t i = 0; i < entries.size(); ++i) bytes.replace(place(before) + 128 * i, 128, entries[i]);
    return bytes;
}

} // namespace tieout::test

#endif
