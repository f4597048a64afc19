#include <exception>
#include <iostream>

#include "coldplan/app/program.h"

int main(int argc, char** argv) {
  try {
    return coldplan::app::run_program(argc, argv, std::cout, std::cerr);
  } catch (const std::exception& error) {
    std::cerr << "coldplan: internal error: " << error.what() << "; please report this\n";
    return 1;
  }
}
