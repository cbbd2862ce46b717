/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-source-page.h"

#include "cog-doubt.h"
#include "cog-source-words.h"

#include <string.h>

/* Sections at each end of the book, and paragraphs at each end of such a section, that are looked
 * at: notices stand on pages of their own, or at the ends of a page that is the whole work. */
#define N_SECTIONS 8
#define N_PARAGRAPHS 40
#define MAX_NOTICES 12

typedef struct
{
  CogBook *book;
  char *art; /* what is said of pictures without a credit */
  char *art_file;
  char *art_place;
} Reading;

static gboolean
is_paragraph (const xmlNode *node)
{
  return cog_xml_is (node, NULL, "p") || cog_xml_is (node, NULL, "li") ||
         cog_xml_is (node, NULL, "dd");
}

static gboolean
is_in_item (const xmlNode *node)
{
  for (const xmlNode *n = node->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, "figure") || cog_xml_is (n, NULL, "blockquote") ||
        cog_xml_is (n, NULL, "table"))
      return TRUE;
  return FALSE;
}

static void
add_notice (CogCredit *credit, const char *kind, const char *words, const char *language)
{
  for (guint i = 0; i < credit->notices->len; i++)
    if (g_strcmp0 (((CogNotice *)g_ptr_array_index (credit->notices, i))->text, words) == 0)
      return;
  if (credit->notices->len < MAX_NOTICES)
    g_ptr_array_add (credit->notices, cog_notice_new (kind, words, language));
}

/* Some pages lay down in one paragraph what goes with a translation and what with an adaptation. */
static void
add_prescribed (Reading *r, const char *text)
{
  static const CogSourceWords all[] = { COG_SOURCE_WORDS_TRANSLATION, COG_SOURCE_WORDS_ADAPTATION,
                                        COG_SOURCE_WORDS_DERIVATIVE };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *words = cog_source_words_dup_prescribed (text, all[i]);

      if (words != NULL)
        add_notice (r->book->credit, cog_source_words_to_notice (all[i]), words, r->book->language);
    }
}

static void
take (char **field, char **words)
{
  if (*field == NULL)
    *field = g_steal_pointer (words);
}

static void
read_paragraph (Reading *r, const CogSection *section, const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);
  g_autofree char *words = NULL;
  CogSourceWords kind = cog_source_words_read (text, &words);
  CogCredit *credit = r->book->credit;

  switch (kind)
    {
    case COG_SOURCE_WORDS_NONE:
      return;
    case COG_SOURCE_WORDS_COPYRIGHT:
      take (&credit->copyright, &words);
      return;
    case COG_SOURCE_WORDS_REQUEST:
      take (&credit->requested, &words);
      return;
    case COG_SOURCE_WORDS_ART:
      if (r->art != NULL)
        return;
      r->art = g_steal_pointer (&words);
      r->art_file = g_strdup (section->origin != NULL ? section->origin : section->id);
      r->art_place = cog_xml_dup_attribute (node, "id");
      return;
    case COG_SOURCE_WORDS_TRANSLATION:
    case COG_SOURCE_WORDS_ADAPTATION:
    case COG_SOURCE_WORDS_DERIVATIVE:
    case COG_SOURCE_WORDS_ALWAYS:
      add_notice (credit, cog_source_words_to_notice (kind), words, r->book->language);
      add_prescribed (r, text);
      return;
    }
}

static void
read_section (Reading *r, const CogSection *section)
{
  xmlNode *root = cog_section_get_root (section);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (is_paragraph (n) && !is_in_item (n))
      g_ptr_array_add (paragraphs, n);
  for (guint i = 0; i < paragraphs->len; i++)
    if (i < N_PARAGRAPHS || i + N_PARAGRAPHS >= paragraphs->len)
      read_paragraph (r, section, g_ptr_array_index (paragraphs, i));
}

/* "Courtesy of", "©": somebody keeps the rights, whatever the book says of its art. */
static gboolean
is_claimed (const CogCredit *credit)
{
  g_autofree char *holders = cog_credit_dup_names (credit, COG_ROLE_HOLDER);

  return credit->copyright != NULL || holders != NULL;
}

static gboolean
has_words (const CogCredit *credit, const char *words)
{
  for (guint i = 0; i < credit->statements->len; i++)
    if (g_strcmp0 (((CogStatement *)g_ptr_array_index (credit->statements, i))->words, words) == 0)
      return TRUE;
  return FALSE;
}

/* The licence stays open, since a person has to look; what speaks for the book's is shown. */
static void
apply_default (const Reading *r)
{
  for (guint i = 0; i < r->book->credits->len; i++)
    {
      CogCredit *credit = g_ptr_array_index (r->book->credits, i);
      CogStatement *statement;

      if (credit->licence != NULL || is_claimed (credit) || has_words (credit, r->art))
        continue;
      statement = cog_statement_new (COG_EVIDENCE_TEXT, r->art_file, r->art_place, r->art, NULL);
      cog_statement_recognise (statement);
      if (statement->licence == NULL)
        statement->licence = g_strdup (r->book->credit->licence);
      g_ptr_array_add (credit->statements, statement);
    }
}

void
cog_source_page_read (CogBook *book)
{
  g_autoptr (GPtrArray) sections = NULL;
  Reading r = { book, NULL, NULL, NULL };

  g_return_if_fail (book != NULL);

  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    if (i < N_SECTIONS || i + N_SECTIONS >= sections->len)
      read_section (&r, g_ptr_array_index (sections, i));
  if (r.art != NULL)
    apply_default (&r);
  g_free (r.art);
  g_free (r.art_file);
  g_free (r.art_place);
}
