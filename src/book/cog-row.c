/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-row.h"

#include "cog-language.h"

static void
free_picture (gpointer data)
{
  CogRowPicture *picture = data;

  g_free (picture->id);
  g_free (picture->asset);
  g_free (picture->drawing);
  g_free (picture->before);
  g_free (picture->title);
  g_free (picture);
}

CogRow *
cog_row_new (CogRowKind kind, const char *id)
{
  CogRow *row = g_new0 (CogRow, 1);

  row->kind = kind;
  row->carrier = -1;
  row->id = g_strdup (id);
  row->units = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_unit_free);
  if (kind == COG_ROW_FIGURE || kind == COG_ROW_TABLE)
    row->pictures = g_ptr_array_new_with_free_func (free_picture);
  return row;
}

void
cog_row_free (CogRow *row)
{
  if (row == NULL)
    return;
  g_free (row->id);
  g_ptr_array_unref (row->units);
  g_clear_pointer (&row->pictures, g_ptr_array_unref);
  cog_row_table_free (row->table);
  g_free (row);
}

int
cog_row_find_unit (const CogRow *row, const char *id)
{
  g_return_val_if_fail (row != NULL && id != NULL, -1);

  for (guint i = 0; i < row->units->len; i++)
    if (g_str_equal (((const CogUnit *)g_ptr_array_index (row->units, i))->id, id))
      return (int)i;
  return -1;
}

static char *
format_roman (int number)
{
  static const struct
  {
    int value;
    const char *sign;
  } signs[] = { { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
                { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
                { 5, "v" },    { 4, "iv" },   { 1, "i" } };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (out, signs[i].sign);
  return g_string_free (out, FALSE);
}

static char *
format_alpha (int number)
{
  GString *out = g_string_new (NULL);

  for (; number > 0; number = (number - 1) / 26)
    g_string_prepend_c (out, (char)('a' + (number - 1) % 26));
  return g_string_free (out, FALSE);
}

static char *
raise_case (char *text)
{
  char *upper = g_ascii_strup (text, -1);

  g_free (text);
  return upper;
}

static char *
format_number (const CogRow *row, const char *language)
{
  /* No book counts so far by letters; what claims to is counted by numbers. */
  gboolean has_letter = row->number > 0 && row->number < 4000;

  switch (has_letter ? row->marker : COG_MARKER_NUMBER)
    {
    case COG_MARKER_LOWER_ALPHA:
      return format_alpha (row->number);
    case COG_MARKER_UPPER_ALPHA:
      return raise_case (format_alpha (row->number));
    case COG_MARKER_LOWER_ROMAN:
      return format_roman (row->number);
    case COG_MARKER_UPPER_ROMAN:
      return raise_case (format_roman (row->number));
    case COG_MARKER_NUMBER:
    case COG_MARKER_BULLET:
    case COG_MARKER_NONE:
      break;
    }
  return cog_language_format_number (language, row->number);
}

char *
cog_row_dup_marker (const CogRow *row, const char *language)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  if (row->marker == COG_MARKER_NONE)
    return NULL;
  if (row->marker == COG_MARKER_BULLET)
    return g_strdup ("\xE2\x80\xA2");
  number = format_number (row, language);
  return g_strconcat (number, ".", NULL);
}
