/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose-own.h"

#include "cog-own-edition.h"
#include "cog-reader-html.h"

#include <string.h>

#define MARK "_cognate_"
#define MADE MARK "made_"
#define MAX_LEVEL 30

gboolean
cog_prose_read_record (CogProse *self, CogBook *book, const char *json, gsize length)
{
  g_return_val_if_fail (self != NULL && book != NULL && json != NULL, FALSE);

  self->is_own = cog_own_edition_read_record (book, json, length);
  for (guint i = 0; self->is_own && i < book->credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (book->credits, i);

      if (credit->item != NULL)
        g_hash_table_add (self->kept, cog_prose_dup_anchor (credit->item));
    }
  return self->is_own;
}

gboolean
cog_prose_is_mark (const CogProse *self, const char *name)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_own && name != NULL && g_str_has_prefix (name, MARK);
}

CogProsePiece *
cog_prose_begin_marked_piece (CogProse *self, const char *mark)
{
  CogProsePiece *piece;

  g_return_val_if_fail (self != NULL && cog_prose_is_mark (self, mark), NULL);

  piece = cog_prose_begin_piece (self);
  piece->is_made = g_str_has_prefix (mark, MADE);
  piece->level = (guint)CLAMP (g_ascii_strtoll (mark + strlen (MARK), NULL, 10), 1, MAX_LEVEL);
  self->split_level = piece->level;
  return piece;
}

gboolean
cog_prose_is_new_section (CogProse *self, guint level)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_own && level > 0 && level <= self->split_level &&
         cog_prose_get_piece (self)->title != NULL;
}

CogProsePiece *
cog_prose_begin_new_piece (CogProse *self, guint level)
{
  CogProsePiece *piece = cog_prose_begin_piece (self);

  piece->level = self->split_level = level;
  return piece;
}

/* What a credit can be of (cog-edition-lines.c), around the place that the bookmark is at. */
static xmlNode *
find_thing (xmlNode *place)
{
  for (xmlNode *n = place; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, COG_NS_XHTML, "figure") || cog_xml_is (n, COG_NS_XHTML, "table") ||
        cog_xml_is (n, COG_NS_XHTML, "blockquote"))
      return n;
  for (xmlNode *n = place->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    for (xmlNode *m = n; m != NULL && !cog_xml_is (n, COG_NS_XHTML, "section");
         m = cog_xml_next_in (n, m))
      if (cog_xml_is (m, COG_NS_XHTML, "img") || cog_xml_is (m, COG_NS_SVG, "svg"))
        return m;
  return place;
}

/* A link that leads to the place leads to the thing. (transfer full) */
static char *
dup_thing_id (xmlNode *place, const char *anchor)
{
  xmlNode *thing = find_thing (place);
  char *id = cog_xml_dup_attribute (thing, "id");

  if (id != NULL)
    return id;
  cog_xml_set (place, "id", NULL);
  cog_xml_set (thing, "id", anchor);
  return g_strdup (anchor);
}

/* The section that begins with the bookmark. */
static const CogSection *
find_section (const GPtrArray *sections, const xmlNode *place)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);

      if (section->content == place->doc)
        return section;
    }
  return NULL;
}

static void
place_credits (CogBook *book)
{
  g_autoptr (GHashTable) elements = cog_book_index_elements (book);
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  for (guint i = 0; i < book->credits->len; i++)
    {
      CogCredit *credit = g_ptr_array_index (book->credits, i);
      g_autofree char *anchor = credit->item != NULL ? cog_prose_dup_anchor (credit->item) : NULL;
      xmlNode *place = anchor != NULL ? g_hash_table_lookup (elements, anchor) : NULL;
      const CogSection *section = place != NULL && g_str_has_prefix (credit->item, MARK)
                                      ? find_section (sections, place)
                                      : NULL;

      if (place == NULL)
        continue;
      g_free (credit->item);
      credit->item = section != NULL ? g_strdup (section->id) : dup_thing_id (place, anchor);
    }
}

void
cog_prose_finish_book (CogProse *self,
                       CogBook *book,
                       CogNormalizer *normalizer,
                       const char *file_name,
                       GCancellable *cancellable)
{
  g_return_if_fail (self != NULL && book != NULL && normalizer != NULL && file_name != NULL);

  if (!self->is_own)
    {
      cog_prose_settle_title (book, file_name);
      cog_reader_html_finish (book, normalizer, self->report, cancellable);
      return;
    }
  place_credits (book);
  cog_reader_html_finish_own (book, normalizer, self->report);
}
