/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-term-exchange-private.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_terms_entry_damaged = {
  "terms-entry-damaged",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("The entry at line %1 is damaged and was left out."),
};

const CogFindingKind cog_finding_terms_more_damaged = {
  "terms-more-damaged",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("More entries are damaged and were left out."),
};

const CogFindingKind cog_finding_terms_truncated = {
  "terms-truncated",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("The file ends at line %1, before its end: something is missing. What is whole was taken."),
};

const CogFindingKind cog_finding_terms_bad_encoding = {
  "terms-bad-encoding",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("The entry at line %1 has letters in an encoding that the file does not say; it was left "
      "out. Save the file as UTF-8."),
};

const CogFindingKind cog_finding_terms_no_term = {
  "terms-no-term",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("The entry at line %1 has no term and was left out."),
};

const CogFindingKind cog_finding_terms_bad_language = {
  "terms-bad-language",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("A term at line %1 has no language that is known; it was left out."),
};

const CogFindingKind cog_finding_terms_bad_quotes = {
  "terms-bad-quotes",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("The quotation mark at line %1 has no end; the line was left out."),
};
