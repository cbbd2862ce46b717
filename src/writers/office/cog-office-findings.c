/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-office-findings.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_media_named = {
  "media-named",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("Sound and film do not go along in this format; their names stand in their place. They are "
      "in "
      "the EPUB and the web pages."),
};
