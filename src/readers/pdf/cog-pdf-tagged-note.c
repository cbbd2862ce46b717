/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_LABEL 8 /* letters of a note's number */

int
cog_pdf_tagged_find_link (CogPdfTagged *self, const CogPdfPage *page, const CogPdfWord *word)
{
  double x = word->x + word->width / 2, y = word->y + word->height / 2;

  for (guint i = 0; i < page->links->len; i++)
    {
      const CogPdfLink *link = &g_array_index (page->links, CogPdfLink, i);
      gpointer known;
      CogPdfTaggedLink added = { link->page, link->x, link->y, link->uri };

      if (x < link->box.x || x > link->box.x + link->box.width || y < link->box.y - 1 ||
          y > link->box.y + link->box.height + 1)
        continue;
      known = g_hash_table_lookup (self->link_index, link);
      if (known != NULL)
        return GPOINTER_TO_INT (known) - 1;
      /* A link that runs over two lines is two annotations. */
      if (self->links->len > 0)
        {
          const CogPdfTaggedLink *last =
              &g_array_index (self->links, CogPdfTaggedLink, self->links->len - 1);

          if (g_strcmp0 (last->uri, added.uri) == 0 && last->page == added.page &&
              last->x == added.x && last->y == added.y)
            {
              g_hash_table_insert (self->link_index, (gpointer)link,
                                   GINT_TO_POINTER (self->links->len));
              return (int)self->links->len - 1;
            }
        }
      g_array_append_val (self->links, added);
      g_hash_table_insert (self->link_index, (gpointer)link, GINT_TO_POINTER (self->links->len));
      return (int)self->links->len - 1;
    }
  return -1;
}

static const CogPdfElement *
find_label (const CogPdfElement *element, guint depth)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfElement *kid = g_array_index (element->kids, CogPdfKid, i).element;
      const CogPdfElement *found;

      if (kid == NULL)
        return NULL;
      if (kid->type == COG_PDF_TYPE_LABEL)
        return kid;
      found = depth < 4 ? find_label (kid, depth + 1) : NULL;
      return found;
    }
  return NULL;
}

/* A first word that is nothing but a number or a sign. */
static char *
take_number (xmlNode *aside)
{
  for (xmlNode *n = aside; n != NULL; n = cog_xml_next_in (aside, n))
    {
      const char *text, *end;
      char *label;

      if (n->type != XML_TEXT_NODE)
        continue;
      text = (const char *)n->content;
      text += strspn (text, " ");
      end = text + strcspn (text, " ");
      if (end == text)
        continue;
      label = g_strndup (text, (gsize)(end - text));
      if (g_utf8_strlen (label, -1) > MAX_LABEL || g_unichar_isalpha (g_utf8_get_char (label)))
        {
          g_free (label);
          return NULL;
        }
      xmlNodeSetContent (n, NULL);
      xmlNodeAddContent (n, BAD_CAST (end + strspn (end, " ")));
      return label;
    }
  return NULL;
}

void
cog_pdf_tagged_write_note (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent)
{
  CogPdfTaggedNote *note = g_new0 (CogPdfTaggedNote, 1);
  const CogPdfElement *label = find_label (element, 0);
  CogPdfExtent extent = { 0 };

  note->element = element;
  note->label = label != NULL ? cog_pdf_tagged_dup_text (self, label) : NULL;
  note->node = cog_pdf_tagged_add_node (self, parent, "aside", element);
  cog_xml_set (note->node, "role", "doc-footnote");
  cog_pdf_tagged_write_blocks (self, element, note->node);
  if (note->label == NULL)
    note->label = take_number (note->node);
  cog_pdf_tagged_extend (self, element, TRUE, &extent);
  note->page = extent.page;
  note->box = extent.box;
  g_ptr_array_add (self->notes, note);
}

/* The note in whose first line a link leads. */
static CogPdfTaggedNote *
find_target_note (CogPdfTagged *self, const CogPdfTaggedLink *link)
{
  CogPdfTaggedNote *best = NULL;
  double least = 30;

  for (guint i = 0; i < self->notes->len; i++)
    {
      CogPdfTaggedNote *note = g_ptr_array_index (self->notes, i);
      double distance = fabs (note->box.y - link->y);

      if (note->page == link->page && distance < least)
        {
          least = distance;
          best = note;
        }
    }
  return best;
}

/* Whether a block stands beside the place, in another column. */
static gboolean
is_beside (const CogPdfTaggedBlock *block, const CogPdfTaggedLink *link)
{
  return link->x > 0 && (link->x < block->box.x - 20 || link->x > block->box.x + block->box.width);
}

/* The first block at or below the place; what begins a little above it stands on its line. */
static const CogPdfTaggedBlock *
find_target_block (CogPdfTagged *self, const CogPdfTaggedLink *link)
{
  const CogPdfTaggedBlock *best = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const CogPdfTaggedBlock *block = &g_array_index (self->blocks, CogPdfTaggedBlock, i);
      double distance = block->box.y - link->y;

      if (block->page != link->page)
        continue;
      distance = distance < -4 ? 1000 - distance : distance;
      if (is_beside (block, link))
        distance += 500;
      if (distance < least)
        {
          least = distance;
          best = block;
        }
    }
  return best;
}

static void
make_call (xmlNode *link, CogPdfTaggedNote *note)
{
  g_autofree char *id = cog_xml_dup_attribute (note->node, "id");
  g_autofree char *href = g_strconcat ("#", id, NULL);

  xmlNodeSetName (link, BAD_CAST "a");
  cog_xml_set (link, "href", href);
  cog_xml_set (link, "role", "doc-noteref");
  note->is_called = TRUE;
}

/* "1." and "(1)" are the same number. (transfer full) */
static char *
dup_bare (const char *text)
{
  char *bare = g_strdup (text + strspn (text, " ([{"));

  for (gsize n = strlen (bare); n > 1 && strchr (" .,:)]}", bare[n - 1]) != NULL; n--)
    bare[n - 1] = '\0';
  return bare;
}

static gboolean
has_label (const CogPdfTaggedNote *note, const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);
  g_autofree char *said = dup_bare (text);
  g_autofree char *label = note->label != NULL ? dup_bare (note->label) : NULL;

  return label != NULL && said[0] != '\0' && g_str_equal (said, label);
}

/* The next note of that label that nothing has called yet; of two with the same number, the one on
 * the page. */
static CogPdfTaggedNote *
find_labelled_note (CogPdfTagged *self, const xmlNode *node)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      CogPdfTaggedNote *note = g_ptr_array_index (self->notes, i);

      if (!note->is_called && has_label (note, node))
        return note;
    }
  return NULL;
}

static void
settle_link (CogPdfTagged *self, xmlNode *node, const char *index)
{
  const CogPdfTaggedLink *link =
      &g_array_index (self->links, CogPdfTaggedLink, (guint)atoi (index));
  CogPdfTaggedNote *note = cog_pdf_tagged_is_in_note (node) ? NULL : find_target_note (self, link);
  const CogPdfTaggedBlock *block;

  cog_xml_set (node, "data-link", NULL);
  if (note != NULL && has_label (note, node))
    {
      make_call (node, note);
      return;
    }
  block = find_target_block (self, link);
  if (block != NULL)
    {
      g_autofree char *href = g_strconcat ("#", block->id, NULL);

      cog_xml_set (node, "href", href);
    }
}

void
cog_pdf_tagged_settle_links (CogPdfTagged *self, xmlNode *body)
{
  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      g_autofree char *index =
          cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "data-link") : NULL;

      if (index != NULL)
        settle_link (self, n, index);
    }
  /* Calls that lead nowhere by themselves: by their number. */
  for (xmlNode *n = body, *next; n != NULL; n = next)
    {
      g_autofree char *mark =
          cog_xml_is (n, NULL, "span") ? cog_xml_dup_attribute (n, "data-call") : NULL;
      gboolean is_raised = cog_xml_is (n, NULL, "sup") && !cog_xml_is (n->parent, NULL, "a");
      CogPdfTaggedNote *note;

      next = cog_xml_next_in (body, n);
      if (mark == NULL && !is_raised)
        continue;
      note = cog_pdf_tagged_is_in_note (n) ? NULL : find_labelled_note (self, n);
      if (mark != NULL)
        cog_xml_set (n, "data-call", NULL);
      if (note != NULL)
        make_call (n, note);
    }
  cog_pdf_tagged_make_calls (body);
}
