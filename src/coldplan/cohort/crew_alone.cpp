#include "coldplan/cohort/crew.h"
#include "coldplan/cohort/shared_access.h"

namespace coldplan::cohort {

struct Crew::State {
  std::uint64_t next = 0;
  std::uint64_t done = 0;
  bool called_off = false;
  SharedAccess access;
};

Crew::Crew() : state_(std::make_unique<State>()) {
  state_->access = {
      {H5Pcreate(H5P_FILE_ACCESS), H5Pclose}, {H5Pcreate(H5P_DATASET_XFER), H5Pclose}, true};
}

Crew::~Crew() = default;

// One member needs no state to know who it is, as those of MPI do.
// NOLINTBEGIN(readability-convert-member-functions-to-static)

int Crew::rank() const {
  return 0;
}

int Crew::size() const {
  return 1;
}

std::uint64_t Crew::take() {
  return state_->next++;
}

std::uint64_t Crew::add_done(std::uint64_t amount) {
  return state_->done += amount;
}

void Crew::call_off() {
  state_->called_off = true;
}

bool Crew::is_called_off() {
  return state_->called_off;
}

Expected<void> Crew::agree(const Expected<void>& mine) {
  return mine;
}

std::string Crew::told(std::string text) {
  return text;
}

void Crew::sum(std::span<std::uint64_t> /*numbers*/) {}

// NOLINTEND(readability-convert-member-functions-to-static)

void Crew::begin_anew() {
  state_->next = 0;
}

const SharedAccess& Crew::access() const {
  return state_->access;
}

}  // namespace coldplan::cohort
