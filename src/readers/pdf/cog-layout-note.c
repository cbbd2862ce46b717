/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-parts.h"

#include <string.h>

#define SMALLER 0.95 /* than the running text */
#define MAX_SIGNS 4  /* of the number of a note */

/* The signs that notes are called by: a number, or stars and daggers. */
static gboolean
is_call (const char *text)
{
  glong n = g_utf8_strlen (text, -1);

  if (n == 0 || n > MAX_SIGNS)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isdigit (c) && c != '*' && c != 0x2020 && c != 0x2021 && c != 0xa7)
        return FALSE;
    }
  return TRUE;
}

/* The number that a block begins with, as a word or before its text: "3", "3.", "[3]".
 * (transfer full) (nullable) */
static char *
dup_number (const CogLayoutBlock *block, guint *n_letters)
{
  const CogLayoutLine *line = block->lines->pdata[0];
  const CogPdfWord *word = line->words->pdata[0];
  const char *start = word->text[0] == '[' || word->text[0] == '(' ? word->text + 1 : word->text;
  gsize length = strlen (start);
  g_autofree char *number = NULL;

  if (line->words->len < 2)
    return NULL;
  while (length > 0 && strchr (".)]:", start[length - 1]) != NULL)
    length--;
  number = g_strndup (start, length);
  if (!is_call (number))
    return NULL;
  *n_letters = (guint)g_utf8_strlen (word->text, -1) +
               ((const CogPdfWord *)line->words->pdata[1])->space_before;
  return g_steal_pointer (&number);
}

static gboolean
may_be_note (const CogLayoutBlock *block, const CogLayoutBody *body)
{
  return (block->kind == COG_LAYOUT_PARAGRAPH || block->kind == COG_LAYOUT_ITEM) &&
         block->lines->len > 0 &&
         ((CogLayoutLine *)block->lines->pdata[0])->size < SMALLER * body->size;
}

/* The raised word on the same page, before the note, that has its number. (nullable) */
static const CogPdfWord *
find_call (GPtrArray *blocks, guint note, guint page, const char *number, GHashTable *references)
{
  for (guint i = note; i > 0; i--)
    {
      const CogLayoutBlock *block = blocks->pdata[i - 1];

      if (block->page + 1 < page)
        break;
      if (block->kind == COG_LAYOUT_NOTE)
        continue;
      for (guint k = 0; k < block->lines->len; k++)
        {
          const CogLayoutLine *line = block->lines->pdata[k];

          for (guint w = k == 0 ? 1 : 0; line->page == page && w < line->words->len; w++)
            {
              const CogPdfWord *word = line->words->pdata[w];

              if (word->is_raised && g_str_equal (word->text, number) &&
                  !g_hash_table_contains (references, word))
                return word;
            }
        }
    }
  return NULL;
}

static void
make_note (CogLayoutBlock *block,
           const CogPdfWord *call,
           guint n_letters,
           guint number,
           GHashTable *references)
{
  block->kind = COG_LAYOUT_NOTE;
  block->label.n_letters = n_letters;
  block->id = g_strdup_printf ("note-%u", number);
  g_hash_table_insert (references, (gpointer)call, g_strdup (block->id));
}

/* The only word that a link stands on, where it is a number or a mark. (nullable) */
static const CogPdfWord *
find_linked_call (const CogPdfPage *page, const CogPdfLink *link)
{
  const CogPdfWord *found = NULL;

  for (guint i = 0; i < page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
      double x = word->x + word->width / 2, y = word->y + word->height / 2;

      if (word->is_artifact || x < link->box.x || x > link->box.x + link->box.width ||
          y < link->box.y || y > link->box.y + link->box.height)
        continue;
      if (found != NULL || !is_call (word->text))
        return NULL;
      found = word;
    }
  return found;
}

/* What begins at the place that a link leads to, if it may be a note. (nullable) */
static CogLayoutBlock *
find_linked_note (GPtrArray *blocks, const CogPdfLink *link, const CogLayoutBody *body)
{
  CogLayoutBlock *found = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      CogLayoutBlock *block = blocks->pdata[i];

      if (block->page != link->page || block->lines->len == 0 ||
          block->box.y + 0.5 * body->size < link->y || block->box.x + block->box.width < link->x)
        continue;
      if (found == NULL || block->box.y < found->box.y)
        found = block;
    }
  return found != NULL && found->box.y < link->y + 3 * body->size && may_be_note (found, body)
             ? found
             : NULL;
}

/* Programs that have no place for notes set them somewhere, and link their numbers to them. */
static void
find_linked (GPtrArray *pages,
             GPtrArray *blocks,
             const CogLayoutBody *body,
             guint *n_notes,
             GHashTable *references)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const CogPdfPage *page = pages->pdata[i];

      for (guint k = 0; page != NULL && k < page->links->len; k++)
        {
          const CogPdfLink *link = &g_array_index (page->links, CogPdfLink, k);
          const CogPdfWord *call =
              link->page >= page->number ? find_linked_call (page, link) : NULL;
          CogLayoutBlock *block = call != NULL && !g_hash_table_contains (references, call)
                                      ? find_linked_note (blocks, link, body)
                                      : NULL;
          guint n_letters = 0;

          /* What stands on the line of the call is no note of it. */
          if (block == NULL || (block->page == page->number && block->box.y < call->y))
            continue;
          g_free (dup_number (block, &n_letters));
          make_note (block, call, n_letters, ++*n_notes, references);
        }
    }
}

void
cog_layout_find_notes (GPtrArray *pages,
                       GPtrArray *blocks,
                       const CogLayoutBody *body,
                       GHashTable *references)
{
  guint n_notes = 0;

  g_return_if_fail (pages != NULL && blocks != NULL && body != NULL && references != NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      CogLayoutBlock *block = blocks->pdata[i];
      guint n_letters = 0;
      g_autofree char *number = may_be_note (block, body) ? dup_number (block, &n_letters) : NULL;
      const CogPdfWord *call =
          number != NULL ? find_call (blocks, i, block->page, number, references) : NULL;

      if (call != NULL)
        make_note (block, call, n_letters, ++n_notes, references);
    }
  find_linked (pages, blocks, body, &n_notes, references);
}
