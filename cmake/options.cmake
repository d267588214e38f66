# What every file is compiled with.
add_library(trainyard_options INTERFACE)
target_include_directories(trainyard_options INTERFACE ${PROJECT_SOURCE_DIR})

# -ffp-contract=off: a fused multiply-add would round differently from one processor to the next,
# and the digest of a run must not depend on the machine.
target_compile_options(trainyard_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Werror -ffp-contract=off)

# g++ 12 warns wrongly of overlapping copies in std::string (GCC bug 105651, fixed in 13), and at -O3 of
# an optional variant's uninitialized members.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(trainyard_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()

if(TRAINYARD_SANITIZE)
    target_compile_options(trainyard_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
        -fno-omit-frame-pointer)
    target_link_options(trainyard_options INTERFACE -fsanitize=address,undefined)
endif()
if(TRAINYARD_FUZZERS)  # what steers the fuzzer; its main program is linked to the fuzzer alone
    target_compile_options(trainyard_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
