/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markdown-private.h"

#include "cog-reader-findings.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <string.h>

#define MAX_CELLS 1000000 /* in all tables of a file */

static GRegex *
compile (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_MULTILINE | G_REGEX_OPTIMIZE, 0, NULL);
}

/* What a fenced box becomes. */
typedef enum
{
  BOX_DIV,
  BOX_ASIDE,     /* a note, a warning */
  BOX_SECTION,   /* objectives, a solution */
  BOX_CHALLENGE, /* an exercise whose question is still open */
  BOX_ANSWERED,  /* an exercise whose question is closed */
} Box;

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", 20);

  return g_strv_contains ((const char *const *)list, word);
}

/* The Carpentries name their boxes; a challenge with its solutions is an exercise. */
static Box
open_box (GString *out, Box *around, const char *words)
{
  if (has_word (words, "objectives"))
    {
      g_string_append (out, "\n<section epub:type=\"learning-objectives\">\n\n");
      return BOX_SECTION;
    }
  if (has_word (words, "challenge"))
    {
      g_string_append (out, "\n<section epub:type=\"practice\" class=\"exercise\">\n<section "
                            "epub:type=\"question\" class=\"problem\">\n\n");
      return BOX_CHALLENGE;
    }
  if (has_word (words, "solution") && around != NULL &&
      (*around == BOX_CHALLENGE || *around == BOX_ANSWERED))
    {
      g_string_append (out, *around == BOX_CHALLENGE ? "\n</section>\n" : "\n");
      *around = BOX_ANSWERED;
      g_string_append (out, "<section epub:type=\"answer\" class=\"solution\">\n\n");
      return BOX_SECTION;
    }
  for (const char *word = words; *word != '\0'; word += strspn (word, " "))
    {
      g_autofree char *one = g_strndup (word, strcspn (word, " "));
      const char *box = cog_markdown_find_box (one);

      word += strlen (one);
      if (box != NULL)
        {
          g_string_append_printf (out, "\n<aside class=\"%s\">\n\n", box);
          return BOX_ASIDE;
        }
    }
  g_string_append_printf (out, "\n<div class=\"%s\">\n\n", words);
  return BOX_DIV;
}

static void
close_box (GString *out, Box box)
{
  switch (box)
    {
    case BOX_DIV:
      g_string_append (out, "\n</div>\n\n");
      break;
    case BOX_ASIDE:
      g_string_append (out, "\n</aside>\n\n");
      break;
    case BOX_SECTION:
    case BOX_ANSWERED:
      g_string_append (out, "\n</section>\n\n");
      break;
    case BOX_CHALLENGE:
      g_string_append (out, "\n</section>\n</section>\n\n");
      break;
    }
}

static void
add_fence (GString *out, GArray *boxes, const char *line)
{
  g_autofree char *words = g_strdup (line + strspn (line, ":"));
  Box *around = boxes->len > 0 ? &g_array_index (boxes, Box, boxes->len - 1) : NULL;

  g_strstrip (g_strdelimit (words, "{}.:\"'<>&", ' '));
  if (words[0] != '\0')
    {
      Box box = open_box (out, around, words);

      g_array_append_val (boxes, box);
    }
  else if (around != NULL)
    {
      close_box (out, *around);
      g_array_set_size (boxes, boxes->len - 1);
    }
}

/* "::: {.callout}" and ":::::: challenge" open a box, a lone ":::" closes it (Pandoc, the
 * Carpentries). */
static char *
expand_divs (char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  gboolean in_code = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "```") || g_str_has_prefix (lines[i], "~~~"))
        in_code = !in_code;
      if (in_code || strspn (lines[i], ":") < 3)
        g_string_append_printf (out, "%s\n", lines[i]);
      else
        add_fence (out, boxes, lines[i]);
    }
  while (boxes->len > 0)
    {
      close_box (out, g_array_index (boxes, Box, boxes->len - 1));
      g_array_set_size (boxes, boxes->len - 1);
    }
  g_free (text);
  return g_string_free (out, FALSE);
}

/* The value of a key among attributes: alt="…", fig-alt='…'. (transfer full) (nullable) */
static char *
dup_attribute (const char *attributes, const char *name)
{
  g_autofree char *pattern =
      g_strdup_printf ("(?:^|[\\s{])%s\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s}]+))", name);
  g_autoptr (GRegex) regex = compile (pattern);
  g_autoptr (GMatchInfo) match = NULL;

  if (attributes == NULL || !g_regex_match (regex, attributes, 0, &match))
    return NULL;
  for (int i = 1; i <= 3; i++)
    {
      char *value = g_match_info_fetch (match, i);

      if (value != NULL && value[0] != '\0')
        return value;
      g_free (value);
    }
  return NULL;
}

void
cog_markdown_append_figure (
    GString *out, const char *file, const char *caption, const char *alt, const char *id)
{
  g_autofree char *escaped_file = g_markup_escape_text (file, -1);
  g_autofree char *escaped_alt = g_markup_escape_text (alt != NULL ? alt : caption, -1);
  g_autofree char *escaped_id = id != NULL ? g_markup_escape_text (id, -1) : NULL;

  g_string_append (out, "\n<figure");
  if (escaped_id != NULL)
    g_string_append_printf (out, " id=\"%s\"", escaped_id);
  /* The caption is Markdown: a line of its own. */
  g_string_append_printf (out,
                          "><img src=\"%s\" alt=\"%s\"/>\n<figcaption>\n\n%s\n\n</figcaption>\n"
                          "</figure>\n\n",
                          escaped_file, escaped_alt, caption);
}

/* "![words](file "title"){#id alt='…'}": the words are the caption where an alternative text or an
 * id is given, or a line of its own. */
static gboolean
expand_picture (const GMatchInfo *match, GString *out, gpointer user_data)
{
  g_autofree char *words = g_match_info_fetch (match, 1);
  g_autofree char *file = g_match_info_fetch (match, 2);
  g_autofree char *attributes = g_match_info_fetch (match, 4);
  g_autofree char *alt = dup_attribute (attributes, "(?:fig-)?alt");
  g_autofree char *id = cog_markdown_dup_id (attributes);
  g_autofree char *escaped_file = g_markup_escape_text (file, -1);
  g_autofree char *escaped_alt = g_markup_escape_text (alt != NULL ? alt : words, -1);

  if ((alt != NULL || id != NULL) && words[0] != '\0')
    cog_markdown_append_figure (out, file, words, alt, id);
  else
    g_string_append_printf (out, "<img src=\"%s\" alt=\"%s\"/>", escaped_file, escaped_alt);
  return FALSE;
}

typedef struct
{
  CogContainer *container;
  const char *file;
} Place;

/* A picture that is named without its folder: beside the text, or in a folder of figures near it.
 */
static const char *
find_figure (const Place *place, const char *name)
{
  static const char *const folders[] = { "",
                                         "figures/",
                                         "images/",
                                         "../figures/",
                                         "../images/",
                                         "../../figures/",
                                         "../../figures-dia/",
                                         "../../images/",
                                         "fig/",
                                         "../fig/",
                                         "media/",
                                         "../media/" };
  g_autofree char *stem = g_strndup (name, strcspn (name, "."));
  const char *extension = strchr (name, '.');

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *plain = g_strconcat (folders[i], name, NULL);
      g_autofree char *small = g_strconcat (folders[i], stem, "-tn", extension, NULL);
      const char *found = cog_container_resolve (place->container, place->file, plain);

      if (found == NULL)
        found = cog_container_resolve (place->container, place->file, small);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* "Insert 18333fig0101.png" and the line below it, the caption (Pro Git). */
static gboolean
expand_insert (const GMatchInfo *match, GString *out, gpointer user_data)
{
  const Place *place = user_data;
  g_autofree char *name = g_match_info_fetch (match, 1);
  g_autofree char *caption = g_match_info_fetch (match, 2);
  const char *found = find_figure (place, name);
  g_autofree char *escaped_file = g_markup_escape_text (found != NULL ? found : name, -1);
  g_autofree char *escaped = g_markup_escape_text (caption != NULL ? g_strstrip (caption) : "", -1);

  g_string_append_printf (out,
                          "\n<figure><img src=\"%s%s\"/><figcaption>%s</figcaption></figure>\n\n",
                          found != NULL ? "/" : "", escaped_file, escaped);
  return FALSE;
}

static char *
replace (char *text, const char *pattern, GRegexEvalCallback callback, gpointer user_data)
{
  g_autoptr (GRegex) regex = compile (pattern);
  char *replaced = g_regex_replace_eval (regex, text, -1, 0, 0, callback, user_data, NULL);

  if (replaced == NULL)
    return text;
  g_free (text);
  return replaced;
}

static gboolean
drop_match (const GMatchInfo *match, GString *out, gpointer user_data)
{
  return FALSE;
}

/* The columns that a line of "|---|:-:|" makes; 0: it is none. */
static guint
count_columns (const char *line, gsize length)
{
  guint n_bars = 0;
  gboolean has_dash = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (strchr ("|:- \t>\r", line[i]) == NULL)
        return 0;
      n_bars += line[i] == '|';
      has_dash |= line[i] == '-';
    }
  return has_dash ? n_bars : 0;
}

/* cmark fills short rows up: 20,000 columns and as many lines "|x|" are 400 million cells. */
static gboolean
has_endless_table (const char *text)
{
  guint64 columns = 0;
  guint64 cells = 0;

  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");
      guint own = count_columns (line, length);

      if (own > 0 && columns == 0)
        columns = own;
      else if (length == strspn (line, " \t\r"))
        columns = 0;
      cells += columns;
      if (cells > MAX_CELLS)
        return TRUE;
      line += length + (line[length] == '\n');
    }
  return FALSE;
}

static char *
render (const char *text, gboolean with_tables)
{
  const char *const extensions[] = { "strikethrough", "autolink", with_tables ? "table" : "" };
  cmark_parser *parser;
  cmark_node *document;
  char *html;
  char *copy;

  cmark_gfm_core_extensions_ensure_registered ();
  parser = cmark_parser_new (CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 |
                             CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE);
  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    {
      cmark_syntax_extension *extension = cmark_find_syntax_extension (extensions[i]);

      if (extension != NULL)
        cmark_parser_attach_syntax_extension (parser, extension);
    }
  cmark_parser_feed (parser, text, strlen (text));
  document = cmark_parser_finish (parser);
  html = cmark_render_html (document, CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES,
                            cmark_parser_get_syntax_extensions (parser));
  copy = g_strdup (html);
  free (html);
  cmark_node_free (document);
  cmark_parser_free (parser);
  return copy;
}

/* Lines as everything below expects them, wherever the text was written. */
static char *
dup_with_line_feeds (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *c = text; *c != '\0'; c++)
    if (*c != '\r')
      g_string_append_c (out, *c);
    else if (c[1] != '\n')
      g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

char *
cog_markdown_to_html (const char *text,
                      const char *file,
                      CogContainer *container,
                      CogBook *book,
                      CogReport *report,
                      char **title)
{
  Place place = { container, file };
  const char *body;
  g_autofree char *unix_lines = NULL;
  g_autofree char *prepared = NULL;
  g_autofree char *html = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GPtrArray) formulas = NULL;
  gboolean with_tables;

  g_return_val_if_fail (text != NULL && title != NULL, NULL);

  unix_lines = dup_with_line_feeds (text);
  body = cog_front_matter_read (unix_lines, file, book, report, title);
  if (cog_storybook_is_story (body))
    return cog_storybook_to_html (body, file, book, report, title);
  formulas = g_ptr_array_new_with_free_func (g_free);
  prepared = expand_divs (cog_markdown_expand (body, file, report, formulas));
  prepared = replace (g_steal_pointer (&prepared),
                      "^[^\\S\\n]*(?:Insert|插图|Вставка)\\s+([A-Za-z0-9._-]+\\.(?:png|jpg|jpeg|"
                      "gif|svg))[^\\S\\n]*\\r?\\n(?!\\r?\\n)(.*)$",
                      expand_insert, &place);
  prepared =
      replace (g_steal_pointer (&prepared),
               "!\\[([^\\]]*)\\]\\(<?([^)\\s>]+)>?(?:\\s+[\"']([^)]*)[\"'])?\\)\\{([^}]*)\\}",
               expand_picture, NULL);
  prepared = replace (g_steal_pointer (&prepared), "^\\{:[^}\\n]*\\}\\s*$", drop_match, NULL);
  with_tables = !has_endless_table (prepared);
  if (!with_tables)
    cog_report_add (report, &cog_finding_endless_table, file, NULL, NULL);
  html = render (prepared, with_tables);
  whole = cog_markdown_put_formulas (html, formulas);
  return g_strconcat ("<body>", whole, "</body>", NULL);
}
