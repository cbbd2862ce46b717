/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution-private.h"

#include "cog-language.h"
#include "cog-publisher.h"

#include <string.h>

/* Works behind works; a longer chain is no book, but a trap. */
#define MAX_CHAIN 64

gboolean
cog_attribution_is_notice_due (const CogNotice *notice, const CogSourceUse *use)
{
  g_return_val_if_fail (notice != NULL && use != NULL, FALSE);

  return g_strcmp0 (notice->kind, "always") == 0 ||
         (g_strcmp0 (notice->kind, "translation") == 0 && use->is_translated) ||
         (g_strcmp0 (notice->kind, "adaptation") == 0 && use->is_adapted) ||
         (g_strcmp0 (notice->kind, "derivative") == 0 && (use->is_translated || use->is_adapted));
}

gboolean
cog_attribution_is_notice_in (const CogNotice *notice)
{
  const CogPublisherNotice *known;

  g_return_val_if_fail (notice != NULL, FALSE);

  switch (notice->origin)
    {
    case COG_NOTICE_FOUND:
    case COG_NOTICE_CONFIRMED:
      return TRUE;
    case COG_NOTICE_PROPOSED:
      known = cog_publisher_find_notice (notice);
      return known != NULL && known->is_included;
    case COG_NOTICE_DROPPED:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

/* What says whose the work is not stands with it; what is kept for other reasons, on its page. */
static gboolean
stands_at_chapter (const CogNotice *notice)
{
  const CogPublisherNotice *known = cog_publisher_find_notice (notice);

  return known != NULL ? known->is_for_chapter : g_strcmp0 (notice->kind, "always") != 0;
}

/* (transfer full) (nullable): NULL: the sentence is in the edition's language, or not known in it
 */
static char *
dup_translation (const CogNotice *notice,
                 const CogPublisherNotice *known,
                 const CogCredit *source,
                 const char *language,
                 gboolean *is_official)
{
  if (known == NULL || notice->language == NULL || cog_language_equal (notice->language, language))
    return NULL;
  return cog_publisher_notice_dup_text (known, source->language, language, is_official);
}

/* Some pages leave it to the translator to name the language: "the original [Language] edition".
 * (transfer full) */
static char *
dup_words (const CogNotice *notice, const CogPublisherNotice *known, const CogCredit *source)
{
  char *words = NULL;

  if (known != NULL && source->language != NULL && strchr (notice->text, '[') != NULL)
    words = cog_publisher_notice_dup_text (known, source->language, notice->language, NULL);
  return words != NULL ? words : g_strdup (notice->text);
}

static void
add_notice (GPtrArray *paragraphs,
            const CogNotice *notice,
            const CogCredit *source,
            const char *language)
{
  const CogPublisherNotice *known = cog_publisher_find_notice (notice);
  gboolean is_official = FALSE;
  g_autofree char *words = dup_translation (notice, known, source, language, &is_official);
  gboolean is_ours = words != NULL && !known->keeps_original;
  CogPlaceValue text[] = { { "text", words, NULL, FALSE, NULL } };

  if (words != NULL)
    {
      if (is_official || is_ours)
        cog_credit_text_append (cog_attribution_add_paragraph (paragraphs), words, NULL, FALSE);
      else
        cog_attribution_fill (cog_attribution_add_paragraph (paragraphs), language,
                              "noticeTranslated", text, 1);
    }
  if (!is_ours && notice->text != NULL)
    {
      g_autofree char *theirs = dup_words (notice, known, source);

      cog_attribution_add_quoted (paragraphs, theirs, notice->language, language);
    }
}

static void
add_notices (GPtrArray *paragraphs,
             const CogCredit *source,
             const CogSourceUse *use,
             const char *language,
             gboolean at_chapter)
{
  for (guint i = 0; i < source->notices->len; i++)
    {
      const CogNotice *notice = g_ptr_array_index (source->notices, i);

      if (cog_attribution_is_notice_due (notice, use) && cog_attribution_is_notice_in (notice) &&
          (!at_chapter || stands_at_chapter (notice)))
        add_notice (paragraphs, notice, source, language);
    }
}

/* What was done with a work that a source was made from: what is in another language now was
 * translated on the way, by whomever. */
static CogSourceUse
get_use_of_upstream (const CogCredit *upstream,
                     const CogCredit *source,
                     const CogSourceUse *use,
                     const char *into)
{
  CogSourceUse of_it = *use;

  of_it.is_translated = of_it.is_translated || (upstream->language != NULL && into != NULL &&
                                                !cog_language_equal (upstream->language, into));
  of_it.is_adapted = of_it.is_adapted || source->changes != NULL;
  return of_it;
}

void
cog_attribution_add_notices (GPtrArray *paragraphs,
                             const CogCredit *source,
                             const CogSourceUse *use,
                             const char *language,
                             const char *into,
                             gboolean at_chapter)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();
  const char *settled = cog_attribution_settle_language (language);

  g_return_if_fail (paragraphs != NULL && source != NULL && use != NULL);

  g_ptr_array_add (chain, (gpointer)source);
  for (guint i = 0; i < chain->len && i < MAX_CHAIN; i++)
    {
      const CogCredit *credit = g_ptr_array_index (chain, i);
      CogSourceUse of_it =
          credit == source ? *use : get_use_of_upstream (credit, source, use, into);

      add_notices (paragraphs, credit, &of_it, settled, at_chapter);
      for (guint u = 0; u < credit->upstream->len; u++)
        g_ptr_array_add (chain, g_ptr_array_index (credit->upstream, u));
    }
}
