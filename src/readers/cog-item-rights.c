/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-item-rights.h"

#include "cog-caption.h"
#include "cog-doubt.h"

#include <string.h>

static const char *const figure_classes[] = { "figure",     "fig",          "figgroup",
                                              "wp-caption", "figcontainer", "image-container",
                                              "thumb",      "thumbinner",   "exe-figure",
                                              NULL };

static gboolean
has_any_class (const xmlNode *node, const char *const *words)
{
  g_autofree char *value = cog_xml_dup_attribute (node, "class");
  g_auto (GStrv) list = g_strsplit_set (value != NULL ? value : "", " \t\r\n", 60);

  for (guint i = 0; list[i] != NULL; i++)
    if (list[i][0] != '\0' && g_strv_contains (words, list[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_figure (const xmlNode *node)
{
  return cog_xml_is (node, NULL, "figure") ||
         (has_any_class (node, figure_classes) && cog_caption_get_picture (node) != NULL);
}

static gboolean
is_attribution_list (const xmlNode *node)
{
  static const char *const classes[] = { "media-attributions", "citation-list", NULL };

  return has_any_class (node, classes);
}

/* RDFa's subject: a thing in the page, or a file of a kind that is no page. */
static gboolean
is_about_thing (const xmlNode *node)
{
  static const char *const suffixes[] = { ".png",  ".jpg", ".jpeg", ".gif", ".svg",
                                          ".webp", ".mp3", ".mp4",  ".ogg", ".webm" };
  g_autofree char *about = cog_xml_dup_attribute (node, "about");
  g_autofree char *lower = about != NULL ? g_ascii_strdown (about, -1) : NULL;

  if (lower == NULL)
    return FALSE;
  if (lower[0] == '#' && lower[1] != '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

gboolean
cog_item_rights_is_of_item (const xmlNode *node)
{
  if (cog_caption_is_in_credit (node))
    return TRUE;
  for (const xmlNode *n = node; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    {
      if (cog_xml_is (n, NULL, "body"))
        return FALSE;
      if (is_figure (n) || cog_xml_is (n, NULL, "blockquote") || cog_xml_is (n, NULL, "caption") ||
          is_attribution_list (n) || is_about_thing (n))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_property (const xmlNode *node, const char *attribute, const char *name)
{
  static const char *const prefixes[] = { "", "dc:", "dct:", "dcterms:", "cc:", "schema:" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      g_autofree char *word = g_strconcat (prefixes[i], name, NULL);

      if (cog_xml_has_word (node, attribute, word))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_licence_link (const xmlNode *node)
{
  return cog_xml_is (node, NULL, "a") &&
         (has_property (node, "rel", "license") || has_property (node, "property", "license"));
}

static void
take_text (char **field, const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);

  if (*field == NULL && text[0] != '\0')
    *field = g_steal_pointer (&text);
}

static void
add_agent (CogCredit *credit, const char *name, CogRole role, const char *url)
{
  CogAgent *agent;

  if (name == NULL || name[0] == '\0')
    return;
  agent = cog_agent_new (name, role);
  agent->url = g_strdup (url);
  g_ptr_array_add (credit->agents, agent);
}

static void
take_licence (CogCredit *credit, const char *file, const xmlNode *link)
{
  g_autofree char *href = cog_xml_dup_attribute (link, "href");
  g_autofree char *words = cog_xml_dup_folded_text (link);
  CogStatement *statement = cog_statement_new (COG_EVIDENCE_LINK, file, "a rel=license",
                                               words[0] != '\0' ? words : NULL, href);

  cog_statement_recognise (statement);
  if (credit->licence == NULL)
    {
      credit->licence = g_strdup (statement->licence);
      g_free (credit->licence_url); /* of a licence that was not known */
      credit->licence_url = g_strdup (href);
    }
  g_ptr_array_add (credit->statements, statement);
}

/* One element's part in a credit: RDFa by the vocabularies of Dublin Core and ccREL, or the classes
 * by which eXeLearning marks the same. */
static void
take_element (CogCredit *credit, const char *file, const xmlNode *n)
{
  g_autofree char *href = cog_xml_dup_attribute (n, "href");
  gboolean is_title =
      has_property (n, "property", "title") || cog_xml_has_word (n, "class", "title");

  if (is_licence_link (n))
    {
      take_licence (credit, file, n);
      return;
    }
  if (is_title)
    take_text (&credit->title, n);
  if (cog_xml_has_word (n, "rel", "cc:attributionURL") && credit->source_url == NULL)
    credit->source_url = g_strdup (href);
  else if (is_title && credit->source_url == NULL)
    credit->source_url = g_strdup (href);
  if (has_property (n, "property", "attributionName") || has_property (n, "property", "creator") ||
      has_property (n, "rel", "creator") || cog_xml_has_word (n, "class", "author"))
    {
      g_autofree char *name = cog_xml_dup_folded_text (n);

      add_agent (credit, name, COG_ROLE_AUTHOR,
                 cog_xml_has_word (n, "rel", "cc:attributionURL") ? NULL : href);
    }
  else if (has_property (n, "rel", "source") && credit->source_url == NULL)
    credit->source_url = g_strdup (href);
}

static CogCredit *
read_credit (const char *file, const xmlNode *top)
{
  CogCredit *credit = cog_credit_new ();

  credit->place = g_strdup (file);
  for (const xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    if (n->type == XML_ELEMENT_NODE)
      take_element (credit, file, n);
  return credit;
}

static gboolean
holds_licence (const xmlNode *top)
{
  for (const xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    if (n->type == XML_ELEMENT_NODE && is_licence_link (n))
      return TRUE;
  return FALSE;
}

/* The figure around the picture where it holds but one, else the picture. */
static xmlNode *
find_owner (xmlNode *picture)
{
  for (xmlNode *n = picture->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (is_figure (n))
      {
        for (xmlNode *p = n; p != NULL; p = cog_xml_next_in (n, p))
          if (cog_xml_is (p, NULL, "img") && p != picture)
            return picture;
        return n;
      }
  return picture;
}

typedef struct
{
  CogBook *book;
  CogNormalizer *normalizer;
  const char *file;
} Page;

/* Takes the credit. */
static void
give (Page *page, xmlNode *owner, CogCredit *credit)
{
  g_autofree char *id = cog_xml_dup_attribute (owner, "id");

  if (id == NULL)
    {
      id = g_strdup_printf ("item-%u", page->book->credits->len + 1);
      cog_xml_set (owner, "id", id);
    }
  credit->item = cog_normalizer_dup_id (page->normalizer, page->file, id);
  if (credit->item != NULL)
    g_ptr_array_add (page->book->credits, credit);
  else
    cog_credit_free (credit);
}

/* Figures and subjects that name their licence in themselves. */
static void
take_marked (Page *page, xmlNode *body)
{
  for (xmlNode *n = body, *next; n != NULL; n = next)
    {
      xmlNode *picture;
      CogCredit *credit;
      xmlNode *caption;

      next = cog_xml_next_in (body, n);
      if (n == body || n->type != XML_ELEMENT_NODE || !(is_figure (n) || is_about_thing (n)) ||
          !holds_licence (n))
        continue;
      next = cog_xml_skip_in (body, n);
      picture = cog_caption_get_picture (n);
      if (picture == NULL && !cog_xml_is (n, NULL, "figure"))
        continue;
      credit = read_credit (page->file, n);
      caption = cog_xml_find_child (n, NULL, "figcaption");
      credit->words = cog_xml_dup_folded_text (caption != NULL ? caption : n);
      give (page, picture != NULL && !is_figure (n) ? find_owner (picture) : n, credit);
    }
}

static char *
dup_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *key = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      g_string_append_unichar (key, g_utf8_get_char (c));
  return g_string_free (key, FALSE);
}

/* "moon-300x200.jpg" is the picture "moon". */
static char *
dup_stem (const char *source)
{
  g_autoptr (GRegex) size = g_regex_new ("(-[0-9]+x[0-9]+|-scaled|-e[0-9]{8,})$", 0, 0, NULL);
  g_autofree char *name = g_path_get_basename (source);
  g_autofree char *plain = g_uri_unescape_string (name, NULL);
  g_autofree char *stem = g_strdup (plain != NULL ? plain : name);
  char *dot = strrchr (stem, '.');

  if (dot != NULL)
    *dot = '\0';
  return g_utf8_validate (stem, -1, NULL) ? g_regex_replace (size, stem, -1, 0, "", 0, NULL) : NULL;
}

static gboolean
is_called (const xmlNode *picture, const char *key)
{
  static const char *const names[] = { "alt", "title", "src" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = cog_xml_dup_attribute (picture, names[i]);
      g_autofree char *text =
          value != NULL && g_str_equal (names[i], "src") ? dup_stem (value) : g_strdup (value);
      g_autofree char *own = text != NULL ? dup_key (text) : NULL;

      if (own != NULL && own[0] != '\0' && g_str_equal (own, key))
        return TRUE;
    }
  return FALSE;
}

/* Pressbooks writes "title  ©  author  adapted by  other    is licensed under a", with two blanks
 * between the parts, in the language of the book; what has no address has no element. */
static void
read_plain_parts (CogCredit *credit, const xmlNode *entry)
{
  g_autofree char *text = cog_xml_dup_text (entry);
  char *sign = strstr (text, "©");
  char *author;

  if (sign == NULL)
    return;
  *sign = '\0';
  if (credit->title == NULL && g_strstrip (text)[0] != '\0')
    credit->title = cog_xml_fold_space (text);
  author = sign + strlen ("©");
  author += strspn (author, " \t\r\n");
  if (strstr (author, "  ") != NULL)
    *strstr (author, "  ") = '\0';
  if (credit->agents->len == 0)
    add_agent (credit, author, COG_ROLE_AUTHOR, NULL);
}

static CogCredit *
read_entry (Page *page, const xmlNode *entry)
{
  CogCredit *credit = read_credit (page->file, entry);

  credit->words = cog_xml_dup_folded_text (entry);
  read_plain_parts (credit, entry);
  /* There, the link with dc:source is to who adapted the picture. */
  for (const xmlNode *n = entry; n != NULL; n = cog_xml_next_in (entry, n))
    if (cog_xml_is (n, NULL, "a") && has_property (n, "rel", "source"))
      {
        g_autofree char *href = cog_xml_dup_attribute (n, "href");
        g_autofree char *name = cog_xml_dup_folded_text (n);

        add_agent (credit, name, COG_ROLE_ADAPTER, href);
        if (g_strcmp0 (credit->source_url, href) == 0)
          g_clear_pointer (&credit->source_url, g_free);
      }
  return credit;
}

static GPtrArray *
list_pictures (xmlNode *body)
{
  GPtrArray *pictures = g_ptr_array_new ();

  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    if (cog_xml_is (n, NULL, "img"))
      g_ptr_array_add (pictures, n);
  return pictures;
}

static xmlNode *
steal_called (GPtrArray *pictures, const char *title)
{
  g_autofree char *key = title != NULL ? dup_key (title) : NULL;

  for (guint i = 0; key != NULL && key[0] != '\0' && i < pictures->len; i++)
    if (is_called (g_ptr_array_index (pictures, i), key))
      return g_ptr_array_steal_index (pictures, i);
  return NULL;
}

/* Each entry its picture: by name; what is left in the order of appearance, where as many pictures
 * are left as entries. Returns whether all have one. */
static gboolean
match_entries (Page *page, GPtrArray *credits, GPtrArray *pictures)
{
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  guint n_open = 0;
  guint next = 0;

  for (guint i = 0; i < credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (credits, i);
      xmlNode *picture = steal_called (pictures, credit->title);

      g_ptr_array_add (owners, picture);
      n_open += picture == NULL;
    }
  if (n_open > 0 && n_open != pictures->len)
    n_open = G_MAXUINT;
  for (guint i = 0; i < credits->len; i++)
    {
      xmlNode *picture = g_ptr_array_index (owners, i);

      if (picture == NULL && n_open != G_MAXUINT)
        picture = g_ptr_array_index (pictures, next++);
      if (picture != NULL)
        give (page, find_owner (picture), cog_credit_copy (g_ptr_array_index (credits, i)));
    }
  return n_open != G_MAXUINT;
}

static void
take_list (Page *page, xmlNode *body, xmlNode *list)
{
  g_autoptr (GPtrArray) credits = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  g_autoptr (GPtrArray) pictures = list_pictures (body);

  for (xmlNode *n = list; n != NULL; n = cog_xml_next_in (list, n))
    if (cog_xml_is (n, NULL, "li"))
      g_ptr_array_add (credits, read_entry (page, n));
  if (credits->len > 0 && match_entries (page, credits, pictures))
    {
      xmlUnlinkNode (list);
      xmlFreeNode (list);
    }
}

void
cog_item_rights_take (CogBook *book, CogNormalizer *normalizer, const char *file, xmlNode *body)
{
  Page page = { book, normalizer, file };

  g_return_if_fail (book != NULL && normalizer != NULL && file != NULL && body != NULL);

  take_marked (&page, body);
  for (xmlNode *n = body, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (body, n);
      if (n == body || !cog_xml_has_word (n, "class", "media-attributions"))
        continue;
      next = cog_xml_skip_in (body, n);
      take_list (&page, body, n);
    }
}

static gboolean
names_agent (const CogCredit *credit, const char *name)
{
  for (guint i = 0; i < credit->agents->len; i++)
    if (g_str_equal (((CogAgent *)g_ptr_array_index (credit->agents, i))->name, name))
      return TRUE;
  return FALSE;
}

/* A chapter has a title and an address of its own; what counts is whose it is, and its licence. */
static gboolean
says_what_the_book_says (const CogBook *book, const CogCredit *credit)
{
  const CogCredit *work = book->credit;

  if (credit->licence != NULL && g_strcmp0 (credit->licence, work->licence) != 0)
    return FALSE;
  for (guint i = 0; i < credit->agents->len; i++)
    if (!names_agent (work, ((CogAgent *)g_ptr_array_index (credit->agents, i))->name))
      return FALSE;
  return credit->notices->len == 0;
}

void
cog_item_rights_settle (CogBook *book)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sections = NULL;

  g_return_if_fail (book != NULL);

  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      xmlNode *root = cog_section_get_root (section);

      if (root != NULL && cog_xml_first_element (root) != NULL)
        g_hash_table_insert (ids, g_strdup (section->id), root);
      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        {
          char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

          if (id != NULL)
            g_hash_table_insert (ids, id, n);
        }
    }
  for (guint i = book->credits->len; i > 0; i--)
    {
      const CogCredit *credit = g_ptr_array_index (book->credits, i - 1);
      const xmlNode *item = credit->item != NULL ? g_hash_table_lookup (ids, credit->item) : NULL;

      /* A chapter says what the book says, where it says anything. */
      if (item == NULL ||
          (cog_xml_is (item, NULL, "section") && says_what_the_book_says (book, credit)))
        g_ptr_array_remove_index (book->credits, i - 1);
    }
}
