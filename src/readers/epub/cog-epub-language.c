/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-reading.h"

#include "cog-language-guess.h"
#include "cog-language.h"
#include "cog-reader-findings.h"

#include <string.h>

#define SAMPLE 40000 /* bytes, what a guess looks at */

void
cog_epub_note_language (CogSection *section, const xmlNode *root)
{
  xmlNode *content = cog_section_get_root (section);
  g_autofree char *language = cog_xml_dup_attribute_ns (root, COG_NS_XML, "lang");
  g_autofree char *own = cog_xml_dup_attribute (content, "lang");
  g_autofree char *dir = cog_xml_dup_attribute (root, "dir");
  g_autofree char *tag = NULL;

  if (language == NULL)
    language = cog_xml_dup_attribute (root, "lang");
  tag = cog_language_canonicalise (own != NULL ? own : language != NULL ? language : "");
  cog_xml_set (content, "lang", g_strcmp0 (tag, "und") != 0 ? tag : NULL);
  if (!xmlHasProp (content, (const xmlChar *)"dir") &&
      (g_strcmp0 (dir, "rtl") == 0 || g_strcmp0 (dir, "ltr") == 0))
    cog_xml_set (content, "dir", dir);
}

/* A part of each section, so that neither a long preface nor a long index speaks for the book. */
static char *
dup_sample (GPtrArray *sections)
{
  GString *sample = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));
      g_autofree char *text = root != NULL ? cog_xml_dup_folded_text (root) : NULL;
      gsize room = (SAMPLE - MIN (SAMPLE, sample->len)) / (sections->len - i);
      const char *end;

      if (text == NULL)
        continue;
      g_utf8_validate (text, MIN (strlen (text), room), &end);
      g_string_append_len (sample, text, end - text);
      g_string_append_c (sample, ' ');
    }
  return g_string_free (sample, FALSE);
}

/* The language that the half or more of the text is marked as, and whether nearly all of it is.
 * (transfer full)
 */
static char *
dup_marked (GPtrArray *sections, gboolean *is_nearly_all)
{
  g_autoptr (GHashTable) sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key, value;
  const char *most = NULL;
  gsize all = 0, best = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));
      g_autofree char *text = root != NULL ? cog_xml_dup_text (root) : NULL;
      char *language = root != NULL ? cog_xml_dup_attribute (root, "lang") : NULL;

      all += text != NULL ? strlen (text) : 0;
      if (language != NULL)
        {
          gsize size = GPOINTER_TO_SIZE (g_hash_table_lookup (sizes, language));

          g_hash_table_insert (sizes, language, GSIZE_TO_POINTER (size + strlen (text) + 1));
        }
    }
  g_hash_table_iter_init (&iter, sizes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_SIZE (value) > best)
      {
        most = key;
        best = GPOINTER_TO_SIZE (value);
      }
  *is_nearly_all = best * 10 >= all * 9;
  return best * 2 >= all ? g_strdup (most) : NULL;
}

/* Whether the letters of the text are none that the language is written in. */
static gboolean
has_other_script (const char *language, const char *text)
{
  g_autofree char *claimed = cog_language_dup_script (language);
  const char *real = cog_text_guess_script (text);
  gboolean is_cjk_claim =
      claimed != NULL && (strcmp (claimed, "jpan") == 0 || strcmp (claimed, "kore") == 0 ||
                          g_str_has_prefix (claimed, "han"));

  /* Chinese signs are Japanese and Korean ones, too. */
  if (claimed == NULL || real == NULL || is_cjk_claim || g_str_has_prefix (real, "han"))
    return claimed != NULL && real != NULL && strcmp (claimed, "latn") == 0 &&
           strcmp (real, "latn") != 0;
  return strcmp (claimed, real) != 0;
}

/* Whether the words are plainly those of guess, and not of claimed: it would be told where it was.
 */
static gboolean
is_plainly (const char *text, const char *guess, const char *claimed)
{
  double share = cog_text_measure_language (text, claimed);

  return share >= 0 ? share < 0.6 * cog_text_measure_language (text, guess)
                    : has_other_script (claimed, text);
}

/* The language of the text where it is surely not the one that the package claims; else NULL. */
static const char *
choose_other (const char *claimed, const char *marked, gboolean is_nearly_all, const char *text)
{
  const char *guess = cog_text_guess_language (text);

  if (guess != NULL && cog_language_equal (guess, claimed))
    return NULL;
  if (guess != NULL && is_plainly (text, guess, claimed))
    return marked != NULL && cog_language_equal (marked, guess) ? marked : guess;
  if (marked == NULL || cog_language_equal (marked, claimed) || has_other_script (marked, text) ||
      (guess != NULL && is_plainly (text, guess, marked)))
    return NULL;
  /* English is what programs write where nobody tells them; nobody writes another by mistake on
   * every page. */
  return has_other_script (claimed, text) || (is_nearly_all && cog_language_equal (claimed, "en"))
             ? marked
             : NULL;
}

static void
settle_unclaimed (CogEpubReading *r, const char *marked, const char *text)
{
  const char *guess = cog_text_guess_language (text);

  if (marked != NULL && !has_other_script (marked, text) &&
      (guess == NULL || cog_language_equal (guess, marked) || !is_plainly (text, guess, marked)))
    r->book->language = g_strdup (marked);
  else if (guess != NULL)
    {
      r->book->language = g_strdup (guess);
      cog_report_add (r->report, &cog_finding_language_guessed, NULL, guess, NULL);
    }
}

static void
drop_mark (xmlNode *root, const char *book, const char *template_mark)
{
  g_autofree char *language = cog_xml_dup_attribute (root, "lang");
  g_autofree char *dir = cog_xml_dup_attribute (root, "dir");
  g_autofree char *text = language != NULL ? cog_xml_dup_text (root) : NULL;
  const char *guess = text != NULL ? cog_text_guess_language (text) : NULL;

  if (language != NULL &&
      ((book != NULL && cog_language_equal (language, book)) || has_other_script (language, text) ||
       (guess != NULL && book != NULL && cog_language_equal (guess, book)) ||
       (template_mark != NULL && cog_language_equal (language, template_mark) &&
        (guess == NULL || !cog_language_equal (guess, language)))))
    {
      cog_xml_set (root, "lang", NULL);
      g_clear_pointer (&language, g_free);
    }
  /* The language says as much. */
  if (dir != NULL && !g_str_equal (dir, "auto") && (language != NULL || book != NULL) &&
      cog_language_is_rtl (language != NULL ? language : book) == g_str_equal (dir, "rtl"))
    cog_xml_set (root, "dir", NULL);
}

void
cog_epub_settle_language (CogEpubReading *r)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (r->book);
  g_autofree char *text = dup_sample (sections);
  gboolean is_nearly_all;
  g_autofree char *marked = dup_marked (sections, &is_nearly_all);
  const char *other;

  if (g_strcmp0 (r->book->language, "und") == 0)
    g_clear_pointer (&r->book->language, g_free);
  other = r->book->language != NULL ? choose_other (r->book->language, marked, is_nearly_all, text)
                                    : NULL;
  if (r->book->language == NULL)
    settle_unclaimed (r, marked, text);
  else if (other != NULL)
    {
      cog_report_add (r->report, &cog_finding_language_of_text, r->package->file, r->book->language,
                      other);
      g_free (r->book->language);
      r->book->language = g_strdup (other);
    }
  else if (marked != NULL && !cog_language_equal (marked, r->book->language))
    cog_report_add (r->report, &cog_finding_language_differs, r->package->file, r->book->language,
                    marked);
  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      if (root != NULL)
        drop_mark (root, r->book->language,
                   marked != NULL && r->book->language != NULL &&
                           !cog_language_equal (marked, r->book->language)
                       ? marked
                       : NULL);
    }
}
