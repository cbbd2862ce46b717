/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-findings.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_entry_ignored = {
  "entry-ignored",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: %1 is the name of a file in a zip, such as "../../etc/passwd". */
  N_ ("The name “%1” leads out of the file or is not a usable name; it was left out."),
};

const CogFindingKind cog_finding_entry_duplicate = {
  "entry-duplicate",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("“%1” is in the file twice; the first one was used."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_entry_link = {
  "entry-link",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("“%1” is a link or a device, not a file; it was left out."),
};

const CogFindingKind cog_finding_unknown_entity = {
  "unknown-entity",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: an entity is a named character such as &nbsp; in a web page. */
  N_ ("The character “&%1;” is not known; it was left out."),
};

const CogFindingKind cog_finding_bad_encoding = {
  "bad-encoding",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("Some letters could not be read and are shown as “�”."),
};
