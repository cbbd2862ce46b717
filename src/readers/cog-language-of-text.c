/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-language-of-text.h"

#include "cog-language-guess.h"
#include "cog-language.h"
#include "cog-reader-findings.h"

void
cog_language_of_text_settle (CogBook *book, CogReport *report)
{
  static const struct
  {
    const char *script;
    const char *language;
  } guesses[] = { { "arab", "ar" }, { "cyrl", "ru" }, { "hani", "zh" },
                  { "jpan", "ja" }, { "kore", "ko" }, { "thai", "th" },
                  { "hebr", "he" }, { "deva", "hi" }, { "grek", "el" } };
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *script;
  const char *guess;

  g_return_if_fail (book != NULL);

  if (book->language != NULL)
    return;
  for (guint i = 0; i < sections->len && text->len < 20000; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));
      g_autofree char *part = root != NULL ? cog_xml_dup_text (root) : NULL;

      g_string_append (text, part != NULL ? part : "");
    }
  guess = cog_text_guess_language (text->str);
  script = guess == NULL ? cog_text_guess_script (text->str) : NULL;
  for (guint i = 0; script != NULL && i < G_N_ELEMENTS (guesses); i++)
    if (g_str_equal (guesses[i].script, script))
      guess = guesses[i].language;
  if (guess == NULL)
    return;
  book->language = g_strdup (guess);
  cog_report_add (report, &cog_finding_language_guessed, NULL, guess, NULL);
}
