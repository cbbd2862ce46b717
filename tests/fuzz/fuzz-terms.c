/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-private.h"

#include "cog-term-exchange.h"
#include "cog-term-finder.h"

#include <string.h>

static gboolean
keep_cb (CogGlossaryEntry *entry, guint line, gpointer user_data, GError **error)
{
  GPtrArray *entries = user_data;
  CogGlossaryEntry *copy = cog_glossary_entry_copy (entry);

  g_assert_cmpuint (line, >, 0);
  g_assert_cmpuint (entry->terms->len, >, 0);
  g_ptr_array_add (entries, copy);
  copy->id = entries->len;
  return TRUE;
}

static GPtrArray *
read_terms (GBytes *bytes, const CogTermOptions *options)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_glossary_entry_free);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  gboolean ok = cog_terms_read (bytes, "file", options, report, keep_cb, entries, NULL, &error);

  g_assert_true (ok == (error == NULL));
  return entries;
}

/* What was written of it is read again. A table loses nothing; in XML some characters cannot be. */
static void
write_again (GPtrArray *entries, const char *name, gboolean is_exact)
{
  g_autofree char *text = cog_terms_dup_file (entries, name, NULL, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) again = read_terms (bytes, NULL);

  g_assert_cmpuint (again->len, <=, entries->len);
  if (is_exact)
    g_assert_cmpuint (again->len, ==, entries->len);
}

static void
find_terms (GPtrArray *entries, const char *text)
{
  g_autoptr (CogTermFinder) finder = cog_term_finder_new ("en");
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (CogTermHit));
  glong length = g_utf8_strlen (text, -1);

  for (guint i = 0; i < entries->len; i++)
    {
      const CogGlossaryEntry *entry = g_ptr_array_index (entries, i);

      for (guint k = 0; k < entry->terms->len; k++)
        cog_term_finder_add (finder, ((CogGlossaryTerm *)entry->terms->pdata[k])->text, i);
    }
  cog_term_finder_find (finder, text, COG_TERMS_ALL, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const CogTermHit *hit = &g_array_index (hits, CogTermHit, i);

      g_assert_true (hit->start < hit->end && hit->end <= (guint)length);
    }
}

void
fuzz_terms (const char *id, const guint8 *data, gsize size)
{
  const CogTermOptions options = { .from = "en", .to = "es" };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autoptr (GPtrArray) entries = read_terms (bytes, g_str_equal (id, "csv") ? &options : NULL);

  write_again (entries, "a.csv", TRUE);
  write_again (entries, "a.tbx", FALSE);
  find_terms (entries, text);
}
