/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-file.h"

#include "cog-error.h"
#include "cog-pdf-glyph-use.h"
#include "cog-pdf-handles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
font_free (CogPdfFont *font)
{
  g_free (font->name);
  g_free (font);
}

/* Poppler tells that a file is locked, and else only that something is wrong with it. */
static void
set_open_error (const char *name, const GError *cause, GError **error)
{
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, COG_ERROR, COG_ERROR_ENCRYPTED,
                 /* Translators: %s is a file's name. */
                 _ ("%s: is locked by a password. Ask its publisher for a copy without one."),
                 name);
  else
    g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                 /* Translators: %s is a file's name. */
                 _ ("%s: is damaged, and cannot be read as PDF."), name);
}

/* An error that nobody asked for is printed by qpdf when it is freed. */
static void
close_qpdf (qpdf_data *qpdf)
{
  if (*qpdf == NULL)
    return;
  while (qpdf_has_error (*qpdf))
    qpdf_get_error (*qpdf);
  qpdf_cleanup (qpdf);
}

/* What qpdf has to say of a damaged file is not for people; what it can mend it mends. */
static qpdf_data
open_with_qpdf (GBytes *bytes, const char *name)
{
  qpdf_data qpdf = qpdf_init ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  if ((qpdf_read_memory (qpdf, name, data, size, NULL) & QPDF_ERRORS) != 0)
    close_qpdf (&qpdf);
  return qpdf;
}

/* As many as its page tree says; poppler has none where they cannot be. */
static long long
count_claimed (qpdf_data qpdf)
{
  CogPdfHandles handles;
  qpdf_oh count;
  long long n = 0;

  if (qpdf == NULL)
    return 0;
  handles = cog_pdf_handles_begin (qpdf);
  count = cog_pdf_get_key (qpdf, cog_pdf_get_key (qpdf, qpdf_get_root (qpdf), "/Pages"), "/Count");
  if (qpdf_oh_is_integer (qpdf, count))
    n = qpdf_oh_get_int_value (qpdf, count);
  cog_pdf_handles_end (&handles);
  return n;
}

static void
set_no_pages_error (GBytes *bytes, const char *name, GError **error)
{
  qpdf_data qpdf = open_with_qpdf (bytes, name);
  long long n = count_claimed (qpdf);

  close_qpdf (&qpdf);
  if (n > 0)
    g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                 /* Translators: 1 is a file's name, 2 is a number. */
                 _ ("%1$s: says that it has %2$lld pages, which cannot be. It is damaged, or made "
                    "to do harm."),
                 name, n);
  else
    g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                 /* Translators: %s is a file's name. */
                 _ ("%s: is damaged: no page can be found in it."), name);
}

CogPdfFile *
cog_pdf_file_new (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (CogPdfFile) self = g_new0 (CogPdfFile, 1);
  g_autoptr (GError) cause = NULL;
  int n_pages;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->fonts = g_ptr_array_new_with_free_func ((GDestroyNotify)font_free);
  self->font_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->glyph_uses = cog_pdf_glyph_uses_new ();
  self->destinations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->poppler = poppler_document_new_from_bytes (bytes, NULL, &cause);
  if (self->poppler == NULL)
    {
      set_open_error (name, cause, error);
      return NULL;
    }
  n_pages = poppler_document_get_n_pages (self->poppler);
  if (n_pages <= 0)
    {
      set_no_pages_error (bytes, name, error);
      return NULL;
    }
  if (n_pages > COG_PDF_MAX_PAGES)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
                   /* Translators: 1 is a file's name, 2 and 3 are numbers. */
                   _ ("%1$s: has %2$d pages. At most %3$d can be read."), name, n_pages,
                   COG_PDF_MAX_PAGES);
      return NULL;
    }
  self->n_pages = (guint)n_pages;
  self->qpdf = open_with_qpdf (bytes, name);
  return g_steal_pointer (&self);
}

void
cog_pdf_file_free (CogPdfFile *self)
{
  if (self == NULL)
    return;
  close_qpdf (&self->qpdf);
  g_clear_object (&self->poppler);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_hash_table_unref (self->font_index);
  g_hash_table_unref (self->destinations);
  g_hash_table_unref (self->glyph_uses);
  g_ptr_array_unref (self->fonts);
  g_free (self->name);
  g_free (self);
}

static gboolean
name_has (const char *name, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (name, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The look of a typeface is in its PostScript name, where there is no style sheet to ask; a subset
 * has six capitals and a plus before it (ISO 32000-1, 9.6.4). */
guint
cog_pdf_file_add_font (CogPdfFile *self, const char *name)
{
  static const char *const bold[] = { "bold", "black", "heavy", "semibd", "demi", "-bd", NULL };
  static const char *const italic[] = { "italic", "oblique", "-it", "slanted", "kursiv", NULL };
  g_autofree char *lower = NULL;
  CogPdfFont *font;
  gpointer known;

  g_return_val_if_fail (self != NULL, 0);

  name = name != NULL ? name : "";
  if (strlen (name) > 7 && name[6] == '+')
    name += 7;
  if (g_hash_table_lookup_extended (self->font_index, name, NULL, &known))
    return GPOINTER_TO_UINT (known);
  lower = g_ascii_strdown (name, -1);
  font = g_new0 (CogPdfFont, 1);
  font->name = g_strdup (name);
  font->is_bold = name_has (lower, bold);
  font->is_italic = name_has (lower, italic);
  g_ptr_array_add (self->fonts, font);
  g_hash_table_insert (self->font_index, font->name, GUINT_TO_POINTER (self->fonts->len - 1));
  return self->fonts->len - 1;
}

CogPdfFont *
cog_pdf_file_get_font (const CogPdfFile *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->fonts->len, NULL);
  return g_ptr_array_index (self->fonts, index);
}
