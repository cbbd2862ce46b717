/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-findings.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_web_host = {
  "web-host",      COG_SEVERITY_INFO, FALSE, N_ ("The page’s pictures were fetched from %1, too."),
  COG_EFFECT_KEPT,
};

const CogFindingKind cog_finding_web_picture = {
  "web-picture",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: 1 an address, 2 a sentence that says why */
  N_ ("The picture %1 did not come: %2"),
};

const CogFindingKind cog_finding_web_pictures_off = {
  "web-pictures-off",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("Pictures that stand on %1 were not fetched, for it was not asked."),
};

const CogFindingKind cog_finding_web_too_many = {
  "web-too-many-pictures",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The page has more pictures, or larger ones, than are fetched at once; the rest are links."),
  COG_EFFECT_SIMPLIFIED,
};
