# SPDX-License-Identifier: MIT
# Makes a C++ source of data files, so that the library needs no file at run time.
#   cmake -Doutput=forms.cpp -Dheader=tieout/read/form.hpp -Dtype=BuiltInForm -Dfunction=built_in_forms
#         "-Dfiles=a.json;b.json" -P embed_data.cmake
set(code "// SPDX-License-Identifier: MIT\n// Made of data files when the library is built.\n")
string(APPEND code "#include <${header}>\n\n#include <array>\n\n")
string(APPEND code "namespace tieout {\nnamespace {\n\nconstexpr std::array files{")
foreach(path IN LISTS files)
    cmake_path(GET path STEM name)
    file(READ "${path}" text)
    if(text MATCHES "\\)data\"")
        message(FATAL_ERROR "${path} holds the end of a raw string")
    endif()
    string(APPEND code "\n    ${type}{\"${name}\", R\"data(${text})data\"},")
endforeach()
string(APPEND code "\n};\n\n} // namespace\n\nstd::span<const ${type}> ${function}() noexcept { return files; }\n\n")
string(APPEND code "} // namespace tieout\n")
file(WRITE "${output}" "${code}")
