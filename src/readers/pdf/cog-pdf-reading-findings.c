/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-reading-findings.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_pages_scanned = {
  "pages-scanned",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: numbers of pages, such as "1–4, 7". */
  N_ ("These pages are pictures without text, and were kept as pictures: %1. Text recognition can "
      "be asked for."),
};

const CogFindingKind cog_finding_pages_unreadable = {
  "pages-unreadable",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: numbers of pages, such as "1–4, 7". */
  N_ ("The text of these pages looks right but cannot be read, because the file does not tell its "
      "letters; they were kept as pictures: %1."),
};

const CogFindingKind cog_finding_contents_pages = {
  "contents-pages",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("The table of contents was left out: each edition gets a new one."),
};
