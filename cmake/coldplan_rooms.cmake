# A room is a folder under src/coldplan and one library target, coldplan::<room>. This list is the way
# through the house: a room may use rooms above it, never one under it. Each room's headers are seen
# through a folder of their own, so an include of a room that is not linked does not build.
set(COLDPLAN_ROOMS
  quantity facts posterior person screening tissue bioheat anatomy applicator thermoregulation
  simulation effect injury evidence planning diary advice
  # from here on the operating system may be used
  drawing study cohort store fhir report server app)
list(FIND COLDPLAN_ROOMS advice COLDPLAN_LAST_PORTABLE_ROOM)

# Rooms that read and write more than they compute. Sanitized builds leave them and the rooms' tests
# unoptimised, which takes a third off the time that they compile.
set(COLDPLAN_ROOMS_OF_WORDS facts person applicator drawing report server app)

function(coldplan_unoptimised_where_sanitized target)
  if(COLDPLAN_SANITIZE AND NOT COLDPLAN_FUZZ)
    target_compile_options(${target} PRIVATE -O0)
  endif()
endfunction()

# coldplan_room(<name> SOURCES … [TESTS …] [USES rooms …] [LIBRARIES targets …])
function(coldplan_room name)
  cmake_parse_arguments(room "" "" "SOURCES;TESTS;USES;LIBRARIES" ${ARGN})
  list(FIND COLDPLAN_ROOMS ${name} place)
  if(place EQUAL -1)
    message(FATAL_ERROR "${name} is not in COLDPLAN_ROOMS: add it where it belongs in the flow")
  endif()
  if(EMSCRIPTEN AND place GREATER COLDPLAN_LAST_PORTABLE_ROOM)
    return()
  endif()

  set(window ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${window}/coldplan)
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${window}/coldplan/${name} SYMBOLIC)

  add_library(coldplan_${name} STATIC ${room_SOURCES})
  add_library(coldplan::${name} ALIAS coldplan_${name})
  target_include_directories(coldplan_${name} PUBLIC ${window})
  target_link_libraries(coldplan_${name}
    PUBLIC coldplan_header_only ${room_LIBRARIES} PRIVATE coldplan_options)
  foreach(used ${room_USES})
    list(FIND COLDPLAN_ROOMS ${used} used_place)
    if(used_place EQUAL -1 OR NOT used_place LESS place)
      message(FATAL_ERROR "coldplan::${name} may not use coldplan::${used}: it is not above it")
    endif()
    target_link_libraries(coldplan_${name} PUBLIC coldplan::${used})
  endforeach()

  if(name IN_LIST COLDPLAN_ROOMS_OF_WORDS)
    coldplan_unoptimised_where_sanitized(coldplan_${name})
  endif()
  if(COLDPLAN_TESTS AND NOT EMSCRIPTEN AND room_TESTS)
    coldplan_test(${name}_test SOURCES ${room_TESTS} LIBRARIES coldplan::${name})
    coldplan_unoptimised_where_sanitized(${name}_test)
  endif()
endfunction()

# coldplan_test(<name> SOURCES … LIBRARIES … [LABELS <one>] [NEEDS <fixture>]): a GoogleTest program, each of
# its tests known to ctest; rapidcheck is at hand, and so is the tree's folder, as COLDPLAN_SOURCE_DIR, in sources that name
# it themselves. The label `campaign` keeps slow tests out of the sanitizer builds.
function(coldplan_test name)
  cmake_parse_arguments(test "" "LABELS;NEEDS" "SOURCES;LIBRARIES" ${ARGN})
  find_package(GTest REQUIRED)
  find_package(rapidcheck REQUIRED)
  add_executable(${name} ${test_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  # Only sources that name it get the tree's folder, so that a clone elsewhere shares all other objects
  # in the compiler's cache.
  foreach(source ${test_SOURCES})
    file(STRINGS ${source} uses_folder LIMIT_COUNT 1 REGEX COLDPLAN_SOURCE_DIR)
    if(uses_folder)
      set_property(SOURCE ${source} APPEND PROPERTY
        COMPILE_DEFINITIONS COLDPLAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    endif()
  endforeach()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${test_SOURCES})
  target_link_libraries(${name} PRIVATE
    ${test_LIBRARIES} coldplan_options GTest::gmock GTest::gtest GTest::gtest_main rapidcheck)
  # Debian's rapidcheck is not compiled for a position-independent program.
  target_link_options(${name} PRIVATE -no-pie)
  include(GoogleTest)
  set(properties TIMEOUT 600)
  if(test_LABELS)
    list(APPEND properties LABELS "${test_LABELS}")
  endif()
  if(test_NEEDS)
    list(APPEND properties FIXTURES_REQUIRED "${test_NEEDS}")
  endif()
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES ${properties})
endfunction()
