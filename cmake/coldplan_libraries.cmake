# Libraries of others. In the browser build only header-only ones exist, each reached through its own
# folder: all of /usr/include would mix the system's C library with emscripten's.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

add_library(coldplan_header_only INTERFACE)
target_compile_definitions(coldplan_header_only INTERFACE FMT_HEADER_ONLY=1)
if(EMSCRIPTEN)
  set(borrowed ${CMAKE_BINARY_DIR}/borrowed_headers)
  file(MAKE_DIRECTORY ${borrowed})
  foreach(folder fmt nlohmann tl fast_float boost hwy)
    if(EXISTS /usr/include/${folder})
      file(CREATE_LINK /usr/include/${folder} ${borrowed}/${folder} SYMBOLIC)
    endif()
  endforeach()
  if(EXISTS /usr/include/eigen3)
    target_include_directories(coldplan_header_only SYSTEM INTERFACE /usr/include/eigen3)
  endif()
  # Random123 refuses processors that it does not know by name. WebAssembly is, like RISC-V, one without
  # special instructions; tests/browser compares with the published numbers.
  file(WRITE ${borrowed}/Random123/philox.h
    "#pragma once\n#define __riscv 1\n#include </usr/include/Random123/philox.h>\n#undef __riscv\n")
  target_include_directories(coldplan_header_only SYSTEM INTERFACE ${borrowed})
endif()
