/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-cnxml.h"

#include "cog-reader-findings.h"

#include <string.h>

/* The parser stops at 256; what is set here is the depth of our own calls. */
#define MAX_DEPTH 120

typedef struct
{
  const CogCnxmlContext *context;
  xmlDoc *out;
  xmlNs *xhtml;
  xmlNs *epub;
  xmlNode *notes; /* asides, put at the end of the body */
  guint n_notes;
  guint level; /* of the heading that a title here would be */
  guint depth;
} Walk;

static void convert_children (Walk *walk, const xmlNode *node, xmlNode *parent);
static void convert (Walk *walk, const xmlNode *node, xmlNode *parent);

static xmlNode *
add (Walk *walk, xmlNode *parent, const char *name)
{
  xmlNode *node = xmlNewDocNode (walk->out, walk->xhtml, (const xmlChar *)name, NULL);

  xmlAddChild (parent, node);
  return node;
}

static void
set_type (Walk *walk, xmlNode *node, const char *type)
{
  xmlSetNsProp (node, walk->epub, (const xmlChar *)"type", (const xmlChar *)type);
}

static void
copy_id (const xmlNode *from, xmlNode *to)
{
  g_autofree char *id = cog_xml_dup_attribute (from, "id");

  cog_xml_set (to, "id", id);
}

static void
add_text (xmlNode *parent, const char *text)
{
  xmlAddChild (parent, xmlNewDocText (parent->doc, (const xmlChar *)text));
}

static gboolean
is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE &&
         strcmp ((const char *)node->name, name) == 0;
}

/* A container that becomes an element with the same children. */
static xmlNode *
wrap (Walk *walk,
      const xmlNode *node,
      xmlNode *parent,
      const char *name,
      const char *class_name,
      const char *type)
{
  xmlNode *element = add (walk, parent, name);

  copy_id (node, element);
  cog_xml_set (element, "class", class_name);
  if (type != NULL)
    set_type (walk, element, type);
  convert_children (walk, node, element);
  return element;
}

static void
wrap_deeper (Walk *walk,
             const xmlNode *node,
             xmlNode *parent,
             const char *name,
             const char *class_name,
             const char *type)
{
  walk->level++;
  wrap (walk, node, parent, name, class_name, type);
  walk->level--;
}

static void
convert_title (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  char name[3] = { 'h', (char)('0' + CLAMP (walk->level, 2, 6)), '\0' };

  /* A title in running text stands before it, in bold. */
  if (is (node->parent, "para") || is (node->parent, "item") || is (node->parent, "list") ||
      is (node->parent, "figure") || is (node->parent, "subfigure") ||
      is (node->parent, "equation"))
    {
      xmlNode *strong =
          add (walk, is (node->parent, "list") ? add (walk, parent, "p") : parent, "strong");

      convert_children (walk, node, strong);
      add_text (parent, " ");
      return;
    }
  wrap (walk, node, parent, name, NULL, NULL);
}

static void
convert_section (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  static const struct
  {
    const char *class_name;
    const char *type;
  } types[] = {
    { "learning-objectives", "learning-objectives" },
    { "glossary", "glossary" },
    { "introduction", "introduction" },
    { "review-questions", "assessment" },
    { "practice", "practices" },
    { "practice-perfect", "practices" },
    { "conceptual-questions", "practices" },
    { "section-exercises", "practices" },
    { "references", "bibliography" },
    { "summary", "conclusion" },
  };
  const char *type = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (cog_xml_has_word (node, "class", types[i].class_name))
      type = types[i].type;
  wrap_deeper (walk, node, parent, "section", NULL, type);
}

static const char *
find_label (Walk *walk, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  return id != NULL ? cog_openstax_labels_lookup (walk->context->labels, walk->context->module, id)
                    : NULL;
}

static void
add_number (Walk *walk, xmlNode *parent, const char *label)
{
  xmlNode *span = add (walk, parent, "span");

  cog_xml_set (span, "class", "number");
  add_text (span, label);
  add_text (parent, " ");
}

static void
convert_example (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *section = add (walk, parent, "section");
  const char *label = find_label (walk, node);
  xmlNode *title = cog_xml_find_child (node, NULL, "title");
  char name[3] = { 'h', (char)('0' + CLAMP (walk->level + 1, 2, 6)), '\0' };

  copy_id (node, section);
  cog_xml_set (section, "class", "example");
  walk->level++;
  if (label != NULL)
    {
      xmlNode *heading = add (walk, section, name);

      add_number (walk, heading, label);
      if (title != NULL)
        convert_children (walk, title, heading);
    }
  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    if (label == NULL || n != title)
      convert (walk, n, section);
  walk->level--;
}

/* A note's or rule's own label ("Theorem", "Note") is its heading where it has no title; before the
 * title, where it has both. */
static const xmlNode *
begin_box (Walk *walk, const xmlNode *node, xmlNode *box)
{
  xmlNode *label = cog_xml_find_child (node, NULL, "label");
  xmlNode *title = cog_xml_find_child (node, NULL, "title");
  g_autofree char *words = label != NULL ? cog_xml_dup_folded_text (label) : NULL;
  char name[3] = { 'h', (char)('0' + CLAMP (walk->level, 2, 6)), '\0' };
  xmlNode *heading;

  if (words == NULL || words[0] == '\0')
    return NULL;
  heading = add (walk, box, name);
  convert_children (walk, label, heading);
  if (title == NULL)
    return NULL;
  add_text (heading, ": ");
  convert_children (walk, title, heading);
  return title;
}

/* A box with a heading of its own, one level below where it stands. */
static void
wrap_box (Walk *walk,
          const xmlNode *node,
          xmlNode *parent,
          const char *name,
          const char *class_name,
          const char *type)
{
  xmlNode *box = add (walk, parent, name);
  const xmlNode *taken;

  copy_id (node, box);
  cog_xml_set (box, "class", class_name);
  if (type != NULL)
    set_type (walk, box, type);
  walk->level++;
  taken = begin_box (walk, node, box);
  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    if (n != taken)
      convert (walk, n, box);
  walk->level--;
}

static void
convert_solution (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  wrap_deeper (walk, node, parent, "section", "solution", "answer");
}

static char *
dup_media_source (const xmlNode *media, const char **name)
{
  const xmlNode *best = NULL;

  for (const xmlNode *n = cog_xml_first_element (media); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *target = cog_xml_dup_attribute (n, "for");

      /* The same picture for screen and paper: that for the screen. */
      if (best == NULL ||
          (is (best, "image") && is (n, "image") && g_strcmp0 (target, "online") == 0))
        best = n;
    }
  if (best == NULL)
    return NULL;
  *name = (const char *)best->name;
  return cog_xml_dup_attribute (best, "src");
}

static void
convert_media (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  const char *name = NULL;
  g_autofree char *source = dup_media_source (node, &name);
  g_autofree char *alt = cog_xml_dup_attribute (node, "alt");
  xmlNode *element;

  if (source == NULL)
    return;
  if (strcmp (name, "image") == 0)
    {
      element = add (walk, parent, "img");
      cog_xml_set (element, "src", source);
      cog_xml_set (element, "alt", alt != NULL && alt[0] != '\0' ? alt : NULL);
    }
  else if (strcmp (name, "video") == 0 || strcmp (name, "audio") == 0)
    {
      element = add (walk, parent, name);
      cog_xml_set (element, "src", source);
      cog_xml_set (element, "title", alt);
    }
  else
    {
      element = add (walk, parent, "iframe");
      cog_xml_set (element, "src", source);
      cog_xml_set (element, "title", alt);
    }
  copy_id (node, element);
}

static void
convert_figure (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *figure = add (walk, parent, "figure");
  xmlNode *caption = cog_xml_find_child (node, NULL, "caption");
  xmlNode *title = cog_xml_find_child (node, NULL, "title");
  const char *label = is (node, "figure") ? find_label (walk, node) : NULL;

  copy_id (node, figure);
  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    if (n != caption && n != title && !is (n, "label"))
      convert (walk, n, figure);
  if (caption != NULL || title != NULL || label != NULL)
    {
      xmlNode *target = add (walk, figure, "figcaption");

      if (label != NULL)
        add_number (walk, target, label);
      if (title != NULL)
        convert_title (walk, title, target);
      if (caption != NULL)
        {
          copy_id (caption, target);
          convert_children (walk, caption, target);
        }
    }
}

static void
convert_note (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  static const char *const known[] = { "warning", "tip" };
  const char *class_name = "note";

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (cog_xml_has_word (node, "class", known[i]) || cog_xml_has_word (node, "type", known[i]))
      class_name = known[i];
  wrap_box (walk, node, parent, "aside", class_name, NULL);
}

static const char *
find_list_type (const xmlNode *node, gboolean *ordered)
{
  g_autofree char *type = cog_xml_dup_attribute (node, "list-type");
  g_autofree char *style = cog_xml_dup_attribute (node, "number-style");
  static const char *const styles[][2] = { { "arabic", "1" },
                                           { "lower-alpha", "a" },
                                           { "upper-alpha", "A" },
                                           { "lower-roman", "i" },
                                           { "upper-roman", "I" } };

  *ordered = g_strcmp0 (type, "enumerated") == 0;
  for (guint i = 0; style != NULL && i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (style, styles[i][0]))
      return styles[i][1];
  return NULL;
}

/* display="inline" is prose: its items stand one after the other. */
static void
convert_inline_list (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  gboolean first = TRUE;

  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    {
      if (!is (n, "item"))
        continue;
      if (!first)
        add_text (parent, "; ");
      first = FALSE;
      convert_children (walk, n, parent);
    }
}

static void
convert_list (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *display = cog_xml_dup_attribute (node, "display");
  g_autofree char *start = cog_xml_dup_attribute (node, "start-value");
  gboolean ordered;
  const char *type = find_list_type (node, &ordered);
  xmlNode *title = cog_xml_find_child (node, NULL, "title");
  xmlNode *list;

  if (g_strcmp0 (display, "inline") == 0)
    {
      convert_inline_list (walk, node, parent);
      return;
    }
  if (title != NULL)
    convert_title (walk, title, parent);
  list = add (walk, parent, ordered ? "ol" : "ul");
  copy_id (node, list);
  if (ordered)
    {
      cog_xml_set (list, "type", type);
      cog_xml_set (list, "start", start);
    }
  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    if (n != title)
      convert (walk, n, list);
}

static void
set_display (xmlNode *math)
{
  cog_xml_set (math, "display", "block");
}

static xmlNode *
copy_math (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *copy = xmlDocCopyNode ((xmlNode *)node, walk->out, 1);

  xmlAddChild (parent, copy);
  return copy;
}

/* The equation's id goes to its formula: a formula is a block of its own in the book, and links
 * lead to it. */
static void
convert_equation (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *block = add (walk, parent, "div");
  gboolean has_id = FALSE;

  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    {
      if (is (n, "math"))
        {
          xmlNode *math = copy_math (walk, n, block);

          set_display (math);
          if (!has_id && xmlHasProp ((xmlNode *)node, (const xmlChar *)"id") != NULL)
            copy_id (node, math);
          has_id = TRUE;
        }
      else if (!is (n, "label"))
        convert (walk, n, block);
    }
  if (!has_id)
    copy_id (node, block);
}

static void
convert_emphasis (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *effect = cog_xml_dup_attribute (node, "effect");
  const char *name = "strong";

  if (g_strcmp0 (effect, "italics") == 0 || g_strcmp0 (effect, "italic") == 0)
    name = "em";
  else if (g_strcmp0 (effect, "underline") == 0)
    name = "u";
  else if (g_strcmp0 (effect, "smallcaps") == 0)
    {
      wrap (walk, node, parent, "span", "smallcaps", NULL);
      return;
    }
  else if (g_strcmp0 (effect, "normal") == 0)
    {
      convert_children (walk, node, parent);
      return;
    }
  wrap (walk, node, parent, name, NULL, NULL);
}

static void
convert_footnote (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *own = cog_xml_dup_attribute (node, "id");
  g_autofree char *id =
      own != NULL ? g_strdup (own) : g_strdup_printf ("footnote-%u", walk->n_notes + 1);
  g_autofree char *href = g_strconcat ("#", id, NULL);
  g_autofree char *mark = g_strdup_printf ("%u", ++walk->n_notes);
  xmlNode *link = add (walk, parent, "a");
  xmlNode *aside = add (walk, walk->notes, "aside");

  cog_xml_set (link, "href", href);
  cog_xml_set (link, "role", "doc-noteref");
  set_type (walk, link, "noteref");
  add_text (link, mark);
  cog_xml_set (aside, "id", id);
  cog_xml_set (aside, "role", "doc-footnote");
  set_type (walk, aside, "footnote");
  convert_children (walk, node, add (walk, aside, "p"));
}

/* Where a link leads: a page's address, an element here, or one in another module of this book. */
static char *
dup_href (Walk *walk, const xmlNode *node, const char **label)
{
  g_autofree char *url = cog_xml_dup_attribute (node, "url");
  g_autofree char *document = cog_xml_dup_attribute (node, "document");
  g_autofree char *target = cog_xml_dup_attribute (node, "target-id");
  const char *file;

  if (url != NULL && url[0] == '#' &&
      (g_str_has_prefix (url, "#exercise") || g_str_has_prefix (url, "#ost")))
    {
      cog_report_add (walk->context->report, &cog_finding_embedded_exercise, walk->context->module,
                      url, NULL);
      return NULL;
    }
  if (url != NULL)
    return g_steal_pointer (&url);
  if (document == NULL || document[0] == '\0' || g_str_equal (document, walk->context->module))
    {
      if (target == NULL)
        return NULL;
      *label = cog_openstax_labels_lookup (walk->context->labels, walk->context->module, target);
      return g_strconcat ("#", target, NULL);
    }
  file = g_hash_table_lookup (walk->context->modules, document);
  *label =
      cog_openstax_labels_lookup (walk->context->labels, document, target != NULL ? target : "");
  if (file == NULL)
    {
      cog_report_add (walk->context->report, &cog_finding_missing_module, walk->context->module,
                      document, NULL);
      return NULL;
    }
  return g_strconcat ("/", file, target != NULL ? "#" : "", target != NULL ? target : "", NULL);
}

static void
convert_link (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  const char *label = NULL;
  g_autofree char *href = dup_href (walk, node, &label);
  g_autofree char *words = cog_xml_dup_folded_text (node);
  gboolean is_empty = words[0] == '\0' && cog_xml_first_element (node) == NULL;
  xmlNode *link = parent;

  if (href != NULL)
    {
      link = add (walk, parent, "a");
      copy_id (node, link);
      cog_xml_set (link, "href", href);
    }
  if (!is_empty)
    convert_children (walk, node, link);
  else if (label != NULL)
    add_text (link, label);
  else if (href != NULL && href[0] != '#' && href[0] != '/')
    add_text (link, href);
  else if (href != NULL)
    add_text (link, "↗");
}

/* Blanks to fill in, and spaces. */
static void
convert_space (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *count = cog_xml_dup_attribute (node, "count");
  g_autofree char *effect = cog_xml_dup_attribute (node, "effect");
  guint n = count != NULL ? (guint)CLAMP (g_ascii_strtoll (count, NULL, 10), 1, 80) : 1;
  gboolean line = g_strcmp0 (effect, "underline") == 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, line ? "_" : "\xC2\xA0");
  add_text (parent, text->str);
}

static void
convert_newline (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *effect = cog_xml_dup_attribute (node, "effect");

  if (g_strcmp0 (effect, "underline") == 0)
    add_text (parent, "________________");
  add (walk, parent, "br");
}

static int
find_column (char **columns, const char *name)
{
  for (int i = 0; name != NULL && columns != NULL && columns[i] != NULL; i++)
    if (g_str_equal (columns[i], name))
      return i;
  return -1;
}

/* A span of columns may have a name too: <spanspec spanname="all" namest="c1" nameend="c4"/>. */
static const xmlNode *
find_span (const xmlNode *entry)
{
  g_autofree char *wanted = cog_xml_dup_attribute (entry, "spanname");
  const xmlNode *group = entry;
  guint n_seen = 0;

  while (wanted != NULL && group != NULL && !is (group, "tgroup"))
    group = group->parent;
  if (wanted == NULL || group == NULL)
    return entry;
  for (const xmlNode *n = cog_xml_first_element (group); n != NULL && n_seen++ < 200;
       n = cog_xml_next_element (n))
    {
      g_autofree char *name = is (n, "spanspec") ? cog_xml_dup_attribute (n, "spanname") : NULL;

      if (g_strcmp0 (name, wanted) == 0)
        return n;
    }
  return entry;
}

/* CALS names its columns; a cell spans from one to another. */
/* The corner of a table is often empty: it heads nothing. */
static gboolean
is_empty (const xmlNode *entry)
{
  g_autofree char *text = cog_xml_dup_folded_text (entry);

  return text[0] == '\0' && cog_xml_first_element (entry) == NULL;
}

static void
convert_entry (Walk *walk, const xmlNode *node, xmlNode *row, char **columns, gboolean is_head)
{
  gboolean is_header = is_head && !is_empty (node);
  xmlNode *cell = add (walk, row, is_header ? "th" : "td");
  const xmlNode *range = find_span (node);
  g_autofree char *start = cog_xml_dup_attribute (range, "namest");
  g_autofree char *end = cog_xml_dup_attribute (range, "nameend");
  g_autofree char *more = cog_xml_dup_attribute (node, "morerows");
  int from = find_column (columns, start);
  int to = find_column (columns, end);

  copy_id (node, cell);
  if (from >= 0 && to > from)
    {
      g_autofree char *span = g_strdup_printf ("%d", to - from + 1);

      cog_xml_set (cell, "colspan", span);
    }
  if (more != NULL && g_ascii_strtoll (more, NULL, 10) > 0)
    {
      g_autofree char *span =
          g_strdup_printf ("%d", (int)MIN (g_ascii_strtoll (more, NULL, 10), 999) + 1);

      cog_xml_set (cell, "rowspan", span);
    }
  if (is_header)
    cog_xml_set (cell, "scope", "col");
  convert_children (walk, node, cell);
}

static char **
list_columns (const xmlNode *group)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (const xmlNode *n_spec = cog_xml_first_element (group); n_spec != NULL;
       n_spec = cog_xml_next_element (n_spec))
    if (is (n_spec, "colspec") && n < 1000)
      {
        g_autofree char *name = cog_xml_dup_attribute (n_spec, "colname");

        n++;
        g_strv_builder_add (builder, name != NULL ? name : "");
      }
  return g_strv_builder_end (builder);
}

static void
convert_row_group (
    Walk *walk, const xmlNode *node, xmlNode *table, char **columns, const char *name)
{
  xmlNode *group = add (walk, table, name);

  for (const xmlNode *row = cog_xml_first_element (node); row != NULL;
       row = cog_xml_next_element (row))
    {
      xmlNode *tr;

      if (!is (row, "row"))
        continue;
      tr = add (walk, group, "tr");
      for (const xmlNode *entry = cog_xml_first_element (row); entry != NULL;
           entry = cog_xml_next_element (entry))
        if (is (entry, "entry") || is (entry, "entrytbl"))
          convert_entry (walk, entry, tr, columns, g_str_equal (name, "thead"));
    }
}

static void
convert_table (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *table = add (walk, parent, "table");
  xmlNode *title = cog_xml_find_child (node, NULL, "title");
  xmlNode *words = cog_xml_find_child (node, NULL, "caption");
  const char *label = find_label (walk, node);
  g_autofree char *summary = cog_xml_dup_attribute (node, "summary");

  copy_id (node, table);
  if (summary != NULL && summary[0] != '\0')
    cog_xml_set (table, "aria-label", summary);
  if (label != NULL || title != NULL || words != NULL)
    {
      xmlNode *caption = add (walk, table, "caption");

      if (label != NULL)
        add_number (walk, caption, label);
      if (title != NULL)
        {
          convert_children (walk, title, caption);
          add_text (caption, " ");
        }
      if (words != NULL)
        convert_children (walk, words, caption);
    }
  for (const xmlNode *group = cog_xml_first_element (node); group != NULL;
       group = cog_xml_next_element (group))
    {
      g_auto (GStrv) columns = NULL;

      if (!is (group, "tgroup"))
        continue;
      columns = list_columns (group);
      for (const xmlNode *n = cog_xml_first_element (group); n != NULL;
           n = cog_xml_next_element (n))
        if (is (n, "thead") || is (n, "tbody") || is (n, "tfoot"))
          convert_row_group (walk, n, table, columns, (const char *)n->name);
    }
}

static void
convert_glossary (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *section = add (walk, parent, "section");
  xmlNode *heading = add (walk, section, "h2");
  xmlNode *list;

  set_type (walk, section, "glossary");
  add_text (heading, cog_openstax_labels_get_word (walk->context->labels, "glossary"));
  list = add (walk, section, "dl");
  convert_children (walk, node, list);
}

static void
convert_definition (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *list = is (node->parent, "glossary") ? parent : add (walk, parent, "dl");

  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    {
      if (is (n, "term"))
        {
          xmlNode *dt = add (walk, list, "dt");

          copy_id (node, dt);
          convert_children (walk, n, dt);
        }
      else if (is (n, "meaning"))
        wrap (walk, n, list, "dd", NULL, NULL);
      else
        convert (walk, n, add (walk, list, "dd"));
    }
}

static void
convert_quote (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *display = cog_xml_dup_attribute (node, "display");

  wrap (walk, node, parent, g_strcmp0 (display, "inline") == 0 ? "q" : "blockquote", NULL, NULL);
}

static void
convert_code (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *display = cog_xml_dup_attribute (node, "display");

  wrap (walk, node, parent,
        g_strcmp0 (display, "block") == 0 || cog_xml_has_word (node, "class", "block") ? "pre"
                                                                                       : "code",
        NULL, NULL);
}

static void
convert_term (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  wrap (walk, node, parent, cog_xml_has_word (node, "class", "no-emphasis") ? "span" : "dfn", NULL,
        NULL);
}

static void
convert_foreign (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *element = wrap (walk, node, parent, "i", NULL, NULL);
  g_autofree char *language = cog_xml_dup_attribute_ns (node, COG_NS_XML, "lang");

  cog_xml_set (element, "lang", language);
}

static void
convert_span (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  wrap (walk, node, parent, "span", cog_xml_has_word (node, "class", "token") ? "label" : NULL,
        NULL);
}

static void
convert_para (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  wrap (walk, node, parent, "p", NULL, NULL);
}

static void
convert_item (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *item = add (walk, parent, "li");
  xmlNode *label = cog_xml_find_child (node, NULL, "label");

  copy_id (node, item);
  /* What stands for the number in a list of labelled items. */
  if (label != NULL)
    {
      xmlNode *span = add (walk, item, "span");

      cog_xml_set (span, "class", "label");
      convert_children (walk, label, span);
      add_text (item, " ");
    }
  convert_children (walk, node, item);
}

static void
convert_exercise (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  wrap_deeper (walk, node, parent, "section", "exercise", "practice");
}

static void
convert_problem (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  wrap_deeper (walk, node, parent, "section", "problem", "question");
}

static void
convert_commentary (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  wrap_deeper (walk, node, parent, "aside", "commentary", NULL);
}

static void
convert_rule (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  wrap_box (walk, node, parent, "section", "theorem", NULL);
}

static void
convert_proof (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  wrap_deeper (walk, node, parent, "section", is (node, "proof") ? "proof" : "statement", NULL);
}

static void
convert_preformat (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  wrap (walk, node, parent, "pre", NULL, NULL);
}

static void
convert_sub (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  wrap (walk, node, parent, (const char *)node->name, NULL, NULL);
}

static void
convert_cite (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  wrap (walk, node, parent, "cite", NULL, NULL);
}

static void
skip (Walk *walk, const xmlNode *node, xmlNode *parent)
{
}

static const struct
{
  const char *name;
  void (*convert) (Walk *walk, const xmlNode *node, xmlNode *parent);
} handlers[] = {
  { "cite", convert_cite },
  { "cite-title", convert_cite },
  { "code", convert_code },
  { "commentary", convert_commentary },
  { "definition", convert_definition },
  { "emphasis", convert_emphasis },
  { "equation", convert_equation },
  { "example", convert_example },
  { "exercise", convert_exercise },
  { "figure", convert_figure },
  { "footnote", convert_footnote },
  { "foreign", convert_foreign },
  { "glossary", convert_glossary },
  { "item", convert_item },
  { "label", skip },
  { "link", convert_link },
  { "list", convert_list },
  { "media", convert_media },
  { "metadata", skip },
  { "newline", convert_newline },
  { "note", convert_note },
  { "para", convert_para },
  { "preformat", convert_preformat },
  { "problem", convert_problem },
  { "proof", convert_proof },
  { "quote", convert_quote },
  { "rule", convert_rule },
  { "section", convert_section },
  { "solution", convert_solution },
  { "space", convert_space },
  { "span", convert_span },
  { "statement", convert_proof },
  { "sub", convert_sub },
  { "subfigure", convert_figure },
  { "sup", convert_sub },
  { "table", convert_table },
  { "term", convert_term },
  { "title", convert_title },
};

static void
convert (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  if (node->type == XML_TEXT_NODE && node->content != NULL)
    {
      add_text (parent, (const char *)node->content);
      return;
    }
  if (node->type != XML_ELEMENT_NODE)
    return;
  if (is (node, "math"))
    {
      copy_math (walk, node, parent);
      return;
    }
  if (walk->depth >= MAX_DEPTH)
    {
      g_autofree char *text = cog_xml_dup_folded_text (node);

      add_text (parent, text);
      return;
    }
  walk->depth++;
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    if (strcmp ((const char *)node->name, handlers[i].name) == 0)
      {
        handlers[i].convert (walk, node, parent);
        walk->depth--;
        return;
      }
  convert_children (walk, node, parent);
  walk->depth--;
}

static void
convert_children (Walk *walk, const xmlNode *node, xmlNode *parent)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    convert (walk, child, parent);
}

/* md:abstract holds the learning objectives, and is content. */
static void
convert_abstract (Walk *walk, xmlNode *document, xmlNode *body)
{
  xmlNode *metadata = cog_xml_find_child (document, NULL, "metadata");
  xmlNode *abstract = metadata != NULL ? cog_xml_find_child (metadata, NULL, "abstract") : NULL;
  g_autofree char *text = abstract != NULL ? cog_xml_dup_folded_text (abstract) : NULL;
  xmlNode *section;

  if (text == NULL || text[0] == '\0')
    return;
  section = add (walk, body, "section");
  set_type (walk, section, "learning-objectives");
  add_text (add (walk, section, "h2"),
            cog_openstax_labels_get_word (walk->context->labels, "objectives"));
  convert_children (walk, abstract, section);
}

xmlDoc *
cog_cnxml_to_xhtml (xmlNode *document, const CogCnxmlContext *context)
{
  Walk walk = { context, xmlNewDoc ((const xmlChar *)"1.0"), NULL, NULL, NULL, 0, 1, 0 };
  xmlNode *body = xmlNewDocNode (walk.out, NULL, (const xmlChar *)"body", NULL);
  xmlNode *title = cog_xml_find_child (document, NULL, "title");
  xmlNode *content = cog_xml_find_child (document, NULL, "content");
  xmlNode *glossary = cog_xml_find_child (document, NULL, "glossary");

  xmlDocSetRootElement (walk.out, body);
  walk.xhtml = xmlNewNs (body, (const xmlChar *)COG_NS_XHTML, NULL);
  walk.epub = xmlNewNs (body, (const xmlChar *)COG_NS_EPUB, (const xmlChar *)"epub");
  xmlSetNs (body, walk.xhtml);
  walk.notes = xmlNewDocNode (walk.out, walk.xhtml, (const xmlChar *)"div", NULL);
  if (title != NULL)
    {
      xmlNode *heading = add (&walk, body, "h1");

      convert_children (&walk, title, heading);
    }
  convert_abstract (&walk, document, body);
  if (content != NULL)
    convert_children (&walk, content, body);
  if (glossary != NULL)
    convert (&walk, glossary, body);
  xmlAddChild (body, walk.notes);
  return walk.out;
}
