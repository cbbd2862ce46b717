/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef const char *(*GetName) (const CogLicence *licence);

/* The names of the table of licences that are words. */
static const char *const spoken[] = {
  /* Translators: what is stated in the place of a licence. */
  N_ ("Public domain"),
  /* Translators: what is stated in the place of a licence. */
  N_ ("Public domain in the USA"),
  /* Translators: in the place of a licence's name: a source has open terms that are none of the
     licences that people know. */
  N_ ("Terms of its own"),
  /* Translators: what is stated in the place of a licence. */
  N_ ("All rights reserved"),
  /* Translators: in the place of a licence: the owner has permitted this use. */
  N_ ("By permission"),
  /* Translators: in the place of a licence: the law permits this use, as a quotation. */
  N_ ("Under an exception of the law"),
  /* Translators: of a licence: nobody has said which. */
  N_ ("Unknown"),
  NULL,
};

const char *
cog_licence_get_label (const CogLicence *licence)
{
  g_return_val_if_fail (licence != NULL, NULL);
  return g_strv_contains (spoken, licence->name) ? _ (licence->name) : licence->name;
}

static const char *
get_name (const CogLicence *licence)
{
  return licence->name;
}

/* A word of an expression with the brackets around it. */
static void
append_word (GString *name, const char *word, GetName name_of)
{
  gsize open = strspn (word, "(");
  gsize length = strcspn (word + open, ")");
  g_autofree char *id = g_strndup (word + open, length);
  const CogLicence *licence = cog_licence_lookup (id);

  g_string_append_len (name, word, (gssize)open);
  g_string_append (name, licence != NULL ? name_of (licence) : id);
  g_string_append (name, word + open + length);
}

static char *
dup_names (const char *expression, GetName name_of)
{
  g_auto (GStrv) words = g_strsplit (expression, " ", -1);
  GString *name = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], "OR"))
      g_string_append (name, " / ");
    else if (g_str_equal (words[i], "AND"))
      g_string_append (name, " + ");
    else
      append_word (name, words[i], name_of);
  return g_string_free (name, FALSE);
}

char *
cog_licence_dup_expression_name (const char *expression)
{
  g_return_val_if_fail (expression != NULL, NULL);
  return dup_names (expression, get_name);
}

char *
cog_licence_dup_label (const char *expression)
{
  g_return_val_if_fail (expression != NULL, NULL);
  return dup_names (expression, cog_licence_get_label);
}
