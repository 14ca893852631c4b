# SPDX-License-Identifier: MIT
# Nettle ships no CMake files of its own: finds it and defines nettle::nettle.
find_path(nettle_INCLUDE_DIR NAMES nettle/sha2.h)
find_library(nettle_LIBRARY NAMES nettle)
mark_as_advanced(nettle_INCLUDE_DIR nettle_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(nettle REQUIRED_VARS nettle_LIBRARY nettle_INCLUDE_DIR)

if(nettle_FOUND AND NOT TARGET nettle::nettle)
    add_library(nettle::nettle UNKNOWN IMPORTED)
    set_target_properties(nettle::nettle PROPERTIES IMPORTED_LOCATION "${nettle_LIBRARY}"
                                            INTERFACE_INCLUDE_DIRECTORIES "${nettle_INCLUDE_DIR}")
endif()
