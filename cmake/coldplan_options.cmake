# Compiler options shared by every target: warnings are errors wherever we build for ourselves, and no
# fused operations, so that the same source gives the same bits whatever the instruction set.
add_library(coldplan_options INTERFACE)
target_compile_options(coldplan_options INTERFACE
  -Wall -Wextra -Wconversion -Wshadow -ffp-contract=off)
if(COLDPLAN_WARNINGS_ARE_ERRORS)
  target_compile_options(coldplan_options INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # gcc 12 sees overlapping copies in std::string's operator+ where there are none (its bug 105651).
  target_compile_options(coldplan_options INTERFACE -Wno-restrict)
endif()

if(EMSCRIPTEN)
  target_compile_options(coldplan_options INTERFACE -fexceptions)
  target_link_options(coldplan_options INTERFACE -fexceptions)
endif()

if(COLDPLAN_SANITIZE)
  target_compile_options(coldplan_options INTERFACE
    -fsanitize=${COLDPLAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(coldplan_options INTERFACE -fsanitize=${COLDPLAN_SANITIZE})
endif()

if(COLDPLAN_TIDY)
  find_program(COLDPLAN_CLANG_TIDY NAMES clang-tidy-14 clang-tidy REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY ${COLDPLAN_CLANG_TIDY} --quiet)
endif()

find_program(COLDPLAN_CCACHE ccache)
if(COLDPLAN_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${COLDPLAN_CCACHE})
endif()
