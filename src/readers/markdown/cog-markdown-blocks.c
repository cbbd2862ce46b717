/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markdown-private.h"

#include <string.h>

typedef struct
{
  char **lines;
  guint i;
  GString *out;
  const char *file;
  CogReport *report;
  guint depth;
} Blocks;

/* Boxes stand in boxes, but not for ever. */
#define MAX_DEPTH 12

static char *expand (const char *text, const char *file, CogReport *report, guint depth);

/* "{#id .class key="value"}": where an attribute begins with the sign; not inside a value. */
static const char *
find_attribute (const char *attributes, char sign)
{
  char quote = '\0';

  for (const char *at = attributes; *at != '\0'; at++)
    {
      gboolean is_start = at == attributes || strchr ("{ \t", at[-1]) != NULL;

      if (quote == '\0' && *at == sign && is_start)
        return at;
      if (quote != '\0')
        quote = *at == quote ? '\0' : quote;
      else if (strchr ("\"'", *at) != NULL && at > attributes && at[-1] == '=')
        quote = *at;
    }
  return NULL;
}

char *
cog_markdown_dup_id (const char *attributes)
{
  const char *mark = find_attribute (attributes, '#');
  gsize length = mark != NULL ? strcspn (mark + 1, " \t}") : 0;

  return length > 0 ? g_strndup (mark + 1, length) : NULL;
}

void
cog_markdown_append_span (GString *out, const char *words, const char *attributes)
{
  g_autofree char *id = cog_markdown_dup_id (attributes);
  g_autofree char *id_escaped = id != NULL ? g_markup_escape_text (id, -1) : NULL;
  const char *dot = find_attribute (attributes, '.');
  g_autofree char *name = dot != NULL ? g_strndup (dot + 1, strcspn (dot + 1, " \t.}")) : NULL;
  g_autofree char *class_name = g_markup_escape_text (name != NULL ? name : "", -1);
  const char *element = g_str_equal (class_name, "mark") ? "mark"
                        : g_str_equal (class_name, "underline") || g_str_equal (class_name, "ul")
                            ? "u"
                            : "span";

  g_string_append_printf (out, "<%s class=\"%s\"", element, class_name);
  if (g_str_equal (class_name, "smallcaps"))
    g_string_append (out, " style=\"font-variant: small-caps\"");
  if (id_escaped != NULL)
    g_string_append_printf (out, " id=\"%s\"", id_escaped);
  g_string_append_printf (out, ">%s</%s>", words, element);
}

const char *
cog_markdown_find_box (const char *word)
{
  static const char *const boxes[][2] = {
    { "note", "note" },          { "info", "note" },
    { "seealso", "note" },       { "abstract", "note" },
    { "summary", "note" },       { "important", "note" },
    { "admonition", "note" },    { "callout", "note" },
    { "question", "note" },      { "tip", "tip" },
    { "hint", "tip" },           { "success", "tip" },
    { "warning", "warning" },    { "caution", "warning" },
    { "danger", "warning" },     { "attention", "warning" },
    { "error", "warning" },      { "example", "example" },
    { "sidebar", "note" },       { "rmdnote", "note" },
    { "rmdtip", "tip" },         { "rmdwarning", "warning" },
    { "rmdcaution", "warning" }, { "testimonial", "note" },
    { "prereq", "note" },        { "keypoints", "note" },
    { "discussion", "note" },    { "instructor", "note" },
  };
  g_autofree char *lower = g_ascii_strdown (word, -1);
  const char *name = g_str_has_prefix (lower, "callout-") ? lower + strlen ("callout-") : lower;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (g_str_equal (boxes[i][0], name))
      return boxes[i][1];
  return NULL;
}

static gboolean
is_blank (const char *line)
{
  return line != NULL && line[strspn (line, " \t\r")] == '\0';
}

static const char *
peek (const Blocks *b, guint ahead)
{
  for (guint i = 0; i < ahead; i++)
    if (b->lines[b->i + i] == NULL)
      return NULL;
  return b->lines[b->i + ahead];
}

static void
add_line (Blocks *b, const char *line)
{
  g_string_append_printf (b->out, "%s\n", line);
}

static void
open_box (Blocks *b, const char *word, const char *title)
{
  const char *box = cog_markdown_find_box (word);

  g_string_append_printf (b->out, "\n<aside class=\"%s\">\n\n", box != NULL ? box : "note");
  if (title != NULL && title[0] != '\0')
    g_string_append_printf (b->out, "**%s**\n\n", title);
}

static void
close_box (Blocks *b)
{
  g_string_append (b->out, "\n</aside>\n\n");
}

/* The lines of a box are Markdown themselves. */
static void
add_nested (Blocks *b, const char *text)
{
  g_autofree char *nested = expand (text, b->file, b->report, b->depth + 1);

  g_string_append (b->out, nested);
}

/* "!!! note "Title"" and its indented lines (MkDocs); "???" folds it. */
static gboolean
take_admonition (Blocks *b)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("^(?:!!!|\\?\\?\\?\\+?)\\s+([\\w-]+)[^\"]*(?:\"([^\"]*)\")?\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) inner = NULL;
  g_autofree char *word = NULL;
  g_autofree char *title = NULL;

  if (!g_regex_match (regex, b->lines[b->i], 0, &match))
    return FALSE;
  word = g_match_info_fetch (match, 1);
  title = g_match_info_fetch (match, 2);
  inner = g_string_new (NULL);
  for (b->i++; b->lines[b->i] != NULL; b->i++)
    {
      const char *line = b->lines[b->i];

      if (!is_blank (line) && strspn (line, " ") < 4 && line[0] != '\t')
        break;
      g_string_append_printf (inner, "%s\n",
                              line + (line[0] == '\t' ? 1 : MIN (strspn (line, " "), 4)));
    }
  open_box (b, word, title);
  add_nested (b, inner->str);
  close_box (b);
  return TRUE;
}

/* "> [!NOTE]" and the quotation that it heads (GitHub, Obsidian). */
static gboolean
take_alert (Blocks *b)
{
  g_autoptr (GRegex) regex = g_regex_new ("^>\\s*\\[!(\\w+)\\][-+]?\\s*(.*)$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) inner = NULL;
  g_autofree char *word = NULL;
  g_autofree char *title = NULL;

  if (!g_regex_match (regex, b->lines[b->i], 0, &match))
    return FALSE;
  word = g_match_info_fetch (match, 1);
  title = g_match_info_fetch (match, 2);
  inner = g_string_new (NULL);
  for (b->i++; b->lines[b->i] != NULL && b->lines[b->i][0] == '>'; b->i++)
    g_string_append_printf (inner, "%s\n", b->lines[b->i] + 1 + (b->lines[b->i][1] == ' '));
  open_box (b, word, title);
  add_nested (b, inner->str);
  close_box (b);
  return TRUE;
}

static gboolean
is_fence (const char *line, gsize *length)
{
  const char *mark = line + strspn (line, " ");

  *length = strspn (mark, mark[0] == '~' ? "~" : mark[0] == ':' ? ":" : "`");
  return *length >= 3;
}

static char *
dup_option (const char *line, const char *name)
{
  g_autofree char *prefix = g_strdup_printf (":%s:", name);

  return g_str_has_prefix (line, prefix) ? g_strstrip (g_strdup (line + strlen (prefix))) : NULL;
}

static void
add_directive_figure (Blocks *b, const char *file, const char *inner)
{
  g_auto (GStrv) lines = g_strsplit (inner, "\n", -1);
  g_autoptr (GString) caption = g_string_new (NULL);
  g_autofree char *alt = NULL;
  g_autofree char *id = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] != ':' && !g_str_has_prefix (lines[i], "---"))
        g_string_append_printf (caption, "%s\n", lines[i]);
      if (alt == NULL)
        alt = dup_option (lines[i], "alt");
      if (id == NULL)
        id = dup_option (lines[i], "name");
    }
  cog_markdown_append_figure (b->out, file, g_strstrip (caption->str), alt, id);
}

/* "```{note} Title" … "```" (MyST): a box, a figure or a formula; "```{r}" is code. */
static gboolean
take_directive (Blocks *b)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("^(`{3,}|:{3,})\\{([\\w:-]+)[^}]*\\}[ \\t]*(.*?)\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) inner = NULL;
  g_autofree char *fence = NULL;
  g_autofree char *word = NULL;
  g_autofree char *title = NULL;
  gboolean is_box, is_math, is_figure;

  if (!g_regex_match (regex, b->lines[b->i], 0, &match))
    return FALSE;
  fence = g_match_info_fetch (match, 1);
  word = g_match_info_fetch (match, 2);
  title = g_match_info_fetch (match, 3);
  is_box = cog_markdown_find_box (word) != NULL;
  is_math = g_str_equal (word, "math");
  is_figure = g_str_equal (word, "figure") || g_str_equal (word, "image");
  if (!is_box && !is_math && !is_figure)
    return FALSE;
  inner = g_string_new (NULL);
  for (b->i++; b->lines[b->i] != NULL && !g_str_has_prefix (b->lines[b->i], fence); b->i++)
    if (!(is_box && b->lines[b->i][0] == ':' && g_ascii_isalpha (b->lines[b->i][1])))
      g_string_append_printf (inner, "%s\n", b->lines[b->i]);
  if (b->lines[b->i] != NULL)
    b->i++;
  if (is_box)
    {
      open_box (b, word, title);
      add_nested (b, inner->str);
      close_box (b);
    }
  else if (is_math)
    g_string_append_printf (b->out, "\n$$\n%s\n$$\n\n", g_strstrip (inner->str));
  else
    add_directive_figure (b, title, inner->str);
  return TRUE;
}

/* Code stays as it is; a chunk's options are none of the reader's business. */
static gboolean
copy_code (Blocks *b)
{
  gsize length, end;
  const char *line = b->lines[b->i];
  const char *mark = line + strspn (line, " ");
  g_autofree char *fence = NULL;
  const char *brace;

  if (!is_fence (line, &length) || mark[0] == ':')
    return FALSE;
  fence = g_strndup (mark, length);
  brace = mark + length + strspn (mark + length, " ");
  if (brace[0] == '{')
    {
      g_autofree char *name = g_strndup (brace + 1, strcspn (brace + 1, " ,}"));

      g_string_append_printf (b->out, "%.*s%s\n", (int)(mark + length - line), line,
                              name + strspn (name, "."));
    }
  else
    add_line (b, line);
  for (b->i++; b->lines[b->i] != NULL; b->i++)
    {
      const char *text = b->lines[b->i] + strspn (b->lines[b->i], " ");

      add_line (b, b->lines[b->i]);
      if (g_str_has_prefix (text, fence) && is_fence (text, &end) && is_blank (text + end))
        {
          b->i++;
          break;
        }
    }
  return TRUE;
}

/* "# Words {#id .unnumbered}", "# (PART) Words", "Words {#id}" over a line of dashes. */
static gboolean
take_heading (Blocks *b)
{
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hashes = NULL;
  g_autofree char *words = NULL;
  g_autofree char *attributes = NULL;
  g_autofree char *id = NULL;
  const char *below = peek (b, 1);
  gboolean is_underlined =
      below != NULL && below[0] != '\0' &&
      (below[strspn (below, "=")] == '\0' || below[strspn (below, "-")] == '\0');

  /* Few lines have any: an expression for each would take longer than all the rest. */
  if (strchr (b->lines[b->i], '{') == NULL)
    return FALSE;
  regex = g_regex_new ("^(#{1,6}[ \\t]+)?(?:\\((?:PART|APPENDIX)\\\\?\\*?\\)\\s*)?(.*?)"
                       "\\{([^{}]*)\\}[ \\t#]*$",
                       0, 0, NULL);
  if (!g_regex_match (regex, b->lines[b->i], 0, &match))
    return FALSE;
  hashes = g_match_info_fetch (match, 1);
  words = g_strchomp (g_match_info_fetch (match, 2));
  attributes = g_match_info_fetch (match, 3);
  if ((hashes == NULL || hashes[0] == '\0') && !is_underlined)
    return FALSE;
  if (strchr ("#.-", attributes[0]) == NULL && strchr (attributes, '=') == NULL)
    return FALSE;
  id = cog_markdown_dup_id (attributes);
  g_string_append (b->out, hashes);
  if (id != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (id, -1);

      g_string_append_printf (b->out, "<a id=\"%s\"></a>", escaped);
    }
  add_line (b, words);
  b->i++;
  return TRUE;
}

static gboolean
is_definition (const char *line)
{
  gsize indent = line != NULL ? strspn (line, " ") : 4;

  return indent < 4 && (line[indent] == ':' || line[indent] == '~') &&
         (line[indent + 1] == ' ' || line[indent + 1] == '\t');
}

static gboolean
is_table_line (const char *line)
{
  return line != NULL && strchr (line, '|') != NULL;
}

static gboolean
is_term (const char *line)
{
  return line != NULL && !is_blank (line) && strchr (" \t#>-*+|:<`~!", line[0]) == NULL &&
         !is_table_line (line);
}

/* The lines of one definition: the first behind the colon, and those that are indented below. */
static void
add_definition (Blocks *b)
{
  const char *line = b->lines[b->i] + strspn (b->lines[b->i], " ");
  g_autoptr (GString) inner = g_string_new (NULL);

  g_string_append_printf (inner, "%s\n", line + 1 + strspn (line + 1, " \t"));
  for (b->i++; b->lines[b->i] != NULL && !is_definition (b->lines[b->i]); b->i++)
    {
      const char *text = b->lines[b->i];
      gboolean indented = strspn (text, " ") >= 2 || text[0] == '\t';
      const char *next = peek (b, 1);

      if (is_blank (text) && (next == NULL || (strspn (next, " ") < 2 && next[0] != '\t')))
        break;
      if (!is_blank (text) && !indented && is_blank (b->lines[b->i - 1]))
        break;
      /* A term of the next entry follows at once. */
      if (!indented && is_term (text) && is_definition (next))
        break;
      g_string_append_printf (inner, "%s\n", text + MIN (strspn (text, " \t"), 4));
    }
  g_string_append (b->out, "<dd>\n\n");
  add_nested (b, inner->str);
  g_string_append (b->out, "\n</dd>\n");
}

static gboolean
begins_entry (const Blocks *b)
{
  const char *next = peek (b, 1);

  if (!is_term (b->lines[b->i]))
    return FALSE;
  return is_definition (next) || (is_blank (next) && is_definition (peek (b, 2)));
}

/* "Term" over ": meaning" (PHP Markdown Extra, Pandoc, kramdown). */
static gboolean
take_definitions (Blocks *b)
{
  if (!begins_entry (b))
    return FALSE;
  g_string_append (b->out, "\n<dl>\n");
  while (b->lines[b->i] != NULL && begins_entry (b))
    {
      g_string_append_printf (b->out, "<dt>\n\n%s\n\n</dt>\n", b->lines[b->i]);
      for (b->i++; is_blank (b->lines[b->i]); b->i++)
        ;
      while (b->lines[b->i] != NULL && is_definition (b->lines[b->i]))
        {
          guint blank = 0;

          add_definition (b);
          while (is_blank (peek (b, blank)))
            blank++;
          if (is_definition (peek (b, blank)))
            b->i += blank;
        }
      {
        guint blank = 0, here = b->i;

        while (is_blank (peek (b, blank)))
          blank++;
        b->i += blank;
        if (b->lines[b->i] == NULL || !begins_entry (b))
          {
            b->i = here;
            break;
          }
      }
    }
  g_string_append (b->out, "</dl>\n\n");
  return TRUE;
}

/* "Table: Words {#id}" or ": Words" beside a table: marked, for the tree that comes of it. */
static gboolean
take_caption (Blocks *b, gboolean below_table)
{
  const char *line = b->lines[b->i];
  const char *words = g_str_has_prefix (line, "Table:")              ? line + strlen ("Table:")
                      : below_table && g_str_has_prefix (line, ": ") ? line + 1
                                                                     : NULL;
  const char *next = peek (b, 1);
  g_autofree char *shown = NULL;
  char *brace;

  if (words == NULL || !(below_table || (is_blank (next) && is_table_line (peek (b, 2)))))
    return FALSE;
  shown = g_strdup (words);
  brace = strrchr (shown, '{');
  if (brace != NULL && strchr (brace, '}') != NULL && brace[1] == '#')
    *brace = '\0';
  g_string_append_printf (b->out, "\n<p class=\"table-caption\">%s</p>\n\n", g_strstrip (shown));
  b->i++;
  return TRUE;
}

static gboolean
drop_line (Blocks *b)
{
  static const char *const orders[] = { "[TOC]",         "[[_TOC_]]",         "[[toc]]",
                                        "\\newpage",     "\\pagebreak",       "\\clearpage",
                                        "\\maketitle",   "\\tableofcontents", "\\mainmatter",
                                        "\\frontmatter", "\\backmatter",      "{:toc}" };
  g_autofree char *line = g_strdup (b->lines[b->i]);

  g_strstrip (line);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_ascii_strcasecmp (line, orders[i]) == 0)
      {
        b->i++;
        return TRUE;
      }
  return FALSE;
}

/* "- [x] done": a box to tick is a sign in print. */
static gboolean
take_task (Blocks *b)
{
  const char *line = b->lines[b->i];
  gsize indent = strspn (line, " \t");
  const char *item = line + indent;

  if (strchr ("-*+", item[0]) == NULL || item[0] == '\0' || item[1] != ' ' || item[2] != '[' ||
      item[3] == '\0' || strchr (" xX", item[3]) == NULL || item[4] != ']' || item[5] != ' ')
    return FALSE;
  g_string_append_printf (b->out, "%.*s%s %s\n", (int)(indent + 2), line,
                          item[3] == ' ' ? "☐" : "☑", item + 6);
  b->i++;
  return TRUE;
}

static char *
expand (const char *text, const char *file, CogReport *report, guint depth)
{
  g_auto (GStrv) lines = NULL;
  Blocks b = { NULL, 0, NULL, file, report, depth };
  gboolean below_table = FALSE;

  if (depth > MAX_DEPTH)
    return g_strdup (text);
  lines = g_strsplit (text, "\n", -1);
  b.lines = lines;
  b.out = g_string_new (NULL);

  while (b.lines[b.i] != NULL)
    {
      gboolean was_table = is_table_line (b.lines[b.i]);
      gboolean was_blank = is_blank (b.lines[b.i]);

      if (!(take_directive (&b) || copy_code (&b) || take_admonition (&b) || take_alert (&b) ||
            drop_line (&b) || take_heading (&b) || take_caption (&b, below_table) ||
            take_definitions (&b) || take_task (&b)))
        add_line (&b, b.lines[b.i++]);
      below_table = was_table || (below_table && was_blank);
    }
  return g_string_free (b.out, FALSE);
}

char *
cog_markdown_expand_blocks (const char *text, const char *file, CogReport *report)
{
  g_return_val_if_fail (text != NULL, NULL);
  return expand (text, file, report, 0);
}
