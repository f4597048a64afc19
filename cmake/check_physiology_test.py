"""The check for physiological constants can fail, and lets pass what is no physiology."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import check_physiology  # noqa: E402


def faults(code):
    return check_physiology.faults_in(code, "tissue/sample.cpp")


class CheckPhysiology(unittest.TestCase):
    def test_finds_a_constant_and_names_its_line(self):
        found = faults("double a() {\n  return 0.495 * 2.0;\n}\n")
        self.assertEqual(len(found), 1)
        self.assertIn("tissue/sample.cpp:2: 0.495", found[0])

    def test_finds_integers_exponents_and_digit_separators(self):
        for literal in ("37", "1e-3", "3'600", ".25", "7.", "37.0f", "0x25"):
            self.assertEqual(len(faults(f"const double t = {literal};")), 1, literal)

    def test_lets_pass_the_allowed_ones(self):
        self.assertEqual(faults("x = std::pow(q10, (t - t0) / 10.0) + 0.5 * (1.0 - y) + 2 * z + 0 + 1u;"), [])

    def test_lets_pass_counts_and_subscripts(self):
        self.assertEqual(faults("std::array<double, 17> a{}; a[3] = b[4];"), [])
        self.assertEqual(len(faults("std::clamp(x, 17); f(a > 3); g{[] { return 3; }};")), 3)

    def test_lets_pass_words_comments_names_and_includes(self):
        code = ('#include "a_37.h"\n// 37 °C\n/* 0.495 */ auto s = "37"; char c = \'7\';\n'
                'auto t_37 = x3; auto r = R"(37)";\n')
        self.assertEqual(faults(code), [])

    def test_lets_pass_a_marked_numerical_constant_alone(self):
        marked = "// numerical: growth of the grid\nconstexpr double growth = 1.15;\ndouble t = 37.0;\n"
        self.assertEqual([fault.split(":")[1] for fault in faults(marked)], ["3"])
        longer = ("// numerical: weights of\n// the quadrature\nconstexpr std::array<double, 2> w{\n    0.3,\n"
                  "    0.7};\nint t = 37;\n")
        self.assertEqual([fault.split(":")[1] for fault in faults(longer)], ["6"])

    def test_needs_the_mark_right_above_and_a_named_constexpr(self):
        self.assertEqual(len(faults("// numerical: far\n\nconstexpr double growth = 1.15;\n")), 1)
        self.assertEqual(len(faults("// numerical: not a constant\nreturn 1.15;\n")), 1)
        self.assertEqual(len(faults("// growth\nconstexpr double growth = 1.15;\n")), 1)

    def test_scans_the_rooms_but_neither_the_solver_nor_tests(self):
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder)
            for name in ("tissue/bad.cpp", "injury/bad.h", "bioheat/free.cpp", "tissue/bad_test.cpp"):
                (source / name).parent.mkdir(exist_ok=True)
                (source / name).write_text("double t = 37.0;\n", encoding="utf-8")
            found = check_physiology.faults_of(source)
            self.assertEqual(sorted(fault.split(":")[0] for fault in found),
                             ["injury/bad.h", "tissue/bad.cpp"])
            self.assertEqual(check_physiology.main([folder]), 1)


if __name__ == "__main__":
    unittest.main()
