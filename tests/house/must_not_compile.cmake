# SPDX-License-Identifier: MIT
# Compiles <source> as it is (must work) and with MUST_NOT_COMPILE defined (must fail, with an error that
# matches the line `// error: <regular expression>` of the source, so that it fails for the right reason).
set(flags -std=c++20 -fsyntax-only)
foreach(dir IN LISTS includes)
    list(APPEND flags -I "${dir}")
endforeach()

execute_process(COMMAND "${compiler}" ${flags} "${source}" RESULT_VARIABLE status ERROR_VARIABLE errors)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${source} must compile without MUST_NOT_COMPILE:\n${errors}")
endif()

file(STRINGS "${source}" expected REGEX "^// error: ")
string(REGEX REPLACE "^// error: " "" expected "${expected}")
if(expected STREQUAL "")
    message(FATAL_ERROR "${source} does not say which error it expects (`// error: <regular expression>`)")
endif()
execute_process(COMMAND "${compiler}" ${flags} -DMUST_NOT_COMPILE "${source}" RESULT_VARIABLE status
                ERROR_VARIABLE errors)
if(status EQUAL 0)
    message(FATAL_ERROR "${source} compiles, and must not")
endif()
if(NOT errors MATCHES "${expected}")
    message(FATAL_ERROR "${source} fails, but not with '${expected}':\n${errors}")
endif()
