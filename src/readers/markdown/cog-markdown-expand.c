/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markdown-private.h"

#include "cog-reader-findings.h"
#include "cog-tex.h"

#include <string.h>

/* The inline part: what stands within lines. Code, tags and the addresses of links are passed over.
 */
typedef struct
{
  const char *at;
  const char *start;
  GString *out;
  GString *notes; /* bodies of notes that stand in the text, "^[…]" */
  guint n_notes;
  const char *file;
  CogReport *report;
  GPtrArray *formulas;
  gboolean is_picture; /* between "![" and its address: the attributes behind it are kept */
} Scan;

/* How far an end is looked for: a mark without an end must not cost the whole text each time. */
#define MAX_REACH 8000 /* bytes */

static const char *
find (const char *from, const char *mark, gsize reach)
{
  return g_strstr_len (from, (gssize)strnlen (from, reach), mark);
}

static gboolean
is_line_start (const Scan *scan)
{
  return scan->at == scan->start || scan->at[-1] == '\n';
}

static void
copy (Scan *scan, gsize length)
{
  g_string_append_len (scan->out, scan->at, (gssize)length);
  scan->at += length;
}

/* A fenced block, whole. */
static gboolean
copy_fence (Scan *scan)
{
  gsize indent = strspn (scan->at, " ");
  const char *mark = scan->at + indent;
  gsize length = strspn (mark, mark[0] == '~' ? "~" : "`");
  g_autofree char *fence = NULL;
  const char *end;

  if (!is_line_start (scan) || length < 3 || indent > 12 ||
      (mark[0] == '`' && memchr (mark + length, '`', strcspn (mark + length, "\n")) != NULL))
    return FALSE;
  fence = g_strndup (mark, length);
  for (end = mark + strcspn (mark, "\n"); *end == '\n';)
    {
      const char *line = end + 1;
      const char *text = line + strspn (line, " ");

      end = line + strcspn (line, "\n");
      if (g_str_has_prefix (text, fence))
        break;
    }
  copy (scan, (gsize)(end - scan->at));
  return TRUE;
}

static gboolean
copy_code (Scan *scan)
{
  gsize length = strspn (scan->at, "`");
  const char *end = scan->at + length;

  while (*end != '\0' && end - scan->at < MAX_REACH)
    {
      gsize run = strspn (end, "`");

      if (run == length)
        {
          copy (scan, (gsize)(end - scan->at) + run);
          return TRUE;
        }
      /* A blank line ends the paragraph, and with it the hope of an end. */
      if (end[0] == '\n' && end[1] == '\n')
        break;
      end += run > 0 ? run : 1;
    }
  copy (scan, length);
  return TRUE;
}

static gboolean
copy_tag (Scan *scan)
{
  const char *end;

  if (g_str_has_prefix (scan->at, "<!--"))
    {
      end = strstr (scan->at, "-->");
      copy (scan, end != NULL ? (gsize)(end - scan->at) + 3 : strlen (scan->at));
      return TRUE;
    }
  if (!g_ascii_isalpha (scan->at[1]) && scan->at[1] != '/')
    return FALSE;
  end = find (scan->at, ">", MAX_REACH);
  if (end == NULL)
    return FALSE;
  copy (scan, (gsize)(end - scan->at) + 1);
  return TRUE;
}

/* MathML where all of it is understood, else as it is written, with a finding. (transfer full) */
static char *
dup_formula (Scan *scan, const char *tex, gboolean is_block)
{
  g_autofree char *mathml = cog_tex_to_mathml (tex, is_block);
  g_autofree char *one_line = NULL;
  g_autofree char *escaped = NULL;

  if (mathml != NULL)
    return g_steal_pointer (&mathml);
  cog_report_add (scan->report, &cog_finding_tex_kept, scan->file, NULL, NULL);
  one_line = g_strdelimit (g_strdup (tex), "\r\n", ' ');
  escaped = g_markup_escape_text (one_line, -1);
  return g_strdup_printf (is_block ? "<p><code>%s</code></p>" : "<code>%s</code>", escaped);
}

/* A comment passes through Markdown as it is, in a line and as a block. */
static void
add_formula (Scan *scan, const char *tex, gsize length, gboolean is_block)
{
  g_autofree char *text = g_strndup (tex, length);

  g_ptr_array_add (scan->formulas, dup_formula (scan, g_strstrip (text), is_block));
  g_string_append_printf (scan->out, is_block ? "\n\n<!--formula:%u-->\n\n" : "<!--formula:%u-->",
                          scan->formulas->len - 1);
}

/* A formula between two marks; it holds no blank line. */
static gboolean
take_formula (Scan *scan, const char *open, const char *close, gboolean is_block)
{
  gsize length = strlen (open);
  const char *from = scan->at + length;
  const char *end = g_str_has_prefix (scan->at, open) ? find (from, close, MAX_REACH) : NULL;
  const char *gap = end != NULL ? g_strstr_len (from, end - from, "\n\n") : NULL;

  if (end == NULL || end == from || gap != NULL)
    return FALSE;
  add_formula (scan, from, (gsize)(end - from), is_block);
  scan->at = end + strlen (close);
  return TRUE;
}

/* "$5 or even $" is a sum and words behind it. */
static gboolean
is_money (const char *from, gsize length)
{
  g_autofree char *text = g_strndup (from, length);

  return g_ascii_isdigit (text[0]) && strpbrk (text, "\\^_=+{<>") == NULL &&
         g_regex_match_simple ("\\s\\p{L}{2,}", text, 0, 0);
}

/* "$x$" as Pandoc reads it: no space inside the marks, no digit behind; so "$5 and $6" is money. */
static gboolean
take_dollars (Scan *scan)
{
  const char *from = scan->at + 1;

  if (scan->at[1] == '$')
    return take_formula (scan, "$$", "$$", TRUE);
  if (g_ascii_isspace (*from) || *from == '\0')
    return FALSE;
  for (const char *end = from; *end != '\0' && !(end[0] == '\n' && end[1] == '\n'); end++)
    {
      if (*end == '\\' && end[1] != '\0')
        end++;
      else if (*end == '$' && !g_ascii_isspace (end[-1]) && !g_ascii_isdigit (end[1]) &&
               end - from < 2000 && !is_money (from, (gsize)(end - from)))
        {
          add_formula (scan, from, (gsize)(end - from), FALSE);
          scan->at = end + 1;
          return TRUE;
        }
      else if (*end == '$' || *end == '`')
        return FALSE;
    }
  return FALSE;
}

static gboolean
take_environment (Scan *scan)
{
  static const char *const names[] = { "equation", "equation*", "align",     "align*",     "gather",
                                       "gather*",  "eqnarray",  "eqnarray*", "displaymath" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *open = g_strdup_printf ("\\begin{%s}", names[i]);
      g_autofree char *close = g_strdup_printf ("\\end{%s}", names[i]);
      const char *end =
          g_str_has_prefix (scan->at, open) ? find (scan->at, close, MAX_REACH) : NULL;

      if (end == NULL)
        continue;
      add_formula (scan, scan->at, (gsize)(end - scan->at) + strlen (close), TRUE);
      scan->at = end + strlen (close);
      return TRUE;
    }
  return FALSE;
}

static gboolean
take_backslash (Scan *scan)
{
  if (take_formula (scan, "\\(", "\\)", FALSE) || take_formula (scan, "\\[", "\\]", TRUE) ||
      take_formula (scan, "\\\\(", "\\\\)", FALSE) || take_formula (scan, "\\\\[", "\\\\]", TRUE) ||
      take_environment (scan))
    return TRUE;
  copy (scan, scan->at[1] != '\0' ? 2 : 1);
  return TRUE;
}

/* "~2~", "^2^", "==x==": one mark around text without a space, on one line. */
static gboolean
take_raised (Scan *scan, const char *mark, const char *element, gboolean spaces)
{
  gsize length = strlen (mark);
  const char *from = scan->at + length;
  const char *end = g_str_has_prefix (scan->at, mark) ? find (from, mark, 120) : NULL;

  if (end == NULL || end == from || from[0] == mark[0] || end[length] == mark[0] ||
      g_ascii_isspace (from[0]) || g_ascii_isspace (end[-1]) ||
      memchr (from, '\n', (gsize)(end - from)) != NULL ||
      (!spaces && memchr (from, ' ', (gsize)(end - from)) != NULL) ||
      memchr (from, '[', (gsize)(end - from)) != NULL)
    return FALSE;
  g_string_append_printf (scan->out, "<%s>%.*s</%s>", element, (int)(end - from), from, element);
  scan->at = end + length;
  return TRUE;
}

static const char *
find_closing (const char *from)
{
  guint depth = 1;

  for (const char *c = from;
       *c != '\0' && c - from < MAX_REACH / 2 && !(c[0] == '\n' && c[1] == '\n'); c++)
    {
      if (*c == '\\' && c[1] != '\0')
        c++;
      else if (*c == '[')
        depth++;
      else if (*c == ']' && --depth == 0)
        return c;
    }
  return NULL;
}

/* "^[A note.]" where it stands. */
static gboolean
take_inline_note (Scan *scan)
{
  const char *end = scan->at[1] == '[' ? find_closing (scan->at + 2) : NULL;

  if (end == NULL)
    return FALSE;
  scan->n_notes++;
  g_string_append_printf (scan->out, "[^inline-%u]", scan->n_notes);
  g_string_append_printf (scan->notes, "\n[^inline-%u]: %.*s\n", scan->n_notes,
                          (int)(end - scan->at - 2), scan->at + 2);
  scan->at = end + 1;
  return TRUE;
}

static gboolean
is_attributes (const char *text)
{
  static const char pattern[] =
      "^\\{\\s*(?:[#.:][^\\s{}]+|[\\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\\s{}]*)|-)"
      "(?:\\s+(?:[#.][^\\s{}]+|[\\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\\s{}]*)))*\\s*\\}";

  gsize length = text[0] == '{' ? 1 + strcspn (text + 1, "{}") : 0;
  g_autofree char *braces = NULL;

  /* GLib looks at all that it is given, to the end of the book. */
  if (length == 0 || text[length] != '}')
    return FALSE;
  braces = g_strndup (text, length + 1);
  return g_regex_match_simple (pattern, braces, 0, 0);
}

/* "[words]{.class}" and what follows "](address)": a class that means something stays. */
static gboolean
take_span (Scan *scan)
{
  const char *end = find_closing (scan->at + 1);
  g_autofree char *words = NULL;
  g_autofree char *attributes = NULL;

  if (end == NULL || end[1] != '{' || !is_attributes (end + 1))
    return FALSE;
  words = g_strndup (scan->at + 1, (gsize)(end - scan->at) - 1);
  attributes = g_strndup (end + 1, strcspn (end + 1, "}") + 1);
  cog_markdown_append_span (scan->out, words, attributes);
  scan->at = end + 1 + strlen (attributes);
  return TRUE;
}

/* The address of a link or picture is passed over; attributes behind a link are dropped. */
static gboolean
copy_address (Scan *scan)
{
  gsize length = 2;
  guint depth = 1;

  if (scan->at[1] != '(')
    return FALSE;
  while (scan->at[length] != '\0' && scan->at[length] != '\n' && depth > 0)
    {
      depth += scan->at[length] == '(' ? 1 : 0;
      depth -= scan->at[length] == ')' ? 1 : 0;
      length++;
    }
  copy (scan, length);
  if (depth == 0 && is_attributes (scan->at) && !scan->is_picture)
    scan->at += strcspn (scan->at, "}") + 1;
  scan->is_picture = FALSE;
  return TRUE;
}

/* "{% include x %}": an order to the program that made the site. */
static gboolean
drop_order (Scan *scan)
{
  const char *end = g_str_has_prefix (scan->at, "{%")    ? find (scan->at, "%}", 1000)
                    : g_str_has_prefix (scan->at, "{{<") ? find (scan->at, ">}}", 1000)
                                                         : NULL;
  g_autofree char *text = NULL;

  if (end == NULL)
    return FALSE;
  end += scan->at[1] == '%' ? 2 : 3;
  text = g_strndup (scan->at, (gsize)(end - scan->at));
  cog_report_add (scan->report, &cog_finding_object_dropped, scan->file, text, NULL);
  scan->at = end;
  return TRUE;
}

static gboolean
take_special (Scan *scan)
{
  switch (*scan->at)
    {
    case '`':
      return copy_code (scan);
    case '<':
      return copy_tag (scan);
    case '$':
      return take_dollars (scan);
    case '\\':
      return take_backslash (scan);
    case '~':
      return take_raised (scan, "~", "sub", FALSE);
    case '^':
      return take_inline_note (scan) || take_raised (scan, "^", "sup", FALSE);
    case '=':
      return take_raised (scan, "==", "mark", TRUE);
    case '[':
      /* "[^1]" is a note. */
      return scan->at[1] != '^' && (scan->at == scan->start || scan->at[-1] != '!') &&
             take_span (scan);
    case '!':
      scan->is_picture |= scan->at[1] == '[';
      return FALSE;
    case ']':
      return copy_address (scan);
    case '{':
      return drop_order (scan);
    default:
      return FALSE;
    }
}

static char *
expand_inlines (const char *text, const char *file, CogReport *report, GPtrArray *formulas)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  Scan scan = { text, text, g_string_new (NULL), notes, 0, file, report, formulas, FALSE };

  while (*scan.at != '\0')
    {
      if ((is_line_start (&scan) && copy_fence (&scan)) || take_special (&scan))
        continue;
      /* A run of the same mark is one: "~~" strikes, "^^" says nothing. */
      copy (&scan,
            strchr ("~=^$", *scan.at) != NULL ? strspn (scan.at, (char[]){ *scan.at, '\0' }) : 1);
    }
  g_string_append (scan.out, notes->str);
  return g_string_free (scan.out, FALSE);
}

char *
cog_markdown_expand (const char *text, const char *file, CogReport *report, GPtrArray *formulas)
{
  g_autofree char *blocks = NULL;

  g_return_val_if_fail (text != NULL && formulas != NULL, NULL);

  blocks = cog_markdown_expand_blocks (text, file, report);
  return expand_inlines (blocks, file, report, formulas);
}

char *
cog_markdown_put_formulas (const char *html, GPtrArray *formulas)
{
  static const char mark[] = "<!--formula:";
  GString *out = g_string_new (NULL);
  const char *at = html;
  const char *next;

  while ((next = strstr (at, mark)) != NULL)
    {
      char *end;
      guint64 index = g_ascii_strtoull (next + strlen (mark), &end, 10);

      g_string_append_len (out, at, (gssize)(next - at));
      if (index < formulas->len)
        g_string_append (out, g_ptr_array_index (formulas, index));
      at = g_str_has_prefix (end, "-->") ? end + 3 : end;
    }
  g_string_append (out, at);
  return g_string_free (out, FALSE);
}
