# SPDX-License-Identifier: MIT
# What `cmake --install` puts where, and how others find it: find_package(tieout COMPONENTS …) and pkg-config.
include(CMakePackageConfigHelpers)

set(config_dir "${CMAKE_INSTALL_LIBDIR}/cmake/tieout")
get_target_property(library_type tieout_core TYPE)
set(TIEOUT_STATIC OFF)
set(pc_documents_requires "")
set(tieout_installed core)
install(TARGETS tieout_core EXPORT tieoutCoreTargets)
install(EXPORT tieoutCoreTargets NAMESPACE tieout:: DESTINATION "${config_dir}")
if(TIEOUT_DOCUMENTS)
    list(APPEND tieout_installed documents)
    install(TARGETS tieout_documents EXPORT tieoutDocumentsTargets)
    install(EXPORT tieoutDocumentsTargets NAMESPACE tieout:: DESTINATION "${config_dir}")
    # Those who link a static library link what is inside it, too.
    if(library_type STREQUAL "STATIC_LIBRARY")
        set(TIEOUT_STATIC ON)
        set(pc_documents_requires "Requires: tieout-core = ${PROJECT_VERSION}\nRequires.private: simdjson libutf8proc nettle gumbo re2 libzip pugixml libqpdf")
        install(FILES cmake/Findutf8proc.cmake cmake/Findnettle.cmake cmake/Findgumbo.cmake cmake/Findre2.cmake
                      cmake/Findlibzip.cmake
                DESTINATION "${config_dir}")
    endif()
endif()
install(DIRECTORY include/ DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN "*.hpp")
if(TARGET tieout_cli)
    install(TARGETS tieout_cli)
endif()
install(FILES docs/filing.schema.json docs/profile.schema.json docs/form.schema.json docs/rules.schema.json DESTINATION "${CMAKE_INSTALL_DATADIR}/tieout" OPTIONAL)
install(DIRECTORY profiles forms DESTINATION "${CMAKE_INSTALL_DATADIR}/tieout" FILES_MATCHING PATTERN "*.json")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")

configure_package_config_file(cmake/tieoutConfig.cmake.in tieoutConfig.cmake INSTALL_DESTINATION "${config_dir}")
write_basic_package_version_file(tieoutConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/tieoutConfig.cmake" "${PROJECT_BINARY_DIR}/tieoutConfigVersion.cmake"
        DESTINATION "${config_dir}")

# The prefix is found from where the .pc file stands, so that an installed tree may be moved.
file(RELATIVE_PATH pc_to_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
function(tieout_pc file library description requires)
    configure_file(cmake/tieout.pc.in ${file}.pc @ONLY)
    install(FILES "${PROJECT_BINARY_DIR}/${file}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endfunction()
tieout_pc(tieout-core tieout_core "${PROJECT_DESCRIPTION}: the core" "")
if(TIEOUT_DOCUMENTS)
    tieout_pc(tieout tieout "${PROJECT_DESCRIPTION}" "${pc_documents_requires}")
endif()
