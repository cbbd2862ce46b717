/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-text.h"

#include "cog-language.h"

#define ISOLATE "\xE2\x81\xA8" /* U+2068 FIRST STRONG ISOLATE */
#define POP "\xE2\x81\xA9"     /* U+2069 POP DIRECTIONAL ISOLATE */

static void
run_free (CogCreditRun *run)
{
  g_free (run->text);
  g_free (run->url);
  g_free (run->language);
  g_free (run);
}

CogCreditText *
cog_credit_text_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)run_free);
}

void
cog_credit_text_append (CogCreditText *text, const char *words, const char *url, gboolean foreign)
{
  CogCreditRun *run;

  g_return_if_fail (text != NULL);

  if (words == NULL || words[0] == '\0')
    return;
  run = g_new0 (CogCreditRun, 1);
  run->text = g_strdup (words);
  run->url = url != NULL && url[0] != '\0' ? g_strdup (url) : NULL;
  run->is_foreign = foreign;
  g_ptr_array_add (text, run);
}

void
cog_credit_text_append_quoted (CogCreditText *text, const char *words, const char *language)
{
  guint n_before;

  g_return_if_fail (text != NULL);

  n_before = text->len;
  cog_credit_text_append (text, words, NULL, TRUE);
  if (text->len > n_before && cog_language_is_valid (language))
    ((CogCreditRun *)g_ptr_array_index (text, n_before))->language = g_strdup (language);
}

void
cog_credit_text_append_text (CogCreditText *text, const CogCreditText *other)
{
  g_return_if_fail (text != NULL && other != NULL);

  for (guint i = 0; i < other->len; i++)
    {
      const CogCreditRun *run = g_ptr_array_index (other, i);

      cog_credit_text_append (text, run->text, run->url, run->is_foreign);
      if (run->language != NULL)
        ((CogCreditRun *)g_ptr_array_index (text, text->len - 1))->language =
            g_strdup (run->language);
    }
}

char *
cog_credit_text_to_plain (const CogCreditText *text, const char *language, gboolean with_urls)
{
  GString *plain = g_string_new (NULL);
  gboolean is_rtl = cog_language_is_rtl (language);

  g_return_val_if_fail (text != NULL, NULL);

  for (guint i = 0; i < text->len; i++)
    {
      const CogCreditRun *run = g_ptr_array_index (text, i);
      gboolean isolate = run->is_foreign && is_rtl;

      g_string_append_printf (plain, "%s%s%s", isolate ? ISOLATE : "", run->text,
                              isolate ? POP : "");
      /* A place in the same book has no address. */
      if (with_urls && run->url != NULL && run->url[0] != '#' && !g_str_equal (run->url, run->text))
        g_string_append_printf (plain, " (%s%s%s)", is_rtl ? ISOLATE : "", run->url,
                                is_rtl ? POP : "");
    }
  return g_string_free (plain, FALSE);
}

/* Words in a language of their own say which it is, so that they are set, hyphenated and spoken in
 * it. */
static void
append_words (GString *xhtml, const CogCreditRun *run, const char *words)
{
  g_autofree char *language =
      run->language != NULL ? g_markup_escape_text (run->language, -1) : NULL;

  if (language != NULL)
    g_string_append_printf (xhtml, "<bdi lang=\"%s\" dir=\"%s\">%s</bdi>", language,
                            cog_language_is_rtl (run->language) ? "rtl" : "ltr", words);
  else
    g_string_append_printf (xhtml, run->is_foreign ? "<bdi>%s</bdi>" : "%s", words);
}

char *
cog_credit_text_to_xhtml (const CogCreditText *text)
{
  GString *xhtml = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (guint i = 0; i < text->len; i++)
    {
      const CogCreditRun *run = g_ptr_array_index (text, i);
      g_autofree char *words = g_markup_escape_text (run->text, -1);
      g_autofree char *url = run->url != NULL ? g_markup_escape_text (run->url, -1) : NULL;
      gboolean is_link = url != NULL && (g_str_has_prefix (url, "http://") ||
                                         g_str_has_prefix (url, "https://") || url[0] == '#');

      if (is_link)
        g_string_append_printf (xhtml, "<a href=\"%s\">", url);
      append_words (xhtml, run, words);
      if (is_link)
        g_string_append (xhtml, "</a>");
    }
  return g_string_free (xhtml, FALSE);
}
