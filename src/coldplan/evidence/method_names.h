#pragma once

#include <array>
#include <string_view>

#include "coldplan/evidence/model.h"
#include "coldplan/quantity/error.h"

/// Methods and tests as words.
namespace coldplan::evidence {

inline constexpr std::array all_methods{
    Method::EE,   Method::DL, Method::HE, Method::HS,  Method::HSk,  Method::SJ,  Method::ML,
    Method::REML, Method::EB, Method::PM, Method::PMM, Method::DLIT, Method::SJIT};
inline constexpr std::array all_tests{Test::z, Test::knha, Test::adhoc};

/// "REML".
[[nodiscard]] std::string_view name_of(Method method);
/// "knha".
[[nodiscard]] std::string_view name_of(Test test);

/// Error: unknown_name, with the nearest known one.
[[nodiscard]] Expected<Method> method_named(std::string_view name);
[[nodiscard]] Expected<Test> test_named(std::string_view name);

}  // namespace coldplan::evidence
