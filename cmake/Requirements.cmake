# SPDX-License-Identifier: MIT
# tieout_require(<package> [<version>] PACKAGE <debian package>)
# find_package that, where it finds nothing, says which package of Debian brings it.
macro(tieout_require name)
    cmake_parse_arguments(require "" "PACKAGE" "" ${ARGN})
    find_package(${name} ${require_UNPARSED_ARGUMENTS} QUIET)
    if(NOT ${name}_FOUND)
        message(FATAL_ERROR "tieout needs ${name} ${require_UNPARSED_ARGUMENTS}, which was not found. "
                            "On Debian it comes with: apt-get install ${require_PACKAGE}\n"
                            "(./dev setup installs everything that is missing.)")
    endif()
endmacro()
