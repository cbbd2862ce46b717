/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-bloom-private.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_bloom_languages = {
  "bloom-languages",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: 1 is the language that was read, 2 a list of others. */
  N_ ("The book holds the text in several languages: “%1” was read, and not “%2”."),
};

const CogFindingKind cog_finding_bloom_recordings = {
  "bloom-recordings",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The recordings in which the text is read aloud were left out; the text is there."),
};

const CogFindingKind cog_finding_bloom_game = {
  "bloom-game",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 is the name of a kind of game. */
  N_ ("A game (“%1”) cannot run in a book; its texts and pictures were taken."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_bloom_alt = {
  "bloom-alt",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("What stood as the description of a picture only says that it did not load; it was left "
      "out."),
};
