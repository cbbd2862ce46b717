/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-quality-entry.h"

#include "cog-language-list.h"
#include "cog-language.h"

struct _CogQualityEntry
{
  GObject parent_instance;
  CogQualityItem *item;
  char *title;
  char *snippet;
  char *mended; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CogQualityEntry, cog_quality_entry, G_TYPE_OBJECT)

static void
cog_quality_entry_finalize (GObject *object)
{
  CogQualityEntry *self = COG_QUALITY_ENTRY (object);

  g_clear_pointer (&self->item, cog_quality_item_unref);
  g_free (self->title);
  g_free (self->snippet);
  g_free (self->mended);
  G_OBJECT_CLASS (cog_quality_entry_parent_class)->finalize (object);
}

static void
cog_quality_entry_class_init (CogQualityEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_quality_entry_finalize;
}

static void
cog_quality_entry_init (CogQualityEntry *self)
{
}

const CogQualityItem *
cog_quality_entry_get_item (CogQualityEntry *self)
{
  g_return_val_if_fail (COG_IS_QUALITY_ENTRY (self), NULL);
  return self->item;
}

const char *
cog_quality_entry_get_title (CogQualityEntry *self)
{
  g_return_val_if_fail (COG_IS_QUALITY_ENTRY (self), NULL);
  return self->title;
}

const char *
cog_quality_entry_get_snippet (CogQualityEntry *self)
{
  g_return_val_if_fail (COG_IS_QUALITY_ENTRY (self), NULL);
  return self->snippet;
}

const char *
cog_quality_entry_get_mended (CogQualityEntry *self)
{
  g_return_val_if_fail (COG_IS_QUALITY_ENTRY (self), NULL);
  return self->mended;
}

gboolean
cog_quality_entry_is_ignored (CogQualityEntry *self)
{
  g_return_val_if_fail (COG_IS_QUALITY_ENTRY (self), FALSE);
  return self->item->answer != NULL;
}

gboolean
cog_quality_entry_equal (CogQualityEntry *a, CogQualityEntry *b)
{
  const CogCheckFinding *first, *second;

  g_return_val_if_fail (COG_IS_QUALITY_ENTRY (a) && COG_IS_QUALITY_ENTRY (b), FALSE);

  first = a->item->finding;
  second = b->item->finding;
  return first->kind == second->kind && first->start == second->start &&
         first->end == second->end && g_strcmp0 (first->unit, second->unit) == 0 &&
         g_strcmp0 (a->item->target, b->item->target) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->mended, b->mended) == 0 &&
         (a->item->answer != NULL) == (b->item->answer != NULL) &&
         (a->item->answer == NULL ||
          g_strcmp0 (a->item->answer->reason, b->item->answer->reason) == 0);
}

/* ── Of a book ───────────────────────────────────────────────────────────────────────────────── */

#define BESIDE 48 /* characters of the text on either side */
#define MAX_SHOWN 80

/* A space that is more than a space between two words is shown: else nobody sees what is meant. */
static gboolean
is_told_space (const char *plain, const char *at)
{
  gunichar c = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);

  if (!cog_check_is_space (c))
    return FALSE;
  return c != ' ' || at == plain || *next == '\0' || cog_check_is_space (g_utf8_get_char (next)) ||
         cog_check_is_space (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* The characters with some before and behind, in one line. */
static char *
dup_snippet (const char *plain, guint start, guint end)
{
  guint length = (guint)g_utf8_strlen (plain, -1);
  guint to = MIN (start == end ? start + MAX_SHOWN + BESIDE : MIN (end, start + MAX_SHOWN) + BESIDE,
                  length);
  guint from = start > BESIDE ? start - BESIDE : 0;
  const char *at = g_utf8_offset_to_pointer (plain, from);
  GString *snippet = g_string_new (from > 0 ? "…" : NULL);

  for (guint i = from; i < to; i++, at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (i >= start && i < end && is_told_space (plain, at))
        g_string_append (snippet, "␣");
      else
        g_string_append_unichar (snippet, c == '\n' || c == '\t' ? ' ' : c);
    }
  if (to < length)
    g_string_append (snippet, "…");
  return g_string_free (snippet, FALSE);
}

static void
describe (CogQualityEntry *self)
{
  const CogCheckFinding *finding = self->item->finding;
  const CogCheckFix *fix = finding->fixes != NULL ? g_ptr_array_index (finding->fixes, 0) : NULL;
  g_autoptr (CogText) text = cog_text_new_from_xhtml (self->item->target, NULL);

  if (text == NULL)
    return;
  self->snippet = dup_snippet (text->plain, finding->start, finding->end);
  if (fix != NULL && cog_check_fix_apply (fix, text))
    self->mended =
        dup_snippet (text->plain, fix->start, fix->start + (guint)g_utf8_strlen (fix->words, -1));
}

static GHashTable *
read_titles (CogProject *project)
{
  g_autoptr (GPtrArray) infos = cog_project_list_sections (project);
  g_autofree char *target = cog_project_dup_language (project);
  gboolean in_target = cog_language_equal (target, cog_language_get_interface ());
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);

      g_hash_table_insert (titles, g_strdup (info->id),
                           g_strdup (cog_section_info_get_label (info, in_target)));
    }
  return titles;
}

GPtrArray *
cog_quality_entry_list (CogQualityIndex *index, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GHashTable) titles = NULL;
  GPtrArray *entries;

  g_return_val_if_fail (COG_IS_QUALITY_INDEX (index), NULL);

  items = cog_quality_index_dup_items (index, cancellable, error);
  if (items == NULL)
    return NULL;
  titles = read_titles (cog_quality_index_get_project (index));
  entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < items->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const CogQualityItem *item = g_ptr_array_index (items, i);
      CogQualityEntry *entry = g_object_new (COG_TYPE_QUALITY_ENTRY, NULL);

      entry->item = cog_quality_item_ref (item);
      entry->title = g_strdup (g_hash_table_lookup (titles, item->section));
      describe (entry);
      g_ptr_array_add (entries, entry);
    }
  return entries;
}
