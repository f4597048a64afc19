#include "coldplan/study/study_words.h"

#include <algorithm>
#include <array>

#include "coldplan/person/file_values.h"

namespace coldplan::study {
namespace {

using person::Word;

constexpr std::array<Word<Tissue>, 19> tissues{
    {{"skin", Tissue::skin},
     {"skin_pack_interface", Tissue::skin_pack_interface},
     {"fat", Tissue::fat},
     {"skin_and_fat", Tissue::skin_and_fat},
     {"muscle", Tissue::muscle},
     {"tendon", Tissue::tendon},
     {"joint", Tissue::joint},
     {"bone", Tissue::bone},
     {"soft_tissue", Tissue::soft_tissue},
     {"nerve", Tissue::nerve},
     {"artery", Tissue::artery},
     {"limb", Tissue::limb},
     {"blood", Tissue::blood},
     {"rectal", Tissue::rectal},
     {"tympanic", Tissue::tympanic},
     {"oesophageal", Tissue::oesophageal},
     {"gastrointestinal", Tissue::gastrointestinal},
     {"core", Tissue::core},
     {"whole_body", Tissue::whole_body}}};
constexpr std::array<Word<DepthFrom>, 4> depth_origins{{{"skin", DepthFrom::skin},
                                                        {"dermis", DepthFrom::dermis},
                                                        {"fat", DepthFrom::fat},
                                                        {"unknown", DepthFrom::unknown}}};
constexpr std::array<Word<State>, 8> states{{{"rest", State::rest},
                                             {"rest_inflamed", State::rest_inflamed},
                                             {"post_exercise", State::post_exercise},
                                             {"exercising", State::exercising},
                                             {"walking", State::walking},
                                             {"rest_then_walk", State::rest_then_walk},
                                             {"hyperthermic", State::hyperthermic},
                                             {"surgical", State::surgical}}};
constexpr std::array<Word<SexOfAll>, 3> sexes{
    {{"female", SexOfAll::female}, {"male", SexOfAll::male}, {"mixed", SexOfAll::mixed}}};

}  // namespace

std::string_view word_of(Tissue tissue) {
  const auto* const found =
      std::find_if(tissues.begin(), tissues.end(),
                   [tissue](const auto& word) { return word.meaning == tissue; });
  return found->text;
}

Tissue tissue_from(const nlohmann::json& word) {
  return person::meaning(word, tissues);
}

DepthFrom depth_from(const nlohmann::json& word) {
  return person::meaning(word, depth_origins);
}

State state_from(const nlohmann::json& word) {
  return person::meaning(word, states);
}

SexOfAll sex_from(const nlohmann::json& word) {
  return person::meaning(word, sexes);
}

}  // namespace coldplan::study
