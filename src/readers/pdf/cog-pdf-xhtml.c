/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-xhtml.h"

#include "cog-pdf-scan.h"
#include "cog-xml.h"

#include <math.h>
#include <string.h>

#define PLACE "#pdf-place-" /* a link to a place, until all is written */

typedef struct
{
  guint page;
  double y;
  char *id;
} Anchor;

/* What a word looks like beside its neighbours. */
typedef struct
{
  gboolean bold, italic, fixed, raised, lowered;
  const CogPdfLink *link;
  const char *note; /* the id of the note that it calls */
} Look;

static void
anchor_clear (Anchor *anchor)
{
  g_free (anchor->id);
}

CogPdfXhtml *
cog_pdf_xhtml_new (const CogPdfFile *file, CogBook *book, GPtrArray *pages)
{
  CogPdfXhtml *self = g_new0 (CogPdfXhtml, 1);
  xmlNode *root;

  g_return_val_if_fail (file != NULL && book != NULL && pages != NULL, NULL);

  self->file = file;
  self->book = book;
  self->pages = pages;
  self->document = xmlNewDoc (BAD_CAST "1.0");
  root = xmlNewDocNode (self->document, NULL, BAD_CAST "html", NULL);
  self->xhtml = xmlNewNs (root, BAD_CAST COG_NS_XHTML, NULL);
  self->epub = xmlNewNs (root, BAD_CAST COG_NS_EPUB, BAD_CAST "epub");
  xmlSetNs (root, self->xhtml);
  xmlDocSetRootElement (self->document, root);
  self->counters = g_new0 (guint, file->n_pages + 1);
  self->anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  g_array_set_clear_func (self->anchors, (GDestroyNotify)anchor_clear);
  self->references = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
cog_pdf_xhtml_free (CogPdfXhtml *self)
{
  if (self == NULL)
    return;
  xmlFreeDoc (self->document);
  g_free (self->counters);
  g_array_unref (self->anchors);
  g_hash_table_unref (self->references);
  g_free (self);
}

xmlNode *
cog_pdf_xhtml_add (CogPdfXhtml *self, xmlNode *parent, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  if (parent == NULL)
    parent = xmlDocGetRootElement (self->document);
  return xmlNewChild (parent, self->xhtml, BAD_CAST name, NULL);
}

char *
cog_pdf_xhtml_set_place (CogPdfXhtml *self, xmlNode *element, guint page, const CogPdfBox *box)
{
  Anchor anchor = { page, box != NULL ? box->y : 0, NULL };
  char *id;

  g_return_val_if_fail (self != NULL && element != NULL, NULL);
  g_return_val_if_fail (page >= 1 && page <= self->file->n_pages, NULL);

  id = g_strdup_printf ("p%u-%u", page, ++self->counters[page]);
  cog_xml_set (element, "id", id);
  if (box != NULL)
    {
      CogSourcePlace place = { page, box->x, box->y, box->width, box->height };

      cog_book_set_place (self->book, id, &place);
    }
  anchor.id = g_strdup (id);
  g_array_append_val (self->anchors, anchor);
  return id;
}

xmlNode *
cog_pdf_xhtml_add_block (
    CogPdfXhtml *self, xmlNode *parent, const char *name, guint page, const CogPdfBox *box)
{
  xmlNode *element = cog_pdf_xhtml_add (self, parent, name);

  g_free (cog_pdf_xhtml_set_place (self, element, page, box));
  return element;
}

static const CogPdfLink *
find_link (const CogPdfXhtml *self, const CogPdfPiece *piece)
{
  const CogPdfPage *page = piece->page >= 1 && piece->page <= self->pages->len
                               ? self->pages->pdata[piece->page - 1]
                               : NULL;
  double x = piece->word->x + piece->word->width / 2;
  double y = piece->word->y + piece->word->height * 0.55;

  for (guint i = 0; page != NULL && i < page->links->len; i++)
    {
      const CogPdfLink *link = &g_array_index (page->links, CogPdfLink, i);
      const CogPdfBox *box = &link->box;

      if (x >= box->x && x <= box->x + box->width && y >= box->y && y <= box->y + box->height)
        return link;
    }
  return NULL;
}

static Look
get_look (const CogPdfXhtml *self, const CogPdfPiece *piece, CogPdfPlain plain)
{
  const CogPdfFont *font = cog_pdf_file_get_font (self->file, piece->word->font);
  Look look = {
    .bold = font->is_bold && !(plain & COG_PDF_PLAIN_BOLD),
    .italic = font->is_italic && !(plain & COG_PDF_PLAIN_ITALIC),
    .fixed = font->is_fixed && !(plain & COG_PDF_PLAIN_FIXED),
    .raised = piece->word->is_raised,
    .lowered = piece->word->is_lowered,
    .link = find_link (self, piece),
    .note = g_hash_table_lookup (self->references, piece->word),
  };

  return look;
}

static gboolean
are_equal (const Look *a, const Look *b)
{
  gboolean same_link =
      a->link == b->link ||
      (a->link != NULL && b->link != NULL && g_strcmp0 (a->link->uri, b->link->uri) == 0 &&
       a->link->page == b->link->page && fabs (a->link->y - b->link->y) < 0.01);

  return a->bold == b->bold && a->italic == b->italic && a->fixed == b->fixed &&
         a->raised == b->raised && a->lowered == b->lowered && same_link && a->note == b->note;
}

static xmlNode *
open_link (CogPdfXhtml *self, xmlNode *parent, const Look *look)
{
  g_autofree char *href = NULL;
  xmlNode *link;

  if (look->note != NULL)
    href = g_strconcat ("#", look->note, NULL);
  else if (look->link != NULL && look->link->uri != NULL)
    href = g_strdup (look->link->uri);
  else if (look->link != NULL)
    href = g_strdup_printf (PLACE "%u-%d", look->link->page, (int)(look->link->y * 10));
  if (href == NULL)
    return parent;
  link = cog_pdf_xhtml_add (self, parent, "a");
  cog_xml_set (link, "href", href);
  if (look->note != NULL)
    {
      xmlSetNsProp (link, self->epub, BAD_CAST "type", BAD_CAST "noteref");
      cog_xml_set (link, "role", "doc-noteref");
    }
  return link;
}

static void
add_run (CogPdfXhtml *self, xmlNode *parent, const Look *look, const char *text)
{
  xmlNode *node = open_link (self, parent, look);

  if (look->bold)
    node = cog_pdf_xhtml_add (self, node, "strong");
  if (look->italic)
    node = cog_pdf_xhtml_add (self, node, "em");
  if (look->fixed)
    node = cog_pdf_xhtml_add (self, node, "code");
  if (look->note == NULL && (look->raised || look->lowered))
    node = cog_pdf_xhtml_add (self, node, look->raised ? "sup" : "sub");
  xmlAddChild (node, xmlNewText (BAD_CAST text));
}

static void
append_word (GString *text, const CogPdfPiece *piece)
{
  const char *start = g_utf8_offset_to_pointer (piece->word->text, piece->skip);
  const char *end = start + strlen (start);

  if (piece->drops_hyphen && end > start)
    end = g_utf8_prev_char (end);
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) != 0xad)
      g_string_append_unichar (text, g_utf8_get_char (p));
}

/* A picture that a symbol font has as a letter, such as the badge before an author's name. */
static gboolean
is_icon (const CogPdfPiece *piece)
{
  const char *text = g_utf8_offset_to_pointer (piece->word->text, piece->skip);

  return *text != '\0' && *g_utf8_next_char (text) == '\0' &&
         cog_pdf_letter_is_meaningless (g_utf8_get_char (text));
}

/* Whether the words before or after an icon lead to the same address: then it says nothing. */
static gboolean
is_told_beside (const CogPdfXhtml *self, const GArray *pieces, guint i, const CogPdfLink *link)
{
  guint beside[] = { i - 1, i + 1 }; /* before the first: beyond the last */

  if (link == NULL || link->uri == NULL || !is_icon (&g_array_index (pieces, CogPdfPiece, i)))
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS (beside); k++)
    if (beside[k] < pieces->len)
      {
        const CogPdfPiece *piece = &g_array_index (pieces, CogPdfPiece, beside[k]);
        const CogPdfLink *other = find_link (self, piece);

        if (!is_icon (piece) && other != NULL && g_strcmp0 (other->uri, link->uri) == 0)
          return TRUE;
      }
  return FALSE;
}

/* A link has words (WCAG 2.4.4): an icon's are its address. */
static void
append_linked (GString *text, const CogPdfPiece *piece, const CogPdfLink *link)
{
  const char *uri = link != NULL && is_icon (piece) ? link->uri : NULL;
  const char *host = uri != NULL ? strstr (uri, "://") : NULL;

  if (uri == NULL)
    append_word (text, piece);
  else
    g_string_append (text, host != NULL ? host + strlen ("://") : uri);
}

void
cog_pdf_xhtml_append (CogPdfXhtml *self, xmlNode *parent, const GArray *pieces, CogPdfPlain plain)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Look look = { 0 };
  gboolean is_first = TRUE, space = FALSE;

  g_return_if_fail (self != NULL && parent != NULL && pieces != NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const CogPdfPiece *piece = &g_array_index (pieces, CogPdfPiece, i);
      Look next = get_look (self, piece, plain);

      space |= piece->space_before;
      if (is_told_beside (self, pieces, i, next.link))
        continue;
      if (is_first)
        look = next;
      else if (!are_equal (&look, &next))
        {
          if (text->len > 0)
            add_run (self, parent, &look, text->str);
          g_string_truncate (text, 0);
          look = next;
          /* A space between looks belongs to neither. */
          if (space)
            xmlAddChild (parent, xmlNewText (BAD_CAST " "));
        }
      else if (space)
        g_string_append_c (text, ' ');
      append_linked (text, piece, next.link);
      is_first = space = FALSE;
    }
  if (text->len > 0)
    add_run (self, parent, &look, text->str);
}

static int
compare_anchors (gconstpointer a, gconstpointer b)
{
  const Anchor *one = a, *two = b;

  if (one->page != two->page)
    return one->page < two->page ? -1 : 1;
  return one->y < two->y ? -1 : one->y > two->y;
}

/* The first that begins at the place or below it; a link to the top of a page may lead to a page
 * that has nothing of its own. */
static const char *
find_anchor (const CogPdfXhtml *self, guint page, double y)
{
  guint low = 0, high = self->anchors->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const Anchor *anchor = &g_array_index (self->anchors, Anchor, middle);

      if (anchor->page < page || (anchor->page == page && anchor->y < y - 3))
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->anchors->len)
    return low > 0 ? g_array_index (self->anchors, Anchor, low - 1).id : NULL;
  return g_array_index (self->anchors, Anchor, low).id;
}

void
cog_pdf_xhtml_link (CogPdfXhtml *self, xmlNode *root)
{
  g_return_if_fail (self != NULL && root != NULL);

  g_array_sort (self->anchors, compare_anchors);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;
      g_autofree char *found = NULL;
      const char *id;
      char *end;
      guint page;

      if (href == NULL || !g_str_has_prefix (href, PLACE))
        continue;
      page = (guint)strtoul (href + strlen (PLACE), &end, 10);
      id = find_anchor (self, page, *end == '-' ? strtol (end + 1, NULL, 10) / 10.0 : 0);
      found = id != NULL ? g_strconcat ("#", id, NULL) : NULL;
      cog_xml_set (n, "href", found);
    }
}
