/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-text.h"

#include "cog-licence-texts-resources.h"

#include <gio/gio.h>
#include <string.h>

#define GFDL "GFDL-"
#define LAL "LAL-"

static gboolean
is_gfdl (const CogLicence *licence)
{
  return licence != NULL && g_str_has_prefix (licence->id, GFDL);
}

gboolean
cog_licence_wants_text (const CogLicence *licence)
{
  return is_gfdl (licence);
}

gboolean
cog_licence_wants_history (const CogLicence *licence)
{
  return is_gfdl (licence);
}

gboolean
cog_licence_wants_originals (const CogLicence *licence)
{
  return licence != NULL && g_str_has_prefix (licence->id, LAL);
}

gboolean
cog_licence_may_have_invariants (const CogLicence *licence)
{
  return is_gfdl (licence) && strstr (licence->id, "-no-invariants") == NULL;
}

/* "1.3" of "GFDL-1.3-or-later". (transfer full) */
static char *
dup_version (const CogLicence *licence)
{
  const char *version = licence->id + strlen (GFDL);

  return g_strndup (version, strcspn (version, "-"));
}

const char *
cog_licence_get_text (const CogLicence *licence)
{
  g_autofree char *version = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) text = NULL;

  if (!is_gfdl (licence))
    return NULL;
  version = dup_version (licence);
  path = g_strdup_printf ("/org/cognate/licence-texts/GFDL-%s", version);
  text = g_resource_lookup_data (cog_licence_texts_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  /* A resource ends with a zero, and is part of the program: it outlasts this. */
  return text != NULL ? g_bytes_get_data (text, NULL) : NULL;
}

char *
cog_licence_dup_notice (const CogLicence *licence)
{
  g_autofree char *version = NULL;

  if (!is_gfdl (licence))
    return NULL;
  version = dup_version (licence);
  /* Which sections are invariant only the original says: what is not known is not said. */
  return g_strdup_printf (
      "Permission is granted to copy, distribute and/or modify this document under the terms of "
      "the GNU Free Documentation License, Version %s%s%s. A copy of the license is included in "
      "the section entitled \"GNU Free Documentation License\".",
      version,
      g_str_has_suffix (licence->id, "-or-later")
          ? " or any later version published by the Free Software Foundation"
          : "",
      cog_licence_may_have_invariants (licence)
          ? ""
          : "; with no Invariant Sections, no Front-Cover Texts, and no Back-Cover Texts");
}
