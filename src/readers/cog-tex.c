/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tex.h"

#include "cog-tex-names.h"

#include <string.h>

#define MAX_DEPTH 40
#define MAX_LENGTH 8000 /* bytes */

typedef struct
{
  const char *at;
  guint depth;
  gboolean is_block;
  gboolean is_bad; /* something was not understood */
} Tex;

static void append_group (Tex *tex, GString *out);
static gboolean append_row (Tex *tex, GString *out, const char *stops);

static void
skip_space (Tex *tex)
{
  while (g_ascii_isspace (*tex->at) || *tex->at == '~' || *tex->at == '%')
    tex->at += *tex->at == '%' ? strcspn (tex->at, "\n") : 1;
}

static void
append_escaped (GString *out, const char *text, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (out, escaped);
}

static void
append_element (GString *out, const char *element, const char *attributes, const char *text)
{
  g_string_append_printf (out, "<%s%s>", element, attributes);
  append_escaped (out, text, -1);
  g_string_append_printf (out, "</%s>", element);
}

/* The name behind a backslash: letters, or one sign. (transfer full) */
static char *
take_name (Tex *tex)
{
  const char *from = ++tex->at;

  while (g_ascii_isalpha (*tex->at))
    tex->at++;
  if (tex->at == from && *tex->at != '\0')
    tex->at = g_utf8_next_char (tex->at);
  else if (*tex->at == '*')
    tex->at++;
  return g_strndup (from, (gsize)(tex->at - from));
}

/* What stands between braces, as it is written. (transfer full) */
static char *
take_verbatim (Tex *tex)
{
  const char *from;
  guint depth = 1;
  char *text;

  skip_space (tex);
  if (*tex->at != '{')
    {
      tex->is_bad = TRUE;
      return g_strdup ("");
    }
  for (from = ++tex->at; *tex->at != '\0'; tex->at++)
    {
      depth += *tex->at == '{' ? 1 : 0;
      if (*tex->at == '}' && --depth == 0)
        break;
    }
  text = g_strndup (from, (gsize)(tex->at - from));
  if (*tex->at == '}')
    tex->at++;
  else
    tex->is_bad = TRUE;
  return text;
}

static void
append_text (Tex *tex, GString *out, const char *attributes)
{
  g_autofree char *text = take_verbatim (tex);

  /* A command or a formula within words is not read. */
  if (strpbrk (text, "\\$") != NULL)
    tex->is_bad = TRUE;
  append_element (out, "mtext", attributes, text);
}

static void
append_upright (Tex *tex, GString *out, const char *variant)
{
  g_autofree char *text = take_verbatim (tex);
  g_autofree char *attribute = g_strdup_printf (" mathvariant=\"%s\"", variant);

  if (strpbrk (text, "\\_^{}") != NULL)
    {
      /* Not a word but a formula: it is read, and its letters stay as they are. */
      Tex inner = { text, tex->depth + 1, tex->is_block, tex->depth >= MAX_DEPTH };

      g_string_append (out, "<mrow>");
      append_row (&inner, out, "");
      g_string_append (out, "</mrow>");
      tex->is_bad |= inner.is_bad;
      return;
    }
  append_element (out, "mi", attribute, text);
}

static void
append_root (Tex *tex, GString *out)
{
  g_autoptr (GString) degree = NULL;

  skip_space (tex);
  if (*tex->at == '[')
    {
      tex->at++;
      degree = g_string_new ("<mrow>");
      append_row (tex, degree, "]");
      g_string_append (degree, "</mrow>");
      if (*tex->at == ']')
        tex->at++;
    }
  g_string_append (out, degree != NULL ? "<mroot>" : "<msqrt>");
  append_group (tex, out);
  if (degree != NULL)
    g_string_append (out, degree->str);
  g_string_append (out, degree != NULL ? "</mroot>" : "</msqrt>");
}

static void
append_two (Tex *tex, GString *out, const char *open, const char *close)
{
  g_string_append (out, open);
  append_group (tex, out);
  append_group (tex, out);
  g_string_append (out, close);
}

/* The delimiter behind \left, \right, \big: one sign or one command. */
static void
append_delimiter (Tex *tex, GString *out, const char *attributes)
{
  g_autofree char *name = NULL;

  skip_space (tex);
  if (*tex->at == '.')
    {
      tex->at++;
      return;
    }
  if (*tex->at == '\\')
    {
      name = take_name (tex);
      for (guint i = 0; i < G_N_ELEMENTS (cog_tex_signs); i++)
        if (g_str_equal (cog_tex_signs[i].name, name))
          {
            append_element (out, "mo", attributes, cog_tex_signs[i].sign);
            return;
          }
      if (strlen (name) == 1 && strchr ("{}|", name[0]) != NULL)
        append_element (out, "mo", attributes, name[0] == '|' ? "‖" : name);
      else
        tex->is_bad = TRUE;
      return;
    }
  if (*tex->at == '\0')
    {
      tex->is_bad = TRUE;
      return;
    }
  name = g_strndup (tex->at, (gsize)(g_utf8_next_char (tex->at) - tex->at));
  tex->at += strlen (name);
  append_element (out, "mo", attributes, name);
}

static void
append_fenced (Tex *tex, GString *out)
{
  g_string_append (out, "<mrow>");
  append_delimiter (tex, out, " fence=\"true\" stretchy=\"true\"");
  append_row (tex, out, "\\right");
  if (g_str_has_prefix (tex->at, "\\right"))
    {
      tex->at += strlen ("\\right");
      append_delimiter (tex, out, " fence=\"true\" stretchy=\"true\"");
    }
  else
    tex->is_bad = TRUE;
  g_string_append (out, "</mrow>");
}

/* \begin{NAME} … \end{NAME}: rows parted by \\, cells by &. */
static void
append_environment (Tex *tex, GString *out)
{
  static const struct
  {
    const char *name, *open, *close, *attributes;
  } kinds[] = {
    { "matrix", NULL, NULL, "" },
    { "smallmatrix", NULL, NULL, "" },
    { "pmatrix", "(", ")", "" },
    { "bmatrix", "[", "]", "" },
    { "Bmatrix", "{", "}", "" },
    { "vmatrix", "|", "|", "" },
    { "Vmatrix", "‖", "‖", "" },
    { "array", NULL, NULL, "" },
    { "cases", "{", NULL, " columnalign=\"left\"" },
    { "aligned", NULL, NULL, " columnalign=\"right left\" displaystyle=\"true\"" },
    { "align", NULL, NULL, " columnalign=\"right left\" displaystyle=\"true\"" },
    { "align*", NULL, NULL, " columnalign=\"right left\" displaystyle=\"true\"" },
    { "split", NULL, NULL, " columnalign=\"right left\" displaystyle=\"true\"" },
    { "eqnarray", NULL, NULL, " columnalign=\"right center left\" displaystyle=\"true\"" },
    { "eqnarray*", NULL, NULL, " columnalign=\"right center left\" displaystyle=\"true\"" },
    { "gathered", NULL, NULL, " displaystyle=\"true\"" },
    { "gather", NULL, NULL, " displaystyle=\"true\"" },
    { "gather*", NULL, NULL, " displaystyle=\"true\"" },
    { "equation", NULL, NULL, " displaystyle=\"true\"" },
    { "equation*", NULL, NULL, " displaystyle=\"true\"" },
    { "displaymath", NULL, NULL, " displaystyle=\"true\"" },
  };
  g_autofree char *name = take_verbatim (tex);
  int kind = -1;

  for (int i = 0; i < (int)G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      kind = i;
  if (kind < 0)
    {
      tex->is_bad = TRUE;
      return;
    }
  if (g_str_equal (name, "array"))
    g_free (take_verbatim (tex));
  g_string_append (out, "<mrow>");
  if (kinds[kind].open != NULL)
    append_element (out, "mo", " fence=\"true\" stretchy=\"true\"", kinds[kind].open);
  g_string_append_printf (out, "<mtable%s><mtr><mtd>", kinds[kind].attributes);
  while (!tex->is_bad && append_row (tex, out, "&\\"))
    {
      if (*tex->at == '&')
        {
          tex->at++;
          g_string_append (out, "</mtd><mtd>");
        }
      else if (g_str_has_prefix (tex->at, "\\\\"))
        {
          tex->at += 2;
          skip_space (tex);
          if (!g_str_has_prefix (tex->at, "\\end"))
            g_string_append (out, "</mtd></mtr><mtr><mtd>");
        }
      else
        break;
    }
  g_string_append (out, "</mtd></mtr></mtable>");
  if (kinds[kind].close != NULL)
    append_element (out, "mo", " fence=\"true\" stretchy=\"true\"", kinds[kind].close);
  g_string_append (out, "</mrow>");
  if (g_str_has_prefix (tex->at, "\\end"))
    {
      g_autofree char *end = NULL;

      tex->at += strlen ("\\end");
      end = take_verbatim (tex);
      tex->is_bad |= !g_str_equal (end, name);
    }
  else
    tex->is_bad = TRUE;
}

static gboolean
append_accent (Tex *tex, GString *out, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (cog_tex_accents); i++)
    if (g_str_equal (cog_tex_accents[i].name, name))
      {
        const char *element = cog_tex_accents[i].is_under ? "munder" : "mover";

        g_string_append_printf (out, "<%s accent%s=\"true\">", element,
                                cog_tex_accents[i].is_under ? "under" : "");
        append_group (tex, out);
        append_element (out, "mo", "", cog_tex_accents[i].sign);
        g_string_append_printf (out, "</%s>", element);
        return TRUE;
      }
  return FALSE;
}

static gboolean
append_sign (Tex *tex, GString *out, const char *name, gboolean *has_limits)
{
  for (guint i = 0; i < G_N_ELEMENTS (cog_tex_signs); i++)
    if (g_str_equal (cog_tex_signs[i].name, name))
      {
        char kind = cog_tex_signs[i].kind;

        *has_limits = kind == 'l' && tex->is_block;
        append_element (out,
                        kind == 'o' || (kind == 'l' && !g_ascii_isalpha (cog_tex_signs[i].sign[0]))
                            ? "mo"
                            : "mi",
                        kind == 'n' ? " mathvariant=\"normal\"" : "", cog_tex_signs[i].sign);
        return TRUE;
      }
  return FALSE;
}

static gboolean
append_space (GString *out, const char *name)
{
  static const char *const spaces[][2] = {
    { ",", "0.167em" },  { ":", "0.222em" },         { ";", "0.278em" },
    { "!", "-0.167em" }, { " ", "0.333em" },         { "quad", "1em" },
    { "qquad", "2em" },  { "thinspace", "0.167em" }, { "enspace", "0.5em" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (g_str_equal (spaces[i][0], name))
      {
        g_string_append_printf (out, "<mspace width=\"%s\"/>", spaces[i][1]);
        return TRUE;
      }
  return FALSE;
}

/* What is only for the eye, or for the numbering of a page. */
static gboolean
is_ignored (const char *name)
{
  static const char *const names[] = { "displaystyle", "textstyle", "scriptstyle", "limits",
                                       "nolimits",     "nonumber",  "notag",       "left.",
                                       "right.",       "hline",     NULL };

  return g_strv_contains (names, name);
}

static gboolean
is_any (const char *name, const char *const *names)
{
  return g_strv_contains (names, name);
}

static void
append_command (Tex *tex, GString *out, gboolean *has_limits)
{
  static const char *const fractions[] = { "frac", "dfrac", "tfrac", "cfrac", NULL };
  static const char *const texts[] = { "text", "textrm", "mbox", "textnormal", "hbox", NULL };
  static const char *const uprights[] = { "mathrm", "operatorname", "operatorname*", "rm", NULL };
  static const char *const bolds[] = { "mathbf", "boldsymbol", "bm", "pmb", NULL };
  static const char *const bigs[] = { "big",  "Big",  "bigg",  "Bigg",  "bigl",   "bigr",
                                      "Bigl", "Bigr", "biggl", "biggr", "middle", NULL };
  g_autofree char *name = take_name (tex);

  if (is_any (name, fractions))
    append_two (tex, out, "<mfrac>", "</mfrac>");
  else if (g_str_equal (name, "binom"))
    append_two (tex, out, "<mrow><mo>(</mo><mfrac linethickness=\"0\">",
                "</mfrac><mo>)</mo></mrow>");
  else if (g_str_equal (name, "sqrt"))
    append_root (tex, out);
  else if (is_any (name, texts))
    append_text (tex, out, "");
  else if (g_str_equal (name, "textbf"))
    append_text (tex, out, " mathvariant=\"bold\"");
  else if (g_str_equal (name, "textit"))
    append_text (tex, out, " mathvariant=\"italic\"");
  else if (is_any (name, uprights))
    append_upright (tex, out, "normal");
  else if (is_any (name, bolds))
    append_upright (tex, out, "bold");
  else if (g_str_equal (name, "mathit"))
    append_upright (tex, out, "italic");
  else if (g_str_equal (name, "mathbb"))
    append_upright (tex, out, "double-struck");
  else if (g_str_equal (name, "mathcal") || g_str_equal (name, "mathscr"))
    append_upright (tex, out, "script");
  else if (g_str_equal (name, "mathfrak"))
    append_upright (tex, out, "fraktur");
  else if (g_str_equal (name, "left"))
    append_fenced (tex, out);
  else if (is_any (name, bigs))
    append_delimiter (tex, out, "");
  else if (g_str_equal (name, "begin"))
    append_environment (tex, out);
  else if (g_str_equal (name, "overset") || g_str_equal (name, "stackrel"))
    {
      g_autoptr (GString) over = g_string_new (NULL);

      append_group (tex, over);
      g_string_append (out, "<mover>");
      append_group (tex, out);
      g_string_append_printf (out, "%s</mover>", over->str);
    }
  else if (strlen (name) == 1 && strchr ("{}%$#&_|", name[0]) != NULL && name[0] != '\0')
    append_element (out, "mo", "", name[0] == '|' ? "‖" : name);
  else if (g_str_equal (name, "label") || g_str_equal (name, "tag"))
    g_free (take_verbatim (tex));
  else if (!append_accent (tex, out, name) && !append_sign (tex, out, name, has_limits) &&
           !append_space (out, name) && !is_ignored (name))
    tex->is_bad = TRUE;
}

static void
append_number (Tex *tex, GString *out)
{
  const char *from = tex->at;

  while (g_ascii_isdigit (*tex->at) ||
         ((*tex->at == '.' || *tex->at == ',') && g_ascii_isdigit (tex->at[1])))
    tex->at++;
  g_string_append (out, "<mn>");
  g_string_append_len (out, from, (gssize)(tex->at - from));
  g_string_append (out, "</mn>");
}

/* One piece: a number, a letter, a sign, a command, or a group in braces. */
static void
append_atom (Tex *tex, GString *out, gboolean *has_limits)
{
  gunichar c = g_utf8_get_char (tex->at);
  g_autofree char *sign = NULL;

  *has_limits = FALSE;
  if (*tex->at == '{')
    append_group (tex, out);
  else if (*tex->at == '\\')
    append_command (tex, out, has_limits);
  else if (g_ascii_isdigit (*tex->at))
    append_number (tex, out);
  else
    {
      sign = g_strndup (tex->at, (gsize)(g_utf8_next_char (tex->at) - tex->at));
      tex->at += strlen (sign);
      append_element (out, g_unichar_isalpha (c) ? "mi" : "mo", "",
                      g_str_equal (sign, "-")   ? "−"
                      : g_str_equal (sign, "*") ? "∗"
                                                : sign);
    }
}

static void
append_primes (Tex *tex, GString *out)
{
  g_string_append (out, "<mo>");
  for (; *tex->at == '\''; tex->at++)
    g_string_append (out, "′");
  g_string_append (out, "</mo>");
}

/* A piece with what stands raised and lowered behind it. */
static void
append_scripted (Tex *tex, GString *out)
{
  g_autoptr (GString) base = g_string_new (NULL);
  g_autoptr (GString) sub = g_string_new (NULL);
  g_autoptr (GString) super = g_string_new (NULL);
  gboolean has_limits = FALSE;
  const char *element;

  if (*tex->at != '^' && *tex->at != '_' && *tex->at != '\'')
    append_atom (tex, base, &has_limits);
  else
    g_string_append (base, "<mrow></mrow>");
  for (skip_space (tex); *tex->at == '^' || *tex->at == '_' || *tex->at == '\''; skip_space (tex))
    {
      GString *script = *tex->at == '_' ? sub : super;

      if (script->len > 0)
        tex->is_bad = TRUE;
      if (*tex->at == '\'')
        append_primes (tex, script);
      else
        {
          tex->at++;
          append_group (tex, script);
        }
    }
  if (g_str_has_prefix (tex->at, "\\limits"))
    tex->is_bad = TRUE;
  if (sub->len == 0 && super->len == 0)
    {
      g_string_append (out, base->str);
      return;
    }
  element = sub->len > 0 && super->len > 0 ? (has_limits ? "munderover" : "msubsup")
            : sub->len > 0                 ? (has_limits ? "munder" : "msub")
                                           : (has_limits ? "mover" : "msup");
  g_string_append_printf (out, "<%s>%s%s%s</%s>", element, base->str, sub->str, super->str,
                          element);
}

/* Pieces up to the end, a closing brace, or what stops says: "]", "&\" (a cell's end), "\right". */
static gboolean
append_row (Tex *tex, GString *out, const char *stops)
{
  if (++tex->depth > MAX_DEPTH)
    tex->is_bad = TRUE;
  for (skip_space (tex); *tex->at != '\0' && *tex->at != '}' && !tex->is_bad; skip_space (tex))
    {
      if ((stops[0] == ']' && *tex->at == ']') || (stops[0] == '&' && *tex->at == '&') ||
          g_str_has_prefix (tex->at, "\\\\") || g_str_has_prefix (tex->at, "\\end{") ||
          g_str_has_prefix (tex->at, "\\right"))
        {
          /* "\rightarrow" is no end. */
          if (!g_str_has_prefix (tex->at, "\\right") || !g_ascii_isalpha (tex->at[6]))
            break;
        }
      append_scripted (tex, out);
    }
  tex->depth--;
  return !tex->is_bad;
}

/* An argument: a group in braces, or the one piece that follows. */
static void
append_group (Tex *tex, GString *out)
{
  gboolean has_limits;

  skip_space (tex);
  if (tex->is_bad || *tex->at == '\0' || *tex->at == '}' || tex->depth >= MAX_DEPTH)
    {
      tex->is_bad = TRUE;
      return;
    }
  tex->depth++;
  g_string_append (out, "<mrow>");
  if (*tex->at == '{')
    {
      tex->at++;
      append_row (tex, out, "");
      if (*tex->at == '}')
        tex->at++;
      else
        tex->is_bad = TRUE;
    }
  else if (g_ascii_isdigit (*tex->at))
    {
      /* "\frac12" is a half. */
      g_string_append_printf (out, "<mn>%c</mn>", *tex->at);
      tex->at++;
    }
  else
    append_atom (tex, out, &has_limits);
  g_string_append (out, "</mrow>");
  tex->depth--;
}

/* A character that XML cannot hold (XML 1.0, 2.2) stands in no formula. */
static gboolean
has_foreign_sign (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar sign = g_utf8_get_char (c);

      if ((sign < 0x20 && strchr ("\t\n\r", (int)sign) == NULL) || sign == 0xFFFE || sign == 0xFFFF)
        return TRUE;
    }
  return FALSE;
}

char *
cog_tex_to_mathml (const char *text, gboolean is_block)
{
  Tex tex = { text, 0, is_block, FALSE };
  g_autoptr (GString) out = NULL;
  g_autofree char *alt = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > MAX_LENGTH || text[strspn (text, " \t\r\n")] == '\0' ||
      has_foreign_sign (text))
    return NULL;
  alt = g_markup_escape_text (text, -1);
  g_strdelimit (alt, "\r\n\t", ' ');
  out = g_string_new (NULL);
  g_string_append_printf (
      out,
      "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"%s\" alttext=\"%s\"><mrow>",
      is_block ? "block" : "inline", alt);
  append_row (&tex, out, "");
  g_string_append (out, "</mrow></math>");
  if (tex.is_bad || *tex.at != '\0')
    return NULL;
  return g_string_free (g_steal_pointer (&out), FALSE);
}
