/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-job.h"
#include "cog-pdf-record.h"
#include "cog-reader.h"
#include "cog-writer.h"
#include "book-reading.h"
#include "corpus.h"
#include "records.h"

#include <glib/gstdio.h>
#include <string.h>

/* Source → EPUB → read back: nothing is lost and nothing is gained. The pages that an edition is
 * given (title, copyright, credits, contents) and the lines under its figures are declared as such
 * in the file, so that they are not read as text. A web page and a site have no place for all that
 * a book has, but the same record of rights comes back from them, to the field. */

/* One row for everything that must come back in the same number. */
typedef enum
{
  LETTERS,
  FORMULA_LETTERS,
  HEADINGS,
  PARAGRAPHS,
  LISTS,
  ITEMS,
  FIGURES,
  CAPTIONS,
  PICTURES,
  DESCRIPTIONS,
  DRAWINGS,
  TABLES,
  CELLS,
  SPANS,
  FORMULAS,
  NOTES,
  REFERENCES,
  INNER_LINKS,
  OUTER_LINKS,
  EXERCISES,
  SOLUTIONS,
  BOXES,
  QUOTES,
  CODES,
  TERMS,
  PAGE_BREAKS,
  MEDIA,
  LANGUAGES,
  SECTIONS,
  CREDITS,
  N_THINGS
} Thing;

static const char *const names[N_THINGS] = {
  [LETTERS] = "letters",
  [FORMULA_LETTERS] = "letters in formulas",
  [HEADINGS] = "headings",
  [PARAGRAPHS] = "paragraphs",
  [LISTS] = "lists",
  [ITEMS] = "items",
  [FIGURES] = "figures",
  [CAPTIONS] = "captions",
  [PICTURES] = "pictures",
  [DESCRIPTIONS] = "descriptions of pictures",
  [DRAWINGS] = "drawings",
  [TABLES] = "tables",
  [CELLS] = "cells",
  [SPANS] = "cells over several",
  [FORMULAS] = "formulas",
  [NOTES] = "notes",
  [REFERENCES] = "references to notes",
  [INNER_LINKS] = "links in the book",
  [OUTER_LINKS] = "links out of it",
  [EXERCISES] = "exercises",
  [SOLUTIONS] = "solutions",
  [BOXES] = "boxes",
  [QUOTES] = "quotations",
  [CODES] = "code",
  [TERMS] = "terms",
  [PAGE_BREAKS] = "printed pages",
  [MEDIA] = "sounds and films",
  [LANGUAGES] = "changes of language",
  [SECTIONS] = "sections",
  [CREDITS] = "credits",
};

typedef struct
{
  guint n[N_THINGS];
  GPtrArray *ids;    /* (element-type utf8): of sections and elements, in the order of the book */
  GHashTable *texts; /* unit id → what it says */
} Inventory;

static void
count_text (const xmlNode *node, Inventory *inventory)
{
  gboolean in_formula = FALSE;

  for (const xmlNode *n = node->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    in_formula = in_formula || cog_xml_is (n, COG_NS_MATHML, "math");
  for (const char *c = (const char *)node->content; c != NULL && *c != '\0';
       c = g_utf8_next_char (c))
    inventory->n[in_formula ? FORMULA_LETTERS : LETTERS] +=
        !g_unichar_isspace (g_utf8_get_char (c));
}

static gboolean
is_note (const xmlNode *n)
{
  return cog_xml_has_word (n, "epub:type", "footnote") ||
         cog_xml_has_word (n, "epub:type", "endnote") ||
         cog_xml_has_word (n, "epub:type", "rearnote");
}

static void
count_name (const xmlNode *n, Inventory *inventory)
{
  static const struct
  {
    const char *name;
    Thing thing;
  } rows[] = {
    { "p", PARAGRAPHS },     { "ul", LISTS },       { "ol", LISTS },
    { "dl", LISTS },         { "li", ITEMS },       { "dd", ITEMS },
    { "dt", TERMS },         { "figure", FIGURES }, { "figcaption", CAPTIONS },
    { "caption", CAPTIONS }, { "img", PICTURES },   { "table", TABLES },
    { "td", CELLS },         { "th", CELLS },       { "blockquote", QUOTES },
    { "q", QUOTES },         { "pre", CODES },      { "code", CODES },
    { "audio", MEDIA },      { "video", MEDIA },    { "h1", HEADINGS },
    { "h2", HEADINGS },      { "h3", HEADINGS },    { "h4", HEADINGS },
    { "h5", HEADINGS },      { "h6", HEADINGS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (cog_xml_is (n, COG_NS_XHTML, rows[i].name))
      inventory->n[rows[i].thing]++;
  inventory->n[FORMULAS] += cog_xml_is (n, COG_NS_MATHML, "math");
  inventory->n[DRAWINGS] += cog_xml_is (n, COG_NS_SVG, "svg");
}

static void
count_meaning (const xmlNode *n, Inventory *inventory)
{
  g_autofree char *href =
      cog_xml_is (n, COG_NS_XHTML, "a") ? cog_xml_dup_attribute (n, "href") : NULL;
  g_autofree char *language = cog_xml_dup_attribute (n, "lang");
  g_autofree char *alt = cog_xml_dup_attribute (n, "alt");

  inventory->n[NOTES] += is_note (n);
  inventory->n[BOXES] += cog_xml_is (n, COG_NS_XHTML, "aside") && !is_note (n);
  inventory->n[REFERENCES] += cog_xml_has_word (n, "epub:type", "noteref");
  inventory->n[PAGE_BREAKS] += cog_xml_has_word (n, "epub:type", "pagebreak");
  inventory->n[EXERCISES] += cog_xml_has_word (n, "class", "exercise");
  inventory->n[SOLUTIONS] += cog_xml_has_word (n, "class", "solution");
  inventory->n[LANGUAGES] += language != NULL;
  inventory->n[DESCRIPTIONS] += alt != NULL;
  inventory->n[SPANS] += xmlHasProp ((xmlNode *)n, (const xmlChar *)"colspan") != NULL ||
                         xmlHasProp ((xmlNode *)n, (const xmlChar *)"rowspan") != NULL;
  if (href != NULL)
    inventory->n[href[0] == '#' ? INNER_LINKS : OUTER_LINKS]++;
}

static void
collect_text (const CogUnit *unit, xmlNode *element, gpointer data)
{
  Inventory *inventory = data;

  g_hash_table_insert (inventory->texts, g_strdup (unit->id), cog_inline_to_plain (unit->source));
}

static void
clear_inventory (Inventory *inventory)
{
  g_ptr_array_unref (inventory->ids);
  g_hash_table_unref (inventory->texts);
}

static void
take_inventory (const CogBook *book, Inventory *inventory)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  memset (inventory, 0, sizeof *inventory);
  inventory->ids = g_ptr_array_new_with_free_func (g_free);
  inventory->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  inventory->n[SECTIONS] = sections->len;
  inventory->n[CREDITS] = book->credits->len;
  for (guint i = 0; i < sections->len; i++)
    {
      CogSection *section = g_ptr_array_index (sections, i);
      xmlNode *root = cog_section_get_root (section);

      g_ptr_array_add (inventory->ids, g_strdup (section->id));
      g_hash_table_insert (inventory->texts, g_strconcat ("title of ", section->id, NULL),
                           g_strdup (section->title != NULL ? section->title : ""));
      cog_section_foreach_unit (section, collect_text, inventory);
      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        {
          char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

          if (n->type == XML_TEXT_NODE)
            count_text (n, inventory);
          if (n->type == XML_ELEMENT_NODE)
            {
              count_name (n, inventory);
              count_meaning (n, inventory);
            }
          if (id != NULL)
            g_ptr_array_add (inventory->ids, id);
        }
    }
}

static void
compare_ids (const char *name, const Inventory *before, const Inventory *after)
{
  guint n_shown = 0;
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  guint lost = 0;

  for (guint i = 0; i < after->ids->len; i++)
    g_hash_table_add (there, g_ptr_array_index (after->ids, i));
  for (guint i = 0; i < before->ids->len; i++)
    if (!g_hash_table_contains (there, g_ptr_array_index (before->ids, i)))
      {
        lost++;
        if (n_shown++ < 3)
          g_test_message ("%s: id %s", name, (char *)g_ptr_array_index (before->ids, i));
      }
  if (lost > 0)
    {
      g_test_message ("%s: %u of %u ids did not come back", name, lost, before->ids->len);
      g_test_fail ();
    }
}

static void
compare_texts (const char *name, const Inventory *before, const Inventory *after)
{
  GHashTableIter iter;
  gpointer id, text;

  g_assert_cmpuint (g_hash_table_size (before->texts), >, 0);
  g_hash_table_iter_init (&iter, before->texts);
  while (g_hash_table_iter_next (&iter, &id, &text))
    {
      const char *again = g_hash_table_lookup (after->texts, id);

      if (g_strcmp0 (text, again) == 0)
        continue;
      g_test_message ("%s: unit %s: “%s”, “%s” read back", name, (char *)id, (char *)text, again);
      g_test_fail ();
    }
}

static void
compare (const char *name, const Inventory *before, const Inventory *after)
{
  for (guint i = 0; i < N_THINGS; i++)
    if (before->n[i] != after->n[i])
      {
        g_test_message ("%s: %s: %u, %u read back", name, names[i], before->n[i], after->n[i]);
        g_test_fail ();
      }
  compare_ids (name, before, after);
  compare_texts (name, before, after);
}

static void
compare_facts (const char *name, const CogBook *before, const CogBook *after)
{
  const struct
  {
    const char *what, *before, *after;
  } rows[] = {
    { "title", cog_book_get_title (before), cog_book_get_title (after) },
    { "language", before->language, after->language },
    { "cover", before->cover, after->cover },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].before, rows[i].after) != 0)
      {
        g_test_message ("%s: %s: “%s”, “%s” read back", name, rows[i].what, rows[i].before,
                        rows[i].after);
        g_test_fail ();
      }
  records_compare (name, before, after);
}

static CogBook *
read_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  CogBook *book = book_try_read (path, &error);

  if (book == NULL)
    g_test_message ("%s: %s", path, error->message);
  return book;
}

/* (transfer full) */
static CogBook *
write_and_read (const CogBook *book, const char *target)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  CogWriterOptions options = { COG_PAPER_A4 };
  CogBook *again;

  cog_writer_write (cog_writer_find (target, NULL), book, &options, target, report, NULL, NULL,
                    &error);
  g_assert_no_error (error);
  again = read_path (target);
  g_assert_nonnull (again);
  return again;
}

static void
compare_pages (const char *name, const CogBook *book, const char *target)
{
  g_autoptr (CogBook) again = write_and_read (book, target);
  g_autofree char *what = g_strdup_printf ("%s as %s", name, target);

  records_compare (what, book, again);
}

/* A PDF is not read as a book yet; the record that lies in it is. */
static void
compare_pdf (const char *name, const CogBook *book)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  CogWriterOptions options = { COG_PAPER_A4 };
  g_autoptr (CogBook) again = cog_book_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *what = g_strdup_printf ("%s as PDF", name);
  CogCredit *work;
  char *data;
  gsize size;

  cog_writer_write (cog_writer_find ("round.pdf", NULL), book, &options, "round.pdf", report, NULL,
                    NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents ("round.pdf", &data, &size, &error);
  g_assert_no_error (error);
  pdf = g_bytes_new_take (data, size);
  work = cog_pdf_record_read (pdf, again->credits);
  g_assert_nonnull (work);
  cog_credit_free (again->credit);
  again->credit = work;
  records_compare (what, book, again);
}

static void
go_round (const char *name, const char *path)
{
  g_autoptr (CogBook) book = read_path (path);
  g_autoptr (CogBook) again = NULL;
  Inventory before, after;

  /* Without a text it is no book: the readers' tests look at the message. */
  if (book == NULL)
    return;
  take_inventory (book, &before);
  cog_edition_complete_unchanged (book);
  again = write_and_read (book, "round.epub");
  take_inventory (again, &after);
  compare (name, &before, &after);
  compare_facts (name, book, again);
  compare_pages (name, book, "round.html");
  compare_pages (name, book, "round.zip");
  compare_pdf (name, book);
  clear_inventory (&before);
  clear_inventory (&after);
}

/* A kind's files: those of the manifest, and folders that are read as one book. */
typedef struct
{
  const char *kind;
  const char *suffix; /* of single files; NULL: none */
  const char *folders[6];
} Kind;

static const Kind kinds[] = {
  { "epub", ".epub", { NULL } },
  { "epub-cases", ".epub", { NULL } },
  { "html", ".html", { "html/diveintohtml5", NULL } },
  { "markdown",
    ".md",
    { "markdown/git-novice-en/episodes", "markdown/git-novice-es/episodes", NULL } },
  { "african-storybook", ".md", { NULL } },
  { "openstax",
    NULL,
    { "openstax/university-physics-en", "openstax/university-physics-pl",
      "openstax/microeconomics-en", "openstax/microeconomics-pl", NULL } },
};

static void
collect (const char *folder, const char *suffix, GPtrArray *files)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        collect (path, suffix, files);
      else if (g_str_has_suffix (name, suffix) && strcmp (name, "LICENSE.md") != 0)
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
}

static void
test_kind (gconstpointer data)
{
  const Kind *kind = data;
  g_autofree char *root = corpus_dup_path (kind->kind);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  if (root == NULL)
    {
      g_test_skip ("no corpus");
      return;
    }
  if (kind->suffix != NULL)
    collect (root, kind->suffix, files);
  for (guint i = 0; kind->folders[i] != NULL; i++)
    g_ptr_array_add (files, corpus_dup_path (kind->folders[i]));
  g_assert_cmpuint (files->len, >, 0);
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);

      go_round (path + strlen (root) - strlen (kind->kind), path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strconcat ("/corpus/round-trip/", kinds[i].kind, NULL);

      g_test_add_data_func (name, &kinds[i], test_kind);
    }
  return g_test_run ();
}
