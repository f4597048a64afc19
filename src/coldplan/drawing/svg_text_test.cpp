#include "coldplan/drawing/svg_text.h"

#include <gmock/gmock.h>

namespace coldplan::drawing {
namespace {

using ::testing::HasSubstr;

TEST(SvgText, EscapesWhatXmlReserves) {
  EXPECT_EQ(escaped_for_xml("a < b & \"c\" > d\x01"), "a &lt; b &amp; \"c\" &gt; d ");
  EXPECT_EQ(escaped_for_xml("35 °C\n"), "35 °C\n");
}

TEST(SvgText, NamesAndDescribesThePicture) {
  const std::string svg = published_svg("<?xml?>\n<svg width=\"1\">x</svg>", "A & B", "words");
  EXPECT_EQ(svg,
            "<?xml?>\n<svg width=\"1\" role=\"img\">\n<title>A &amp; B</title>\n"
            "<desc>words</desc>x</svg>");
}

TEST(SvgText, NumbersIdsByAppearanceAndKeepsReferencesRight) {
  const std::string svg = published_svg(
      R"(<svg><image id="image17"/><use href="#image17"/><g id="surface90"/><image id="image4"/></svg>)",
      "", "");
  EXPECT_THAT(svg, HasSubstr(R"(<image id="image1"/><use href="#image1"/><g id="surface1"/>)"));
  EXPECT_THAT(svg, HasSubstr(R"(<image id="image2"/>)"));
}

TEST(SvgText, LeavesOtherUsesOfTheWordsAlone) {
  EXPECT_THAT(published_svg("<svg>image12 data:image/png image/3</svg>", "", ""),
              HasSubstr("image12 data:image/png image/3"));
}

}  // namespace
}  // namespace coldplan::drawing
