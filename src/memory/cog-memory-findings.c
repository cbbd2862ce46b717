/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-findings.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_tmx_unit_damaged = {
  "tmx-unit-damaged",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("The segment at line %1 is damaged and was left out."),
};

const CogFindingKind cog_finding_tmx_more_damaged = {
  "tmx-more-damaged",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("More segments are damaged and were left out."),
};

const CogFindingKind cog_finding_tmx_truncated = {
  "tmx-truncated",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("The file ends at line %1, before its end: something is missing. What is whole was taken."),
};

const CogFindingKind cog_finding_tmx_no_pair = {
  "tmx-no-pair",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("Segments without a text in two languages were left out."),
};

const CogFindingKind cog_finding_tmx_bad_encoding = {
  "tmx-bad-encoding",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("The segment at line %1 has letters in an encoding that the file does not say; it was left "
      "out."),
};

const CogFindingKind cog_finding_tmx_strange_code = {
  "tmx-strange-code",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: %1 is a line number of the file. */
  N_ ("Formatting codes of another program, in the segment at line %1, mean nothing here; they are "
      "kept as they are."),
};
