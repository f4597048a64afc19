#include "work_a/fine_reference.h"

#include <cstdint>
#include <cstring>
#include <exception>
#include <fstream>
#include <span>
#include <stdexcept>
#include <string_view>

#include "work_a/cvode_run.h"
#include <fmt/format.h>

namespace coldplan::work_a {
namespace {

constexpr double tight_tolerance = 1e-10;
constexpr std::size_t refinement = 8;

/// FNV-1a over bytes (Fowler, Noll, Vo).
class Hash {
 public:
  void add(std::string_view bytes) {
    for (const char each : bytes) {
      value_ = (value_ ^ static_cast<unsigned char>(each)) * 0x100000001B3U;
    }
  }
  void add(double number) {
    std::array<char, sizeof number> bytes{};
    std::memcpy(bytes.data(), &number, sizeof number);
    add(std::string_view{bytes.data(), bytes.size()});
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325U;
};

/// The equations themselves count through WORK_A_SOURCES, a hash of their sources.
std::uint64_t hash_of(const CellsOf& cells_of, std::size_t people) {
  Hash hash;
  hash.add(WORK_A_SOURCES);
  hash.add(tight_tolerance);
  for (std::size_t i = 0; i < people; ++i) {
    const Cells cells = cells_of(person(i));
    for (const double width : cells.width) {
      hash.add(width);
    }
    for (const std::size_t count : cells.count) {
      hash.add(static_cast<double>(count));
    }
  }
  return hash.value();
}

std::vector<double> solve_tightly(const CellsOf& cells_of, std::size_t people, int threads) {
  std::vector<double> found(people * values);
  std::exception_ptr failure;
#pragma omp parallel for num_threads(threads) schedule(dynamic)
  for (std::size_t i = 0; i < people; ++i) {
    try {
      const Person each = person(i);
      Equations equations(each, cells_of(each));
      CvodeRun run(equations.size(), {tight_tolerance, LinearSolver::tridiagonal, true});
      run.solve(equations, each, std::span{found}.subspan(i * values, values));
    } catch (...) {
#pragma omp critical
      failure = std::current_exception();
    }
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
  return found;
}

/// What the file holds, or nothing where it is not there or not whole.
std::vector<double> read_numbers(const std::filesystem::path& path, std::size_t count) {
  std::vector<double> numbers(count);
  const auto bytes = static_cast<std::streamsize>(count * sizeof(double));
  std::ifstream file(path, std::ios::binary);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes of numbers.
  file.read(reinterpret_cast<char*>(numbers.data()), bytes);
  return file.gcount() == bytes ? numbers : std::vector<double>{};
}

/// Under another name first: what is read is always whole.
void write_numbers(const std::filesystem::path& path, std::span<const double> numbers) {
  std::filesystem::create_directories(path.parent_path());
  std::filesystem::path unfinished = path;
  unfinished += ".part";
  std::ofstream file(unfinished, std::ios::binary);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes of numbers.
  file.write(reinterpret_cast<const char*>(numbers.data()),
             static_cast<std::streamsize>(numbers.size_bytes()));
  file.close();
  if (!file) {
    throw std::runtime_error(unfinished.string() + " was not written");
  }
  std::filesystem::rename(unfinished, path);
}

}  // namespace

std::vector<double> tight_solution(const CellsOf& cells, std::size_t people,
                                   const Keeping& keeping) {
  const auto path = keeping.folder / fmt::format("work_a_{:016x}.bin", hash_of(cells, people));
  auto found = read_numbers(path, people * values);
  if (found.empty()) {
    found = solve_tightly(cells, people, keeping.threads);
    write_numbers(path, found);
  }
  return found;
}

std::vector<double> fine_reference(std::size_t people, const Keeping& keeping) {
  return tight_solution([](const Person& each) { return standard_cells(each, refinement); }, people,
                        keeping);
}

}  // namespace coldplan::work_a
