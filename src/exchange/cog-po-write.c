/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-po.h"

#include "cog-xliff-inline.h"

#include <string.h>

/* A string of PO, in a line for each of the text's. */
static void
append_string (GString *out, const char *keyword, const char *text)
{
  g_string_append_printf (out, "%s \"", keyword);
  /* A text of several lines begins on its own. */
  if (strchr (text, '\n') != NULL && strchr (text, '\n')[1] != '\0')
    g_string_append (out, "\"\n\"");
  for (const char *c = text; *c != '\0'; c++)
    switch (*c)
      {
      case '\n':
        g_string_append (out, c[1] != '\0' ? "\\n\"\n\"" : "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      case '"':
      case '\\':
        g_string_append_c (out, '\\');
        g_string_append_c (out, *c);
        break;
      default:
        if ((guchar)*c >= 0x20)
          g_string_append_c (out, *c);
      }
  g_string_append (out, "\"\n");
}

/* Each line of a comment with its mark. */
static void
append_comment (GString *out, const char *mark, const char *text)
{
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  if (text == NULL || text[0] == '\0')
    return;
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, "%s %s\n", mark, g_strdelimit (lines[i], "\r", ' '));
}

/* gettext's own table of plural forms, where it is not "one, and others". Nothing in a book has
 * them; editors complain of a file without. */
static const char *
get_plural_forms (const char *language)
{
  static const struct
  {
    const char *languages, *forms;
  } rows[] = {
    { " ja ko zh vi th id ms lo my km kk-Arab ", "nplurals=1; plural=0;" },
    { " fr pt-BR hy am fa hi bn ", "nplurals=2; plural=(n > 1);" },
    { " ar ", "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
              "n%100>=11 ? 4 : 5);" },
    { " pl ", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : "
              "2);" },
    { " ru uk be sr hr bs ", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
                             "(n%100<10 || n%100>=20) ? 1 : 2);" },
    { " cs sk ", "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;" },
  };
  gsize n = strcspn (language, "-");
  g_autofree char *whole = g_strdup_printf (" %s ", language);
  g_autofree char *primary = g_strdup_printf (" %.*s ", (int)n, language);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strstr (rows[i].languages, whole) != NULL || strstr (rows[i].languages, primary) != NULL)
      return rows[i].forms;
  return "nplurals=2; plural=(n != 1);";
}

static void
begin (GString *out, const CogExchangeHead *head)
{
  g_autoptr (GString) fields = g_string_new (NULL);
  g_autofree char *language = g_strdelimit (g_strdup (head->target_language), "-", '_');
  g_autofree char *title =
      g_strdelimit (g_strdup (head->title != NULL ? head->title : ""), "\n", ' ');

  g_string_append_printf (fields,
                          "Project-Id-Version: %s\nLanguage: %s\nX-Source-Language: %s\n"
                          "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
                          "Content-Transfer-Encoding: 8bit\nPlural-Forms: %s\n"
                          "X-Generator: Cognate\n",
                          title, language, head->source_language,
                          get_plural_forms (head->target_language));
  append_string (out, "msgid", "");
  append_string (out, "msgstr", fields->str);
}

static void
open_span (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append_printf (out, "<%u>", code->number);
}

static void
close_span (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append_printf (out, "</%u>", code->number);
}

static void
append_piece (GString *out, const CogCode *code, gpointer user_data)
{
  g_string_append_printf (out, "<%u/>", code->number);
}

static void
append_words (GString *out, const char *text, gsize n_bytes)
{
  if (*text == '<')
    g_string_append (out, "&lt;");
  else if (*text == '&')
    g_string_append (out, "&amp;");
  else
    g_string_append_len (out, text, (gssize)n_bytes);
}

static char *
dup_message (const CogText *text)
{
  static const CogXliffInline format = { open_span,    close_span,   open_span, close_span,
                                         append_piece, append_words, NULL };
  GString *message = g_string_new (NULL);

  cog_xliff_inline_append (message, text, 0, (guint)g_utf8_strlen (text->plain, -1), &format);
  return g_string_free (message, FALSE);
}

/* What the tags stand for. */
static void
append_codes (GString *out, const CogText *text)
{
  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);
      g_autofree char *link = NULL;
      g_autofree char *line = NULL;

      if (code->type == COG_CODE_PIECE)
        {
          g_autofree char *label = cog_exchange_dup_code_label (code);

          line = g_strdup_printf ("<%u/> %s", code->number, label);
        }
      else
        {
          link = g_str_equal (code->element, "a") ? cog_text_dup_link (code) : NULL;
          line = g_strdup_printf ("<%u> %s%s%s", code->number, code->element,
                                  link != NULL ? " " : "", link != NULL ? link : "");
        }
      append_comment (out, "#.", g_strdelimit (line, "\n", ' '));
    }
}

static void
append_unit (GString *out, const CogExchangeSection *section, const CogExchangeUnit *unit)
{
  g_autofree char *token = cog_exchange_dup_token (unit->id);
  g_autofree char *place = cog_exchange_dup_token (section->id);
  g_autofree char *source = dup_message (unit->source);
  g_autofree char *target = unit->target != NULL ? dup_message (unit->target) : g_strdup ("");

  g_string_append_c (out, '\n');
  append_comment (out, "#", unit->note);
  append_comment (out, "#.", cog_unit_kind_to_nick (unit->kind));
  append_codes (out, unit->source);
  append_comment (out, "#.", unit->reason);
  if (unit->base != NULL)
    g_string_append_printf (out, "#. " COG_PO_MARK "%s %s\n", token, unit->base);
  g_string_append_printf (out, "#: %s\n", place);
  if (unit->target != NULL && unit->state == COG_STATE_INITIAL)
    g_string_append (out, "#, fuzzy\n");
  append_string (out, "msgctxt", token);
  append_string (out, "msgid", source);
  append_string (out, "msgstr", target);
}

static void
section (GString *out, const CogExchangeHead *head, const CogExchangeSection *section)
{
  for (guint i = 0; i < section->units->len; i++)
    {
      const CogExchangeUnit *unit = g_ptr_array_index (section->units, i);

      if (!unit->is_fixed)
        append_unit (out, section, unit);
    }
}

const CogExchangeFormat cog_exchange_po = {
  "po", "PO (gettext)", ".po", begin, section, NULL, cog_po_is_mine, cog_po_read,
};
