/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tags.h"

#include <string.h>

static void
tag_free (gpointer data)
{
  CogPdfTag *tag = data;

  g_clear_pointer (&tag->kids, g_array_unref);
  g_free (tag->language);
  g_free (tag->alt);
  g_free (tag->actual);
  g_free (tag->title);
  g_free (tag->copied);
  g_free (tag->id);
  g_free (tag);
}

CogPdfTags *
cog_pdf_tags_new (void)
{
  CogPdfTags *tags = g_new0 (CogPdfTags, 1);

  tags->all = g_ptr_array_new_with_free_func (tag_free);
  tags->root = cog_pdf_tags_add (tags, NULL, "Document", 0);
  return tags;
}

void
cog_pdf_tags_free (CogPdfTags *tags)
{
  if (tags == NULL)
    return;
  g_ptr_array_unref (tags->all);
  g_free (tags);
}

static void
add_kid (CogPdfTag *tag, CogPdfKid kid)
{
  if (tag->kids == NULL)
    tag->kids = g_array_new (FALSE, FALSE, sizeof (CogPdfKid));
  g_array_append_val (tag->kids, kid);
}

CogPdfTag *
cog_pdf_tags_add (CogPdfTags *tags, CogPdfTag *parent, const char *type, guint key)
{
  CogPdfTag *tag = g_new0 (CogPdfTag, 1);

  tag->type = type;
  tag->parent = parent;
  g_ptr_array_add (tags->all, tag);
  if (parent != NULL)
    add_kid (parent, (CogPdfKid){ .tag = tag, .mcid = -1, .annotation = -1, .key = key });
  return tag;
}

CogPdfTag *
cog_pdf_tags_add_heading (CogPdfTags *tags, CogPdfTag *parent, guint level)
{
  static const char *const types[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

  level = CLAMP (level, 1, MIN (tags->heading + 1, 6));
  tags->heading = level;
  return cog_pdf_tags_add (tags, parent, types[level - 1], 0);
}

void
cog_pdf_tag_add_mark (CogPdfTag *tag, guint sheet, guint mcid, guint key)
{
  add_kid (tag,
           (CogPdfKid){ .sheet = (gint)sheet, .mcid = (gint)mcid, .annotation = -1, .key = key });
}

void
cog_pdf_tag_add_annotation (CogPdfTag *tag, guint sheet, guint annotation, guint key)
{
  add_kid (tag, (CogPdfKid){
                    .sheet = (gint)sheet, .mcid = -1, .annotation = (gint)annotation, .key = key });
}

/* Equal keys keep their order: GArray's sort is a stable merge sort. */
static gint
compare_kids (gconstpointer a, gconstpointer b)
{
  const CogPdfKid *first = a, *second = b;

  return first->key < second->key ? -1 : first->key > second->key;
}

void
cog_pdf_tag_sort_kids (CogPdfTag *tag)
{
  if (tag->kids != NULL)
    g_array_sort (tag->kids, compare_kids);
}

static gboolean
is_kept_empty (const CogPdfTag *tag)
{
  return strcmp (tag->type, "TD") == 0 || strcmp (tag->type, "TH") == 0 || tag->parent == NULL;
}

void
cog_pdf_tags_prune (CogPdfTags *tags)
{
  /* Children are made after their parents: backwards, each parent is met when its kids are done. */
  for (guint i = tags->all->len; i-- > 0;)
    {
      CogPdfTag *tag = g_ptr_array_index (tags->all, i);
      CogPdfTag *parent = tag->parent;

      if ((tag->kids != NULL && tag->kids->len > 0) || is_kept_empty (tag))
        continue;
      for (guint k = parent->kids->len; k-- > 0;)
        if (g_array_index (parent->kids, CogPdfKid, k).tag == tag)
          {
            g_array_remove_index (parent->kids, k);
            break;
          }
      tag->parent = NULL;
      tag->object = -1;
    }
}
