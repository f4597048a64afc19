#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

#include <mpi.h>

#include "coldplan/cohort/crew.h"
#include "coldplan/cohort/shared_access.h"

namespace coldplan::cohort {
namespace {

/// What the crew shares, as numbers in the memory of rank 0.
enum class Shared : MPI_Aint { next, done, called_off };
constexpr std::size_t shared_numbers = 3;

void expect(int result, const char* what) {
  if (result != MPI_SUCCESS) {
    throw std::runtime_error(std::string{"MPI failed to "} + what);
  }
}

/// A window on the shared numbers: one-sided, so that rank 0 computes while others take parts.
class Counters {
 public:
  Counters() {
    int rank = 0;
    expect(MPI_Comm_rank(MPI_COMM_WORLD, &rank), "tell the rank");
    const auto bytes =
        static_cast<MPI_Aint>(rank == 0 ? shared_numbers * sizeof(std::uint64_t) : std::size_t{0});
    void* memory = nullptr;
    expect(MPI_Win_allocate(bytes, sizeof(std::uint64_t), MPI_INFO_NULL, MPI_COMM_WORLD,
                            static_cast<void*>(&memory), &window_),
           "share counters");
    expect(MPI_Win_lock_all(0, window_), "lock the counters");
    if (rank == 0) {
      for (const Shared which : {Shared::next, Shared::done, Shared::called_off}) {
        replace(which, 0);
      }
    }
    expect(MPI_Barrier(MPI_COMM_WORLD), "wait");
  }
  Counters(const Counters&) = delete;
  Counters& operator=(const Counters&) = delete;
  Counters(Counters&&) = delete;
  Counters& operator=(Counters&&) = delete;
  ~Counters() {
    MPI_Win_unlock_all(window_);
    MPI_Win_free(&window_);
  }

  /// The number as it was before.
  std::uint64_t add(Shared which, std::uint64_t amount) { return change(which, amount, MPI_SUM); }
  void replace(Shared which, std::uint64_t number) {
    static_cast<void>(change(which, number, MPI_REPLACE));
  }

 private:
  std::uint64_t change(Shared which, std::uint64_t operand, MPI_Op operation) {
    std::uint64_t before = 0;
    expect(MPI_Fetch_and_op(&operand, &before, MPI_UINT64_T, 0, static_cast<MPI_Aint>(which),
                            operation, window_),
           "change a counter");
    expect(MPI_Win_flush(0, window_), "change a counter");
    return before;
  }

  MPI_Win window_ = MPI_WIN_NULL;
};

}  // namespace

struct Crew::State {
  int rank = 0;
  int size = 1;
  Counters counters;
  SharedAccess access;
};

Crew::Crew() : state_(std::make_unique<State>()) {
  expect(MPI_Comm_rank(MPI_COMM_WORLD, &state_->rank), "tell the rank");
  expect(MPI_Comm_size(MPI_COMM_WORLD, &state_->size), "count the ranks");
  state_->access = {{H5Pcreate(H5P_FILE_ACCESS), H5Pclose},
                    {H5Pcreate(H5P_DATASET_XFER), H5Pclose},
                    state_->rank == 0};
  H5Pset_fapl_mpio(state_->access.file.get(), MPI_COMM_WORLD, MPI_INFO_NULL);
  H5Pset_dxpl_mpio(state_->access.transfer.get(), H5FD_MPIO_INDEPENDENT);
}

Crew::~Crew() {
  state_.reset();
  // Before MPI is finalised, which the library would find gone at exit.
  static_cast<void>(H5close());
}

int Crew::rank() const {
  return state_->rank;
}

int Crew::size() const {
  return state_->size;
}

std::uint64_t Crew::take() {
  return state_->counters.add(Shared::next, 1);
}

std::uint64_t Crew::add_done(std::uint64_t amount) {
  return state_->counters.add(Shared::done, amount) + amount;
}

void Crew::call_off() {
  state_->counters.replace(Shared::called_off, 1);
}

bool Crew::is_called_off() {
  return state_->counters.add(Shared::called_off, 0) != 0;
}

Expected<void> Crew::agree(const Expected<void>& mine) {
  constexpr int nobody = std::numeric_limits<int>::max();
  const int failed = mine ? nobody : rank();
  int first = nobody;
  expect(MPI_Allreduce(&failed, &first, 1, MPI_INT, MPI_MIN, MPI_COMM_WORLD), "agree");
  if (first == nobody) {
    return {};
  }
  Error error = mine ? Error{} : mine.error();
  auto code = static_cast<int>(error.code);
  expect(MPI_Bcast(&code, 1, MPI_INT, first, MPI_COMM_WORLD), "tell an error");
  error.code = static_cast<ErrorCode>(code);
  for (std::string* text : {&error.place, &error.seen, &error.allowed, &error.mend}) {
    std::uint64_t length = text->size();
    expect(MPI_Bcast(&length, 1, MPI_UINT64_T, first, MPI_COMM_WORLD), "tell an error");
    text->resize(length);
    expect(MPI_Bcast(text->data(), static_cast<int>(length), MPI_CHAR, first, MPI_COMM_WORLD),
           "tell an error");
  }
  return tl::unexpected(error);
}

// The world of MPI is the same for every member.
// NOLINTNEXTLINE(readability-convert-member-functions-to-static)
std::string Crew::told(std::string text) {
  std::uint64_t length = text.size();
  expect(MPI_Bcast(&length, 1, MPI_UINT64_T, 0, MPI_COMM_WORLD), "tell a text");
  text.resize(length);
  expect(MPI_Bcast(text.data(), static_cast<int>(length), MPI_CHAR, 0, MPI_COMM_WORLD),
         "tell a text");
  return text;
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static)
void Crew::sum(std::span<std::uint64_t> numbers) {
  // numerical: numbers that one call adds up, since MPI counts in int
  constexpr std::size_t at_once = std::size_t{1} << 24U;
  while (!numbers.empty()) {
    const std::span<std::uint64_t> now = numbers.first(std::min(at_once, numbers.size()));
    expect(MPI_Allreduce(MPI_IN_PLACE, now.data(), static_cast<int>(now.size()), MPI_UINT64_T,
                         MPI_SUM, MPI_COMM_WORLD),
           "add up");
    numbers = numbers.subspan(now.size());
  }
}

void Crew::begin_anew() {
  expect(MPI_Barrier(MPI_COMM_WORLD), "wait");
  if (rank() == 0) {
    state_->counters.replace(Shared::next, 0);
  }
  expect(MPI_Barrier(MPI_COMM_WORLD), "wait");
}

const SharedAccess& Crew::access() const {
  return state_->access;
}

}  // namespace coldplan::cohort
