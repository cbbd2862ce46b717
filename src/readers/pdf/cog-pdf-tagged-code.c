/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

#include <math.h>
#include <string.h>

/* Code on lines of its own, in one element or with an element for each line. */

#define MAX_STEP 2.6 /* from a line of code to the next, in heights of one */
#define MAX_INDENT 120

/* Code on lines of its own: words under an element, all in letters of one width, on two lines or
 * more. (transfer full) (nullable) */
static GArray *
collect_code (CogPdfTagged *self, const CogPdfElement *element, GArray *words, guint *page)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfKid *kid = &g_array_index (element->kids, CogPdfKid, i);
      guint n = 0;
      const guint *found = NULL;

      if (kid->element != NULL &&
          (kid->element->actual != NULL || collect_code (self, kid->element, words, page) == NULL))
        return NULL;
      if (kid->element == NULL)
        found = cog_pdf_tagged_find_words (self, kid, &n);
      if (n > 0 && *page != 0 && *page != kid->page)
        return NULL;
      *page = n > 0 ? kid->page : *page;
      for (guint k = 0; k < n; k++)
        {
          const CogPdfWord *word = &g_array_index (
              cog_pdf_tagged_get_page (self, kid->page)->page->words, CogPdfWord, found[k]);

          if (word->font >= self->file->fonts->len || word->is_rtl ||
              !cog_pdf_file_get_font (self->file, word->font)->is_fixed)
            return NULL;
          g_array_append_val (words, word);
        }
    }
  return words;
}

/* Letters of one width stand in columns: where a word begins tells the spaces before it. */
static char *
dup_words (const GArray *words)
{
  GString *text = g_string_new (NULL);
  const CogPdfWord *first = g_array_index (words, const CogPdfWord *, 0), *last = NULL;
  double left = G_MAXDOUBLE, advance = first->width / MAX (g_utf8_strlen (first->text, -1), 1);
  glong column = 0;

  for (guint i = 0; i < words->len; i++)
    left = MIN (left, g_array_index (words, const CogPdfWord *, i)->x);
  for (guint i = 0; i < words->len; i++)
    {
      const CogPdfWord *word = g_array_index (words, const CogPdfWord *, i);
      glong at = lround ((word->x - left) / MAX (advance, .5));

      if (last != NULL && fabs (word->baseline - last->baseline) > word->size * .4)
        {
          guint n =
              (guint)CLAMP (lround ((word->baseline - last->baseline) / (word->size * 1.6)), 1, 3);

          for (guint k = 0; k < n; k++)
            g_string_append_c (text, '\n');
          column = 0;
        }
      for (; column < MIN (at, 200); column++)
        g_string_append_c (text, ' ');
      g_string_append (text, word->text);
      column += g_utf8_strlen (word->text, -1);
      last = word;
    }
  return g_string_free (text, FALSE);
}

gboolean
cog_pdf_tagged_write_code (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (const CogPdfWord *));
  guint page = 0;
  const CogPdfWord *first, *last;
  g_autofree char *text = NULL;
  xmlNode *node;

  if (self->is_typewritten || collect_code (self, element, words, &page) == NULL || words->len < 2)
    return FALSE;
  first = g_array_index (words, const CogPdfWord *, 0);
  last = g_array_index (words, const CogPdfWord *, words->len - 1);
  if (last->baseline < first->baseline + first->size * .5)
    return FALSE;
  text = dup_words (words);
  node = cog_pdf_tagged_add_node (self, parent, "pre", element);
  xmlNodeAddContent (node, BAD_CAST text);
  return TRUE;
}

/* A paragraph that is nothing but code. */
xmlNode *
cog_pdf_tagged_get_code (const xmlNode *paragraph)
{
  xmlNode *code =
      paragraph != NULL && cog_xml_is (paragraph, NULL, "p") ? paragraph->children : NULL;

  return code != NULL && code->next == NULL && cog_xml_is (code, NULL, "code") &&
                 cog_xml_first_element (code) == NULL && code->children != NULL
             ? code
             : NULL;
}

static glong
count_letters (const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);

  return g_utf8_strlen (text, -1);
}

/* Whether one line of code stands below another. */
static gboolean
follows (const CogPdfTaggedBlock *line, const CogPdfTaggedBlock *next)
{
  double step = next->box.y - line->box.y;

  return line->page == next->page && step > line->box.height * .5 &&
         step < line->box.height * MAX_STEP;
}

/* How the lines of a run of code are set: the left edge, a letter's width, the least step. */
typedef struct
{
  double left, advance, step;
} Setting;

static Setting
measure_lines (CogPdfTagged *self, GHashTable *index, xmlNode *first, guint n)
{
  Setting setting = { G_MAXDOUBLE, 0, G_MAXDOUBLE };
  const CogPdfTaggedBlock *last = NULL;
  glong longest = 0;

  for (xmlNode *node = first; n > 0; n--, node = cog_xml_next_element (node))
    {
      const CogPdfTaggedBlock *block = cog_pdf_tagged_find_block (self, index, node);
      glong length = count_letters (node);

      setting.left = MIN (setting.left, block->box.x);
      if (length > longest)
        setting.advance = block->box.width / length;
      longest = MAX (longest, length);
      if (last != NULL)
        setting.step = MIN (setting.step, block->box.y - last->box.y);
      last = block;
    }
  return setting;
}

static char *
dup_code (CogPdfTagged *self, GHashTable *index, xmlNode *first, guint n)
{
  Setting setting = measure_lines (self, index, first, n);
  GString *text = g_string_new (NULL);
  const CogPdfTaggedBlock *last = NULL;

  for (xmlNode *node = first; n > 0; n--, node = cog_xml_next_element (node))
    {
      const CogPdfTaggedBlock *block = cog_pdf_tagged_find_block (self, index, node);
      g_autofree char *line = cog_xml_dup_text (node);
      glong indent = lround ((block->box.x - setting.left) / MAX (setting.advance, 1));

      if (last != NULL)
        g_string_append_c (text, '\n');
      if (last != NULL && block->box.y - last->box.y > 1.6 * setting.step)
        g_string_append_c (text, '\n');
      for (glong i = 0; i < MIN (indent, MAX_INDENT); i++)
        g_string_append_c (text, ' ');
      g_string_append (text, line);
      last = block;
    }
  return g_string_free (text, FALSE);
}

/* Makes one text of lines of code that are paragraphs each: what leads to one leads to all. */
static void
join_code (CogPdfTagged *self, GHashTable *index, xmlNode *first, guint n)
{
  g_autofree char *text = dup_code (self, index, first, n);
  CogPdfTaggedBlock *whole = cog_pdf_tagged_find_block (self, index, first);

  for (xmlNode *node = cog_xml_next_element (first), *next; n > 1; n--, node = next)
    {
      CogPdfTaggedBlock *block = cog_pdf_tagged_find_block (self, index, node);

      next = cog_xml_next_element (node);
      whole->box = cog_pdf_box_join (&whole->box, &block->box);
      g_free (block->id);
      block->id = g_strdup (whole->id);
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
  xmlNodeSetContent (first, NULL);
  xmlNodeAddContent (first, BAD_CAST text);
  xmlNodeSetName (first, BAD_CAST "pre");
  cog_pdf_tagged_tell_place (self, whole);
}

void
cog_pdf_tagged_take_code (CogPdfTagged *self, GHashTable *index, xmlNode *first)
{
  const CogPdfTaggedBlock *last = cog_pdf_tagged_find_block (self, index, first);
  xmlNode *node = first;
  guint n = 1;

  while (last != NULL)
    {
      const CogPdfTaggedBlock *next;

      node = cog_xml_next_element (node);
      next = cog_pdf_tagged_get_code (node) != NULL ? cog_pdf_tagged_find_block (self, index, node)
                                                    : NULL;
      if (next == NULL || !follows (last, next))
        break;
      last = next;
      n++;
    }
  if (last != NULL && (n > 1 || !cog_xml_is (first->parent, NULL, "li")))
    join_code (self, index, first, n);
}
