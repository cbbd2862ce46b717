/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-alignment-units-private.h"

#include "cog-text.h"

#include <string.h>

typedef struct
{
  CogAlignmentUnits *self;
  const CogBook *book;
  gboolean ignores_ids;
} Reading;

static CogAlignKind
get_kind (CogUnitKind kind)
{
  switch (kind)
    {
    case COG_UNIT_TITLE:
    case COG_UNIT_HEADING:
    case COG_UNIT_SUMMARY:
      return COG_ALIGN_HEADING;
    case COG_UNIT_PARAGRAPH:
    case COG_UNIT_DESCRIPTION:
      return COG_ALIGN_PARAGRAPH;
    case COG_UNIT_ITEM:
      return COG_ALIGN_ENTRY;
    case COG_UNIT_TERM:
      return COG_ALIGN_TERM;
    case COG_UNIT_CELL:
    case COG_UNIT_HEADER_CELL:
      return COG_ALIGN_CELL;
    case COG_UNIT_CAPTION:
      return COG_ALIGN_CAPTION;
    case COG_UNIT_PREFORMATTED:
      return COG_ALIGN_CODE;
    case COG_UNIT_EQUATION:
      return COG_ALIGN_EQUATION;
    case COG_UNIT_ALT:
    case COG_UNIT_DRAWING:
      return COG_ALIGN_PICTURE;
    }
  return COG_ALIGN_PARAGRAPH;
}

/* What the edition called it: without the section's id, that readers put before it; none where it
 * is a number that they gave. */
static char *
dup_own_id (const CogUnit *unit)
{
  const char *own = unit->id;
  gsize n = unit->section != NULL ? strlen (unit->section) : 0;

  if (n > 0 && strncmp (own, unit->section, n) == 0 && own[n] == '-')
    own += n + 1;
  return g_strdup (own[strspn (own, "0123456789")] == '\0' ||
                           (g_ascii_isdigit (own[0]) && strchr (own, '@') != NULL)
                       ? ""
                       : own);
}

/* A picture's file keeps its name in a translation, whatever its folder and format. */
static void
add_pictures (const Reading *reading, CogAlignItem *item, const xmlNode *element)
{
  for (const xmlNode *n = element; n != NULL; n = cog_xml_next_in (element, n))
    {
      g_autofree char *name =
          cog_xml_is (n, COG_NS_XHTML, "img") ? cog_xml_dup_attribute (n, "src") : NULL;
      const CogAsset *asset = name != NULL ? cog_book_find_asset (reading->book, name) : NULL;
      g_autofree char *stem =
          asset != NULL ? g_path_get_basename (asset->origin != NULL ? asset->origin : name) : NULL;
      char *dot = stem != NULL ? strrchr (stem, '.') : NULL;

      if (dot != NULL)
        *dot = '\0';
      if (stem != NULL)
        cog_align_item_add_anchor (item, COG_ANCHOR_PLACE, stem);
    }
}

static void
add_codes (CogAlignItem *item, const CogText *text)
{
  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);
      g_autofree char *link = cog_text_dup_link (code);

      if (link != NULL && link[0] != '#')
        cog_align_item_add_anchor (item, COG_ANCHOR_PLACE, link);
      else if (g_str_equal (code->element, "math") && code->label != NULL)
        cog_align_item_add_anchor (item, COG_ANCHOR_PIECE, code->label);
    }
}

static CogAlignItem *
make_item (const Reading *reading, const CogUnit *unit, const xmlNode *element)
{
  CogAlignItem *item = cog_align_item_new (get_kind (unit->kind));
  g_autofree char *plain = cog_inline_to_plain (unit->source != NULL ? unit->source : "");
  g_autoptr (CogText) text =
      unit->source != NULL ? cog_text_new_from_xhtml (unit->source, NULL) : NULL;

  cog_align_item_add_text (item, plain != NULL ? plain : "");
  if (unit->kind == COG_UNIT_EQUATION && plain != NULL)
    cog_align_item_add_anchor (item, COG_ANCHOR_PIECE, plain);
  if (text != NULL)
    add_codes (item, text);
  if (unit->kind == COG_UNIT_ALT && element != NULL)
    add_pictures (reading, item, element);
  if (unit->kind == COG_UNIT_CAPTION && element != NULL)
    add_pictures (reading, item, element->parent);
  cog_align_item_settle (item);
  return item;
}

static void
add_unit (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  Reading *reading = user_data;
  CogAlignmentUnits *self = reading->self;
  CogAlignItem *item = make_item (reading, unit, element);
  char *own_id = dup_own_id (unit);

  if (!reading->ignores_ids && own_id[0] != '\0')
    item->id = g_strdup (own_id);
  g_ptr_array_add (self->units, cog_unit_copy (unit));
  g_ptr_array_add (self->own_ids, own_id);
  g_ptr_array_add (self->items, item);
}

void
cog_alignment_units_read (CogAlignmentUnits *self, const CogBook *book, gboolean ignores_ids)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  Reading reading = { self, book, ignores_ids };

  self->units = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_unit_free);
  self->own_ids = g_ptr_array_new_with_free_func (g_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_align_item_free);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < sections->len; i++)
    {
      guint first = self->units->len;

      cog_section_foreach_unit (g_ptr_array_index (sections, i), add_unit, &reading);
      if (self->units->len > first)
        g_array_append_val (self->starts, first);
    }
}

void
cog_alignment_units_clear (CogAlignmentUnits *self)
{
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->own_ids, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
}
