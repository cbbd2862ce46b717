/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-sharpness.h"

#include "cog-pdf-findings.h"

#include <glib/gi18n-lib.h>

#define LEAST_DPI 150 /* below, an eye at reading distance sees the pixels of a photograph */
#define SMALL 36      /* points: signs in the text and ornaments are no photographs */

typedef struct
{
  char *name;
  double dpi;
  guint page;
} Coarse;

struct _CogPdfSharpness
{
  GPtrArray *coarse;   /* (element-type Coarse), by the page on which they were met */
  GHashTable *by_name; /* the same; borrowed */
  guint page;
};

static void
coarse_free (gpointer data)
{
  Coarse *coarse = data;

  g_free (coarse->name);
  g_free (coarse);
}

CogPdfSharpness *
cog_pdf_sharpness_new (void)
{
  CogPdfSharpness *sharpness = g_new0 (CogPdfSharpness, 1);

  sharpness->coarse = g_ptr_array_new_with_free_func (coarse_free);
  sharpness->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  return sharpness;
}

void
cog_pdf_sharpness_free (CogPdfSharpness *sharpness)
{
  if (sharpness == NULL)
    return;
  g_hash_table_unref (sharpness->by_name);
  g_ptr_array_unref (sharpness->coarse);
  g_free (sharpness);
}

void
cog_pdf_sharpness_begin_page (CogPdfSharpness *sharpness, guint number)
{
  sharpness->page = number;
}

void
cog_pdf_sharpness_note (
    CogPdfSharpness *sharpness, const char *name, double pixels, double width, double height)
{
  double dpi = pixels * 72 / MAX (width, 1);
  Coarse *coarse;

  if (sharpness->page == 0 || dpi >= LEAST_DPI || MAX (width, height) < SMALL)
    return;
  coarse = g_hash_table_lookup (sharpness->by_name, name);
  if (coarse == NULL)
    {
      coarse = g_new (Coarse, 1);
      *coarse = (Coarse){ g_strdup (name), dpi, sharpness->page };
      g_ptr_array_add (sharpness->coarse, coarse);
      g_hash_table_insert (sharpness->by_name, coarse->name, coarse);
    }
  else if (dpi < coarse->dpi)
    {
      coarse->dpi = dpi;
      coarse->page = sharpness->page;
    }
}

void
cog_pdf_sharpness_report (const CogPdfSharpness *sharpness, CogReport *report)
{
  for (guint i = 0; i < sharpness->coarse->len; i++)
    {
      const Coarse *coarse = g_ptr_array_index (sharpness->coarse, i);
      /* Translators: where in a PDF something is. */
      g_autofree char *place = g_strdup_printf (_ ("page %u"), coarse->page);
      g_autofree char *base = g_path_get_basename (coarse->name);
      g_autofree char *dpi = g_strdup_printf ("%u", (guint)coarse->dpi);

      cog_report_add (report, &cog_finding_picture_coarse, place, base, dpi);
    }
}
