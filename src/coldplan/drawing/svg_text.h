#pragma once

#include <string>
#include <string_view>

namespace coldplan::drawing {

/// "<" and the like written so that they stand for themselves in XML; control characters XML
/// forbids become spaces.
[[nodiscard]] std::string escaped_for_xml(std::string_view text);

/// An SVG file made fit to publish: an accessible name and description (SVG 1.1, section 5.4) right
/// after its opening tag, and ids numbered from 1 in order of appearance. Cairo numbers surfaces by
/// a counter of the whole process, which would give the second of two equal pictures other bytes.
[[nodiscard]] std::string published_svg(std::string_view svg, std::string_view title,
                                        std::string_view description);

}  // namespace coldplan::drawing
