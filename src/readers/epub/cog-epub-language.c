/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-reading.h"

#include "cog-language.h"
#include "cog-reader-findings.h"

void
cog_epub_count_language (CogEpubReading *r, const xmlNode *root)
{
  g_autofree char *language = cog_xml_dup_attribute_ns (root, COG_NS_XML, "lang");
  g_autofree char *tag = NULL;

  if (language == NULL)
    language = cog_xml_dup_attribute (root, "lang");
  tag = language != NULL ? cog_language_canonicalise (language) : NULL;
  if (tag != NULL)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (r->languages, tag));

      g_hash_table_insert (r->languages, g_steal_pointer (&tag), GUINT_TO_POINTER (n + 1));
    }
}

void
cog_epub_settle_language (CogEpubReading *r)
{
  GHashTableIter iter;
  gpointer key, value;
  const char *most = NULL;
  guint best = 0;

  g_hash_table_iter_init (&iter, r->languages);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) > best)
      {
        most = key;
        best = GPOINTER_TO_UINT (value);
      }
  if (r->book->language == NULL)
    r->book->language = g_strdup (most);
  else if (most != NULL && !cog_language_equal (most, r->book->language))
    cog_report_add (r->report, &cog_finding_language_differs, r->package->file, r->book->language,
                    most);
}

/* xml:lang="fr" over Arabic letters is a slip of a template: the script of the text decides. */
void
cog_epub_mend_language_marks (CogEpubReading *r)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (r->book);

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));
      g_autofree char *language = root != NULL ? cog_xml_dup_attribute (root, "lang") : NULL;
      g_autofree char *claimed = language != NULL ? cog_language_dup_script (language) : NULL;
      g_autofree char *text = claimed != NULL ? cog_xml_dup_text (root) : NULL;
      const char *real = text != NULL ? cog_text_guess_script (text) : NULL;

      if (language != NULL &&
          (cog_language_equal (language, r->book->language) ||
           (real != NULL && g_str_equal (claimed, "latn") && !g_str_equal (real, "latn"))))
        cog_xml_set (root, "lang", NULL);
    }
}
