/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-chapters.h"

/* Deeper sections than a book's outline is ever shown with are taken with the one above them; the
 * recursions below end there. */
#define MAX_DEPTH 24

static CogChapter *
chapter_new (CogChapter *parent, const char *id, const char *title)
{
  CogChapter *self = g_new0 (CogChapter, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title != NULL ? title : "");
  self->is_own = TRUE;
  self->parent = parent;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_chapters_free);
  return self;
}

void
cog_chapters_free (CogChapter *root)
{
  if (root == NULL)
    return;
  g_ptr_array_unref (root->children);
  g_free (root->id);
  g_free (root->title);
  g_free (root);
}

static void
add_words_cb (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  *(guint *)user_data += unit->n_words;
}

static void
add_sections (CogChapter *self, GPtrArray *sections, guint depth)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      CogChapter *chapter = chapter_new (self, section->id, section->title);

      if (section->content != NULL)
        cog_section_foreach_unit (section, add_words_cb, &chapter->n_own);
      chapter->n_words = chapter->n_own;
      if (depth < MAX_DEPTH)
        add_sections (chapter, section->children, depth + 1);
      self->n_words += chapter->n_words;
      g_ptr_array_add (self->children, chapter);
    }
}

CogChapter *
cog_chapters_new (const CogBook *book)
{
  CogChapter *root;

  g_return_val_if_fail (book != NULL, NULL);

  root = chapter_new (NULL, NULL, cog_book_get_title (book));
  add_sections (root, book->sections, 0);
  return root;
}

void
cog_chapter_choose (CogChapter *self, gboolean is_wanted)
{
  g_return_if_fail (self != NULL);

  self->is_own = is_wanted;
  for (guint i = 0; i < self->children->len; i++)
    cog_chapter_choose (g_ptr_array_index (self->children, i), is_wanted);
}

CogChosen
cog_chapter_get_chosen (const CogChapter *self)
{
  gboolean has_own, some = FALSE, missing = FALSE;

  g_return_val_if_fail (self != NULL, COG_CHOSEN_NONE);

  /* What only groups has nothing of its own to be wanted; an empty section has. */
  has_own = self->n_own > 0 || (self->children->len == 0 && self->id != NULL);
  if (has_own && self->is_own)
    some = TRUE;
  if (has_own && !self->is_own)
    missing = TRUE;
  for (guint i = 0; i < self->children->len; i++)
    {
      CogChosen chosen = cog_chapter_get_chosen (g_ptr_array_index (self->children, i));

      some = some || chosen != COG_CHOSEN_NONE;
      missing = missing || chosen != COG_CHOSEN_ALL;
    }
  return !some ? COG_CHOSEN_NONE : missing ? COG_CHOSEN_SOME : COG_CHOSEN_ALL;
}

static void
gather_left_out (const CogChapter *self, GPtrArray *ids)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      const CogChapter *child = g_ptr_array_index (self->children, i);

      if (cog_chapter_get_chosen (child) == COG_CHOSEN_NONE)
        g_ptr_array_add (ids, g_strdup (child->id));
      else
        gather_left_out (child, ids);
    }
}

GPtrArray *
cog_chapters_list_left_out (const CogChapter *root)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (root != NULL, ids);

  gather_left_out (root, ids);
  return ids;
}

/* A section's text stays as long as anything below it does: only whole sections are left out. */
guint
cog_chapter_count_words (const CogChapter *self)
{
  guint n;

  g_return_val_if_fail (self != NULL, 0);

  if (cog_chapter_get_chosen (self) == COG_CHOSEN_NONE)
    return 0;
  n = self->n_own;
  for (guint i = 0; i < self->children->len; i++)
    n += cog_chapter_count_words (g_ptr_array_index (self->children, i));
  return n;
}

void
cog_chapters_count (const CogChapter *root, guint *n_all, guint *n_wanted)
{
  g_return_if_fail (root != NULL && n_all != NULL && n_wanted != NULL);

  while (root->children->len == 1 &&
         ((CogChapter *)g_ptr_array_index (root->children, 0))->children->len > 0)
    root = g_ptr_array_index (root->children, 0);
  *n_all = root->children->len;
  *n_wanted = 0;
  for (guint i = 0; i < root->children->len; i++)
    *n_wanted += cog_chapter_get_chosen (g_ptr_array_index (root->children, i)) != COG_CHOSEN_NONE;
}
