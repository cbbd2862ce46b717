/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-grey.h"

#include "cog-pdf-finish-private.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* cairo knows no grey but that of pictures which are so already: what it wrote is made grey. Page
 * contents, forms and patterns, pictures, shadings, and what transparent groups are mixed in. */

#define MAX_NESTED 8 /* containers within each other */

static gboolean
is_name (CogPdfFile *file, qpdf_oh dictionary, const char *key, const char *name)
{
  qpdf_oh value = qpdf_oh_get_key (file->qpdf, dictionary, key);
  gboolean is = qpdf_oh_is_name_and_equals (file->qpdf, value, name);

  qpdf_oh_release (file->qpdf, value);
  return is;
}

static gint
get_integer (CogPdfFile *file, qpdf_oh dictionary, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key (file->qpdf, dictionary, key);
  gint number =
      qpdf_oh_is_integer (file->qpdf, value) ? qpdf_oh_get_int_value_as_int (file->qpdf, value) : 0;

  qpdf_oh_release (file->qpdf, value);
  return number;
}

/* What is in a stream after its filters, or as it is in the file. free() it. */
static guchar *
get_data (CogPdfFile *file, qpdf_oh stream, gboolean is_raw, gsize *size)
{
  unsigned char *data = NULL;

  if ((qpdf_oh_get_stream_data (file->qpdf, stream, is_raw ? qpdf_dl_none : qpdf_dl_generalized,
                                NULL, &data, size) &
       QPDF_ERRORS) == 0)
    return data;
  free (data);
  return NULL;
}

static void
set_data (CogPdfFile *file, qpdf_oh stream, const guchar *data, gsize size, const char *filter)
{
  qpdf_oh null = qpdf_oh_new_null (file->qpdf);
  qpdf_oh name = filter != NULL ? qpdf_oh_new_name (file->qpdf, filter) : null;

  qpdf_oh_replace_stream_data (file->qpdf, stream, data, size, name, null);
  if (filter != NULL)
    qpdf_oh_release (file->qpdf, name);
  qpdf_oh_release (file->qpdf, null);
}

static void
mend_content (CogPdfFile *file, qpdf_oh stream)
{
  gsize size = 0;
  guchar *data = get_data (file, stream, FALSE, &size);
  g_autoptr (GString) out = g_string_sized_new (size);

  if (data == NULL)
    return;
  cog_pdf_grey_append_content (out, (const char *)data, size);
  free (data);
  set_data (file, stream, (const guchar *)out->str, out->len, NULL);
}

/* --- pictures --- */

static void
mend_jpeg (CogPdfFile *file, qpdf_oh stream, qpdf_oh dictionary)
{
  gsize size = 0;
  guchar *data = get_data (file, stream, TRUE, &size);
  g_autoptr (GBytes) grey = data != NULL ? cog_pdf_grey_new_jpeg (data, size) : NULL;

  free (data);
  if (grey == NULL)
    return;
  set_data (file, stream, g_bytes_get_data (grey, NULL), g_bytes_get_size (grey), "/DCTDecode");
  cog_pdf_file_set (file, dictionary, "/ColorSpace", "/DeviceGray");
}

/* Rows as differences from the row above (PNG's filter 2), which packs smaller. */
static guchar *
make_rows (const guchar *data, gsize width, gsize height, gsize *size)
{
  guchar *rows, *to;
  guchar *last = g_malloc0 (width);

  *size = (width + 1) * height;
  rows = to = g_malloc (*size);
  for (gsize y = 0; y < height; y++)
    {
      *to++ = 2;
      for (gsize x = 0; x < width; x++, data += 3)
        {
          guchar grey = (guchar)((data[0] * 299 + data[1] * 587 + data[2] * 114 + 500) / 1000);

          *to++ = (guchar)(grey - last[x]);
          last[x] = grey;
        }
    }
  g_free (last);
  return rows;
}

static void
mend_pixels (CogPdfFile *file, qpdf_oh stream, qpdf_oh dictionary)
{
  gsize width = (gsize)MAX (0, get_integer (file, dictionary, "/Width"));
  gsize height = (gsize)MAX (0, get_integer (file, dictionary, "/Height"));
  gsize size = 0, n_rows;
  guchar *data = get_data (file, stream, FALSE, &size);
  g_autofree char *params = NULL;

  if (data != NULL && size >= width * height * 3)
    {
      g_autofree guchar *rows = make_rows (data, width, height, &n_rows);
      uLongf n_packed = compressBound (n_rows);
      g_autofree guchar *packed = g_malloc (n_packed);

      if (compress2 (packed, &n_packed, rows, n_rows, Z_DEFAULT_COMPRESSION) == Z_OK)
        {
          set_data (file, stream, packed, n_packed, "/FlateDecode");
          params = g_strdup_printf (
              "<< /Predictor 15 /Colors 1 /BitsPerComponent 8 /Columns %" G_GSIZE_FORMAT " >>",
              width);
          cog_pdf_file_set (file, dictionary, "/DecodeParms", params);
          cog_pdf_file_set (file, dictionary, "/ColorSpace", "/DeviceGray");
        }
    }
  free (data);
}

static void
mend_palette (CogPdfFile *file, qpdf_oh dictionary, qpdf_oh space)
{
  qpdf_oh colours = qpdf_oh_get_array_item (file->qpdf, space, 3);
  size_t size = 0;
  const guchar *bytes =
      (const guchar *)qpdf_oh_get_binary_string_value (file->qpdf, colours, &size);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "[ /Indexed /DeviceGray %d <", (int)(size / 3) - 1);
  for (gsize i = 0; i + 2 < size; i += 3)
    g_string_append_printf (
        text, "%02x",
        (guint)((bytes[i] * 299 + bytes[i + 1] * 587 + bytes[i + 2] * 114 + 500) / 1000));
  g_string_append (text, "> ]");
  cog_pdf_file_set (file, dictionary, "/ColorSpace", text->str);
  qpdf_oh_release (file->qpdf, colours);
}

static void
mend_picture (CogPdfFile *file, qpdf_oh stream, qpdf_oh dictionary)
{
  qpdf_oh space = qpdf_oh_get_key (file->qpdf, dictionary, "/ColorSpace");

  if (qpdf_oh_is_name_and_equals (file->qpdf, space, "/DeviceRGB"))
    {
      if (is_name (file, dictionary, "/Filter", "/DCTDecode"))
        mend_jpeg (file, stream, dictionary);
      else
        mend_pixels (file, stream, dictionary);
    }
  else if (qpdf_oh_is_array (file->qpdf, space) &&
           qpdf_oh_get_array_n_items (file->qpdf, space) == 4)
    mend_palette (file, dictionary, space);
  qpdf_oh_release (file->qpdf, space);
}

/* --- dictionaries --- */

static void
mend_colour (CogPdfFile *file, qpdf_oh function, const char *key)
{
  qpdf_oh array = qpdf_oh_get_key (file->qpdf, function, key);
  double values[3];
  g_autoptr (GString) text = g_string_new ("[");

  if (qpdf_oh_is_array (file->qpdf, array) && qpdf_oh_get_array_n_items (file->qpdf, array) == 3)
    {
      for (int i = 0; i < 3; i++)
        {
          qpdf_oh item = qpdf_oh_get_array_item (file->qpdf, array, i);
          values[i] = qpdf_oh_get_numeric_value (file->qpdf, item);
          qpdf_oh_release (file->qpdf, item);
        }
      cog_pdf_append_number (text, cog_pdf_grey_get (values[0], values[1], values[2]));
      g_string_append (text, " ]");
      cog_pdf_file_set (file, function, key, text->str);
    }
  qpdf_oh_release (file->qpdf, array);
}

static void
mend_dictionary (CogPdfFile *file, qpdf_oh dictionary)
{
  if (get_integer (file, dictionary, "/FunctionType") == 2)
    {
      mend_colour (file, dictionary, "/C0");
      mend_colour (file, dictionary, "/C1");
    }
  if (qpdf_oh_has_key (file->qpdf, dictionary, "/ShadingType") &&
      is_name (file, dictionary, "/ColorSpace", "/DeviceRGB"))
    cog_pdf_file_set (file, dictionary, "/ColorSpace", "/DeviceGray");
  if (is_name (file, dictionary, "/S", "/Transparency") &&
      is_name (file, dictionary, "/CS", "/DeviceRGB"))
    cog_pdf_file_set (file, dictionary, "/CS", "/DeviceGray");
}

static void visit (CogPdfFile *file, qpdf_oh object, guint depth);

/* What stands in a container itself; objects that it refers to have their own turn. */
static void
visit_kids (CogPdfFile *file, qpdf_oh object, guint depth)
{
  if (qpdf_oh_is_array (file->qpdf, object))
    for (int i = 0; i < qpdf_oh_get_array_n_items (file->qpdf, object); i++)
      {
        qpdf_oh item = qpdf_oh_get_array_item (file->qpdf, object, i);
        visit (file, item, depth + 1);
        qpdf_oh_release (file->qpdf, item);
      }
  else
    {
      g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

      qpdf_oh_begin_dict_key_iter (file->qpdf, object);
      while (qpdf_oh_dict_more_keys (file->qpdf))
        g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (file->qpdf)));
      for (guint i = 0; i < keys->len; i++)
        {
          qpdf_oh item = qpdf_oh_get_key (file->qpdf, object, g_ptr_array_index (keys, i));
          visit (file, item, depth + 1);
          qpdf_oh_release (file->qpdf, item);
        }
    }
}

static void
visit_stream (CogPdfFile *file, qpdf_oh stream)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (file->qpdf, stream);

  if (is_name (file, dictionary, "/Subtype", "/Image"))
    mend_picture (file, stream, dictionary);
  else if (is_name (file, dictionary, "/Subtype", "/Form") ||
           qpdf_oh_has_key (file->qpdf, dictionary, "/PatternType"))
    mend_content (file, stream);
  visit (file, dictionary, 0);
  qpdf_oh_release (file->qpdf, dictionary);
}

static void
visit (CogPdfFile *file, qpdf_oh object, guint depth)
{
  gboolean is_dictionary = qpdf_oh_is_dictionary (file->qpdf, object);

  if ((!is_dictionary && !qpdf_oh_is_array (file->qpdf, object)) || depth > MAX_NESTED ||
      (depth > 0 && qpdf_oh_get_object_id (file->qpdf, object) != 0))
    return;
  if (is_dictionary)
    mend_dictionary (file, object);
  visit_kids (file, object, depth);
}

void
cog_pdf_grey_write (CogPdfFile *file)
{
  gint n = cog_pdf_file_reserve (file);

  if (!file->finish->composer->style->is_grey)
    return;
  for (gint i = 1; i < n; i++)
    {
      qpdf_oh object = qpdf_get_object_by_id (file->qpdf, i, 0);

      if (qpdf_oh_is_stream (file->qpdf, object))
        visit_stream (file, object);
      else
        visit (file, object, 0);
      qpdf_oh_release (file->qpdf, object);
    }
  for (guint i = 0; i < file->n_sheets; i++)
    {
      qpdf_oh page = qpdf_get_object_by_id (file->qpdf, file->page_ids[i], 0);
      qpdf_oh contents = qpdf_oh_get_key (file->qpdf, page, "/Contents");

      mend_content (file, contents);
      qpdf_oh_release (file->qpdf, contents);
      qpdf_oh_release (file->qpdf, page);
    }
}
