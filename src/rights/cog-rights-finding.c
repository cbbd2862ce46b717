/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-finding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
cog_rights_finding_free (CogRightsFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->component);
  g_free (finding->label);
  g_free (finding->source);
  g_free (finding);
}

/* The piece, and how many more there are like it. */
static char *
dup_what (const CogRightsFinding *finding)
{
  /* Translators: stands for a piece of the book that has no name. */
  char *what = g_strdup (finding->label != NULL ? finding->label : _ ("A part of the book"));
  g_autofree char *first = NULL;

  /* A caption's own full stop would stand before the colon. */
  if (g_str_has_suffix (what, "."))
    what[strlen (what) - 1] = '\0';
  if (finding->n_components <= 1)
    return what;
  first = what;
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", finding->n_components - 1),
                          first, finding->n_components - 1);
}

char *
cog_rights_finding_dup_sentence (const CogRightsFinding *finding)
{
  g_autofree char *what = NULL;
  g_autofree char *name = NULL;
  CogReason reason = { NULL };
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (finding != NULL, NULL);

  what = dup_what (finding);
  if (g_str_equal (finding->id, "licence-assumed"))
    return g_strdup_printf (_ ("%s: the credit names no licence of its own; the book’s licence is "
                               "assumed. Please check."),
                            what);
  if (g_str_equal (finding->id, "upstream-unknown"))
    return g_strdup_printf (_ ("%s: it was made from another work, whose licence is not stated. "
                               "Look it up: it binds you, too."),
                            what);
  if (g_str_equal (finding->id, "licence-unknown"))
    {
      name = cog_licence_dup_expression_name (finding->source);
      return g_strdup_printf (
          _ ("%s: the licence is not known (%s). Find it out and record it, replace "
             "or remove the piece, or ask its owner."),
          what, name);
    }
  reason.id = finding->id;
  reason.source = finding->source;
  sentence = cog_reason_dup_sentence (&reason);
  return g_strdup_printf ("%s: %s", what, sentence);
}

char *
cog_rights_finding_dup_reason (const CogRightsFinding *finding)
{
  CogReason reason = { NULL };

  g_return_val_if_fail (finding != NULL, NULL);

  if (g_str_equal (finding->id, "licence-assumed"))
    return g_strdup (_ ("The credit names no licence of its own; the book’s is assumed."));
  if (g_str_equal (finding->id, "upstream-unknown"))
    return g_strdup (_ ("It was made from another work, whose licence is not stated."));
  if (g_str_equal (finding->id, "licence-unknown"))
    return g_strdup (_ ("Nobody knows its licence: find it out, replace it, or leave it out."));
  reason.id = finding->id;
  reason.source = finding->source;
  return cog_reason_dup_sentence (&reason);
}

char *
cog_rights_finding_dup_demand (const CogRightsFinding *finding)
{
  static const struct
  {
    const char *id;
    const char *words;
  } demands[] = {
    { "noncommercial", N_ ("No commercial use of the whole book") },
    { "drops-noncommercial", N_ ("No commercial use of the whole book") },
    { "opposite", N_ ("No commercial use of the whole book") },
    { "drops-attribution", N_ ("Credit is given") },
    /* Translators: %s is a licence. */
    { "share-alike", N_ ("The whole book goes on under %s") },
    { "share-alike-1.0", N_ ("The whole book goes on under %s") },
    { "share-alike-version", N_ ("The whole book goes on under %s") },
    { "share-alike-strict", N_ ("The whole book goes on under %s") },
    { "copyleft", N_ ("The whole book goes on under %s") },
    { "no-derivatives", N_ ("It stays as it is: no changes") },
  };
  g_autofree char *name = NULL;

  g_return_val_if_fail (finding != NULL, NULL);

  name = cog_licence_dup_expression_name (finding->source);
  for (guint i = 0; i < G_N_ELEMENTS (demands); i++)
    if (g_str_equal (demands[i].id, finding->id))
      {
        g_auto (GStrv) parts = g_strsplit (_ (demands[i].words), "%s", 2);

        return g_strjoinv (name, parts);
      }
  return NULL;
}
