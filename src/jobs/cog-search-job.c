/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-search-job.h"

#include "cog-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of a snippet beside the match; it is cut between words. */
#define BEFORE 32
#define AFTER 60
#define MAX_SHOWN 120 /* of the match */

CogHit *
cog_hit_copy (const CogHit *hit)
{
  CogHit *copy = g_new0 (CogHit, 1);

  *copy = *hit;
  copy->section = g_strdup (hit->section);
  copy->unit = g_strdup (hit->unit);
  copy->snippet = g_strdup (hit->snippet);
  copy->replacement = g_strdup (hit->replacement);
  return copy;
}

void
cog_hit_free (CogHit *hit)
{
  if (hit == NULL)
    return;
  g_free (hit->section);
  g_free (hit->unit);
  g_free (hit->snippet);
  g_free (hit->replacement);
  g_free (hit);
}

/* Back by n characters, then on to the beginning of a word. */
static const char *
go_back (const char *text, const char *from, guint n)
{
  const char *p = from;

  while (n-- > 0 && p > text)
    p = g_utf8_prev_char (p);
  if (p == text)
    return p;
  for (const char *q = p; q < from; q = g_utf8_next_char (q))
    if (g_unichar_isspace (g_utf8_get_char (q)))
      return g_utf8_next_char (q);
  return p;
}

static const char *
go_on (const char *from, guint n)
{
  const char *p = from, *space = NULL;

  for (; n > 0 && *p != '\0'; n--, p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      space = p;
  return *p == '\0' || space == NULL ? p : space;
}

/* White space of a source's file is one space; a piece is a dot in the middle, so that one sees
 * that something stands there. */
static void
append_folded (GString *out, const char *from, const char *to)
{
  for (const char *p = from; p < to; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_space = g_unichar_isspace (c);

      if (is_space && (out->len == 0 || out->str[out->len - 1] == ' '))
        continue;
      g_string_append_unichar (out, is_space ? ' ' : c == 0xfffc ? 0x25ab : c);
    }
}

/* first, last: where the match stands in it, in bytes. */
static char *
make_snippet (const char *text, const CogMatch *match, guint *first, guint *last)
{
  const char *start = g_utf8_offset_to_pointer (text, match->start);
  const char *end = g_utf8_offset_to_pointer (start, match->end - match->start);
  const char *shown = g_utf8_offset_to_pointer (start, MIN (match->end - match->start, MAX_SHOWN));
  const char *from = go_back (text, start, BEFORE), *to = go_on (end, AFTER);
  GString *out = g_string_new (from > text ? "… " : NULL);

  append_folded (out, from, start);
  *first = (guint)out->len;
  append_folded (out, start, shown);
  if (shown < end)
    g_string_append (out, "…");
  *last = (guint)out->len;
  append_folded (out, end, to);
  if (*to != '\0')
    g_string_append (out, " …");
  return g_string_free (out, FALSE);
}

char *
cog_search_dup_snippet (const char *text, const CogMatch *match)
{
  guint first, last;

  g_return_val_if_fail (text != NULL && match != NULL, NULL);
  return make_snippet (text, match, &first, &last);
}

typedef struct
{
  const CogSearchQuery *query;
  CogMatcher *matcher;
  GArray *matches; /* of one text */
  GPtrArray *hits; /* of one section */
  CogSearchResult result;
} Search;

static void
search_text (Search *search,
             const char *section,
             const CogIndexedUnit *unit,
             gboolean in_source,
             const char *text)
{
  g_array_set_size (search->matches, 0);
  if (!cog_matcher_find (search->matcher, text, search->matches))
    search->result.n_too_hard++;
  for (guint i = 0; i < search->matches->len; i++)
    {
      const CogMatch *match = &g_array_index (search->matches, CogMatch, i);
      CogHit *hit;

      if (search->result.n_hits >= COG_SEARCH_MAX_HITS)
        {
          search->result.is_cut = TRUE;
          return;
        }
      hit = g_new0 (CogHit, 1);
      hit->section = g_strdup (section);
      hit->unit = g_strdup (unit->id);
      hit->in_source = in_source;
      hit->start = match->start;
      hit->end = match->end;
      hit->snippet = make_snippet (text, match, &hit->first, &hit->last);
      if (search->query->replacement != NULL && !in_source)
        hit->replacement =
            cog_matcher_dup_replacement (search->matcher, text, match, search->query->replacement);
      g_ptr_array_add (search->hits, hit);
      search->result.n_hits++;
    }
}

static void
search_unit (Search *search, const char *section, const CogIndexedUnit *unit)
{
  guint before = search->result.n_hits;

  if ((search->query->sides & COG_SEARCH_SOURCE) && unit->source != NULL)
    search_text (search, section, unit, TRUE, unit->source);
  if ((search->query->sides & COG_SEARCH_TARGET) && unit->target != NULL)
    search_text (search, section, unit, FALSE, unit->target);
  if (search->result.n_hits > before)
    search->result.n_units++;
}

static gboolean
search_section (
    Search *search, CogUnitIndex *index, const char *id, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) units = cog_unit_index_dup_units (index, id, error);

  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len && !search->result.is_cut; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      search_unit (search, id, g_ptr_array_index (units, i));
    }
  return TRUE;
}

gboolean
cog_search_run (CogUnitIndex *index,
                const CogSearchQuery *query,
                CogSearchFound found,
                gpointer user_data,
                CogSearchResult *result,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (CogMatcher) matcher = NULL;
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (CogMatch));
  g_autoptr (GPtrArray) infos = NULL;
  Search search = { .query = query, .matches = matches };

  g_return_val_if_fail (COG_IS_UNIT_INDEX (index) && query != NULL && found != NULL, FALSE);

  matcher = cog_matcher_new (query->wanted, query->flags, error);
  if (matcher == NULL || (query->replacement != NULL &&
                          !cog_matcher_check_replacement (matcher, query->replacement, error)))
    return FALSE;
  search.matcher = matcher;
  infos = cog_project_list_sections (cog_unit_index_get_project (index));
  for (guint i = 0; i < infos->len && !search.result.is_cut; i++)
    {
      g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_hit_free);

      search.hits = hits;
      if (!search_section (&search, index, ((CogSectionInfo *)g_ptr_array_index (infos, i))->id,
                           cancellable, error))
        return FALSE;
      if (hits->len > 0)
        found (g_steal_pointer (&hits), user_data);
    }
  if (result != NULL)
    *result = search.result;
  return TRUE;
}

static gboolean
is_chosen (GPtrArray *chosen, const CogMatch *match)
{
  for (guint i = 0; i < chosen->len; i++)
    {
      const CogHit *hit = g_ptr_array_index (chosen, i);

      if (hit->start == match->start && hit->end == match->end)
        return TRUE;
    }
  return FALSE;
}

/* The unit's target with the chosen matches replaced; NULL: none is there any more. */
static char *
replace_in_unit (CogMatcher *matcher,
                 const CogUnit *unit,
                 const char *replacement,
                 GPtrArray *chosen,
                 guint *n_replaced)
{
  g_autoptr (CogText) text =
      unit->target != NULL ? cog_text_new_from_xhtml (unit->target, NULL) : NULL;
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (CogMatch));
  g_autofree char *before = NULL;
  guint n = 0;

  if (text == NULL || !cog_matcher_find (matcher, text->plain, matches))
    return NULL;
  before = g_strdup (text->plain);
  /* From the end, so that the places before stay what they are. */
  for (guint i = matches->len; i > 0; i--)
    {
      const CogMatch *match = &g_array_index (matches, CogMatch, i - 1);
      g_autofree char *words = NULL;

      if (!is_chosen (chosen, match))
        continue;
      words = cog_matcher_dup_replacement (matcher, before, match, replacement);
      if (cog_text_replace (text, match->start, match->end, words))
        n++;
    }
  *n_replaced += n;
  return n > 0 ? cog_text_to_xhtml (text) : NULL;
}

/* The hits in the adaptation, by their units. (element-type utf8 GPtrArray) */
static GHashTable *
sort_by_unit (GPtrArray *hits, GPtrArray *order)
{
  GHashTable *units =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < hits->len; i++)
    {
      CogHit *hit = g_ptr_array_index (hits, i);
      GPtrArray *chosen = g_hash_table_lookup (units, hit->unit);

      if (hit->in_source)
        continue;
      if (chosen == NULL)
        {
          chosen = g_ptr_array_new ();
          g_hash_table_insert (units, hit->unit, chosen);
          g_ptr_array_add (order, hit->unit);
        }
      g_ptr_array_add (chosen, hit);
    }
  return units;
}

static void
edit_clear (gpointer data)
{
  CogUnitEdit *edit = data;

  g_free ((char *)edit->unit);
  g_free ((char *)edit->target);
}

gboolean
cog_search_replace (CogProject *project,
                    const CogSearchQuery *query,
                    GPtrArray *hits,
                    guint *n_replaced,
                    GError **error)
{
  g_autoptr (CogMatcher) matcher = NULL;
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GHashTable) units = NULL;
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (CogUnitEdit));
  g_autofree char *label = NULL;
  guint n = 0;

  g_return_val_if_fail (COG_IS_PROJECT (project) && query != NULL && hits != NULL, FALSE);
  g_return_val_if_fail (query->replacement != NULL && n_replaced != NULL, FALSE);

  matcher = cog_matcher_new (query->wanted, query->flags, error);
  if (matcher == NULL || !cog_matcher_check_replacement (matcher, query->replacement, error))
    return FALSE;
  g_array_set_clear_func (edits, edit_clear);
  units = sort_by_unit (hits, order);
  for (guint i = 0; i < order->len; i++)
    {
      const char *id = g_ptr_array_index (order, i);
      g_autoptr (CogUnit) unit = cog_project_dup_unit (project, id, NULL);
      CogUnitEdit edit = { .set = COG_UNIT_SET_TARGET };

      edit.target = unit != NULL ? replace_in_unit (matcher, unit, query->replacement,
                                                    g_hash_table_lookup (units, id), &n)
                                 : NULL;
      if (edit.target == NULL)
        continue;
      edit.unit = g_strdup (id);
      g_array_append_val (edits, edit);
    }
  /* Translators: a step of the history: how often words were replaced. */
  label = g_strdup_printf (ngettext ("Replaced once", "Replaced %'u times", n), n);
  if (edits->len > 0 && !cog_project_edit (project, (const CogUnitEdit *)(gpointer)edits->data,
                                           edits->len, label, error))
    return FALSE;
  *n_replaced = n;
  return TRUE;
}
