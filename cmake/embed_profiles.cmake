# SPDX-License-Identifier: MIT
# Makes a C++ source of the profiles, so that the library needs no file at run time.
#   cmake -Doutput=profiles.cpp "-Dprofiles=a.json;b.json" -P embed_profiles.cmake
set(code "// SPDX-License-Identifier: MIT\n// Made of profiles/*.json when the library is built.\n")
string(APPEND code "#include <tieout/read/profile.hpp>\n\n#include <array>\n\n")
string(APPEND code "namespace tieout {\nnamespace {\n\nconstexpr std::array profiles{")
foreach(path IN LISTS profiles)
    cmake_path(GET path STEM name)
    file(READ "${path}" text)
    if(text MATCHES "\\)profile\"")
        message(FATAL_ERROR "${path} holds the end of a raw string")
    endif()
    string(APPEND code "\n    BuiltInProfile{\"${name}\", R\"profile(${text})profile\"},")
endforeach()
string(APPEND code "\n};\n\n} // namespace\n\nstd::span<const BuiltInProfile> built_in_profiles() noexcept { return profiles; }\n\n")
string(APPEND code "} // namespace tieout\n")
file(WRITE "${output}" "${code}")
