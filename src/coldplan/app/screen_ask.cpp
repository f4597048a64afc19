#include "coldplan/app/screen_ask.h"

#include <algorithm>
#include <functional>
#include <istream>
#include <iterator>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include "coldplan/person/case_file.h"
#include "coldplan/report/text.h"
#include "coldplan/screening/next_screen.h"

namespace coldplan::app {
namespace {

using nlohmann::json;
using screening::Flag;
using screening::Question;

/// A conversation by lines. Once the input has ended nothing more is asked.
struct Talk {
  std::istream& in;
  std::ostream& out;
  bool has_ended = false;

  std::optional<std::string> line() {
    std::string text;
    out << "> " << std::flush;
    if (has_ended || !std::getline(in, text)) {
      has_ended = true;
      return std::nullopt;
    }
    const std::size_t end = text.find_last_not_of(" \t\r");
    text.erase(end == std::string::npos ? 0 : end + 1);
    return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
  }
};

std::optional<double> number_in(std::string_view text) {
  double number = 0.0;
  const char* const end = text.data() + text.size();
  const auto read = fast_float::from_chars(text.data(), end, number);
  return read.ec == std::errc{} && read.ptr == end ? std::optional{number} : std::nullopt;
}

/// One number of a list, from 1.
std::optional<std::size_t> place_in(std::string_view text, std::size_t count) {
  const auto number = number_in(text);
  const bool is_place = number && *number >= 1.0 && *number <= static_cast<double>(count) &&
                        *number == static_cast<double>(static_cast<std::size_t>(*number));
  return is_place ? std::optional{static_cast<std::size_t>(*number) - 1} : std::nullopt;
}

/// What was ticked of a list: "yes", "unsure" or "no" for each.
using Ticks = std::vector<std::string>;

/// None where nothing was typed: that nothing holds has to be said.
std::optional<Ticks> ticks_in(const std::string& line, std::size_t count) {
  if (line.empty()) {
    return std::nullopt;
  }
  Ticks ticks(count, "no");
  std::string text = line;
  std::replace(text.begin(), text.end(), ',', ' ');
  std::istringstream words{text};
  for (std::string word; words >> word;) {
    const bool is_unsure = word.size() > 1 && word.back() == '?';
    const auto place = place_in(is_unsure ? word.substr(0, word.size() - 1) : word, count);
    if (!place && word != "0") {
      return std::nullopt;
    }
    if (place) {
      ticks[*place] = is_unsure ? "unsure" : "yes";
    }
  }
  return ticks;
}

/// Asks until an answer can be taken; none where the input ended.
template <typename T>
std::optional<T> until_taken(Talk& talk, const std::string& how,
                             const std::function<std::optional<T>(const std::string&)>& take) {
  while (const auto line = talk.line()) {
    if (auto taken = take(*line)) {
      return taken;
    }
    talk.out << report::wrap(how);
  }
  return std::nullopt;
}

std::optional<Ticks> ask_ticks(Talk& talk, const std::vector<std::string_view>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    talk.out << report::wrap(fmt::format("{}. {}", i + 1, items[i]), "  ");
  }
  const std::string how = fmt::format(
      "Type the numbers of those that hold, such as 1 {0}; {0}? if you are unsure; 0 for none.",
      items.size());
  talk.out << report::wrap(how);
  return until_taken<Ticks>(
      talk, how, [&items](const std::string& line) { return ticks_in(line, items.size()); });
}

void ask_flags(Talk& talk, const std::vector<const Flag*>& flags, json& document) {
  std::vector<std::string_view> texts;
  std::transform(flags.begin(), flags.end(), std::back_inserter(texts),
                 [](const Flag* flag) { return flag->question; });
  const auto ticks = flags.empty() ? std::nullopt : ask_ticks(talk, texts);
  for (std::size_t i = 0; ticks && i < flags.size(); ++i) {
    json& answer = document["pain"]["red_flags"][std::string{flags[i]->id}];
    answer["answer"] = (*ticks)[i];
    if ((*ticks)[i] != "yes" || flags[i]->sign_rules.empty()) {
      continue;
    }
    talk.out << report::wrap(fmt::format("Of {}, which?", flags[i]->group));
    const auto signs = ask_ticks(talk, {flags[i]->signs.begin(), flags[i]->signs.end()});
    for (std::size_t sign = 0; signs && sign < signs->size(); ++sign) {
      if ((*signs)[sign] != "no") {
        answer["signs"].push_back(std::string{flags[i]->signs[sign]});
      }
    }
  }
}

void ask_ticked(Talk& talk, const std::vector<const Question*>& questions, json& document) {
  std::vector<std::string_view> texts;
  std::transform(questions.begin(), questions.end(), std::back_inserter(texts),
                 [](const Question* question) { return question->text; });
  const auto ticks = questions.empty() ? std::nullopt : ask_ticks(talk, texts);
  for (std::size_t i = 0; ticks && i < questions.size(); ++i) {
    document["person"]["answers"][std::string{questions[i]->id}] =
        (*ticks)[i] == "no" ? "no" : "yes";
  }
}

std::optional<json> pressure_in(const std::string& line) {
  const std::size_t slash = line.find('/');
  if (slash == std::string::npos || slash == 0) {
    return std::nullopt;
  }
  const auto upper = number_in(line.substr(0, line.find_last_not_of(' ', slash - 1) + 1));
  const std::size_t begin = line.find_first_not_of(' ', slash + 1);
  const auto lower = number_in(begin == std::string::npos ? "" : line.substr(begin));
  return upper && lower ? std::optional<json>{json{*upper, *lower}} : std::nullopt;
}

std::optional<json> option_in(const Question& question, const std::string& line) {
  const auto place = place_in(line, question.options.size());
  return place ? std::optional<json>{std::string{question.options[*place]}} : std::nullopt;
}

void put(const Question& question, const json& answer, json& document) {
  if (question.id == "bp") {
    document["person"]["blood_pressure_mmHg"] = answer;
  } else {
    document["person"]["answers"][std::string{question.id}] = answer;
  }
}

/// What a line says in answer to a question; null where a pressure is left out.
std::optional<json> answer_in(const Question& question, const std::string& line) {
  if (question.id == "bp") {
    return line.empty() ? std::optional<json>{json{}} : pressure_in(line);
  }
  if (question.is_number) {
    const auto number = number_in(line);
    return number ? std::optional<json>{*number} : std::nullopt;
  }
  return option_in(question, line);
}

std::string how_to_answer(const Question& question) {
  if (question.id == "bp") {
    return "Two numbers such as 138/84, or an empty line if you do not know.";
  }
  return question.is_number ? fmt::format("A number of {}.", question.units)
                            : fmt::format("A number from 1 to {}.", question.options.size());
}

/// Asks one question until the case file takes the answer.
void ask_one(Talk& talk, const Question& question, json& document) {
  talk.out << report::wrap(question.text);
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    talk.out << report::wrap(fmt::format("{}. {}", i + 1, question.options[i]), "  ");
  }
  const auto taken = until_taken<json>(talk, how_to_answer(question),
                                       [&](const std::string& line) -> std::optional<json> {
                                         auto answer = answer_in(question, line);
                                         if (!answer || answer->is_null()) {
                                           return answer;
                                         }
                                         json tried = document;
                                         put(question, *answer, tried);
                                         const auto read = person::read_case(tried.dump());
                                         if (!read) {
                                           talk.out << message(read.error()) << '\n';
                                           return std::nullopt;
                                         }
                                         return answer;
                                       });
  if (taken && !taken->is_null()) {
    put(question, *taken, document);
  } else if (taken && question.id == "bp") {
    document["person"]["answers"]["bp_unknown"] = "no";
  }
}

void ask_screen(Talk& talk, const screening::NextScreen& next, json& document) {
  talk.out << '\n' << report::wrap(next.screen->title);
  ask_flags(talk, next.flags, document);
  std::vector<const Question*> ticked;
  std::vector<const Question*> single;
  for (const Question* question : next.questions) {
    (screening::is_ticked(*question) ? ticked : single).push_back(question);
  }
  ask_ticked(talk, ticked, document);
  for (const Question* question : single) {
    // A pressure that was left out has answered whether one was taken.
    if (!document["person"]["answers"].contains(std::string{question->id})) {
      ask_one(talk, *question, document);
    }
  }
}

}  // namespace

Expected<json> ask(json document, std::string_view today, std::istream& in, std::ostream& out) {
  Talk talk{in, out};
  while (!talk.has_ended) {
    const auto given = person::read_case(document.dump());
    if (!given) {
      return tl::unexpected(given.error());
    }
    const auto next = screening::next_screen(*given, today);
    if (!next) {
      break;
    }
    ask_screen(talk, *next, document);
  }
  return document;
}

}  // namespace coldplan::app
