# SPDX-License-Identifier: MIT
# Fails if <library> needs any library to be loaded but those of C++ and C.
execute_process(COMMAND "${objdump}" -p "${library}" OUTPUT_VARIABLE listed RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${objdump} cannot read ${library}")
endif()
string(REGEX MATCHALL "NEEDED +[^\n]+" needed "${listed}")
foreach(line IN LISTS needed)
    string(REGEX REPLACE "NEEDED +" "" name "${line}")
    # What a sanitizer or another C++ library puts in is no matter of tieout.
    if(NOT name MATCHES "^(libstdc\\+\\+|libc\\+\\+|libc\\+\\+abi|libunwind|libm|libgcc_s|libc|ld-linux[^.]*|libclang_rt[^.]*|libasan|libubsan|libpthread|libdl|librt)\\.so")
        message(SEND_ERROR "${library} needs ${name}")
    endif()
endforeach()
