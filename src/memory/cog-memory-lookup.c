/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edit-distance.h"
#include "cog-gram-index-private.h"
#include "cog-memory-figures.h"
#include "cog-memory-private.h"
#include "cog-segment-fold.h"

#include <math.h>
#include <string.h>

/* What differs in nothing but case is not the same; nor is what is only alike. */
#define NEARLY 99.0
/* Whose numbers were adjusted: a person should look whether words go with them. */
#define ADJUSTED 98.0
/* Of a search, where the index knew what is no more. */
#define MOST_PASSES 4

typedef struct
{
  CogMemory *memory;
  const CogMemoryQuery *query;
  char *folded;
  char *spaced; /* the text, white space apart */
  char *from;   /* bases */
  char *to;
  char *from_ids; /* for SQL */
  char *to_ids;
  GPtrArray *matches;
  GHashTable *met; /* numbers of the entries that are among them */
} Lookup;

/* Case counts here, white space does not. */
static char *
dup_spaced (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  GString *spaced = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (spaced, "%s%s", spaced->len > 0 ? " " : "", words[i]);
  return g_string_free (spaced, FALSE);
}

CogMemoryEntry *
cog_memory_read_entry (CogMemory *self, CogQuery *query)
{
  CogMemoryEntry *entry = cog_memory_entry_new ();
  char **const texts[] = { &entry->source, &entry->target, &entry->source_inline,
                           &entry->target_inline };
  char **const facts[] = { &entry->origin, &entry->project, &entry->place, &entry->creator,
                           &entry->licence };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = cog_query_dup_text (query, 1 + (int)i);
  for (guint i = 0; i < self->languages->len; i++)
    {
      const CogMemoryLanguage *language = g_ptr_array_index (self->languages, i);

      if (language->id == cog_query_get_int (query, 5))
        entry->source_language = g_strdup (language->tag);
      if (language->id == cog_query_get_int (query, 6))
        entry->target_language = g_strdup (language->tag);
    }
  entry->previous = (guint64)cog_query_get_int (query, 7);
  entry->next = (guint64)cog_query_get_int (query, 8);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    *facts[i] = cog_query_dup_text (query, 9 + (int)i);
  entry->date = cog_query_get_int (query, 14);
  return entry;
}

static gboolean
is_context (const CogMemoryQuery *query, const CogMemoryEntry *entry)
{
  return (query->previous != 0 && query->previous == entry->previous) ||
         (query->next != 0 && query->next == entry->next);
}

/* Where only numbers differ, the translation gets those of the text sought. */
static void
adjust (Lookup *lookup, CogMemoryMatch *match)
{
  CogMemoryEntry *entry = match->entry;
  g_autoptr (CogText) target =
      entry->target_inline != NULL ? cog_text_new_from_xhtml (entry->target_inline, NULL) : NULL;
  g_autoptr (CogText) adjusted = NULL;

  if (target == NULL)
    target = cog_text_new (entry->target);
  adjusted = cog_memory_adjust_figures (lookup->query->text, entry->source, target,
                                        entry->source_language, entry->target_language);
  if (adjusted == NULL)
    return;
  g_free (entry->target);
  entry->target = g_strdup (adjusted->plain);
  if (entry->target_inline != NULL)
    {
      g_free (entry->target_inline);
      entry->target_inline = cog_text_to_xhtml (adjusted);
    }
  match->kind = COG_MATCH_ADJUSTED;
  match->score = ADJUSTED;
}

/* score: of the folded texts. */
static void
take (Lookup *lookup, CogQuery *row, gboolean is_turned, double score)
{
  gint64 number = COG_MEMORY_NUMBER (cog_query_get_int (row, 0), is_turned);
  CogMemoryMatch *match;

  if (!g_hash_table_add (lookup->met, g_memdup2 (&number, sizeof number)))
    return;
  match = g_new0 (CogMemoryMatch, 1);
  match->entry = cog_memory_read_entry (lookup->memory, row);
  match->score = MIN (score, NEARLY);
  if (is_turned)
    cog_memory_entry_turn (match->entry);
  if (score >= 100)
    {
      g_autofree char *spaced = dup_spaced (match->entry->source);

      if (g_str_equal (spaced, lookup->spaced))
        {
          match->score = 100;
          match->kind =
              is_context (lookup->query, match->entry) ? COG_MATCH_CONTEXT : COG_MATCH_EXACT;
        }
    }
  else
    adjust (lookup, match);
  if (match->score >= lookup->query->threshold)
    g_ptr_array_add (lookup->matches, match);
  else
    cog_memory_match_free (match);
}

static gboolean
find_exact (Lookup *lookup, gboolean is_turned, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) row = NULL;
  g_autofree char *sql = g_strdup_printf (
      "SELECT " COG_MEMORY_COLUMNS " FROM entry WHERE %s = ?"
      " AND source_language IN (%s) AND target_language IN (%s) ORDER BY date DESC, id DESC"
      " LIMIT 256",
      is_turned ? "target_hash" : "source_hash", is_turned ? lookup->to_ids : lookup->from_ids,
      is_turned ? lookup->from_ids : lookup->to_ids);

  row = cog_query_new (lookup->memory->db, error, sql, "i",
                       (gint64)cog_segment_hash (lookup->folded));
  if (row == NULL)
    return FALSE;
  while (cog_query_step (row, &fault))
    {
      g_autofree char *text = cog_query_dup_text (row, is_turned ? 2 : 1);
      g_autofree char *folded = cog_segment_fold (text != NULL ? text : "");

      /* Two texts may share a hash. */
      if (g_str_equal (folded, lookup->folded))
        take (lookup, row, is_turned, 100);
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* Whether the entry is what the index said. */
static gboolean
is_true (CogEditPattern *pattern, CogQuery *row, const CogGramMatch *match)
{
  g_autofree char *text = cog_query_dup_text (row, match->id % 2 != 0 ? 2 : 1);
  g_autofree char *folded = cog_segment_fold (text != NULL ? text : "");
  gsize n_bytes = strlen (folded);
  double longer = (double)MAX (cog_edit_pattern_get_length (pattern),
                               (gsize)g_utf8_strlen (folded, (gssize)n_bytes));
  guint distance = cog_edit_pattern_measure (pattern, folded, n_bytes, G_MAXUINT - 1);

  return fabs (100 * (1 - distance / MAX (longer, 1)) - match->score) < 1e-6;
}

/* n_gone: those that another program took away meanwhile. is_true: whether all others are what
 * the index said. */
static gboolean
take_found (Lookup *lookup,
            CogMemoryIndex *index,
            GArray *found,
            guint *n_gone,
            gboolean *are_true,
            GError **error)
{
  g_autoptr (CogEditPattern) pattern = cog_edit_pattern_new (lookup->folded);

  for (guint i = 0; i < found->len; i++)
    {
      const CogGramMatch *match = &g_array_index (found, CogGramMatch, i);
      g_autoptr (CogQuery) row = cog_query_new (
          lookup->memory->db, error, "SELECT " COG_MEMORY_COLUMNS " FROM entry WHERE id = ?", "i",
          match->id / 2);

      if (row == NULL)
        return FALSE;
      if (!cog_query_step (row, NULL))
        {
          cog_gram_index_remove (index->grams, match->id);
          ++*n_gone;
        }
      else if (is_true (pattern, row, match))
        take (lookup, row, match->id % 2 != 0, match->score);
      else
        *are_true = FALSE;
    }
  return TRUE;
}

static gboolean
find_fuzzy (Lookup *lookup, GError **error)
{
  gboolean are_true = TRUE;

  for (guint pass = 0; pass < MOST_PASSES; pass++)
    {
      CogMemoryIndex *index =
          cog_memory_get_index (lookup->memory, lookup->from, lookup->to, error);
      g_autoptr (GArray) found = NULL;
      guint n_gone = 0;

      if (index == NULL)
        return FALSE;
      /* As many again as are known: the index finds those, too. */
      found = cog_gram_index_search (index->grams, lookup->folded, lookup->query->threshold,
                                     MIN (lookup->query->n * 2, COG_GRAM_MATCHES));
      are_true = TRUE;
      if (!take_found (lookup, index, found, &n_gone, &are_true, error))
        return FALSE;
      if (!are_true || cog_gram_index_is_damaged (index->grams))
        cog_memory_forget_index (lookup->memory, index);
      else if (n_gone == 0)
        break;
    }
  return TRUE;
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const CogMemoryMatch *left = *(const CogMemoryMatch *const *)a;
  const CogMemoryMatch *right = *(const CogMemoryMatch *const *)b;

  if (left->kind != right->kind)
    return left->kind > right->kind ? -1 : 1;
  if (fabs (left->score - right->score) > 1e-9)
    return left->score > right->score ? -1 : 1;
  return left->entry->date == right->entry->date  ? 0
         : left->entry->date > right->entry->date ? -1
                                                  : 1;
}

/* The same translation of the same text says nothing twice; the better one stands first. */
static void
drop_repeated (GPtrArray *matches)
{
  for (guint i = matches->len; i > 1; i--)
    for (guint k = 0; k < i - 1; k++)
      {
        const CogMemoryEntry *one = ((CogMemoryMatch *)matches->pdata[i - 1])->entry;
        const CogMemoryEntry *other = ((CogMemoryMatch *)matches->pdata[k])->entry;

        if (g_str_equal (one->source, other->source) && g_str_equal (one->target, other->target) &&
            g_strcmp0 (one->target_inline, other->target_inline) == 0)
          {
            g_ptr_array_remove_index (matches, i - 1);
            break;
          }
      }
}

static gboolean
look (Lookup *lookup, GError **error)
{
  const CogMemoryQuery *query = lookup->query;

  /* Neither language has ever been in it: nothing is. */
  if (lookup->from_ids[0] == '\0' || lookup->to_ids[0] == '\0' || lookup->folded[0] == '\0')
    return TRUE;
  if (!find_exact (lookup, FALSE, error) || !find_exact (lookup, TRUE, error))
    return FALSE;
  if (query->threshold < 100 && lookup->matches->len < query->n && !find_fuzzy (lookup, error))
    return FALSE;
  g_ptr_array_sort (lookup->matches, compare_matches);
  drop_repeated (lookup->matches);
  if (lookup->matches->len > query->n)
    g_ptr_array_set_size (lookup->matches, (int)query->n);
  return TRUE;
}

GPtrArray *
cog_memory_lookup (CogMemory *self, const CogMemoryQuery *query, GError **error)
{
  Lookup lookup = { self, query };
  gboolean ok;

  g_return_val_if_fail (self != NULL && query != NULL && query->text != NULL, NULL);
  g_return_val_if_fail (query->n <= COG_MEMORY_MATCHES, NULL);

  g_rec_mutex_lock (&self->mutex);
  cog_memory_refresh (self);
  lookup.folded = cog_segment_fold (query->text);
  lookup.spaced = dup_spaced (query->text);
  lookup.from = cog_memory_dup_base (query->from);
  lookup.to = cog_memory_dup_base (query->to);
  lookup.from_ids = cog_memory_dup_ids (self, lookup.from);
  lookup.to_ids = cog_memory_dup_ids (self, lookup.to);
  lookup.matches = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_memory_match_free);
  lookup.met = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  ok = look (&lookup, error);
  g_rec_mutex_unlock (&self->mutex);
  g_free (lookup.folded);
  g_free (lookup.spaced);
  g_free (lookup.from);
  g_free (lookup.to);
  g_free (lookup.from_ids);
  g_free (lookup.to_ids);
  g_hash_table_unref (lookup.met);
  if (!ok)
    g_clear_pointer (&lookup.matches, g_ptr_array_unref);
  return lookup.matches;
}

gboolean
cog_memory_foreach (CogMemory *self, CogMemoryFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GError) fault = NULL;
  CogQuery *row;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  g_rec_mutex_lock (&self->mutex);
  cog_memory_refresh (self);
  row = cog_query_new (self->db, &fault,
                       "SELECT " COG_MEMORY_COLUMNS " FROM entry ORDER BY entry.id", NULL);
  while (row != NULL && fault == NULL && cog_query_step (row, &fault))
    {
      g_autoptr (CogMemoryEntry) entry = cog_memory_read_entry (self, row);

      if (!func (entry, user_data, &fault))
        break;
    }
  cog_query_free (row);
  g_rec_mutex_unlock (&self->mutex);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static void
free_pair (CogMemoryPair *pair)
{
  g_free (pair->from);
  g_free (pair->to);
  g_free (pair);
}

GPtrArray *
cog_memory_dup_pairs (CogMemory *self, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)free_pair);
  CogQuery *row;

  g_return_val_if_fail (self != NULL, NULL);

  g_rec_mutex_lock (&self->mutex);
  row = cog_query_new (self->db, &fault,
                       "SELECT a.tag, b.tag, count(*) FROM entry JOIN language a"
                       " ON a.id = source_language JOIN language b ON b.id = target_language"
                       " GROUP BY source_language, target_language ORDER BY 3 DESC, 1, 2",
                       NULL);
  while (row != NULL && cog_query_step (row, &fault))
    {
      CogMemoryPair *pair = g_new0 (CogMemoryPair, 1);

      pair->from = cog_query_dup_text (row, 0);
      pair->to = cog_query_dup_text (row, 1);
      pair->n = cog_query_get_int (row, 2);
      g_ptr_array_add (pairs, pair);
    }
  cog_query_free (row);
  g_rec_mutex_unlock (&self->mutex);
  if (fault == NULL)
    return g_steal_pointer (&pairs);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}
