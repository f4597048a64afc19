#pragma once

#include <span>
#include <string_view>

#include "coldplan/person/person.h"
#include "coldplan/screening/flag.h"
#include "coldplan/screening/precaution.h"
#include "coldplan/screening/rule.h"

/// The screening data of data/clinical as they were compiled in, each in the order of its file.
namespace coldplan::screening {

/// A group of questions that are asked together.
struct Screen {
  std::string_view id;
  std::string_view title;
  std::span<const std::string_view> items;  ///< ids of questions or flags
};

/// A name, or the ending of names, of medicines.
struct Medicine {
  std::string_view name;
  bool is_ending;
  std::string_view question;  ///< that it answers with yes; empty: none
  std::string_view of_class;  ///< in words
  std::string_view code;      ///< of the ATC classification; empty for an ending
};

[[nodiscard]] std::span<const Rule> rules();
[[nodiscard]] std::span<const Retired> retired();
[[nodiscard]] std::span<const Question> questions();
[[nodiscard]] std::span<const Variant> variants();
[[nodiscard]] std::span<const Flag> flags();
[[nodiscard]] std::span<const Precaution> precautions();
[[nodiscard]] std::span<const StopSign> stop_signs();
[[nodiscard]] std::span<const Screen> screens();
[[nodiscard]] std::span<const Medicine> medicines();
[[nodiscard]] std::span<const Source> sources();

/// The one with this id, or null.
[[nodiscard]] const Rule* rule_of(std::string_view id);
[[nodiscard]] const Question* question_of(std::string_view id);
[[nodiscard]] const Flag* flag_of(std::string_view id);
[[nodiscard]] const Source* source_of(std::string_view key);

/// Families that can be used at home.
[[nodiscard]] std::span<const std::string_view> home_families();

/// Under this height [m] a person is short in the sense of the question `height`.
[[nodiscard]] double short_height();

/// The sex that is not asked whether it is pregnant.
[[nodiscard]] person::Sex sex_never_pregnant();

/// SHA-256 (hex) of the files that the tables were compiled from; a clinician approves these.
[[nodiscard]] std::string_view rules_hash();

}  // namespace coldplan::screening
