/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-findings.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_picture_unusable = {
  "pdf-picture-unusable",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The picture “%1” is damaged or of a kind that cannot be printed; its description stands "
      "in its place."),
};

const CogFindingKind cog_finding_picture_too_large = {
  "pdf-picture-too-large",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The picture “%1” claims a size of %2 pixels, which is more than can be printed; its "
      "description stands in its place."),
};

const CogFindingKind cog_finding_media_not_printed = {
  "pdf-media-not-printed",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("Sound and film cannot be printed; their names stand in their place."),
};

const CogFindingKind cog_finding_character_without_font = {
  "pdf-character-without-font",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("No font on this computer has the character %1; an empty box stands in its place."),
};

const CogFindingKind cog_finding_set_horizontally = {
  "pdf-set-horizontally",
  COG_SEVERITY_INFO,
  FALSE,
  N_ ("The lines of the source run from top to bottom. In the PDF they run from left to right, and "
      "its "
      "pages turn to the left."),
};

const CogFindingKind cog_finding_booklet = {
  "pdf-booklet",
  COG_SEVERITY_INFO,
  FALSE,
  N_ ("The booklet is for the printer alone: its pages stand in the order of the folded sheets, "
      "and "
      "no screen reader can read it out. Print it on both sides, turned at the short edge; give "
      "readers with a screen a PDF for the screen."),
};

const CogFindingKind cog_finding_picture_coarse = {
  "pdf-picture-coarse",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("The picture “%1” will look coarse in print: it has %2 dots to the inch at its size, and 150 "
      "are the least. Put a larger file of it in its place, if there is one."),
};

const CogFindingKind cog_finding_formula_element_unknown = {
  "pdf-formula-element-unknown",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is the name of an XML element, such as “mstack”. */
  N_ ("A formula has an element “%1”, which cannot be set as mathematics; the text in it stands in "
      "its place."),
};

const CogFindingKind cog_finding_formula_too_large = {
  "pdf-formula-too-large",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("A formula is too large or too deep to be set as mathematics; it stands as a line of text."),
};

const CogFindingKind cog_finding_formula_small = {
  "pdf-formula-small",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("A formula is too wide or too tall for the page and was made so small that it is hard to "
      "read."),
};
