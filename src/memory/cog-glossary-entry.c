/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-glossary-entry.h"

#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *nick;
  CogTermStatus status;
} statuses[] = {
  /* Our own first, by number. */
  { "preferred", COG_TERM_PREFERRED },
  { "admitted", COG_TERM_ADMITTED },
  { "forbidden", COG_TERM_FORBIDDEN },
  /* TBX 3, and TBX 2 with its standardised ones. */
  { "preferredTerm-admn-sts", COG_TERM_PREFERRED },
  { "admittedTerm-admn-sts", COG_TERM_ADMITTED },
  { "deprecatedTerm-admn-sts", COG_TERM_FORBIDDEN },
  { "supersededTerm-admn-sts", COG_TERM_FORBIDDEN },
  { "preferredTerm", COG_TERM_PREFERRED },
  { "admittedTerm", COG_TERM_ADMITTED },
  { "deprecatedTerm", COG_TERM_FORBIDDEN },
  { "supersededTerm", COG_TERM_FORBIDDEN },
  { "standardizedTerm", COG_TERM_PREFERRED },
  { "legalTerm-admn-sts", COG_TERM_PREFERRED },
  { "regulatedTerm-admn-sts", COG_TERM_PREFERRED },
  /* Spreadsheets. */
  { "approved", COG_TERM_PREFERRED },
  { "allowed", COG_TERM_ADMITTED },
  { "deprecated", COG_TERM_FORBIDDEN },
  { "superseded", COG_TERM_FORBIDDEN },
  { "obsolete", COG_TERM_FORBIDDEN },
  { "notRecommended", COG_TERM_FORBIDDEN },
};

const char *
cog_term_status_to_nick (CogTermStatus status)
{
  g_return_val_if_fail ((guint)status < COG_TERM_N_STATUSES, "preferred");

  return statuses[status].nick;
}

gboolean
cog_term_status_from_nick (const char *nick, CogTermStatus *status)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (statuses); i++)
    if (g_ascii_strcasecmp (nick, statuses[i].nick) == 0)
      {
        *status = statuses[i].status;
        return TRUE;
      }
  return FALSE;
}

const char *
cog_term_status_get_name (CogTermStatus status)
{
  switch (status)
    {
    case COG_TERM_PREFERRED:
      /* Translators: of a term of the glossary: the one to be used. */
      return C_ ("term", "Preferred");
    case COG_TERM_ADMITTED:
      /* Translators: of a term of the glossary: it may be used, too. */
      return C_ ("term", "Admitted");
    case COG_TERM_FORBIDDEN:
      /* Translators: of a term of the glossary: it is not to be used. */
      return C_ ("term", "Not to be used");
    }
  g_return_val_if_reached ("");
}

CogGlossaryTerm *
cog_glossary_term_new (void)
{
  return g_new0 (CogGlossaryTerm, 1);
}

void
cog_glossary_term_free (CogGlossaryTerm *term)
{
  if (term == NULL)
    return;
  g_free (term->language);
  g_free (term->text);
  g_free (term->part_of_speech);
  g_free (term->note);
  g_free (term->extra);
  g_free (term);
}

static gpointer
copy_term_cb (gconstpointer data, gpointer user_data)
{
  const CogGlossaryTerm *term = data;
  CogGlossaryTerm *copy = cog_glossary_term_new ();

  copy->language = g_strdup (term->language);
  copy->text = g_strdup (term->text);
  copy->status = term->status;
  copy->part_of_speech = g_strdup (term->part_of_speech);
  copy->note = g_strdup (term->note);
  copy->extra = g_strdup (term->extra);
  return copy;
}

CogGlossaryEntry *
cog_glossary_entry_new (void)
{
  CogGlossaryEntry *entry = g_new0 (CogGlossaryEntry, 1);

  entry->terms = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_glossary_term_free);
  return entry;
}

CogGlossaryEntry *
cog_glossary_entry_copy (const CogGlossaryEntry *entry)
{
  CogGlossaryEntry *copy;

  g_return_val_if_fail (entry != NULL, NULL);

  copy = g_new0 (CogGlossaryEntry, 1);
  copy->id = entry->id;
  copy->identifier = g_strdup (entry->identifier);
  copy->subject = g_strdup (entry->subject);
  copy->definition = g_strdup (entry->definition);
  copy->note = g_strdup (entry->note);
  copy->origin = g_strdup (entry->origin);
  copy->licence = g_strdup (entry->licence);
  copy->project = g_strdup (entry->project);
  copy->extra = g_strdup (entry->extra);
  copy->date = entry->date;
  copy->terms = g_ptr_array_copy (entry->terms, (GCopyFunc)copy_term_cb, NULL);
  g_ptr_array_set_free_func (copy->terms, (GDestroyNotify)cog_glossary_term_free);
  return copy;
}

void
cog_glossary_entry_free (CogGlossaryEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->identifier);
  g_free (entry->subject);
  g_free (entry->definition);
  g_free (entry->note);
  g_free (entry->origin);
  g_free (entry->licence);
  g_free (entry->project);
  g_free (entry->extra);
  g_ptr_array_unref (entry->terms);
  g_free (entry);
}

static char *
dup_spaced (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (out, g_utf8_get_char (c));
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

CogGlossaryTerm *
cog_glossary_entry_add (CogGlossaryEntry *entry, const char *language, const char *text)
{
  CogGlossaryTerm *term;

  g_return_val_if_fail (entry != NULL && text != NULL, NULL);

  term = cog_glossary_term_new ();
  term->language = g_strdup (language);
  term->text = dup_spaced (text);
  g_ptr_array_add (entry->terms, term);
  return term;
}

const CogGlossaryTerm *
cog_glossary_entry_find (const CogGlossaryEntry *entry, const char *language)
{
  const CogGlossaryTerm *best = NULL;

  g_return_val_if_fail (entry != NULL && language != NULL, NULL);

  for (guint i = 0; i < entry->terms->len; i++)
    {
      const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);

      if (term->status != COG_TERM_FORBIDDEN && (best == NULL || term->status < best->status) &&
          cog_language_equal (term->language, language))
        best = term;
    }
  return best;
}

gboolean
cog_glossary_entry_has (const CogGlossaryEntry *entry, const char *language, const char *text)
{
  g_return_val_if_fail (entry != NULL && language != NULL && text != NULL, FALSE);

  for (guint i = 0; i < entry->terms->len; i++)
    {
      const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);

      if (g_str_equal (term->text, text) && cog_language_equal (term->language, language))
        return TRUE;
    }
  return FALSE;
}

char *
cog_glossary_entry_dup_list (const CogGlossaryEntry *entry, const char *language)
{
  GString *list = g_string_new (NULL);

  g_return_val_if_fail (entry != NULL && language != NULL, NULL);

  for (CogTermStatus status = COG_TERM_PREFERRED; status < COG_TERM_FORBIDDEN; status++)
    for (guint i = 0; i < entry->terms->len; i++)
      {
        const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);

        if (term->status == status && cog_language_equal (term->language, language))
          g_string_append_printf (list, "%s%s",
                                  /* Translators: stands between terms that mean the same. */
                                  list->len > 0 ? C_ ("between terms", ", ") : "", term->text);
      }
  return g_string_free (list, FALSE);
}

void
cog_glossary_add_extra (char **extra, const char *element, const char *type, const char *value)
{
  g_autofree char *spaced = NULL;
  char *longer;

  g_return_if_fail (extra != NULL && element != NULL && value != NULL);

  spaced = dup_spaced (value);
  longer = g_strdup_printf ("%s%s%s\t%s\t%s", *extra != NULL ? *extra : "",
                            *extra != NULL ? "\n" : "", element, type != NULL ? type : "", spaced);
  g_free (*extra);
  *extra = longer;
}
