/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose-findings.h"
#include "cog-docx-walk.h"

#include <string.h>

void
cog_docx_field_free (gpointer data)
{
  CogDocxField *field = data;

  g_string_free (field->code, TRUE);
  g_free (field->href);
  g_free (field);
}

static CogDocxField *
get_last (CogDocxWalk *walk)
{
  return walk->fields->len > 0 ? g_ptr_array_index (walk->fields, walk->fields->len - 1) : NULL;
}

void
cog_docx_field_begin (CogDocxWalk *walk)
{
  CogDocxField *field = g_new0 (CogDocxField, 1);

  field->code = g_string_new (NULL);
  g_ptr_array_add (walk->fields, field);
}

void
cog_docx_field_add_code (CogDocxWalk *walk, const char *code)
{
  CogDocxField *field = get_last (walk);

  if (field != NULL && !field->has_result && field->code->len < 10000)
    g_string_append (field->code, code);
}

/* The words of a field's code: those in quotation marks are one each (17.16.1). */
static GPtrArray *
split_code (const char *code)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  while (*code != '\0')
    {
      gboolean is_quoted;
      gsize length;

      code += strspn (code, " \t\r\n");
      is_quoted = *code == '"';
      code += is_quoted ? 1 : 0;
      length = strcspn (code, is_quoted ? "\"" : " \t\r\n");
      if (length > 0 || is_quoted)
        g_ptr_array_add (words, g_strndup (code, length));
      code += length;
      code += is_quoted && *code == '"' ? 1 : 0;
    }
  return words;
}

static char *
dup_anchor_href (const char *name)
{
  g_autofree char *anchor = cog_prose_dup_anchor (name);

  return g_strconcat ("#", anchor, NULL);
}

static char *
dup_hyperlink (GPtrArray *words)
{
  const char *address = NULL;

  for (guint i = 1; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (g_str_equal (word, "\\l") && i + 1 < words->len && address == NULL)
        return dup_anchor_href (g_ptr_array_index (words, i + 1));
      if (word[0] == '\\')
        i += g_str_equal (word, "\\h") || g_str_equal (word, "\\n") ? 0 : 1;
      else if (address == NULL)
        address = word;
    }
  return g_strdup (address);
}

void
cog_docx_field_separate (CogDocxWalk *walk)
{
  CogDocxField *field = get_last (walk);
  g_autoptr (GPtrArray) words = NULL;
  const char *kind;

  if (field == NULL || field->has_result)
    return;
  field->has_result = TRUE;
  words = split_code (field->code->str);
  if (words->len == 0)
    return;
  kind = g_ptr_array_index (words, 0);
  if (g_ascii_strcasecmp (kind, "HYPERLINK") == 0)
    field->href = dup_hyperlink (words);
  else if (words->len > 1 &&
           (g_ascii_strcasecmp (kind, "REF") == 0 || g_ascii_strcasecmp (kind, "PAGEREF") == 0))
    field->href = dup_anchor_href (g_ptr_array_index (words, 1));
  else if (g_ascii_strcasecmp (kind, "TOC") == 0)
    {
      field->is_dropped = TRUE;
      cog_report_add (walk->report, &cog_finding_contents_field,
                      cog_docx_package_get_main (walk->package), NULL, NULL);
    }
}

void
cog_docx_field_end (CogDocxWalk *walk)
{
  if (walk->fields->len > 0)
    g_ptr_array_remove_index (walk->fields, walk->fields->len - 1);
}

gboolean
cog_docx_field_is_hidden (CogDocxWalk *walk)
{
  for (guint i = 0; i < walk->fields->len; i++)
    {
      const CogDocxField *field = g_ptr_array_index (walk->fields, i);

      if (!field->has_result || field->is_dropped)
        return TRUE;
    }
  return FALSE;
}

const char *
cog_docx_field_get_href (CogDocxWalk *walk)
{
  for (guint i = walk->fields->len; i > 0; i--)
    {
      const CogDocxField *field = g_ptr_array_index (walk->fields, i - 1);

      if (field->href != NULL)
        return field->href;
    }
  return NULL;
}
