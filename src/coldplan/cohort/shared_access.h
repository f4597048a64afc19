#pragma once

#include "coldplan/cohort/crew.h"
#include "coldplan/cohort/handle.h"

namespace coldplan::cohort {

/// Property lists for a file that the whole crew creates, writes and closes together.
struct SharedAccess {
  Handle file;         ///< for H5Fcreate
  Handle transfer;     ///< for H5Dwrite
  bool speaks = true;  ///< this member writes what is written once
};

}  // namespace coldplan::cohort
