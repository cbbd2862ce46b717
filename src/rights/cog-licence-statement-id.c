/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-statement.h"
#include "cog-licence.h"

static const char *
order_elements (guint elements)
{
  switch (elements & (COG_ELEMENT_NC | COG_ELEMENT_ND | COG_ELEMENT_SA))
    {
    case COG_ELEMENT_NC:
      return "BY-NC";
    case COG_ELEMENT_ND:
    case COG_ELEMENT_ND | COG_ELEMENT_SA:
      return "BY-ND";
    case COG_ELEMENT_SA:
      return "BY-SA";
    case COG_ELEMENT_NC | COG_ELEMENT_ND:
    case COG_ELEMENT_NC | COG_ELEMENT_ND | COG_ELEMENT_SA:
      return "BY-NC-ND";
    case COG_ELEMENT_NC | COG_ELEMENT_SA:
      return "BY-NC-SA";
    default:
      return "BY";
    }
}

/* (transfer full) (nullable): the id if the catalogue has it */
static char *
dup_if_known (char *id)
{
  if (cog_licence_lookup (id) != NULL)
    return id;
  g_free (id);
  return NULL;
}

/* "CC SA 1.0": licences of the first year, without attribution. Platforms that write "cc-sa" mean
 * BY-SA. */
static char *
dup_retired_id (const CogLicenceStatement *s)
{
  static const struct
  {
    guint elements;
    const char *id;
  } retired[] = {
    { COG_ELEMENT_SA, "CC-SA-1.0" },
    { COG_ELEMENT_NC, "CC-NC-1.0" },
    { COG_ELEMENT_ND, "CC-ND-1.0" },
    { COG_ELEMENT_NC | COG_ELEMENT_SA, "CC-NC-SA-1.0" },
    { COG_ELEMENT_NC | COG_ELEMENT_ND, "CC-ND-NC-1.0" },
  };

  if (g_strcmp0 (s->version, "1.0") != 0 || (s->elements & COG_ELEMENT_BY) != 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (retired); i++)
    if (retired[i].elements == s->elements)
      return g_strdup (retired[i].id);
  return NULL;
}

/* 4.0 has no ports but is still called after countries: nothing else can be meant by that. */
static gboolean
is_port_idle (const CogLicenceStatement *s)
{
  return g_strcmp0 (s->version, "4.0") == 0 && g_strcmp0 (s->port, "IGO") != 0;
}

/* With a version or a port that never was, nobody knows which one is meant: none is. */
static char *
dup_creative_commons_id (const CogLicenceStatement *s, guint *flags)
{
  const char *unit = order_elements (s->elements);
  char *id = dup_retired_id (s);

  /* "Attribution" alone is a word; so is "Creative Commons" alone. */
  if (id != NULL || s->elements == 0)
    return id;
  if (!s->is_marked && (s->elements == COG_ELEMENT_BY || (s->elements & COG_ELEMENT_BY) == 0) &&
      !(s->elements == COG_ELEMENT_BY && s->is_named && s->version != NULL))
    return NULL;
  if (s->version != NULL && s->port != NULL)
    {
      id = dup_if_known (g_strdup_printf ("CC-%s-%s-%s", unit, s->version, s->port));
      if (id == NULL && !is_port_idle (s))
        {
          *flags |= COG_RECOGNISED_UNKNOWN_PORT;
          return dup_if_known (g_strdup_printf ("CC-%s", unit));
        }
    }
  if (id == NULL && s->version != NULL)
    {
      id = dup_if_known (g_strdup_printf ("CC-%s-%s", unit, s->version));
      if (id == NULL)
        *flags |= COG_RECOGNISED_UNKNOWN_VERSION;
    }
  return id != NULL ? id : dup_if_known (g_strdup_printf ("CC-%s", unit));
}

/* A GNU licence whose version nobody states may be taken in any version: GFDL s. 10, GPL s. 14. */
static char *
dup_gnu_id (const CogLicenceStatement *s, const char *family, const char *oldest, guint *flags)
{
  gboolean later = s->is_later || s->version == NULL;
  char *id = dup_if_known (g_strdup_printf (
      "%s-%s-%s", family, s->version != NULL ? s->version : oldest, later ? "or-later" : "only"));

  if (id == NULL)
    *flags |= COG_RECOGNISED_UNKNOWN_VERSION;
  return id != NULL ? id : g_strdup_printf ("%s-%s-or-later", family, oldest);
}

static char *
dup_versioned_id (const CogLicenceStatement *s,
                  const char *family,
                  const char *newest,
                  guint *flags)
{
  char *id =
      s->version != NULL ? dup_if_known (g_strdup_printf ("%s-%s", family, s->version)) : NULL;

  if (id == NULL && s->version != NULL)
    *flags |= COG_RECOGNISED_UNKNOWN_VERSION;
  return id != NULL ? id : g_strdup_printf ("%s-%s", family, newest);
}

char *
cog_licence_statement_dup_id (const CogLicenceStatement *s, guint *flags)
{
  switch (s->kind)
    {
    case COG_WORD_BY:
    case COG_WORD_NC:
    case COG_WORD_ND:
    case COG_WORD_SA:
    case COG_WORD_MARKER:
      return dup_creative_commons_id (s, flags);
    case COG_WORD_ZERO:
      return g_strdup ("CC0-1.0");
    case COG_WORD_MARK:
      return g_strdup ("CC-PDM-1.0");
    case COG_WORD_DOMAIN:
      return g_strdup (s->is_usa ? "LicenseRef-PublicDomain-US" : "LicenseRef-PublicDomain");
    case COG_WORD_RESERVED:
      return g_strdup ("LicenseRef-AllRightsReserved");
    case COG_WORD_GFDL:
      return dup_gnu_id (s, "GFDL", "1.1", flags);
    case COG_WORD_GPL:
      return dup_gnu_id (s, "GPL", "3.0", flags);
    case COG_WORD_LAL:
      return dup_versioned_id (s, "LAL", "1.3", flags);
    case COG_WORD_OGL:
      return s->port != NULL && g_str_equal (s->port, "CA")
                 ? g_strdup ("OGL-Canada-2.0")
                 : dup_versioned_id (s, "OGL-UK", "3.0", flags);
    case COG_WORD_OPL:
      return g_strdup ("OPL-UK-3.0");
    case COG_WORD_NCGL:
      return g_strdup ("NCGL-UK-2.0");
    case COG_WORD_PDDL:
      return g_strdup ("PDDL-1.0");
    case COG_WORD_SAMPLING:
      return s->is_marked ? g_strdup ("CC-SAMPLING+-1.0") : NULL;
    case COG_WORD_VERSION:
    case COG_WORD_PORT:
    case COG_WORD_LATER:
    case COG_WORD_USA:
    case COG_WORD_MODIFIED:
    case COG_WORD_OR:
    case COG_WORD_AND:
    case COG_WORD_DUAL:
    case COG_WORD_NOT:
    case COG_WORD_FILLER:
    case COG_WORD_NONE:
      return NULL;
    }
  g_assert_not_reached ();
}
