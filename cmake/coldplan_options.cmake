# Compiler options shared by every target: warnings are errors, and no fused operations, so that the
# same source gives the same bits whatever the instruction set.
add_library(coldplan_options INTERFACE)
target_compile_options(coldplan_options INTERFACE
  -Wall -Wextra -Wconversion -Wshadow -Werror -ffp-contract=off)

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
