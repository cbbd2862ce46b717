/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

#include <math.h>
#include <string.h>

/* Some programs tag each line as a paragraph, as Word does with text that was pasted from another
 * PDF. */

#define ONE_LINE 1.9    /* times the usual height of the least high ones: more is two lines */
#define NEXT_LINE 1.9   /* heights from a line to the next one of its paragraph, at most */
#define FULL .85        /* of the widest line: a paragraph's inner lines are as wide */
#define LEAST_BROKEN 6  /* sentences that go on in the next paragraph */
#define MANY_BROKEN .25 /* of the pairs of single lines */

typedef struct
{
  xmlNode *node;
  const CogPdfTaggedBlock *block;
} Line;

static gunichar
get_last_letter (const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);

  return text[0] != '\0' ? g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) : 0;
}

static gunichar
get_first_letter (const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);

  return g_utf8_get_char (text);
}

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == ':' || c == '!' || c == '?' || c == 0x061f || c == 0x3002 || c == 0x06d4;
}

/* Paragraphs of one line each. (element-type Line) (transfer full) */
static GArray *
find_lines (CogPdfTagged *self, GHashTable *index, xmlNode *body)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  double least = G_MAXDOUBLE;
  guint kept = 0;

  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      Line line = { n,
                    cog_xml_is (n, NULL, "p") ? cog_pdf_tagged_find_block (self, index, n) : NULL };

      if (line.block == NULL || line.block->box.height <= 0 ||
          xmlHasProp (n, BAD_CAST "data-caption"))
        continue;
      least = MIN (least, line.block->box.height);
      g_array_append_val (lines, line);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      Line line = g_array_index (lines, Line, i);

      /* Small print beside it does not make a line of text two. */
      if (line.block->box.height < ONE_LINE * MAX (least, 8))
        g_array_index (lines, Line, kept++) = line;
    }
  g_array_set_size (lines, kept);
  return lines;
}

/* Whether a line stands right below another one, beside no other block. */
static gboolean
follows (const Line *line, const Line *next)
{
  double step = next->block->box.y - line->block->box.y;

  return cog_xml_next_element (line->node) == next->node &&
         line->block->page == next->block->page && step > .5 * line->block->box.height &&
         step < NEXT_LINE * line->block->box.height;
}

/* Whether a sentence goes on in the next line. */
static gboolean
is_broken (const Line *line, const Line *next)
{
  return !ends_sentence (get_last_letter (line->node)) &&
         g_unichar_islower (get_first_letter (next->node));
}

static gboolean
is_flat (const GArray *lines)
{
  guint n_pairs = 0, n_broken = 0;

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (!follows (line, line + 1))
        continue;
      n_pairs++;
      n_broken += is_broken (line, line + 1);
    }
  return n_broken >= LEAST_BROKEN && n_broken > n_pairs * MANY_BROKEN;
}

/* How wide the lines around one are, those that begin where it does. */
static double
get_widest (const GArray *lines, guint i)
{
  const CogPdfTaggedBlock *block = g_array_index (lines, Line, i).block;
  double widest = 0;

  for (guint k = i > 20 ? i - 20 : 0; k < MIN (lines->len, i + 20); k++)
    {
      const CogPdfTaggedBlock *other = g_array_index (lines, Line, k).block;

      if (fabs (other->box.x - block->box.x) < 40)
        widest = MAX (widest, other->box.width);
    }
  return widest;
}

static gboolean
is_one_paragraph (const GArray *lines, guint i)
{
  const Line *line = &g_array_index (lines, Line, i), *next = line + 1;
  double indent = next->block->box.x - line->block->box.x;

  if (!follows (line, next) || line->block->box.width < FULL * get_widest (lines, i))
    return FALSE;
  if (is_broken (line, next))
    return TRUE;
  return !ends_sentence (get_last_letter (line->node)) && indent < line->block->box.height;
}

/* "under-" and "standing" become one word. */
static gboolean
drop_hyphen (xmlNode *node, const xmlNode *next)
{
  xmlNode *last = node->last;
  gsize length;

  if (last == NULL || last->type != XML_TEXT_NODE || !g_unichar_islower (get_first_letter (next)))
    return FALSE;
  length = strlen ((const char *)last->content);
  if (length < 2 || last->content[length - 1] != '-')
    return FALSE;
  last->content[length - 1] = '\0';
  return TRUE;
}

static void
join (Line *line, Line *next)
{
  CogPdfTaggedBlock *block = (CogPdfTaggedBlock *)line->block,
                    *gone = (CogPdfTaggedBlock *)next->block;

  if (!drop_hyphen (line->node, next->node))
    xmlNodeAddContent (line->node, BAD_CAST " ");
  while (next->node->children != NULL)
    {
      xmlNode *child = next->node->children;

      xmlUnlinkNode (child);
      xmlAddChild (line->node, child);
    }
  xmlUnlinkNode (next->node);
  xmlFreeNode (next->node);
  block->box = cog_pdf_box_join (&block->box, &gone->box);
  g_free (gone->id);
  gone->id = g_strdup (block->id);
}

void
cog_pdf_tagged_join_lines (CogPdfTagged *self, GHashTable *index, xmlNode *body)
{
  g_autoptr (GArray) lines = find_lines (self, index, body);
  g_autoptr (GArray) joins = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!is_flat (lines))
    return;
  for (guint i = 0; i + 1 < lines->len; i++)
    if (is_one_paragraph (lines, i))
      g_array_append_val (joins, i);
  /* From the end, so that what was judged stays where it was. */
  for (guint k = joins->len; k > 0; k--)
    {
      Line *line = &g_array_index (lines, Line, g_array_index (joins, guint, k - 1));

      join (line, line + 1);
    }
  for (guint i = 0; i < self->blocks->len; i++)
    cog_pdf_tagged_tell_place (self, &g_array_index (self->blocks, CogPdfTaggedBlock, i));
}
