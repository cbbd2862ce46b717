/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-handles.h"

#include <string.h>

#define MAX_NODES 64 /* above a page */

CogPdfHandles
cog_pdf_handles_begin (qpdf_data qpdf)
{
  return (CogPdfHandles){ .qpdf = qpdf, .first = qpdf_oh_new_null (qpdf) };
}

void
cog_pdf_handles_end (const CogPdfHandles *handles)
{
  qpdf_oh last = qpdf_oh_new_null (handles->qpdf);

  for (qpdf_oh handle = handles->first; handle <= last; handle++)
    qpdf_oh_release (handles->qpdf, handle);
}

qpdf_oh
cog_pdf_get_key (qpdf_data qpdf, qpdf_oh object, const char *key)
{
  if (qpdf_oh_is_stream (qpdf, object))
    object = qpdf_oh_get_dict (qpdf, object);
  if (!qpdf_oh_is_dictionary (qpdf, object))
    return qpdf_oh_new_null (qpdf);
  return qpdf_oh_get_key (qpdf, object, key);
}

qpdf_oh
cog_pdf_get_inherited (qpdf_data qpdf, qpdf_oh page, const char *key)
{
  qpdf_oh node = page;

  for (guint i = 0; i < MAX_NODES && qpdf_oh_is_dictionary (qpdf, node); i++)
    {
      qpdf_oh value = qpdf_oh_get_key (qpdf, node, key);

      if (!qpdf_oh_is_null (qpdf, value))
        return value;
      node = qpdf_oh_get_key (qpdf, node, "/Parent");
    }
  return qpdf_oh_new_null (qpdf);
}

double
cog_pdf_get_number (qpdf_data qpdf, qpdf_oh object, double otherwise)
{
  double number = 0;

  return qpdf_oh_get_value_as_number (qpdf, object, &number) ? number : otherwise;
}

gboolean
cog_pdf_get_numbers (qpdf_data qpdf, qpdf_oh array, double *numbers, int n)
{
  if (!qpdf_oh_is_array (qpdf, array) || qpdf_oh_get_array_n_items (qpdf, array) < n)
    return FALSE;
  for (int i = 0; i < n; i++)
    if (!qpdf_oh_get_value_as_number (qpdf, qpdf_oh_get_array_item (qpdf, array, i), &numbers[i]))
      return FALSE;
  return TRUE;
}

const char *
cog_pdf_get_name (qpdf_data qpdf, qpdf_oh object)
{
  const char *name;

  if (!qpdf_oh_is_name (qpdf, object))
    return NULL;
  name = qpdf_oh_get_name (qpdf, object);
  return name[0] == '/' ? name + 1 : name;
}

char *
cog_pdf_dup_text (qpdf_data qpdf, qpdf_oh object)
{
  size_t length = 0;
  const char *text;

  if (!qpdf_oh_is_string (qpdf, object))
    return NULL;
  text = qpdf_oh_get_binary_utf8_value (qpdf, object, &length);
  /* A string may have zero bytes inside, which no text has. */
  length = text != NULL ? strnlen (text, length) : 0;
  return length > 0 ? g_utf8_make_valid (text, (gssize)length) : NULL;
}
