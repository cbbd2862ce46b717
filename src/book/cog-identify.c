/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book.h"
#include "cog-namespaces.h"
#include "cog-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CogFindingKind finding_dead_link = {
  "dead-link",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The link “%1” leads to nothing in this book; its words were kept."),
  COG_EFFECT_SIMPLIFIED,
};

static const CogFindingKind finding_bad_link = {
  "bad-link",
  COG_SEVERITY_WARNING,
  TRUE,
  N_ ("The link “%1” cannot be kept in a book; its words were kept."),
  COG_EFFECT_SIMPLIFIED,
};

typedef struct
{
  CogBook *book;
  CogReport *report;
  GHashTable *taken;   /* ids as they will stand */
  GHashTable *numbers; /* id that was wanted again → the number that was tried next */
  GHashTable *renamed; /* id as found → id as it will stand, where they differ */
} Identify;

static char *
dup_usable_id (const char *id)
{
  GString *usable = g_string_new (NULL);

  if (!g_ascii_isalpha (id[0]) && id[0] != '_')
    g_string_append_c (usable, '_');
  for (; *id != '\0'; id++)
    g_string_append_c (usable, g_ascii_isalnum (*id) || strchr ("._-", *id) != NULL ? *id : '_');
  return g_string_free (usable, FALSE);
}

/* Takes an id like wanted that is free. (transfer none) */
static const char *
take_id (Identify *self, const char *wanted)
{
  g_autofree char *base = dup_usable_id (wanted);
  char *id = g_strdup (base);
  /* Thousands of elements with one id must not each count from 2. */
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, base));

  for (n = MAX (n, 2); g_hash_table_contains (self->taken, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, n);
    }
  if (n > 2)
    g_hash_table_insert (self->numbers, g_steal_pointer (&base), GUINT_TO_POINTER (n));
  g_hash_table_add (self->taken, id);
  return id;
}

static gboolean
is_container_of_blocks (const xmlNode *node, const CogVocabularyRow *row)
{
  if (row->model == COG_MODEL_BLOCKS)
    return TRUE;
  if (row->model == COG_MODEL_EITHER)
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
      if (cog_vocabulary_is_block_node (child))
        return TRUE;
  return FALSE;
}

/* White space between blocks says nothing. */
static void
drop_blank_children (xmlNode *node)
{
  for (xmlNode *child = node->children, *next; child != NULL; child = next)
    {
      next = child->next;
      if (child->type == XML_TEXT_NODE &&
          (child->content == NULL ||
           child->content[strspn ((const char *)child->content, " \t\r\n")] == '\0'))
        cog_xml_remove (child);
    }
}

static gboolean
is_break (const xmlNode *node)
{
  return cog_xml_is (node, COG_NS_XHTML, "br");
}

/* Folds white space in a leaf block over all its inlines, as a browser shows it. */
static void
fold_leaf (xmlNode *leaf)
{
  gboolean at_space = TRUE; /* nothing but space since the line began */
  xmlNode *last_text = NULL;

  for (xmlNode *n = cog_xml_next_in (leaf, leaf); n != NULL;)
    {
      if (n->type == XML_TEXT_NODE && n->content != NULL)
        {
          char *out = (char *)n->content;

          for (const char *c = (const char *)n->content; *c != '\0'; c++)
            {
              gboolean is_space = strchr (" \t\r\n", *c) != NULL;

              if (!is_space || !at_space)
                *out++ = is_space ? ' ' : *c;
              at_space = is_space;
            }
          *out = '\0';
          if (n->content[0] != '\0')
            last_text = n;
        }
      else if (n->type == XML_ELEMENT_NODE && is_break (n))
        at_space = TRUE;
      else if (n->type == XML_ELEMENT_NODE && cog_vocabulary_lookup (n) != NULL &&
               cog_vocabulary_lookup (n)->model != COG_MODEL_INLINES)
        {
          at_space = FALSE;
          last_text = NULL;
        }
      n = cog_vocabulary_lookup (n) != NULL && cog_vocabulary_lookup (n)->model == COG_MODEL_FOREIGN
              ? cog_xml_skip_in (leaf, n)
              : cog_xml_next_in (leaf, n);
    }
  if (last_text != NULL && at_space)
    g_strchomp ((char *)last_text->content);
}

static void
tidy_space (xmlNode *root)
{
  for (xmlNode *n = root; n != NULL;)
    {
      const CogVocabularyRow *row = cog_vocabulary_lookup (n);

      if (row == NULL || row->model == COG_MODEL_FOREIGN)
        {
          n = cog_xml_skip_in (root, n);
          continue;
        }
      if (is_container_of_blocks (n, row))
        {
          drop_blank_children (n);
          n = cog_xml_next_in (root, n);
          continue;
        }
      if (row->is_block && row->element != COG_ELEMENT_PREFORMATTED &&
          row->model != COG_MODEL_EMPTY)
        fold_leaf (n);
      n = cog_xml_skip_in (root, n);
    }
}

static gboolean
wants_id (const xmlNode *node, const CogVocabularyRow *row)
{
  switch (row->element)
    {
    case COG_ELEMENT_SECTION:
    case COG_ELEMENT_IMAGE:
    case COG_ELEMENT_FIGURE:
    case COG_ELEMENT_TABLE:
    case COG_ELEMENT_HEADING:
    case COG_ELEMENT_PARAGRAPH:
    case COG_ELEMENT_PREFORMATTED:
    case COG_ELEMENT_ITEM:
    case COG_ELEMENT_TERM:
    case COG_ELEMENT_DESCRIPTION:
    case COG_ELEMENT_CAPTION:
    case COG_ELEMENT_CELL:
    case COG_ELEMENT_HEADER_CELL:
    case COG_ELEMENT_FIGURE_CAPTION:
    case COG_ELEMENT_SUMMARY:
    case COG_ELEMENT_ASIDE:
    case COG_ELEMENT_AUDIO:
    case COG_ELEMENT_VIDEO:
      return TRUE;
    case COG_ELEMENT_SVG:
    case COG_ELEMENT_MATH:
      return cog_vocabulary_is_block_node (node);
    case COG_ELEMENT_LIST:
    case COG_ELEMENT_DESCRIPTION_LIST:
    case COG_ELEMENT_ROW_GROUP:
    case COG_ELEMENT_ROW:
    case COG_ELEMENT_TRACK:
    case COG_ELEMENT_QUOTE:
    case COG_ELEMENT_RULE:
    case COG_ELEMENT_DETAILS:
    case COG_ELEMENT_BREAK:
    case COG_ELEMENT_LINK:
    case COG_ELEMENT_SPAN:
      return FALSE;
    }
  return FALSE;
}

static void
keep_id (Identify *self, xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  const char *kept;

  if (id == NULL)
    return;
  kept = take_id (self, id);
  if (g_str_equal (kept, id))
    return;
  cog_xml_set (node, "id", kept);
  /* Of two with one id, links mean the first. */
  if (!g_hash_table_contains (self->renamed, id) && !g_hash_table_contains (self->taken, id))
    g_hash_table_insert (self->renamed, g_strdup (id), g_strdup (kept));
}

/* First pass: the ids that were there, so that none of ours takes one of them. */
static void
keep_ids (Identify *self, CogSection *section)
{
  xmlNode *root = cog_section_get_root (section);
  g_autofree char *wanted = g_strdup (section->id != NULL ? section->id : "section");
  const char *kept = take_id (self, wanted);

  if (root != NULL)
    {
      g_autofree char *root_id = cog_xml_dup_attribute (root, "id");

      if (root_id != NULL && !g_str_equal (root_id, kept))
        g_hash_table_insert (self->renamed, g_steal_pointer (&root_id), g_strdup (kept));
      cog_xml_set (root, "id", kept);
    }
  if (!g_str_equal (kept, wanted))
    g_hash_table_insert (self->renamed, g_strdup (wanted), g_strdup (kept));
  g_free (section->id);
  section->id = g_strdup (kept);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (n != root && n->type == XML_ELEMENT_NODE)
      keep_id (self, n);
}

/* Second pass: the section's id and the place in it make the ids of the rest. */
static void
give_ids (Identify *self, CogSection *section)
{
  xmlNode *root = cog_section_get_root (section);
  guint place = 0;

  for (xmlNode *n = root; n != NULL;)
    {
      const CogVocabularyRow *row = cog_vocabulary_lookup (n);

      if (row != NULL && wants_id (n, row))
        {
          place++;
          if (!xmlHasProp (n, (const xmlChar *)"id"))
            {
              g_autofree char *wanted = g_strdup_printf ("%s-%u", section->id, place);

              cog_xml_set (n, "id", take_id (self, wanted));
            }
        }
      n = row != NULL && row->model == COG_MODEL_FOREIGN ? cog_xml_skip_in (root, n)
                                                         : cog_xml_next_in (root, n);
    }
}

/* The words stay; so does the element where others may lead to it. */
static void
drop_link (xmlNode *node)
{
  if (!xmlHasProp (node, (const xmlChar *)"id"))
    {
      cog_xml_unwrap (node);
      return;
    }
  xmlNodeSetName (node, (const xmlChar *)"span");
  cog_xml_set (node, "href", NULL);
  cog_xml_set (node, "hreflang", NULL);
}

/* Returns FALSE where it is no link any more. */
static gboolean
mend_link (Identify *self, CogSection *section, xmlNode *node)
{
  g_autofree char *href = cog_xml_dup_attribute (node, "href");
  const char *renamed;

  if (href == NULL)
    return TRUE;
  if (href[0] != '#')
    {
      if (cog_vocabulary_allows_link (href))
        return TRUE;
      cog_report_add (self->report, &finding_bad_link, section->id, href, NULL);
    }
  else
    {
      renamed = g_hash_table_lookup (self->renamed, href + 1);
      if (renamed != NULL)
        {
          g_autofree char *mended = g_strconcat ("#", renamed, NULL);

          cog_xml_set (node, "href", mended);
          return TRUE;
        }
      if (g_hash_table_contains (self->taken, href + 1))
        return TRUE;
      cog_report_add (self->report, &finding_dead_link, section->id, href, NULL);
    }
  drop_link (node);
  return FALSE;
}

static void
mend_references (Identify *self, xmlNode *node, const char *attribute)
{
  g_autofree char *value = cog_xml_dup_attribute (node, attribute);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) kept = NULL;

  if (value == NULL)
    return;
  words = g_strsplit_set (value, " \t\r\n", -1);
  kept = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *renamed = g_hash_table_lookup (self->renamed, words[i]);
      const char *id = renamed != NULL ? renamed : words[i];

      if (words[i][0] != '\0' && g_hash_table_contains (self->taken, id))
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", id);
    }
  cog_xml_set (node, attribute, kept->len > 0 ? kept->str : NULL);
}

/* A drawing's own references: url(#gradient), href="#shape". */
static void
mend_drawing (Identify *self, xmlNode *svg)
{
  for (xmlNode *n = svg; n != NULL; n = cog_xml_next_in (svg, n))
    for (xmlAttr *a = n->type == XML_ELEMENT_NODE ? n->properties : NULL; a != NULL; a = a->next)
      {
        g_autofree char *value = (char *)xmlNodeListGetString (n->doc, a->children, 1);
        const char *hash = value != NULL ? strchr (value, '#') : NULL;
        g_autofree char *id =
            hash != NULL ? g_strndup (hash + 1, strcspn (hash + 1, ")\"' ")) : NULL;
        const char *renamed = id != NULL ? g_hash_table_lookup (self->renamed, id) : NULL;

        if (renamed != NULL)
          {
            g_autofree char *before = g_strndup (value, hash + 1 - value);
            g_autofree char *mended = g_strconcat (before, renamed, hash + 1 + strlen (id), NULL);

            xmlNodeSetContent ((xmlNode *)a, NULL);
            if (a->ns != NULL)
              xmlSetNsProp (n, a->ns, a->name, (const xmlChar *)mended);
            else
              cog_xml_set (n, (const char *)a->name, mended);
          }
      }
}

static void
mend_links (Identify *self, CogSection *section)
{
  xmlNode *root = cog_section_get_root (section);

  for (xmlNode *n = root; n != NULL;)
    {
      const CogVocabularyRow *row = cog_vocabulary_lookup (n);
      xmlNode *next = row != NULL && row->model == COG_MODEL_FOREIGN ? cog_xml_skip_in (root, n)
                                                                     : cog_xml_next_in (root, n);

      if (row != NULL && row->element == COG_ELEMENT_SVG)
        mend_drawing (self, n);
      else if (n->type == XML_ELEMENT_NODE)
        {
          mend_references (self, n, "headers");
          mend_references (self, n, "aria-describedby");
          mend_references (self, n, "aria-details");
        }
      /* Unwrapping keeps the children in place: they come next all the same. */
      if (row != NULL && row->element == COG_ELEMENT_LINK)
        mend_link (self, section, n);
      n = next;
    }
}

static void
collect_used (GHashTable *used, const xmlNode *root)
{
  static const char *const names[] = { "src", "poster", "href" };

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    for (const xmlAttr *a = n->type == XML_ELEMENT_NODE ? n->properties : NULL; a != NULL;
         a = a->next)
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (strcmp ((const char *)a->name, names[i]) == 0)
          g_hash_table_add (used, g_strdup (a->children != NULL && a->children->content != NULL
                                                ? (const char *)a->children->content
                                                : ""));
}

static void
drop_unused_assets (Identify *self, GPtrArray *sections)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CogBook *book = self->book;

  for (guint i = 0; i < sections->len; i++)
    {
      const xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      if (root != NULL)
        collect_used (used, root);
    }
  if (book->cover != NULL)
    g_hash_table_add (used, g_strdup (book->cover));
  for (guint i = book->assets->len; i > 0; i--)
    {
      CogAsset *asset = g_ptr_array_index (book->assets, i - 1);

      if (!g_hash_table_contains (used, asset->name))
        {
          g_hash_table_remove (book->asset_index, asset->name);
          g_ptr_array_remove_index (book->assets, i - 1);
        }
    }
}

static void
rename_items (Identify *self)
{
  for (guint i = 0; i < self->book->credits->len; i++)
    {
      CogCredit *credit = g_ptr_array_index (self->book->credits, i);
      const char *renamed =
          credit->item != NULL ? g_hash_table_lookup (self->renamed, credit->item) : NULL;

      if (renamed != NULL)
        {
          g_free (credit->item);
          credit->item = g_strdup (renamed);
        }
    }
}

static void
foreach_section (Identify *self, GPtrArray *sections, void (*func) (Identify *, CogSection *))
{
  for (guint i = 0; i < sections->len; i++)
    func (self, g_ptr_array_index (sections, i));
}

static void
tidy_section (Identify *self, CogSection *section)
{
  xmlNode *root = cog_section_get_root (section);

  if (root == NULL)
    return;
  cog_namespaces_tidy (root, root);
  tidy_space (root);
}

void
cog_book_identify (CogBook *book, CogReport *report)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Identify self = { book, report, taken, numbers, renamed };

  g_return_if_fail (book != NULL);

  sections = cog_book_dup_section_list (book);
  foreach_section (&self, sections, tidy_section);
  foreach_section (&self, sections, keep_ids);
  foreach_section (&self, sections, give_ids);
  foreach_section (&self, sections, mend_links);
  rename_items (&self);
  drop_unused_assets (&self, sections);
}
