/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-normalizer-private.h"

#include "cog-path.h"
#include "cog-reader-findings.h"

#include <string.h>

/* What is done with an element of a foreign page. */
typedef enum
{
  ACTION_UNWRAP,      /* its children take its place, in the same text */
  ACTION_TRANSPARENT, /* its children take its place, but it begins and ends a paragraph */
  ACTION_SKIP,        /* gone, with what is in it */
  ACTION_SCRIPT,      /* gone and reported */
  ACTION_FORM,        /* gone and reported */
  ACTION_BLOCK,
  ACTION_INLINE,
  ACTION_BREAK, /* br */
  ACTION_RULE,
  ACTION_IMAGE,
  ACTION_MEDIA,
  ACTION_FRAME,  /* iframe, object, embed: a link or a picture */
  ACTION_SWITCH, /* epub:switch */
} Action;

static const struct
{
  const char *name;
  Action action;
  const char *as; /* element of normal form */
} mapping[] = {
  { "a", ACTION_INLINE, "a" },
  { "abbr", ACTION_INLINE, "abbr" },
  { "acronym", ACTION_INLINE, "abbr" },
  { "address", ACTION_TRANSPARENT, NULL },
  { "applet", ACTION_FRAME, NULL },
  { "area", ACTION_SKIP, NULL },
  { "article", ACTION_BLOCK, "section" },
  { "aside", ACTION_BLOCK, "aside" },
  { "audio", ACTION_MEDIA, "audio" },
  { "b", ACTION_INLINE, "b" },
  { "base", ACTION_SKIP, NULL },
  { "basefont", ACTION_SKIP, NULL },
  { "bdi", ACTION_INLINE, "bdi" },
  { "bdo", ACTION_INLINE, "bdo" },
  { "big", ACTION_UNWRAP, NULL },
  { "blockquote", ACTION_BLOCK, "blockquote" },
  { "body", ACTION_TRANSPARENT, NULL },
  { "br", ACTION_BREAK, NULL },
  { "button", ACTION_FORM, NULL },
  { "canvas", ACTION_SCRIPT, NULL },
  { "caption", ACTION_BLOCK, "caption" },
  { "center", ACTION_TRANSPARENT, NULL },
  { "cite", ACTION_INLINE, "cite" },
  { "code", ACTION_INLINE, "code" },
  { "col", ACTION_SKIP, NULL },
  { "colgroup", ACTION_SKIP, NULL },
  { "datalist", ACTION_SKIP, NULL },
  { "dd", ACTION_BLOCK, "dd" },
  { "del", ACTION_INLINE, "s" },
  { "details", ACTION_BLOCK, "details" },
  { "dfn", ACTION_INLINE, "dfn" },
  { "dir", ACTION_BLOCK, "ul" },
  { "div", ACTION_TRANSPARENT, NULL },
  { "dl", ACTION_BLOCK, "dl" },
  { "dt", ACTION_BLOCK, "dt" },
  { "em", ACTION_INLINE, "em" },
  { "embed", ACTION_FRAME, NULL },
  { "fieldset", ACTION_TRANSPARENT, NULL },
  { "figcaption", ACTION_BLOCK, "figcaption" },
  { "figure", ACTION_BLOCK, "figure" },
  { "footer", ACTION_TRANSPARENT, NULL },
  { "form", ACTION_TRANSPARENT, NULL },
  { "frame", ACTION_FRAME, NULL },
  { "h1", ACTION_BLOCK, "h1" },
  { "h2", ACTION_BLOCK, "h2" },
  { "h3", ACTION_BLOCK, "h3" },
  { "h4", ACTION_BLOCK, "h4" },
  { "h5", ACTION_BLOCK, "h5" },
  { "h6", ACTION_BLOCK, "h6" },
  { "head", ACTION_SKIP, NULL },
  { "header", ACTION_TRANSPARENT, NULL },
  { "hgroup", ACTION_TRANSPARENT, NULL },
  { "hr", ACTION_RULE, NULL },
  { "i", ACTION_INLINE, "i" },
  { "iframe", ACTION_FRAME, NULL },
  { "image", ACTION_IMAGE, NULL },
  { "img", ACTION_IMAGE, NULL },
  { "input", ACTION_FORM, NULL },
  { "ins", ACTION_UNWRAP, NULL },
  { "kbd", ACTION_INLINE, "kbd" },
  { "legend", ACTION_TRANSPARENT, NULL },
  { "li", ACTION_BLOCK, "li" },
  { "link", ACTION_SKIP, NULL },
  { "main", ACTION_TRANSPARENT, NULL },
  { "map", ACTION_SKIP, NULL },
  { "mark", ACTION_INLINE, "mark" },
  { "menu", ACTION_BLOCK, "ul" },
  { "meta", ACTION_SKIP, NULL },
  { "meter", ACTION_SKIP, NULL },
  { "nav", ACTION_TRANSPARENT, NULL },
  { "nobr", ACTION_UNWRAP, NULL },
  { "noframes", ACTION_SKIP, NULL },
  { "noscript", ACTION_TRANSPARENT, NULL },
  { "object", ACTION_FRAME, NULL },
  { "ol", ACTION_BLOCK, "ol" },
  { "option", ACTION_SKIP, NULL },
  { "output", ACTION_SKIP, NULL },
  { "p", ACTION_BLOCK, "p" },
  { "param", ACTION_SKIP, NULL },
  { "plaintext", ACTION_BLOCK, "pre" },
  { "pre", ACTION_BLOCK, "pre" },
  { "progress", ACTION_SKIP, NULL },
  { "q", ACTION_INLINE, "q" },
  { "rb", ACTION_INLINE, "rb" },
  { "rp", ACTION_INLINE, "rp" },
  { "rt", ACTION_INLINE, "rt" },
  { "ruby", ACTION_INLINE, "ruby" },
  { "s", ACTION_INLINE, "s" },
  { "samp", ACTION_INLINE, "samp" },
  { "script", ACTION_SCRIPT, NULL },
  { "section", ACTION_BLOCK, "section" },
  { "select", ACTION_FORM, NULL },
  { "small", ACTION_INLINE, "small" },
  { "source", ACTION_SKIP, NULL },
  { "strike", ACTION_INLINE, "s" },
  { "strong", ACTION_INLINE, "strong" },
  { "style", ACTION_SKIP, NULL },
  { "sub", ACTION_INLINE, "sub" },
  { "summary", ACTION_BLOCK, "summary" },
  { "sup", ACTION_INLINE, "sup" },
  { "switch", ACTION_SWITCH, NULL },
  { "table", ACTION_BLOCK, "table" },
  { "tbody", ACTION_BLOCK, "tbody" },
  { "td", ACTION_BLOCK, "td" },
  { "template", ACTION_SKIP, NULL },
  { "textarea", ACTION_FORM, NULL },
  { "tfoot", ACTION_BLOCK, "tfoot" },
  { "th", ACTION_BLOCK, "th" },
  { "thead", ACTION_BLOCK, "thead" },
  { "time", ACTION_INLINE, "time" },
  { "title", ACTION_SKIP, NULL },
  { "tr", ACTION_BLOCK, "tr" },
  { "track", ACTION_SKIP, NULL },
  { "tt", ACTION_INLINE, "code" },
  { "u", ACTION_INLINE, "u" },
  { "ul", ACTION_BLOCK, "ul" },
  { "var", ACTION_INLINE, "var" },
  { "video", ACTION_MEDIA, "video" },
  { "xmp", ACTION_BLOCK, "pre" },
};

typedef struct
{
  CogNormalizer *self;
  CogBuilder *builder;
  const char *file;
  char *prefix; /* of ids in this file */
} Take;

/* What was opened for an element, to be closed when the walk leaves it. */
typedef struct
{
  const xmlNode *source;
  xmlNode *block;
  guint n_inlines;
  gboolean breaks;
  gboolean is_pre;
} Frame;

static const char *
get_action (const xmlNode *node, Action *action)
{
  gsize low = 0, high = G_N_ELEMENTS (mapping);

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      int order = strcmp ((const char *)node->name, mapping[middle].name);

      if (order == 0)
        {
          *action = mapping[middle].action;
          return mapping[middle].as;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  *action = ACTION_UNWRAP;
  return NULL;
}

static char *
dup_language (const xmlNode *node)
{
  char *language = cog_xml_dup_attribute (node, "lang");

  if (language == NULL)
    language = cog_xml_dup_attribute_ns (node, COG_NS_XML, "lang");
  return language;
}

static char *
dup_id (Take *take, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  if (id == NULL)
    id = cog_xml_dup_attribute_ns (node, COG_NS_XML, "id");
  if (id == NULL && strcmp ((const char *)node->name, "a") == 0)
    id = cog_xml_dup_attribute (node, "name");
  if (id == NULL || id[0] == '\0')
    return NULL;
  return g_strconcat (take->prefix, id, NULL);
}

typedef gboolean (*WordFunc) (const char *word);

/* The words of an attribute that normal form knows; NULL where none is left. */
static char *
dup_known_words (const char *value, WordFunc func)
{
  g_auto (GStrv) words = g_strsplit_set (value != NULL ? value : "", " \t\r\n", 60);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *colon = strchr (words[i], ':');
      const char *word = colon != NULL ? colon + 1 : words[i];

      if (word[0] != '\0' && func (word))
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", word);
    }
  return kept->len > 0 ? g_string_free (g_steal_pointer (&kept), FALSE) : NULL;
}

static void
set_type (xmlNode *target, const char *type)
{
  xmlNode *root = xmlDocGetRootElement (target->doc);
  xmlNs *ns = xmlSearchNsByHref (target->doc, root, (const xmlChar *)COG_NS_EPUB);

  xmlSetNsProp (target, ns, (const xmlChar *)"type", (const xmlChar *)type);
}

static void
copy_words (const xmlNode *node, xmlNode *target)
{
  g_autofree char *type = cog_xml_dup_attribute_ns (node, COG_NS_EPUB, "type");
  g_autofree char *role = cog_xml_dup_attribute (node, "role");
  g_autofree char *classes = cog_xml_dup_attribute (node, "class");
  g_autofree char *kept_type = dup_known_words (type, cog_vocabulary_has_type);
  g_autofree char *kept_role = dup_known_words (role, cog_vocabulary_has_role);
  g_autofree char *kept_class = dup_known_words (classes, cog_vocabulary_has_class);

  if (kept_type != NULL)
    set_type (target, kept_type);
  if (kept_role != NULL)
    cog_xml_set (target, "role", kept_role);
  if (kept_class != NULL)
    cog_xml_set (target, "class", kept_class);
}

static void
copy_direction (const xmlNode *node, xmlNode *target)
{
  g_autofree char *language = dup_language (node);
  g_autofree char *dir = cog_xml_dup_attribute (node, "dir");

  if (language != NULL && language[0] != '\0')
    cog_xml_set (target, "lang", language);
  if (dir != NULL)
    {
      g_autofree char *lower = g_ascii_strdown (dir, -1);

      if (g_str_equal (lower, "ltr") || g_str_equal (lower, "rtl") || g_str_equal (lower, "auto"))
        cog_xml_set (target, "dir", lower);
    }
}

static void
copy_global (Take *take, const xmlNode *node, xmlNode *target)
{
  static const char *const plain[] = { "title", "aria-label" };
  g_autofree char *id = dup_id (take, node);

  if (id != NULL && !xmlHasProp (target, (const xmlChar *)"id"))
    cog_xml_set (target, "id", id);
  else if (id != NULL)
    cog_builder_push_id (take->builder, id);
  copy_direction (node, target);
  copy_words (node, target);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *value = cog_xml_dup_attribute (node, plain[i]);

      if (value != NULL && value[0] != '\0')
        cog_xml_set (target, plain[i], value);
    }
}

/* A number within bounds, as an attribute of the element. */
static void
copy_number (const xmlNode *node, xmlNode *target, const char *name, gint64 low, gint64 high)
{
  g_autofree char *value = cog_xml_dup_attribute (node, name);
  g_autofree char *kept = NULL;
  gint64 number;
  char *end = NULL;

  if (value == NULL)
    return;
  number = g_ascii_strtoll (value, &end, 10);
  if (end == value || number < low || (number == 1 && low == 1) || strchr (value, '%') != NULL)
    return;
  kept = g_strdup_printf ("%" G_GINT64_FORMAT, MIN (number, high));
  cog_xml_set (target, name, kept);
}

static void
copy_word (const xmlNode *node, xmlNode *target, const char *name, const char *allowed)
{
  g_autofree char *value = cog_xml_dup_attribute (node, name);
  g_auto (GStrv) words = g_strsplit (allowed, " ", -1);

  if (value != NULL && g_strv_contains ((const char *const *)words, value))
    cog_xml_set (target, name, value);
}

static void
copy_headers (Take *take, const xmlNode *node, xmlNode *target)
{
  g_autofree char *value = cog_xml_dup_attribute (node, "headers");
  g_auto (GStrv) words = g_strsplit_set (value != NULL ? value : "", " \t\r\n", 60);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (kept, "%s%s%s", kept->len > 0 ? " " : "", take->prefix, words[i]);
  if (kept->len > 0)
    cog_xml_set (target, "headers", kept->str);
}

static void
copy_own (Take *take, const xmlNode *node, xmlNode *target)
{
  const char *name = (const char *)target->name;

  if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0)
    {
      copy_number (node, target, "colspan", 1, 1000);
      copy_number (node, target, "rowspan", 1, 1000);
      copy_headers (take, node, target);
      if (name[1] == 'h')
        copy_word (node, target, "scope", "row col rowgroup colgroup");
    }
  else if (strcmp (name, "ol") == 0)
    {
      copy_number (node, target, "start", -100000, 100000);
      copy_word (node, target, "type", "1 a A i I");
      if (xmlHasProp ((xmlNode *)node, (const xmlChar *)"reversed"))
        cog_xml_set (target, "reversed", "reversed");
    }
  else if (strcmp (name, "li") == 0 && strcmp ((const char *)target->parent->name, "ol") == 0)
    copy_number (node, target, "value", -100000, 100000);
}

static gboolean
is_note_type (const xmlNode *node)
{
  static const char *const types[] = { "footnote", "endnote", "rearnote", "note" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (cog_xml_has_word (node, "epub:type", types[i]))
      return TRUE;
  return cog_xml_has_word (node, "role", "doc-footnote") ||
         cog_xml_has_word (node, "role", "doc-endnote");
}

static gboolean
has_class_like (const xmlNode *node, const char *const *words)
{
  g_autofree char *classes = cog_xml_dup_attribute (node, "class");
  g_auto (GStrv) list = g_strsplit_set (classes != NULL ? classes : "", " \t\r\n", 60);

  for (guint i = 0; list[i] != NULL; i++)
    for (guint w = 0; words[w] != NULL; w++)
      if (g_ascii_strcasecmp (list[i], words[w]) == 0)
        return TRUE;
  return FALSE;
}

static gboolean
holds (const xmlNode *top, const char *name)
{
  for (const xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    if (n->type == XML_ELEMENT_NODE && strcmp ((const char *)n->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* What a div really is: a figure, its caption, a section, a note; NULL: only a box. */
static const char *
guess_block (Take *take, const xmlNode *node)
{
  static const char *const figures[] = { "figure", "fig",        "figgroup",   "figcontainer",
                                         "thumb",  "thumbinner", "wp-caption", "image-container",
                                         NULL };
  static const char *const captions[] = { "caption",         "figcaption", "thumbcaption",
                                          "wp-caption-text", "legend",     NULL };
  static const char *const notes[] = { "note",    "warning",    "tip", "sidebar", "callout",
                                       "textbox", "admonition", "box", "example", NULL };
  g_autofree char *type = cog_xml_dup_attribute_ns (node, COG_NS_EPUB, "type");
  g_autofree char *known = dup_known_words (type, cog_vocabulary_has_type);
  g_autofree char *language = dup_language (node);

  if (is_note_type (node))
    return "aside";
  if (has_class_like (node, figures) && holds (node, "img") &&
      !cog_builder_is_in (take->builder, "figure"))
    return "figure";
  if (has_class_like (node, captions) && cog_builder_is_in (take->builder, "figure"))
    return "figcaption";
  if (has_class_like (node, notes))
    return "aside";
  if (known != NULL || language != NULL || xmlHasProp ((xmlNode *)node, (const xmlChar *)"dir"))
    return "section";
  return NULL;
}

/* A link of a saved page that leads to another page of the site it came from. */
static char *
dup_address (Take *take, const char *href)
{
  const char *base = g_hash_table_lookup (take->self->addresses, take->file);

  return base != NULL ? g_uri_resolve_relative (base, href, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
}

/* "./Tide#cite_note-1" in the page Tide. */
static gboolean
leads_to_itself (Take *take, const char *address)
{
  g_autofree char *key = g_strconcat (take->file, "#", NULL);
  const char *page = g_hash_table_lookup (take->self->addresses, key);
  const char *hash = strchr (address, '#');

  return page != NULL && hash != NULL && hash[1] != '\0' &&
         strlen (page) == (gsize)(hash - address) && strncmp (page, address, hash - address) == 0;
}

/* NULL: it leads nowhere, and is only text. */
static char *
dup_link (Take *take, const char *href)
{
  char *address;
  const char *file;
  const char *hash = strchr (href, '#');
  g_autofree char *id = NULL;

  if (href[0] == '\0' || g_str_equal (href, "#"))
    return NULL;
  if (href[0] == '#')
    return g_strconcat ("#", take->prefix, href + 1, NULL);
  if (cog_path_has_scheme (href))
    return g_str_has_prefix (href, "//") ? g_strconcat ("https:", href, NULL) : g_strdup (href);
  file = take->self->container != NULL
             ? cog_container_resolve (take->self->container, take->file, href)
             : NULL;
  if (file != NULL)
    id = cog_normalizer_dup_id (take->self, file, hash != NULL ? hash + 1 : NULL);
  if (id != NULL)
    return g_strconcat ("#", id, NULL);
  address = dup_address (take, href);
  if (address != NULL && leads_to_itself (take, address))
    {
      char *own = g_strconcat ("#", take->prefix, strchr (address, '#') + 1, NULL);

      g_free (address);
      return own;
    }
  return address != NULL ? address : g_strdup (href);
}

static void
open_inline (Take *take, Frame *frame, const xmlNode *node, const char *as)
{
  xmlNode *target = xmlNewNode (NULL, (const xmlChar *)as);
  xmlNode *parent =
      cog_builder_has_leaf (take->builder) ? cog_builder_get_inline_parent (take->builder) : NULL;

  /* The namespace for epub:type is found by the document. */
  xmlSetTreeDoc (target, parent != NULL ? parent->doc : cog_builder_get_document (take->builder));
  copy_global (take, node, target);
  if (strcmp (as, "a") == 0)
    {
      g_autofree char *href = cog_xml_dup_attribute (node, "href");
      g_autofree char *link = href != NULL && !cog_builder_has_inline (take->builder, "a")
                                  ? dup_link (take, g_strstrip (href))
                                  : NULL;

      if (link == NULL && xmlHasProp (target, (const xmlChar *)"id"))
        {
          /* An anchor: its id goes to what follows. */
          g_autofree char *id = cog_xml_dup_attribute (target, "id");

          cog_builder_push_id (take->builder, id);
        }
      if (link == NULL)
        {
          xmlFreeNode (target);
          return;
        }
      cog_xml_set (target, "href", link);
    }
  else if (strcmp (as, "time") == 0)
    {
      g_autofree char *datetime = cog_xml_dup_attribute (node, "datetime");

      cog_xml_set (target, "datetime", datetime);
    }
  cog_builder_open_inline (take->builder, target);
  frame->n_inlines++;
}

static void
open_emphasis (Take *take, Frame *frame, const char *name, const char *class_name)
{
  xmlNode *target = xmlNewNode (NULL, (const xmlChar *)name);

  if (class_name != NULL)
    cog_xml_set (target, "class", class_name);
  cog_builder_open_inline (take->builder, target);
  frame->n_inlines++;
}

/* What a style sheet says of an inline element. */
static void
open_styled (Take *take, Frame *frame, const xmlNode *node, CogStyle style, const char *as)
{
  const char *name = (const char *)node->name;

  if ((style & COG_STYLE_ITALIC) && strcmp (name, "em") != 0 && strcmp (name, "i") != 0 &&
      strcmp (name, "cite") != 0 && strcmp (name, "dfn") != 0 && strcmp (name, "var") != 0)
    open_emphasis (take, frame, "em", NULL);
  if ((style & COG_STYLE_BOLD) && strcmp (name, "strong") != 0 && strcmp (name, "b") != 0)
    open_emphasis (take, frame, "strong", NULL);
  if (style & COG_STYLE_SMALL_CAPS)
    open_emphasis (take, frame, "span", "smallcaps");
  if ((style & COG_STYLE_UNDERLINE) && strcmp (name, "u") != 0 && strcmp (name, "a") != 0)
    open_emphasis (take, frame, "u", NULL);
  if ((style & COG_STYLE_STRIKE) && g_strcmp0 (as, "s") != 0)
    open_emphasis (take, frame, "s", NULL);
  if ((style & COG_STYLE_SUPER) && strcmp (name, "sup") != 0)
    open_emphasis (take, frame, "sup", NULL);
  if ((style & COG_STYLE_SUB) && strcmp (name, "sub") != 0)
    open_emphasis (take, frame, "sub", NULL);
}

static gboolean
is_page_break (const xmlNode *node)
{
  return cog_xml_has_word (node, "epub:type", "pagebreak") ||
         cog_xml_has_word (node, "role", "doc-pagebreak");
}

static void
add_page_break (Take *take, const xmlNode *node)
{
  xmlNode *parent = cog_builder_get_inline_parent (take->builder);
  xmlNode *span =
      xmlNewChild (parent, xmlDocGetRootElement (parent->doc)->ns, (const xmlChar *)"span", NULL);
  g_autofree char *id = dup_id (take, node);
  g_autofree char *label = cog_xml_dup_attribute (node, "title");
  g_autofree char *aria = cog_xml_dup_attribute (node, "aria-label");
  g_autofree char *text = cog_xml_dup_folded_text (node);

  cog_xml_set (span, "id", id);
  set_type (span, "pagebreak");
  cog_xml_set (span, "role", "doc-pagebreak");
  cog_xml_set (span, "aria-label", aria != NULL ? aria : label != NULL ? label : text);
}

static xmlNode *
add_child (xmlNode *parent, const char *name)
{
  return xmlNewChild (parent, xmlDocGetRootElement (parent->doc)->ns, (const xmlChar *)name, NULL);
}

static void
add_link (Take *take, const char *url, const char *words)
{
  const char *shown = words != NULL && words[0] != '\0' ? words : url;
  xmlNode *link;

  /* No link stands in a link: there, the words alone. */
  if (cog_builder_has_inline (take->builder, "a"))
    {
      cog_builder_add_text (take->builder, shown);
      return;
    }
  link = add_child (cog_builder_get_inline_parent (take->builder), "a");
  cog_xml_set (link, "href", url);
  xmlNodeAddContent (link, (const xmlChar *)"");
  xmlAddChild (link, xmlNewDocText (link->doc, (const xmlChar *)shown));
}

static gboolean
is_remote (const char *reference)
{
  return g_str_has_prefix (reference, "http:") || g_str_has_prefix (reference, "https:") ||
         g_str_has_prefix (reference, "//");
}

static void
report_remote (Take *take, const CogFindingKind *kind, const char *url)
{
  g_autofree char *shown = g_utf8_make_valid (url, MIN (strlen (url), 200));

  cog_report_add (take->self->report, kind, take->file, shown, NULL);
}

/* What a page shows until its script has fetched the picture. */
static gboolean
is_placeholder (const xmlNode *node, const char *source)
{
  if (!g_str_has_prefix (source, "data:image/"))
    return FALSE;
  return (g_str_has_prefix (source, "data:image/gif") && strlen (source) < 200) ||
         xmlHasProp ((xmlNode *)node, (const xmlChar *)"data-src") != NULL ||
         xmlHasProp ((xmlNode *)node, (const xmlChar *)"data-original") != NULL;
}

static char *
dup_picture_source (const xmlNode *node)
{
  static const char *const names[] = { "src", "data-src", "data-original", "href" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char *value = cog_xml_dup_attribute (node, names[i]);

      if (value != NULL && value[0] != '\0' && (i != 0 || !is_placeholder (node, value)))
        return g_strstrip (value);
      g_free (value);
    }
  return cog_xml_dup_attribute_ns (node, COG_NS_XLINK, "href");
}

static gboolean
stands_in_figure (Take *take)
{
  return !cog_builder_has_leaf (take->builder) &&
         strcmp ((const char *)cog_builder_get_block (take->builder)->name, "figure") == 0;
}

/* A picture of one pixel counts visitors. */
static gboolean
is_tracker (const xmlNode *node)
{
  g_autofree char *width = cog_xml_dup_attribute (node, "width");
  g_autofree char *height = cog_xml_dup_attribute (node, "height");

  return width != NULL && height != NULL && g_ascii_strtoll (width, NULL, 10) <= 1 &&
         g_ascii_strtoll (height, NULL, 10) <= 1 && g_ascii_isdigit (width[0]) &&
         g_ascii_isdigit (height[0]);
}

static void
add_image (Take *take, const xmlNode *node)
{
  g_autofree char *source = dup_picture_source (node);
  g_autofree char *alt = cog_xml_dup_attribute (node, "alt");
  g_autofree char *title = cog_xml_dup_attribute (node, "title");
  const char *asset;
  xmlNode *image;

  if (source == NULL || source[0] == '\0' || is_tracker (node))
    return;
  if (is_remote (source))
    {
      report_remote (take, &cog_finding_remote_picture, source);
      {
        g_autofree char *link = dup_link (take, source);

        add_link (take, link, alt);
      }
      return;
    }
  asset = cog_normalizer_add_asset (take->self, take->file, source);
  if (asset == NULL)
    {
      if (alt != NULL && alt[0] != '\0')
        cog_builder_add_text (take->builder, alt);
      return;
    }
  image = add_child (stands_in_figure (take) ? cog_builder_get_block_parent (take->builder)
                                             : cog_builder_get_inline_parent (take->builder),
                     "img");
  cog_xml_set (image, "src", asset);
  cog_xml_set (image, "alt", alt != NULL ? alt : title);
  copy_global (take, node, image);
  cog_xml_set (image, "title", NULL);
  copy_number (node, image, "width", 2, 10000);
  copy_number (node, image, "height", 2, 10000);
}

static void
add_tracks (Take *take, const xmlNode *node, xmlNode *media)
{
  static const char *const names[] = { "kind", "srclang", "label" };

  for (const xmlNode *child = cog_xml_first_element (node); child != NULL;
       child = cog_xml_next_element (child))
    {
      g_autofree char *source = cog_xml_dup_attribute (child, "src");
      const char *asset;
      xmlNode *track;

      if (strcmp ((const char *)child->name, "track") != 0 || source == NULL ||
          is_remote (source) ||
          (asset = cog_normalizer_add_asset (take->self, take->file, source)) == NULL)
        continue;
      track = add_child (media, "track");
      cog_xml_set (track, "src", asset);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *value = cog_xml_dup_attribute (child, names[i]);

          cog_xml_set (track, names[i], value);
        }
    }
}

static char *
dup_media_source (const xmlNode *node)
{
  char *source = cog_xml_dup_attribute (node, "src");

  for (const xmlNode *child = cog_xml_first_element (node); source == NULL && child != NULL;
       child = cog_xml_next_element (child))
    if (strcmp ((const char *)child->name, "source") == 0)
      source = cog_xml_dup_attribute (child, "src");
  return source;
}

static void
add_media (Take *take, const xmlNode *node, const char *as)
{
  g_autofree char *source = dup_media_source (node);
  g_autofree char *poster = cog_xml_dup_attribute (node, "poster");
  g_autofree char *label = cog_xml_dup_attribute (node, "title");
  const char *asset;
  xmlNode *media;

  if (source == NULL)
    return;
  if (is_remote (source))
    {
      report_remote (take, &cog_finding_remote_media, source);
      add_link (take, source, label);
      return;
    }
  asset = cog_normalizer_add_asset (take->self, take->file, source);
  if (asset == NULL)
    return;
  media = add_child (cog_builder_get_block_parent (take->builder), as);
  cog_xml_set (media, "src", asset);
  cog_xml_set (media, "controls", "controls");
  copy_global (take, node, media);
  if (poster != NULL && !is_remote (poster))
    cog_xml_set (media, "poster", cog_normalizer_add_asset (take->self, take->file, poster));
  add_tracks (take, node, media);
}

/* An iframe, object or embed: a picture, a link, or a report; what stands in it instead is kept. */
static gboolean
add_frame (Take *take, const xmlNode *node)
{
  g_autofree char *source = cog_xml_dup_attribute (node, "src");
  g_autofree char *type = cog_xml_dup_attribute (node, "type");
  g_autofree char *label = cog_xml_dup_attribute (node, "title");

  if (source == NULL)
    source = cog_xml_dup_attribute (node, "data");
  if (source == NULL)
    return TRUE;
  if (is_remote (source))
    {
      g_autofree char *link = dup_link (take, source);

      report_remote (take, &cog_finding_remote_media, source);
      add_link (take, link, label);
      return FALSE;
    }
  if (type != NULL && g_str_has_prefix (type, "image/"))
    {
      const char *asset = cog_normalizer_add_asset (take->self, take->file, source);

      if (asset != NULL)
        {
          g_autofree char *text = cog_xml_dup_folded_text (node);
          xmlNode *image = add_child (cog_builder_get_inline_parent (take->builder), "img");

          cog_xml_set (image, "src", asset);
          cog_xml_set (image, "alt", text[0] != '\0' ? text : label);
          copy_global (take, node, image);
          return FALSE;
        }
    }
  cog_report_add (take->self->report, &cog_finding_object_dropped, take->file, source, NULL);
  return TRUE;
}

static gboolean
is_hidden (Take *take, const xmlNode *node, CogStyle style)
{
  static const char *const hidden[] = { "mw-editsection", "noprint", NULL };

  if (xmlHasProp ((xmlNode *)node, (const xmlChar *)"hidden") && !is_note_type (node) &&
      strcmp ((const char *)node->name, "nav") != 0)
    return TRUE;
  if (has_class_like (node, hidden))
    return TRUE;
  /* Reading systems hide notes to show them at their place. */
  if ((style & COG_STYLE_HIDDEN) && !is_note_type (node) && !holds (node, "math"))
    {
      cog_report_add (take->self->report, &cog_finding_hidden_dropped, take->file, NULL, NULL);
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_display (const xmlNode *math)
{
  g_autofree char *display = cog_xml_dup_attribute (math, "display");
  g_autofree char *mode = cog_xml_dup_attribute (math, "mode");

  return g_strcmp0 (display, "block") == 0 || g_strcmp0 (mode, "display") == 0;
}

static void
add_math (Take *take, const xmlNode *node)
{
  gboolean block = is_display (node);
  xmlNode *parent = block ? cog_builder_get_block_parent (take->builder)
                          : cog_builder_get_inline_parent (take->builder);
  xmlNode *math = cog_foreign_copy_math (node, parent, block);
  g_autofree char *id = dup_id (take, node);

  if (math != NULL)
    cog_xml_set (math, "id", id);
}

static void
add_svg (Take *take, const xmlNode *node)
{
  gboolean block =
      !cog_builder_has_leaf (take->builder) && cog_builder_may_hold_block (take->builder);
  xmlNode *parent = block ? cog_builder_get_block_parent (take->builder)
                          : cog_builder_get_inline_parent (take->builder);

  cog_foreign_copy_svg (take->self, take->file, take->prefix, node, parent);
}

/* A table that holds one cell, or says so, only places things. */
static gboolean
is_layout_table (const xmlNode *table)
{
  guint cells = 0;

  if (cog_xml_has_word (table, "role", "presentation"))
    return TRUE;
  for (const xmlNode *n = table; n != NULL && cells < 2; n = cog_xml_next_in (table, n))
    if (n->type == XML_ELEMENT_NODE &&
        (strcmp ((const char *)n->name, "td") == 0 || strcmp ((const char *)n->name, "th") == 0))
      cells++;
  return cells < 2 && !holds (table, "caption");
}

static gboolean
is_in_layout_table (const xmlNode *node)
{
  const xmlNode *n = node;

  while (n != NULL && n->type == XML_ELEMENT_NODE && strcmp ((const char *)n->name, "table") != 0)
    n = n->parent;
  return n != NULL && n->type == XML_ELEMENT_NODE && is_layout_table (n);
}

static gboolean
is_table_part (const char *as)
{
  static const char *const parts[] = { "table", "thead", "tbody", "tfoot", "tr", "td", "th", NULL };

  return g_strv_contains (parts, as);
}

static void
open_block (Take *take, Frame *frame, const xmlNode *node, const char *as)
{
  if (is_table_part (as) && is_in_layout_table (node))
    {
      cog_builder_break (take->builder);
      frame->breaks = TRUE;
      return;
    }
  if (strcmp (as, "section") == 0 && is_note_type (node))
    as = "aside";
  frame->block = cog_builder_open_block (take->builder, as);
  frame->breaks = TRUE;
  if (frame->block == NULL)
    {
      cog_report_add (take->self->report, &cog_finding_too_deep, take->file, NULL, NULL);
      return;
    }
  copy_global (take, node, frame->block);
  copy_own (take, node, frame->block);
  if (strcmp (as, "pre") == 0)
    {
      frame->is_pre = TRUE;
      cog_builder_set_preformatted (take->builder, TRUE);
    }
}

static void
open_box (Take *take, Frame *frame, const xmlNode *node)
{
  const char *as = guess_block (take, node);
  g_autofree char *id = NULL;

  if (as != NULL)
    {
      open_block (take, frame, node, as);
      return;
    }
  cog_builder_break (take->builder);
  frame->breaks = TRUE;
  id = dup_id (take, node);
  if (id != NULL)
    cog_builder_push_id (take->builder, id);
}

/* epub:switch: the case with MathML, else the default (EPUB 3.0, 2.1.3.4). Returns the case. */
static const xmlNode *
choose_case (const xmlNode *node)
{
  const xmlNode *fallback = NULL;

  for (const xmlNode *child = cog_xml_first_element (node); child != NULL;
       child = cog_xml_next_element (child))
    {
      g_autofree char *namespace = cog_xml_dup_attribute (child, "required-namespace");

      if (g_strcmp0 (namespace, COG_NS_MATHML) == 0)
        return child;
      if (strcmp ((const char *)child->name, "default") == 0)
        fallback = child;
    }
  return fallback;
}

static gboolean
is_unchosen_case (const xmlNode *node)
{
  return node->parent != NULL && node->parent->type == XML_ELEMENT_NODE &&
         strcmp ((const char *)node->parent->name, "switch") == 0 &&
         choose_case (node->parent) != node;
}

/* The picture that stands beside a formula for those who cannot show it. */
static gboolean
is_fallback_of_math (const xmlNode *node)
{
  static const char *const fallbacks[] = { "mwe-math-fallback-image-inline",
                                           "mwe-math-fallback-image-display", NULL };

  if (!has_class_like (node, fallbacks))
    return FALSE;
  return node->parent != NULL && holds (node->parent, "math");
}

static gboolean enter_mapped (Take *take, Frame *frame, const xmlNode *node);

/* Returns whether the walk goes into the element. */
static gboolean
enter (Take *take, Frame *frame, const xmlNode *node)
{
  const char *ns = node->ns != NULL ? (const char *)node->ns->href : NULL;

  if (is_unchosen_case (node))
    return FALSE;
  if (cog_xml_is (node, COG_NS_MATHML, "math") ||
      (ns == NULL && strcmp ((const char *)node->name, "math") == 0))
    {
      add_math (take, node);
      return FALSE;
    }
  if (cog_xml_is (node, COG_NS_SVG, "svg"))
    {
      add_svg (take, node);
      return FALSE;
    }
  return enter_mapped (take, frame, node);
}

/* "Figure 1.3", "(a)": written by us or by a reader as a thing of its own in the text. */
static gboolean
is_marked_number (const xmlNode *node)
{
  return cog_xml_has_word (node, "class", "number") || cog_xml_has_word (node, "class", "label");
}

static gboolean
enter_styled (
    Take *take, Frame *frame, const xmlNode *node, CogStyle style, Action action, const char *as)
{
  g_autofree char *id = NULL;

  /* A line's number in the margin does not belong to the line's last word. */
  if ((style & COG_STYLE_APART) && (action == ACTION_UNWRAP || action == ACTION_INLINE) &&
      cog_builder_has_leaf (take->builder))
    cog_builder_add_text (take->builder, " ");
  switch (action)
    {
    case ACTION_UNWRAP:
      if (is_page_break (node))
        {
          add_page_break (take, node);
          return FALSE;
        }
      open_styled (take, frame, node, style, NULL);
      if (strcmp ((const char *)node->name, "span") == 0 &&
          (xmlHasProp ((xmlNode *)node, (const xmlChar *)"lang") ||
           xmlHasProp ((xmlNode *)node, (const xmlChar *)"dir") ||
           xmlHasNsProp ((xmlNode *)node, (const xmlChar *)"lang", (const xmlChar *)COG_NS_XML) ||
           xmlHasNsProp ((xmlNode *)node, (const xmlChar *)"type", (const xmlChar *)COG_NS_EPUB) ||
           is_marked_number (node)))
        open_inline (take, frame, node, "span");
      else if ((id = dup_id (take, node)) != NULL)
        cog_builder_push_id (take->builder, id);
      return TRUE;
    case ACTION_INLINE:
      if (is_page_break (node))
        {
          add_page_break (take, node);
          return FALSE;
        }
      open_inline (take, frame, node, as);
      open_styled (take, frame, node, style, as);
      return TRUE;
    case ACTION_TRANSPARENT:
      if (is_page_break (node))
        {
          add_page_break (take, node);
          return FALSE;
        }
      open_box (take, frame, node);
      return TRUE;
    case ACTION_BLOCK:
      if (is_page_break (node) && node->children == NULL)
        {
          add_page_break (take, node);
          return FALSE;
        }
      open_block (take, frame, node, as);
      return TRUE;
    case ACTION_SKIP:
    case ACTION_SCRIPT:
    case ACTION_FORM:
    case ACTION_BREAK:
    case ACTION_RULE:
    case ACTION_IMAGE:
    case ACTION_MEDIA:
    case ACTION_FRAME:
    case ACTION_SWITCH:
      break;
    }
  return TRUE;
}

static gboolean
enter_mapped (Take *take, Frame *frame, const xmlNode *node)
{
  Action action;
  const char *as = get_action (node, &action);
  CogStyle style = cog_style_lookup (take->self->styles, node);

  if (is_hidden (take, node, style))
    return FALSE;
  switch (action)
    {
    case ACTION_SKIP:
      return FALSE;
    case ACTION_SCRIPT:
      cog_report_add (take->self->report, &cog_finding_script_dropped, take->file, NULL, NULL);
      return strcmp ((const char *)node->name, "canvas") == 0;
    case ACTION_FORM:
      cog_report_add (take->self->report, &cog_finding_form_dropped, take->file, NULL, NULL);
      return FALSE;
    case ACTION_BREAK:
      if (cog_builder_has_leaf (take->builder))
        add_child (cog_builder_get_inline_parent (take->builder), "br");
      return FALSE;
    case ACTION_RULE:
      add_child (cog_builder_get_block_parent (take->builder), "hr");
      return FALSE;
    case ACTION_IMAGE:
      if (!is_fallback_of_math (node))
        add_image (take, node);
      return FALSE;
    case ACTION_MEDIA:
      add_media (take, node, as);
      return FALSE;
    case ACTION_FRAME:
      return add_frame (take, node);
    case ACTION_UNWRAP:
    case ACTION_TRANSPARENT:
    case ACTION_BLOCK:
    case ACTION_INLINE:
    case ACTION_SWITCH:
      return enter_styled (take, frame, node, style, action, as);
    }
  return TRUE;
}

static void
leave (Take *take, const Frame *frame)
{
  for (guint i = 0; i < frame->n_inlines; i++)
    cog_builder_close_inline (take->builder);
  if (frame->block != NULL)
    cog_builder_close_block (take->builder, frame->block);
  else if (frame->breaks)
    cog_builder_break (take->builder);
  if (frame->is_pre)
    cog_builder_set_preformatted (take->builder, FALSE);
}

static void
walk (Take *take, const xmlNode *body)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, TRUE, sizeof (Frame));
  const xmlNode *node = body->children;

  while (node != NULL)
    {
      gboolean inside = FALSE;

      if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
          node->content != NULL)
        cog_builder_add_text (take->builder, (const char *)node->content);
      else if (node->type == XML_ELEMENT_NODE)
        {
          Frame frame = { node, NULL, 0, FALSE, FALSE };

          inside = enter (take, &frame, node);
          if (inside && node->children != NULL)
            {
              g_array_append_val (stack, frame);
              node = node->children;
              continue;
            }
          leave (take, &frame);
        }
      while (node != NULL && node->next == NULL && stack->len > 0)
        {
          Frame frame = g_array_index (stack, Frame, stack->len - 1);

          g_array_set_size (stack, stack->len - 1);
          leave (take, &frame);
          node = frame.source;
        }
      node = node->next;
    }
}

/* A paragraph of spaces, with which pages make room. */
static gboolean
is_only_space (const xmlNode *node)
{
  const xmlNode *child = node->children;

  if (!cog_xml_is (node, NULL, "p") || child == NULL)
    return FALSE;
  for (; child != NULL; child = child->next)
    {
      const char *c = (const char *)child->content;

      if (cog_xml_is (child, NULL, "br") && !xmlHasProp ((xmlNode *)child, (const xmlChar *)"id"))
        continue;
      if (child->type != XML_TEXT_NODE)
        return FALSE;
      for (; *c != '\0'; c = g_utf8_next_char (c))
        if (!g_unichar_isspace (g_utf8_get_char (c)) && g_utf8_get_char (c) != 0x200B)
          return FALSE;
    }
  return TRUE;
}

static void
empty_spaces (xmlNode *root)
{
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (n->type == XML_ELEMENT_NODE && is_only_space (n))
      while (n->children != NULL)
        {
          xmlNode *child = n->children;

          xmlUnlinkNode (child);
          xmlFreeNode (child);
        }
}

/* Blocks without anything in them: an empty paragraph, a list whose items were dropped. */
static void
drop_empty (xmlNode *root)
{
  for (xmlNode *n = root, *next; n != NULL; n = next)
    {
      const CogVocabularyRow *row = cog_vocabulary_lookup (n);
      xmlNode *parent;

      next = cog_xml_next_in (root, n);
      while (n != root && row != NULL && n->children == NULL &&
             (row->model == COG_MODEL_INLINES || row->model == COG_MODEL_BLOCKS ||
              (row->model == COG_MODEL_EITHER && row->element != COG_ELEMENT_CELL &&
               row->element != COG_ELEMENT_HEADER_CELL)) &&
             row->element != COG_ELEMENT_AUDIO && row->element != COG_ELEMENT_VIDEO &&
             row->element != COG_ELEMENT_SPAN && row->element != COG_ELEMENT_ROW)
        {
          xmlNode *target = n->next != NULL ? n->next : n->parent;
          g_autofree char *id = cog_xml_dup_attribute (n, "id");

          next = cog_xml_skip_in (root, n);
          parent = n->parent;
          if (id != NULL && target->type == XML_ELEMENT_NODE &&
              !xmlHasProp (target, (const xmlChar *)"id"))
            cog_xml_set (target, "id", id);
          xmlUnlinkNode (n);
          xmlFreeNode (n);
          n = parent;
          row = cog_vocabulary_lookup (n);
        }
    }
}

void
cog_normalizer_take (CogNormalizer *self,
                     const char *file,
                     const xmlNode *body,
                     CogSection *section)
{
  xmlNode *root;
  Take take = { self, NULL, file, NULL };

  g_return_if_fail (self != NULL && file != NULL && body != NULL && section != NULL);

  root = cog_section_get_root (section);
  if (root == NULL)
    root = cog_section_make_content (section);
  take.prefix = self->has_plain_ids ? g_strdup ("") : g_strconcat (section->id, "-", NULL);
  take.builder = cog_builder_new (root);
  copy_direction (body, root);
  {
    g_autofree char *id = dup_id (&take, body);

    if (id != NULL)
      cog_builder_push_id (take.builder, id);
  }
  walk (&take, body);
  cog_builder_free (take.builder);
  empty_spaces (root);
  drop_empty (root);
  g_free (take.prefix);
  if (!g_ptr_array_find (self->taken, section, NULL))
    g_ptr_array_add (self->taken, section);
}
