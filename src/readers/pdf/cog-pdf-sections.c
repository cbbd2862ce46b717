/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-sections.h"

#include "cog-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIN_CHAPTERS 2
#define MIN_PAGES 6 /* a leaflet has no more sections than its highest headings say */

typedef struct
{
  xmlNode *body;
  guint depth; /* from 1: it may stand below others; 0: it does not */
  char *title; /* that the file says (nullable) */
} Part;

static void
part_clear (gpointer data)
{
  g_free (((Part *)data)->title);
}

CogPdfSections *
cog_pdf_sections_new (void)
{
  CogPdfSections *self = g_new0 (CogPdfSections, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
  return self;
}

void
cog_pdf_sections_free (CogPdfSections *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_free (self);
}

guint
cog_pdf_sections_find_level (guint n_pages, const guint *counts)
{
  g_return_val_if_fail (counts != NULL, 0);

  for (guint level = 1; level <= (n_pages >= MIN_PAGES ? 2 : 1); level++)
    if (counts[level] >= MIN_CHAPTERS)
      return level;
  return 0;
}

xmlNode *
cog_pdf_sections_add (CogPdfSections *self)
{
  Part part = { 0 };

  g_return_val_if_fail (self != NULL && self->xhtml != NULL, NULL);

  part.body = cog_pdf_xhtml_add (self->xhtml, NULL, "body");
  g_array_append_val (self->parts, part);
  return part.body;
}

/* 0: it is no heading. */
static guint
get_level (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->name[0] == 'h' &&
                 g_ascii_isdigit ((char)node->name[1]) && node->name[2] == '\0'
             ? (guint)(node->name[1] - '0')
             : 0;
}

static guint
find_level (const CogPdfSections *self, const xmlNode *all)
{
  guint counts[10] = { 0 };

  for (xmlNode *n = cog_xml_first_element (all); n != NULL; n = cog_xml_next_element (n))
    counts[get_level (n)]++;
  return cog_pdf_sections_find_level (self->xhtml->file->n_pages, counts);
}

/* What an edition of ours says of a section that begins here; 0: nothing. */
static guint
take_depth (xmlNode *node, char **title)
{
  g_autofree char *depth = cog_xml_dup_attribute (node, "data-section");

  *title = cog_xml_dup_attribute (node, "data-title");
  cog_xml_set (node, "data-section", NULL);
  cog_xml_set (node, "data-title", NULL);
  return depth != NULL ? (guint)g_ascii_strtoull (depth, NULL, 10) : 0;
}

void
cog_pdf_sections_cut (CogPdfSections *self, xmlNode *all, gboolean is_own)
{
  xmlNode *body = NULL;
  guint level;

  g_return_if_fail (self != NULL && self->xhtml != NULL && all != NULL);

  level = is_own ? 0 : find_level (self, all);
  for (xmlNode *n = all->children, *next; n != NULL; n = next)
    {
      g_autofree char *title = NULL;
      guint depth = take_depth (n, &title);
      gboolean is_start = depth > 0 || (get_level (n) > 0 && get_level (n) <= level);

      next = n->next;
      if (body == NULL || (is_start && body->children != NULL))
        {
          Part *part;

          body = cog_pdf_sections_add (self);
          part = &g_array_index (self->parts, Part, self->parts->len - 1);
          part->depth = depth;
          part->title = g_steal_pointer (&title);
        }
      xmlUnlinkNode (n);
      xmlAddChild (body, n);
    }
  xmlUnlinkNode (all);
  xmlFreeNode (all);
}

static char *
dup_heading (const xmlNode *body)
{
  for (xmlNode *n = cog_xml_first_element (body); n != NULL; n = cog_xml_next_element (n))
    if (get_level (n) > 0)
      return cog_xml_dup_folded_text (n);
  return NULL;
}

char *
cog_pdf_sections_dup_title (const CogPdfSections *self)
{
  char *title = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->parts->len && title == NULL; i++)
    title = dup_heading (g_array_index (self->parts, Part, i).body);
  return title;
}

/* Where a section goes: below the last one of a lesser depth. open: (element-type CogSection): that
 * are not closed, and how deep they are. */
static GPtrArray *
find_siblings (CogBook *book, GPtrArray *open, GArray *depths, guint depth)
{
  while (open->len > 0 && g_array_index (depths, guint, depths->len - 1) >= depth)
    {
      g_ptr_array_set_size (open, (int)open->len - 1);
      g_array_set_size (depths, depths->len - 1);
    }
  return open->len > 0 ? ((CogSection *)open->pdata[open->len - 1])->children : book->sections;
}

/* Whether the first heading comes before any text: it is about all that follows. */
static gboolean
begins_with_heading (const xmlNode *body)
{
  const xmlNode *n = cog_xml_first_element (body);

  while (n != NULL && cog_xml_is (n, NULL, "figure"))
    n = cog_xml_next_element (n);
  return n != NULL && get_level (n) > 0;
}

static CogSection *
new_section (const CogPdfSections *self, const CogBook *book, guint i)
{
  const Part *part = &g_array_index (self->parts, Part, i);
  g_autofree char *id = g_strdup_printf ("pages-%u", i + 1);
  CogSection *section = cog_section_new (id, NULL);

  if (part->title != NULL)
    section->title = g_strdup (part->title);
  else if (i > 0 || begins_with_heading (part->body))
    section->title = dup_heading (part->body);
  if (section->title == NULL || section->title[0] == '\0')
    {
      g_free (section->title);
      section->title = g_strdup (book->credit->title);
    }
  section->origin = g_strdup (self->xhtml->file->name);
  return section;
}

/* (element-type CogSection) (transfer container): all of them, in order */
static GPtrArray *
add_sections (const CogPdfSections *self, CogNormalizer *normalizer, CogBook *book)
{
  GPtrArray *all = g_ptr_array_new ();
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GArray) depths = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->parts->len; i++)
    {
      guint depth = g_array_index (self->parts, Part, i).depth;
      CogSection *section = new_section (self, book, i);

      g_ptr_array_add (find_siblings (book, open, depths, depth), section);
      g_ptr_array_add (all, section);
      if (depth > 0)
        {
          g_ptr_array_add (open, section);
          g_array_append_val (depths, depth);
        }
      cog_normalizer_declare (normalizer, section->id, section->id);
    }
  return all;
}

gboolean
cog_pdf_sections_take (CogPdfSections *self,
                       CogNormalizer *normalizer,
                       CogBook *book,
                       const CogProgress *progress,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (self != NULL && normalizer != NULL && book != NULL, FALSE);

  cog_normalizer_set_plain_ids (normalizer);
  all = add_sections (self, normalizer, book);
  for (guint i = 0; i < all->len; i++)
    {
      CogSection *section = all->pdata[i];

      cog_progress_tell (progress, 0.8 + 0.15 * i / all->len, _ ("Reading pages…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      cog_normalizer_take (normalizer, section->id, g_array_index (self->parts, Part, i).body,
                           section);
    }
  return TRUE;
}
