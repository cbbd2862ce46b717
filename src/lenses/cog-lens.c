/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens.h"

#include <string.h>
#include <unicode/uloc.h>

static guint
count_same (const CogLensFinding *finding, GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const CogLensFinding *other = g_ptr_array_index (findings, i);

      n += other->lens == finding->lens && other->in_source == finding->in_source &&
           strcmp (other->text, finding->text) == 0 && strcmp (other->unit, finding->unit) == 0;
    }
  return n;
}

CogLensFinding *
cog_lens_add (const CogLens *lens,
              const CogLensText *text,
              guint first,
              guint last,
              const char *kind,
              guint confidence,
              char *why,
              GPtrArray *findings)
{
  CogLensFinding *finding;

  g_return_val_if_fail (lens != NULL && text != NULL && findings != NULL && why != NULL, NULL);

  finding = g_new0 (CogLensFinding, 1);
  finding->unit = g_strdup (text->unit);
  finding->lens = lens->id;
  finding->kind = kind;
  finding->in_source = text->is_source;
  cog_lens_text_get_range (text, first, last, &finding->start, &finding->end);
  finding->text = cog_lens_text_dup_words (text, first, last);
  finding->nth = count_same (finding, findings);
  finding->why = why;
  finding->confidence = confidence;
  cog_lens_finding_propose (finding, COG_CHOICE_KEEP, NULL, NULL);
  g_ptr_array_add (findings, finding);
  return finding;
}

static char *
find_place (const char *tag)
{
  char locale[160], full[160], country[16];
  UErrorCode status = U_ZERO_ERROR;

  uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status);
  uloc_getCountry (locale, country, sizeof country, &status);
  if (U_SUCCESS (status) && country[0] != '\0')
    return g_strdup (country);
  status = U_ZERO_ERROR;
  uloc_addLikelySubtags (locale, full, sizeof full, &status);
  uloc_getCountry (full, country, sizeof country, &status);
  return g_strdup (U_SUCCESS (status) ? country : "");
}

/* Asked many times for each passage, of the two or three tags of a book: the last ones of each
 * thread are remembered. */
#define N_REMEMBERED 4

typedef struct
{
  char *tags[N_REMEMBERED], *places[N_REMEMBERED];
  guint next;
} Remembered;

static void
remembered_free (gpointer data)
{
  Remembered *own = data;

  for (guint i = 0; i < N_REMEMBERED; i++)
    {
      g_free (own->tags[i]);
      g_free (own->places[i]);
    }
  g_free (own);
}

char *
cog_lens_dup_place (const char *tag)
{
  static GPrivate key = G_PRIVATE_INIT (remembered_free);
  Remembered *own = g_private_get (&key);

  g_return_val_if_fail (tag != NULL, NULL);

  if (own == NULL)
    {
      own = g_new0 (Remembered, 1);
      g_private_set (&key, own);
    }
  for (guint i = 0; i < N_REMEMBERED; i++)
    if (own->tags[i] != NULL && strcmp (own->tags[i], tag) == 0)
      return g_strdup (own->places[i]);
  g_free (own->tags[own->next]);
  g_free (own->places[own->next]);
  own->tags[own->next] = g_strdup (tag);
  own->places[own->next] = find_place (tag);
  own->next = (own->next + 1) % N_REMEMBERED;
  return g_strdup (own->places[(own->next + N_REMEMBERED - 1) % N_REMEMBERED]);
}
