/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose-findings.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_changes_accepted = {
  "changes-accepted",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: two numbers. */
  N_ ("Tracked changes were taken as accepted: insertions %1, deletions %2."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_changes_rejected = {
  "changes-rejected",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: two numbers. */
  N_ ("Tracked changes were taken as rejected: insertions %1, deletions %2."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_comment_dropped = {
  "comment-dropped",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: the name of a person, and what that person wrote. */
  N_ ("A comment by %1 was left out: “%2”"),
};

const CogFindingKind cog_finding_contents_field = {
  "contents-field",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("The document’s table of contents was left out: each edition gets a new one."),
};

const CogFindingKind cog_finding_picture_cropped = {
  "picture-cropped",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: the name of a picture's file. */
  N_ ("The document shows only a part of the picture “%1”; all of it was taken."),
  COG_EFFECT_KEPT,
};

const CogFindingKind cog_finding_symbol_unknown = {
  "symbol-unknown",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: the name of a font, and the number of a letter in it. */
  N_ ("A sign of the font “%1” is not known and was left out: %2."),
};

const CogFindingKind cog_finding_formula_part = {
  "formula-part",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 is the name of an element of the file's format. */
  N_ ("A part of a formula is not known (“%1”); what it holds was set side by side."),
};

const CogFindingKind cog_finding_running_heads = {
  "running-heads",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("What stands at the head and foot of each page was left out."),
};

const CogFindingKind cog_finding_index_dropped = {
  "index-dropped",
  COG_SEVERITY_INFO,
  TRUE,
  /* Translators: %1 is the name of an element of the file's format. */
  N_ ("A list that the word processor made was left out, as an index or a list of figures: %1."),
};

const CogFindingKind cog_finding_capitals_as_typed = {
  "capitals-as-typed",
  COG_SEVERITY_INFO,
  FALSE,
  N_ ("Words that the document shows in capitals stand as they were typed."),
};

const CogFindingKind cog_finding_repeated_cells = {
  "repeated-cells",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("A table repeats a row or cell more often than a book can hold; it was cut short."),
};

const CogFindingKind cog_finding_formula_picture = {
  "formula-picture",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is the name of a program for formulas. */
  N_ ("A formula that was made with %1 could not be read; at most its picture is there."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_converted_by = {
  "converted-by",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: %1 is the name of another program. */
  N_ ("%1 converted the file; what that program leaves out is not told here."),
  COG_EFFECT_UNSURE,
};
