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
      g_string_append_printf (xhtml, run->is_foreign ? "<bdi>%s</bdi>" : "%s", words);
      if (is_link)
        g_string_append (xhtml, "</a>");
    }
  return g_string_free (xhtml, FALSE);
}
