/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-h5p-private.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_h5p_unknown = {
  "h5p-unknown",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: the name of a kind of exercise or presentation, "H5P.GameMap". */
  N_ ("A content of the type “%1” cannot run in a book; its texts and pictures were taken as they "
      "follow each other."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_h5p_left_out = {
  "h5p-left-out",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: the name of a kind of exercise or presentation, "H5P.ArithmeticQuiz". */
  N_ ("A content of the type “%1” was left out: there is no text in it."),
};

const CogFindingKind cog_finding_h5p_film = {
  "h5p-film",
  COG_SEVERITY_INFO,
  FALSE,
  N_ ("What appears while a film runs stands behind the film, in the order of time."),
};

const CogFindingKind cog_finding_h5p_terms = {
  "h5p-terms",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 is what an author added to a licence, in the author's words. */
  N_ ("Terms were added to the licence: “%1”"),
  COG_EFFECT_KEPT,
};
