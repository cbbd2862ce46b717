/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-aligner-private.h"
#include "cog-segment-fold.h"

#include <math.h>

/* Of a pair so many of its rarest words; of a pair that is doubtful none. */
#define MOST_WORDS 40
#define SURE 0.95
#define FEWEST 2
#define MOST_TRANSLATIONS 3
/* How much two words keep each other's company: twice the pairs that have both, of the pairs that
 * have either. */
#define COMPANY 0.3
#define FEWEST_PAIRS 8

typedef struct
{
  guint32 source, target;
  guint n;
} Company;

typedef struct
{
  CogAligner *aligner;
  GHashTable *company; /* of the two words' indices → Company */
  guint *n[2];         /* sure pairs that have a word, by its index */
} Learner;

static const CogAlignAnchor *
get_anchor (const CogAligner *self, guint32 at)
{
  return &g_array_index (self->anchors, CogAlignAnchor, at);
}

typedef struct
{
  guint32 at;
  guint n;
} Word;

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return (int)((const Word *)a)->n - (int)((const Word *)b)->n;
}

/* The rarest words of a piece that stand in others, too. (element-type Word) */
static GArray *
list_words (const CogAligner *self, guint side, guint piece)
{
  const CogAlignItem *item = g_ptr_array_index (self->sides[side].items, piece);
  guint most = self->sides[side].items->len / 8 + 2;
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (guint k = 0; k < item->anchors->len; k++)
    {
      guint64 name = g_array_index (item->anchors, guint64, k);
      Word word = { GPOINTER_TO_UINT (g_hash_table_lookup (self->names, &name)) - 1 };

      word.n = get_anchor (self, word.at)->n[side];
      if (COG_ANCHOR_TYPE (name) == COG_ANCHOR_WORD && word.n >= FEWEST && word.n <= most)
        g_array_append_val (words, word);
    }
  g_array_sort (words, compare_words);
  if (words->len > MOST_WORDS)
    g_array_set_size (words, MOST_WORDS);
  return words;
}

static void
count_company (Learner *learner, const CogAlignBead *bead)
{
  g_autoptr (GArray) sources = list_words (learner->aligner, 0, bead->source);
  g_autoptr (GArray) targets = list_words (learner->aligner, 1, bead->target);

  for (guint k = 0; k < targets->len; k++)
    learner->n[1][g_array_index (targets, Word, k).at]++;
  for (guint i = 0; i < sources->len; i++)
    {
      guint32 source = g_array_index (sources, Word, i).at;

      learner->n[0][source]++;
      for (guint k = 0; k < targets->len; k++)
        {
          guint32 target = g_array_index (targets, Word, k).at;
          guint64 key = (guint64)source << 32 | target;
          Company *company = g_hash_table_lookup (learner->company, &key);

          if (company == NULL)
            {
              company = g_new0 (Company, 1);
              company->source = source;
              company->target = target;
              g_hash_table_insert (learner->company, g_memdup2 (&key, sizeof key), company);
            }
          company->n++;
        }
    }
}

static double
measure_company (const Learner *learner, const Company *company)
{
  return 2.0 * company->n / (learner->n[0][company->source] + learner->n[1][company->target]);
}

/* By the target's word, the source's words that it may translate. */
static GHashTable *
list_translations (Learner *learner)
{
  GHashTable *translations =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, learner->company);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Company *company = value;
      GArray *sources;

      if (company->n < FEWEST || measure_company (learner, company) < COMPANY)
        continue;
      sources = g_hash_table_lookup (translations, GUINT_TO_POINTER (company->target + 1));
      if (sources == NULL)
        {
          sources = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_hash_table_insert (translations, GUINT_TO_POINTER (company->target + 1), sources);
        }
      if (sources->len < MOST_TRANSLATIONS)
        g_array_append_val (sources, company->source);
    }
  return translations;
}

static guint64
name_learned (const CogAligner *self, guint32 word)
{
  return (guint64)COG_ANCHOR_LEARNED << 61 | (get_anchor (self, word)->name & (G_MAXUINT64 >> 3));
}

/* A word and what translates it are one anchor from now on. */
static void
add_learned (CogAligner *self, GHashTable *translations)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, translations);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    for (guint i = 0; i < ((GArray *)value)->len; i++)
      g_hash_table_add (sources,
                        GUINT_TO_POINTER (g_array_index ((GArray *)value, guint32, i) + 1));
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->sides[side].items->len; i++)
      {
        CogAlignItem *item = g_ptr_array_index (self->sides[side].items, i);
        guint n = item->anchors->len;

        for (guint k = 0; k < n; k++)
          {
            guint64 name = g_array_index (item->anchors, guint64, k);
            guint word = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, &name));
            GArray *words =
                side == 1 ? g_hash_table_lookup (translations, GUINT_TO_POINTER (word)) : NULL;
            guint32 own = word - 1;

            if (side == 0 && g_hash_table_contains (sources, GUINT_TO_POINTER (word)))
              {
                guint64 learned = name_learned (self, own);

                g_array_append_val (item->anchors, learned);
              }
            for (guint w = 0; words != NULL && w < words->len; w++)
              {
                guint64 learned = name_learned (self, g_array_index (words, guint32, w));

                g_array_append_val (item->anchors, learned);
              }
          }
        cog_align_item_settle (item);
      }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a;
  double right = *(const double *)b;

  return left < right ? -1 : left > right;
}

static void
learn_ratio (CogAligner *self, GArray *ratios)
{
  if (ratios->len < FEWEST_PAIRS)
    return;
  g_array_sort (ratios, compare_doubles);
  self->ratio = CLAMP (g_array_index (ratios, double, ratios->len / 2), 0.1, 10);
}

void
cog_aligner_learn (CogAligner *self, GArray *beads)
{
  Learner learner = { self };
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GHashTable) translations = NULL;

  g_return_if_fail (self != NULL && beads != NULL);

  if (self->has_learned)
    return;
  learner.company = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint side = 0; side < 2; side++)
    learner.n[side] = g_new0 (guint, self->anchors->len + 1);
  for (guint i = 0; i < beads->len; i++)
    {
      const CogAlignBead *bead = &g_array_index (beads, CogAlignBead, i);
      const CogAlignItem *source;
      double ratio;

      if (bead->n_source != 1 || bead->n_target != 1 || bead->confidence < SURE)
        continue;
      source = g_ptr_array_index (self->sides[0].items, bead->source);
      ratio =
          ((const CogAlignItem *)g_ptr_array_index (self->sides[1].items, bead->target))->length /
          (double)MAX (source->length, 1);
      if (source->length >= 40)
        g_array_append_val (ratios, ratio);
      count_company (&learner, bead);
    }
  learn_ratio (self, ratios);
  translations = list_translations (&learner);
  g_hash_table_unref (learner.company);
  g_free (learner.n[0]);
  g_free (learner.n[1]);
  add_learned (self, translations);
  self->has_learned = TRUE;
  cog_aligner_count (self);
  cog_aligner_prepare (self);
}
