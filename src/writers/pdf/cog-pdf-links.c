/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-finish-private.h"

static void
append_destination (CogPdfFile *file, GString *out, const CogPdfPlace *place)
{
  g_string_append_printf (out, "[ %d 0 R /XYZ null", file->page_ids[place->sheet]);
  cog_pdf_append_number (out, place->top);
  g_string_append (out, " null ]");
}

/* RFC 3986: what may not stand in an address as it is. */
static char *
escape_uri (const char *uri)
{
  GString *out = g_string_new (NULL);

  for (const guchar *p = (const guchar *)uri; *p != '\0'; p++)
    if (*p <= 0x20 || *p >= 0x7f || *p == '"' || *p == '<' || *p == '>')
      g_string_append_printf (out, "%%%02X", *p);
    else
      g_string_append_c (out, (char)*p);
  return g_string_free (out, FALSE);
}

static gboolean
append_target (CogPdfFile *file, GString *out, const CogPdfAnnotation *annotation)
{
  g_autofree char *uri = NULL;

  if (annotation->href[0] == '#')
    {
      const CogPdfPlace *place =
          g_hash_table_lookup (file->finish->canvas->places, annotation->href + 1);
      if (place == NULL)
        return FALSE;
      g_string_append (out, " /Dest ");
      append_destination (file, out, place);
      return TRUE;
    }
  uri = escape_uri (annotation->href);
  g_string_append (out, " /A << /S /URI /URI ");
  cog_pdf_append_string (out, uri);
  g_string_append (out, " >>");
  return TRUE;
}

/* A link whose target is not in this edition is text. */
static void
drop_link (CogPdfTag *tag)
{
  tag->type = "Span";
}

void
cog_pdf_links_write (CogPdfFile *file)
{
  const GArray *annotations = file->finish->canvas->annotations;
  g_autoptr (GString) text = g_string_new (NULL);

  file->annotation_ids = g_new0 (gint, annotations->len + 1);
  for (guint i = 0; i < annotations->len; i++)
    {
      const CogPdfAnnotation *annotation = &g_array_index (annotations, CogPdfAnnotation, i);

      g_string_assign (text, "<< /Type /Annot /Subtype /Link /Border [ 0 0 0 ] /F 4 /Rect [");
      cog_pdf_append_number (text, annotation->left);
      cog_pdf_append_number (text, annotation->bottom);
      cog_pdf_append_number (text, annotation->right);
      cog_pdf_append_number (text, annotation->top);
      g_string_append_printf (text, " ] /StructParent %u /Contents ", file->n_sheets + i);
      cog_pdf_append_string (text, annotation->contents);
      if (!append_target (file, text, annotation))
        {
          drop_link (annotation->tag);
          continue;
        }
      g_string_append (text, " >>");
      file->annotation_ids[i] = cog_pdf_file_reserve (file);
      cog_pdf_file_put (file, file->annotation_ids[i], text->str);
    }
}

typedef struct
{
  const CogPdfEntry *entry;
  const CogPdfPlace *place;
  gint id;
  gint parent, previous, next, first, last; /* indices; -1: none */
  guint depth, n_below;
} Node;

#define NODE(nodes, i) (&g_array_index ((nodes), Node, (guint)(i)))

static void
link_node (GArray *nodes, gint index, gint *latest)
{
  Node *node = NODE (nodes, index);

  node->parent = node->depth > 0 ? latest[node->depth - 1] : -1;
  node->previous = latest[node->depth];
  if (node->previous >= 0 && NODE (nodes, node->previous)->parent == node->parent)
    NODE (nodes, node->previous)->next = index;
  else
    node->previous = -1;
  if (node->parent >= 0)
    {
      Node *parent = NODE (nodes, node->parent);
      parent->first = parent->first < 0 ? index : parent->first;
      parent->last = index;
      parent->n_below++;
    }
  latest[node->depth] = index;
  for (guint d = node->depth + 1; d < 8; d++)
    latest[d] = -1;
}

static GArray *
make_nodes (CogPdfFile *file)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  gint latest[8] = { -1, -1, -1, -1, -1, -1, -1, -1 };
  guint previous = 0;

  for (guint i = 0; i < file->finish->entries->len; i++)
    {
      const CogPdfEntry *entry = &g_array_index (file->finish->entries, CogPdfEntry, i);
      const CogPdfPlace *place = g_hash_table_lookup (file->finish->canvas->places, entry->id);
      Node node = { entry, place, 0, -1, -1, -1, -1, -1, 0, 0 };

      if (place == NULL)
        continue;
      node.depth = MIN (entry->depth, nodes->len == 0 ? 0 : MIN (previous + 1, 7));
      previous = node.depth;
      node.id = cog_pdf_file_reserve (file);
      g_array_append_val (nodes, node);
      link_node (nodes, (gint)nodes->len - 1, latest);
    }
  return nodes;
}

static void
append_reference (GString *text, GArray *nodes, const char *key, gint index)
{
  if (index >= 0)
    g_string_append_printf (text, " /%s %d 0 R", key, NODE (nodes, index)->id);
}

void
cog_pdf_outline_write (CogPdfFile *file, qpdf_oh root)
{
  g_autoptr (GArray) nodes = make_nodes (file);
  g_autoptr (GString) text = g_string_new (NULL);
  gint outline, last = -1;
  guint n_top = 0;

  qpdf_oh_remove_key (file->qpdf, root, "/Outlines");
  if (nodes->len == 0)
    return;
  outline = cog_pdf_file_reserve (file);
  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = NODE (nodes, i);

      g_string_assign (text, "<< /Title ");
      cog_pdf_append_string (text, node->entry->title);
      g_string_append (text, " /Dest ");
      append_destination (file, text, node->place);
      g_string_append_printf (text, " /Parent %d 0 R",
                              node->parent >= 0 ? NODE (nodes, node->parent)->id : outline);
      append_reference (text, nodes, "Prev", node->previous);
      append_reference (text, nodes, "Next", node->next);
      append_reference (text, nodes, "First", node->first);
      append_reference (text, nodes, "Last", node->last);
      /* Closed: the window opens on the chapters. */
      if (node->n_below > 0)
        g_string_append_printf (text, " /Count -%u", node->n_below);
      g_string_append (text, " >>");
      cog_pdf_file_put (file, node->id, text->str);
      if (node->parent < 0)
        {
          last = (gint)i;
          n_top++;
        }
    }
  g_string_printf (text, "<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %u >>",
                   NODE (nodes, 0)->id, NODE (nodes, last)->id, n_top);
  cog_pdf_file_put (file, outline, text->str);
  g_string_printf (text, "%d 0 R", outline);
  cog_pdf_file_set (file, root, "/Outlines", text->str);
  cog_pdf_file_set (file, root, "/PageMode", "/UseOutlines");
}
