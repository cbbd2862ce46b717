/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pasted.h"

#include "cog-reader.h"

#include <string.h>

/* What means nothing without the rest of its page. */
static gboolean
is_foreign (const CogCode *code)
{
  if (code->type == COG_CODE_PIECE)
    return !g_str_equal (code->element, "math") && !g_str_equal (code->element, "br") &&
           !g_str_equal (code->element, "ruby");
  if (g_str_equal (code->element, "a"))
    {
      g_autofree char *address = cog_text_dup_link (code);

      return address == NULL || address[0] == '#';
    }
  /* A span without more says nothing. */
  return code->end <= code->start ||
         (g_str_equal (code->element, "span") && strstr (code->markup, " lang=") == NULL &&
          strstr (code->markup, " dir=") == NULL);
}

static char *
dup_without_id (const char *markup)
{
  const char *id = strstr (markup, " id=\"");
  const char *close = strchr (markup, '>');
  const char *end;

  if (id == NULL || close == NULL || id > close)
    return g_strdup (markup);
  end = strchr (id + strlen (" id=\""), '"');
  return g_strdup_printf ("%.*s%s", (int)(id - markup), markup, end != NULL ? end + 1 : "");
}

/* Pieces lose their place in the words when their code goes: CogText writes none for them. */
static char *
dup_tidy (const char *xhtml)
{
  g_autoptr (CogText) text = cog_text_new_from_xhtml (xhtml, NULL);

  if (text == NULL)
    return g_strdup ("");
  for (guint i = text->codes->len; i > 0; i--)
    {
      CogCode *code = g_ptr_array_index (text->codes, i - 1);
      char *markup;

      if (is_foreign (code))
        {
          g_ptr_array_remove_index (text->codes, i - 1);
          continue;
        }
      markup = dup_without_id (code->markup);
      g_free (code->markup);
      code->markup = markup;
    }
  return cog_text_to_xhtml (text);
}

static void
unit_cb (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  GString *joined = user_data;
  g_autofree char *tidy = NULL;

  if (unit->kind == COG_UNIT_ALT || unit->kind == COG_UNIT_TITLE ||
      unit->kind == COG_UNIT_DRAWING || unit->source == NULL)
    return;
  tidy = dup_tidy (unit->source);
  if (joined->len > 0 && tidy[0] != '\0')
    g_string_append_c (joined, ' ');
  g_string_append (joined, tidy);
}

CogText *
cog_pasted_new_from_html (GBytes *html)
{
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GString) joined = g_string_new (NULL);

  g_return_val_if_fail (html != NULL, NULL);

  source = cog_source_new_for_bytes (html, "pasted.html");
  book = cog_reader_read (source, report, NULL, NULL, NULL, NULL);
  if (book == NULL)
    return NULL;
  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    cog_section_foreach_unit (g_ptr_array_index (sections, i), unit_cb, joined);
  return joined->len > 0 ? cog_text_new_from_xhtml (joined->str, NULL) : NULL;
}
