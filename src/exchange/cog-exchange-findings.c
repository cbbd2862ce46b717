/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-findings.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_exchange_unknown_unit = {
  "exchange-unknown-unit",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("The passage at line %1 is not in this book and was left out."),
};

const CogFindingKind cog_finding_exchange_twice = {
  "exchange-twice",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("The passage at line %1 is in the file a second time; the first was taken."),
};

const CogFindingKind cog_finding_exchange_damaged = {
  "exchange-damaged",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("The passage at line %1 is damaged and was left out."),
};

const CogFindingKind cog_finding_exchange_truncated = {
  "exchange-truncated",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The file ends before its end: something is missing. What is whole was taken."),
};

const CogFindingKind cog_finding_exchange_more = {
  "exchange-more",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("More passages could not be taken."),
};

const CogFindingKind cog_finding_exchange_missing = {
  "exchange-missing",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: %1 is how many. */
  N_ ("Passages of the book that are not in the file, and stay as they are: %1."),
  COG_EFFECT_KEPT,
};

const CogFindingKind cog_finding_exchange_languages = {
  "exchange-languages",
  COG_SEVERITY_ERROR,
  TRUE,
  /* Translators: %1 is a line number of the file, %2 are two languages, “English → French”. */
  N_ ("What begins at line %1 is a translation of other languages (%2) and was left out."),
};

const CogFindingKind cog_finding_exchange_codes_unpaired = {
  "exchange-codes-unpaired",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("In the passage at line %1 a mark of bold, a link or the like begins and does not end, or "
      "ends and did not begin. The passage was left out."),
};

const CogFindingKind cog_finding_exchange_code_unknown = {
  "exchange-code-unknown",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("In the passage at line %1 there is a mark that the original does not have. The passage was "
      "left out."),
};

const CogFindingKind cog_finding_exchange_code_lost = {
  "exchange-code-lost",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file, %2 what is missing, “[equation: x]”. */
  N_ ("The passage at line %1 has lost %2 of the original, and was left out."),
};

const CogFindingKind cog_finding_exchange_code_repaired = {
  "exchange-code-repaired",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 is a line number of the file, %2 what was there twice, “[note: 1]”. */
  N_ ("The passage at line %1 had %2 twice; it was taken with one."),
};

const CogFindingKind cog_finding_exchange_span_lost = {
  "exchange-span-lost",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: %1 is a line number of the file, %2 what is missing, “em”. */
  N_ ("The passage at line %1 came back without the formatting or link “%2”, and was taken so."),
  COG_EFFECT_UNSURE,
};

const CogFindingKind cog_finding_exchange_markup = {
  "exchange-markup",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is a line number of the file. */
  N_ ("What stands in the passage at line %1 cannot stand in a book. The passage was left out."),
};

const CogFindingKind cog_finding_exchange_partial = {
  "exchange-partial",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: %1 is a line number of the file. */
  N_ ("Only some sentences of the passage at line %1 are translated; it stays as it is."),
  COG_EFFECT_KEPT,
};

const CogFindingKind cog_finding_exchange_source_differs = {
  "exchange-source-differs",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 is a line number of the file. */
  N_ ("The passage at line %1 translates another original than this book has."),
  COG_EFFECT_UNSURE,
};

const CogFindingKind cog_finding_exchange_both_changed = {
  "exchange-both-changed",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 is a line number of the file. */
  N_ ("The passage at line %1 was changed there and here."),
  COG_EFFECT_UNSURE,
};

const CogFindingKind cog_finding_exchange_note_kept = {
  "exchange-note-kept",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 is a line number of the file, %2 the note that it has. */
  N_ ("The note of the passage at line %1 was changed there and here. Yours stays; theirs: %2"),
  COG_EFFECT_UNSURE,
};
