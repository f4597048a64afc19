#include "coldplan/effect/coefficients.h"

#include <array>
#include <stdexcept>

#include "coldplan/facts/ids.h"
#include "coldplan/posterior/distribution.h"
#include "coldplan/posterior/random_draws.h"

namespace coldplan::effect {
namespace {

namespace id = facts::id::effects;
using facts::value;
using posterior::at;

// numerical: slots of random numbers from here on belong to the coefficients of effects.
constexpr std::uint32_t first_slot = 0x30000;

/// What each standard normal number moves. **A new one goes to the end**, so that the draws of a
/// seed stay what they are.
enum class Score : std::uint8_t {
  nerve_slope,
  myelinated_block,
  unmyelinated_block,
  cool,
  pain_site,
  pain_person,
  ache_onset,
  ache_strength,
  numb,
  prick_person,
  pressure_gain,
  isometric_slope,
  fast_slope,
  injury,
};

class Drawn {
 public:
  explicit Drawn(std::span<const double> scores) : scores_{scores} {}

  [[nodiscard]] double score(Score which) const { return scores_[static_cast<std::size_t>(which)]; }

  /// A fact with a range, on the linear scale: temperatures.
  [[nodiscard]] double temperature(facts::Id which, Score by) const {
    const facts::Fact& found = facts::fact(which);
    return at(posterior::linear_between(found.low, value(which), found.high), score(by));
  }

  /// The middle of two facts that are the ends of a range.
  [[nodiscard]] double middle(facts::Id low, facts::Id high, Score by,
                              posterior::Bounds bounds = {}) const {
    const double least = value(low);
    const double most = value(high);
    return at(posterior::linear_between(least, 0.5 * (least + most), most, bounds), score(by));
  }

 private:
  std::span<const double> scores_;
};

void set_nerve(Coefficients& c, const Drawn& drawn) {
  c.warm_quotient = value(id::ncv_sensory_ulnar_q10_35_25);
  c.cold_quotient = value(id::ncv_sensory_ulnar_q10_30_20);
  c.full_velocity_at = value(id::ncv_sensory_ulnar_temperature_ref);
  c.quotient_break = value(id::ncv_sensory_ulnar_temperature_break);
  const double mean_slope = value(id::ncv_sensory_ulnar_linear_correction);
  c.nerve_slope = at(posterior::between(value(id::ncv_individual_spread_ulnar_min), mean_slope,
                                        value(id::ncv_individual_spread_ulnar_max)),
                     drawn.score(Score::nerve_slope)) /
                  mean_slope;
  const double spread = value(id::block_temperature_spread);
  const auto half_block = [&](facts::Id which, Score by) {
    const double middle = value(which);
    return at(posterior::linear_between(middle - spread, middle, middle + spread), drawn.score(by));
  };
  c.myelinated_half_block =
      half_block(id::block_myelinated_temperature_50, Score::myelinated_block);
  c.myelinated_width = value(id::block_myelinated_s);
  c.unmyelinated_half_block =
      half_block(id::block_c_fibre_temperature_50, Score::unmyelinated_block);
  c.unmyelinated_width = value(id::block_c_fibre_s);
}

void set_sensation(Coefficients& c, const Drawn& drawn) {
  c.cool_temperature = value(id::cold_receptors_temperature_threshold);
  c.cool_width = value(id::cold_receptors_sd);
  c.cool_person = c.cool_width * drawn.score(Score::cool);
  c.pain_hand = value(id::cold_pain_threshold_qst_mu_hand);
  c.pain_fingertip = value(id::cold_pain_threshold_qst_mu_fingertip_contact);
  c.pain_face = value(id::cold_pain_threshold_qst_mu_face);
  c.pain_back = drawn.temperature(id::cold_pain_threshold_qst_mu_back, Score::pain_site);
  c.pain_width = value(id::cold_pain_threshold_qst_sigma);
  c.pain_person = c.pain_width * drawn.score(Score::pain_person);
  c.ache_temperature = drawn.middle(id::vein_pain_pinprick_temperature_on_low,
                                    id::vein_pain_pinprick_temperature_on_high, Score::ache_onset);
  c.ache_full_temperature = value(id::vein_pain_pinprick_temperature_full);
  c.ache_full =
      drawn.middle(id::vein_pain_pinprick_vas_at_9c_low, id::vein_pain_pinprick_vas_at_9c_high,
                   Score::ache_strength, {0.0, 1.0});
  c.numb_temperature = drawn.temperature(id::numb_temperature, Score::numb);
  c.numb_width = value(id::numb_width);
}

void set_analgesia(Coefficients& c, const Drawn& drawn) {
  c.prick_temperature = value(id::analgesia_bugaj_temperature_analgesia);
  c.prick_width = value(id::analgesia_bugaj_sigma_a);
  c.prick_person = c.prick_width * drawn.score(Score::prick_person);
  // One study of 23 found the rise, one of 22 found none: the range reaches from none to that.
  const double none = value(id::ppt_null_dppt);
  const auto gain = [&](facts::Id which) {
    const double most = value(which);
    return at(posterior::between(none, most, most), drawn.score(Score::pressure_gain));
  };
  c.threshold_gain = gain(id::ncv_tibial_algafly_k_th);
  c.tolerance_gain = gain(id::ncv_tibial_algafly_k_to);
}

void set_muscle(Coefficients& c, const Drawn& drawn) {
  c.full_force_at = value(id::muscle_force_temperature_ref);
  // Nothing was measured between holding and a sprint at 95 rpm, which stands for the upper end.
  c.isometric_slope = at(posterior::between(value(id::muscle_force_s_isometric_low),
                                            value(id::muscle_force_s_isometric),
                                            value(id::muscle_force_s_sprint_95rpm_high)),
                         drawn.score(Score::isometric_slope));
  c.fast_slope =
      at(posterior::prior_of(facts::fact(id::muscle_force_s_fast)), drawn.score(Score::fast_slope));
  // What a factor of 1.6 says of the whole formula includes its Q10, which therefore stays.
  c.injury_quotient = value(id::metabolic_q10_q10);
  c.injury_window = value(id::secondary_injury_window);
  const double factor = value(id::secondary_injury_spread_factor);
  c.injury_factor = at(posterior::between(1.0 / factor, 1.0, factor), drawn.score(Score::injury));
}

}  // namespace

Coefficients drawn_coefficients(std::span<const double> standard_normals) {
  if (standard_normals.size() != score_count) {
    throw std::invalid_argument("a draw of effects takes one standard normal number a score");
  }
  const Drawn drawn{standard_normals};
  Coefficients c;
  set_nerve(c, drawn);
  set_sensation(c, drawn);
  set_analgesia(c, drawn);
  set_muscle(c, drawn);
  return c;
}

Coefficients drawn_coefficients(std::uint64_t seed, std::uint64_t index) {
  std::array<double, score_count> scores{};
  for (std::size_t i = 0; i < score_count; i += 2) {
    const auto slot = first_slot + static_cast<std::uint32_t>(i / 2);
    const std::array<double, 2> shares = posterior::uniform_pair(seed, index, slot);
    scores[i] = posterior::normal_quantile(shares[0]);
    scores[i + 1] = posterior::normal_quantile(shares[1]);
  }
  return drawn_coefficients(scores);
}

const Coefficients& median_coefficients() {
  static const Coefficients median = drawn_coefficients(std::array<double, score_count>{});
  return median;
}

}  // namespace coldplan::effect
