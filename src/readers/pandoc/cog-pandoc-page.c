/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pandoc-page.h"

#include "cog-evidence.h"
#include "cog-html.h"
#include "cog-language.h"
#include "cog-path.h"
#include "cog-reader-findings.h"
#include "cog-tex.h"

#include <string.h>

struct _CogPandocPage
{
  xmlDoc *page;
  char *place;
  CogContainer *container; /* (nullable) */
  CogReport *report;
  CogProse *prose;
};

CogPandocPage *
cog_pandoc_page_new (
    GBytes *bytes, const char *place, CogContainer *container, CogReport *report, GError **error)
{
  xmlDoc *page = cog_html_parse (bytes, "utf-8", place, report, error);
  CogPandocPage *self;

  if (page == NULL)
    return NULL;
  self = g_new0 (CogPandocPage, 1);
  self->page = page;
  self->place = g_strdup (place);
  self->container = container != NULL ? g_object_ref (container) : NULL;
  self->report = report;
  self->prose = cog_prose_new (report);
  return self;
}

void
cog_pandoc_page_free (CogPandocPage *self)
{
  if (self == NULL)
    return;
  xmlFreeDoc (self->page);
  g_free (self->place);
  g_clear_object (&self->container);
  cog_prose_free (self->prose);
  g_free (self);
}

/* --- what the head says ---------------------------------------------------------------------- */

static void
read_head (CogPandocPage *self, CogBook *book)
{
  xmlNode *root = xmlDocGetRootElement (self->page);
  const xmlNode *head = cog_xml_find_child (root, NULL, "head");

  for (const xmlNode *n = head != NULL ? cog_xml_first_element (head) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *name = cog_xml_dup_attribute (n, "name");
      g_autofree char *content = cog_xml_dup_attribute (n, "content");

      if (!cog_xml_is (n, NULL, "meta") || name == NULL || content == NULL)
        continue;
      if (g_str_equal (name, "author"))
        cog_prose_add_people (book, content, COG_ROLE_AUTHOR);
      else if (g_str_equal (name, "keywords"))
        cog_prose_add_subjects (book, content);
      else if (g_str_equal (name, "description") && book->description == NULL)
        book->description = g_strdup (content);
      else if (g_str_equal (name, "dcterms.date") && book->date == NULL)
        book->date = g_strdup (content);
    }
}

static void
read_language (CogPandocPage *self, CogBook *book, const xmlNode *body)
{
  g_autoptr (GHashTable) letters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *lang = cog_xml_dup_attribute (xmlDocGetRootElement (self->page), "lang");
  g_autofree char *tag = lang != NULL && lang[0] != '\0' ? cog_language_canonicalise (lang) : NULL;
  g_autofree char *text = cog_xml_dup_text (body);

  if (tag != NULL && cog_language_is_valid (tag))
    g_hash_table_insert (letters, g_strdup (tag), GUINT_TO_POINTER (1));
  cog_prose_settle_language (self->prose, book, self->place, letters, text);
}

/* pandoc sets what the text is called above it; the book has that by itself. */
static void
take_title_block (CogBook *book, xmlNode *header)
{
  for (xmlNode *n = cog_xml_first_element (header); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *words =
          cog_xml_has_word (n, "class", "title") ? cog_xml_dup_folded_text (n) : NULL;

      if (words != NULL && words[0] != '\0' && book->credit->title == NULL)
        book->credit->title = g_strdup (words);
    }
  cog_xml_remove (header);
}

/* --- what pandoc left as it was --------------------------------------------------------------- */

/* A formula that it could not turn into MathML stands there in TeX, with its signs around it. */
static char *
dup_tex (const xmlNode *span)
{
  g_autofree char *text = cog_xml_dup_folded_text (span);
  gsize length = strlen (text);

  if (length > 4 && (g_str_has_prefix (text, "\\(") || g_str_has_prefix (text, "\\[") ||
                     g_str_has_prefix (text, "$$")))
    return g_strndup (text + 2, length - 4);
  if (length > 2 && text[0] == '$')
    return g_strndup (text + 1, length - 2);
  return g_strdup (text);
}

static xmlNode *
make_math (CogPandocPage *self, const char *tex, gboolean is_block)
{
  g_autofree char *mathml = cog_tex_to_mathml (tex, is_block);
  g_autoptr (GBytes) bytes = mathml != NULL ? g_bytes_new (mathml, strlen (mathml)) : NULL;
  g_autoptr (xmlDoc) document =
      bytes != NULL ? cog_xml_parse (bytes, self->place, NULL, NULL) : NULL;

  return document != NULL ? xmlDocCopyNode (xmlDocGetRootElement (document), self->page, 1) : NULL;
}

static void
mend_formula (CogPandocPage *self, xmlNode *span)
{
  g_autofree char *tex = dup_tex (span);
  xmlNode *math = make_math (self, tex, cog_xml_has_word (span, "class", "display"));

  if (math != NULL)
    {
      xmlReplaceNode (span, math);
      xmlFreeNode (span);
      return;
    }
  cog_report_add (self->report, &cog_finding_tex_kept, self->place, NULL, NULL);
  xmlNodeSetName (span, (const xmlChar *)"code");
}

/* Where the picture lies from the top of the container; TeX needs no ending. (transfer full) */
static char *
dup_picture (CogPandocPage *self, const char *source)
{
  static const char *const endings[] = { "", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp" };

  for (guint i = 0; self->container != NULL && i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *reference = g_strconcat (source, endings[i], NULL);
      const char *found = cog_container_resolve (self->container, self->place, reference);

      if (found != NULL)
        {
          g_autofree char *escaped = g_uri_escape_string (found, "/", TRUE);

          return g_strconcat ("/", escaped, NULL);
        }
    }
  return g_strdup (source);
}

/* pandoc makes a caption the picture's alternative text as well, which nobody wrote. */
static void
mend_picture (CogPandocPage *self, xmlNode *image)
{
  g_autofree char *source = cog_xml_dup_attribute (image, "src");
  g_autofree char *alternative = cog_xml_dup_attribute (image, "alt");
  const xmlNode *caption = cog_xml_find_child (image->parent, NULL, "figcaption");
  g_autofree char *words = caption != NULL ? cog_xml_dup_folded_text (caption) : NULL;

  if (alternative != NULL &&
      (g_strcmp0 (alternative, words) == 0 || g_str_equal (alternative, "image")))
    cog_xml_set (image, "alt", NULL);
  if (source != NULL && !cog_path_has_scheme (source))
    {
      g_autofree char *found = dup_picture (self, source);

      cog_xml_set (image, "src", found);
    }
}

static void
mend (CogPandocPage *self, xmlNode *body)
{
  for (xmlNode *n = body, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (body, n);
      if (cog_xml_is (n, NULL, "img"))
        mend_picture (self, n);
      else if (cog_xml_is (n, NULL, "span") && cog_xml_has_word (n, "class", "math"))
        {
          next = cog_xml_skip_in (body, n);
          mend_formula (self, n);
        }
    }
}

/* --- pieces ----------------------------------------------------------------------------------- */

static guint
get_level (const xmlNode *node)
{
  static const char *const names[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (cog_xml_is (node, NULL, names[i]))
      return i + 1;
  return 0;
}

static guint
find_split_level (const xmlNode *body)
{
  guint highest = 0;

  for (const xmlNode *n = cog_xml_first_element (body); n != NULL; n = cog_xml_next_element (n))
    if (get_level (n) > 0 && (highest == 0 || get_level (n) < highest))
      highest = get_level (n);
  return highest;
}

static void
split (CogPandocPage *self, const xmlNode *body)
{
  CogProsePiece *piece = cog_prose_get_piece (self->prose);

  self->prose->split_level = find_split_level (body);
  for (xmlNode *n = body->children; n != NULL; n = n->next)
    {
      guint level = n->type == XML_ELEMENT_NODE ? get_level (n) : 0;
      xmlNode *copy = xmlDocCopyNode (n, self->prose->out, 1);

      if (level > 0 && level == self->prose->split_level)
        {
          if (cog_prose_has_content (piece->body))
            piece = cog_prose_begin_piece (self->prose);
          piece->title = copy;
        }
      xmlAddChild (piece->body, copy);
    }
  for (guint i = 0; i < self->prose->pieces->len; i++)
    {
      CogProsePiece *made = g_ptr_array_index (self->prose->pieces, i);

      xmlUnlinkNode (made->notes);
      xmlAddChild (made->body, made->notes);
    }
}

gboolean
cog_pandoc_page_take (CogPandocPage *self,
                      CogBook *book,
                      CogNormalizer *normalizer,
                      const CogProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  xmlNode *body = cog_xml_find_child (xmlDocGetRootElement (self->page), NULL, "body");
  xmlNode *header = body != NULL ? cog_xml_find_child (body, NULL, "header") : NULL;

  if (body == NULL)
    return TRUE;
  read_head (self, book);
  if (header != NULL)
    take_title_block (book, header);
  mend (self, body);
  read_language (self, book, body);
  split (self, body);
  return cog_prose_take (self->prose, book, normalizer, self->place, progress, cancellable, error);
}

/* --- rights in LaTeX -------------------------------------------------------------------------- */

static char *
dup_match (const char *text, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert (regex != NULL);
  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

void
cog_pandoc_read_tex_rights (
    CogBook *book, CogReport *report, const char *place, const char *text, gsize length)
{
  g_autofree char *head = g_utf8_make_valid (text, (gssize)MIN (length, 100000));
  g_autofree char *options = dup_match (head, "\\\\usepackage\\[([^\\]]*)\\]\\{doclicense\\}");
  g_autofree char *url = dup_match (head, "pdflicenseurl\\s*=\\s*\\{([^{}]+)\\}");

  if (options != NULL)
    {
      g_autofree char *type = dup_match (options, "type\\s*=\\s*\\{?([A-Za-z0]+)");
      g_autofree char *modifier = dup_match (options, "modifier\\s*=\\s*\\{?([a-z-]+)");
      g_autofree char *version = dup_match (options, "version\\s*=\\s*\\{?([0-9.]+)");
      /* The package's own defaults (doclicense 2.1). */
      g_autofree char *words = g_strdup_printf ("%s %s %s", type != NULL ? type : "CC",
                                                modifier != NULL ? modifier : "by-sa",
                                                version != NULL ? version : "4.0");

      cog_evidence_add (book, report, COG_EVIDENCE_METADATA, place, "doclicense", words, NULL);
    }
  if (url != NULL)
    cog_evidence_add (book, report, COG_EVIDENCE_METADATA, place, "pdflicenseurl", url, url);
}
