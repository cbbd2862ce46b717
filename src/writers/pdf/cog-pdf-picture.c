/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-picture-private.h"

#include "cog-pdf-findings.h"

#include <string.h>

#define MOST_HELD (64 * 1024 * 1024) /* bytes */

struct _CogPdfPictures
{
  const CogBook *book;
  CogReport *report;
  GHashTable *by_name; /* (element-type utf8 CogPdfPicture): value NULL where it cannot be shown */
  GPtrArray *drawings;
  GPtrArray *plains; /* (element-type utf8): dictionaries of PNGs that are written through */
  CogPdfSharpness *sharpness;
  gsize held; /* bytes of surfaces that are kept from layout to drawing */
};

static void
picture_free (gpointer data)
{
  CogPdfPicture *picture = data;

  if (picture == NULL)
    return;
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_clear_object (&picture->drawing);
  g_free (picture);
}

CogPdfPictures *
cog_pdf_pictures_new (const CogBook *book, CogReport *report)
{
  CogPdfPictures *pictures = g_new0 (CogPdfPictures, 1);

  pictures->book = book;
  pictures->report = report;
  pictures->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, picture_free);
  pictures->drawings = g_ptr_array_new_with_free_func (picture_free);
  pictures->plains = g_ptr_array_new_with_free_func (g_free);
  pictures->sharpness = cog_pdf_sharpness_new ();
  return pictures;
}

void
cog_pdf_pictures_free (CogPdfPictures *pictures)
{
  if (pictures == NULL)
    return;
  g_hash_table_unref (pictures->by_name);
  g_ptr_array_unref (pictures->drawings);
  g_ptr_array_unref (pictures->plains);
  cog_pdf_sharpness_free (pictures->sharpness);
  g_free (pictures);
}

void
cog_pdf_pictures_begin_page (CogPdfPictures *pictures, guint number)
{
  cog_pdf_sharpness_begin_page (pictures->sharpness, number);
}

void
cog_pdf_pictures_report_coarse (CogPdfPictures *pictures)
{
  cog_pdf_sharpness_report (pictures->sharpness, pictures->report);
}

const char *
cog_pdf_pictures_get_plain (const CogPdfPictures *pictures, guint number)
{
  return number > 0 && number <= pictures->plains->len
             ? g_ptr_array_index (pictures->plains, number - 1)
             : NULL;
}

void
cog_pdf_pictures_forget (CogPdfPictures *pictures)
{
  g_hash_table_remove_all (pictures->by_name);
  g_ptr_array_set_size (pictures->drawings, 0);
  pictures->held = 0;
}

void
cog_pdf_picture_set_name (CogPdfPicture *picture, const char *name)
{
  char *id = g_strdup (name);

  /* The same picture on several pages is in the file once. */
  if (cairo_surface_set_mime_data (picture->surface, CAIRO_MIME_TYPE_UNIQUE_ID, (const guchar *)id,
                                   strlen (id), g_free, id) != CAIRO_STATUS_SUCCESS)
    g_free (id);
}

static CogPdfPicture *
load (CogPdfPictures *pictures, const CogAsset *asset)
{
  CogPdfPicture *picture = NULL;

  if (g_strcmp0 (asset->media_type, "image/svg+xml") == 0)
    {
      gsize size;
      const guchar *bytes = g_bytes_get_data (asset->bytes, &size);
      picture = cog_pdf_picture_new_for_drawing (bytes, size);
      if (picture == NULL)
        cog_report_add (pictures->report, &cog_finding_picture_unusable, asset->name, asset->name,
                        NULL);
      return picture;
    }
  picture = g_new0 (CogPdfPicture, 1);
  if (cog_pdf_picture_load_jpeg (picture, asset) ||
      cog_pdf_picture_load_png (picture, asset, pictures->plains) ||
      cog_pdf_picture_load_raster (picture, asset, pictures->report))
    {
      picture->asset = asset;
      picture->sharpness = pictures->sharpness;
      pictures->held += picture->n_bytes;
      /* A chapter of many large pictures: they are made again when they are drawn. */
      if (pictures->held > MOST_HELD && picture->n_bytes > 0)
        {
          pictures->held -= picture->n_bytes;
          g_clear_pointer (&picture->surface, cairo_surface_destroy);
        }
      return picture;
    }
  picture_free (picture);
  return NULL;
}

CogPdfPicture *
cog_pdf_pictures_get (CogPdfPictures *pictures, const char *name)
{
  CogPdfPicture *picture = NULL;
  gpointer known;
  const CogAsset *asset;

  if (name == NULL)
    return NULL;
  if (g_hash_table_lookup_extended (pictures->by_name, name, NULL, &known))
    return known;
  asset = cog_book_find_asset (pictures->book, name);
  if (asset != NULL)
    picture = load (pictures, asset);
  g_hash_table_insert (pictures->by_name, g_strdup (name), picture);
  return picture;
}

/* A drawing reads no files: the book's pictures that it names go into it. */
static void
embed_pictures (CogPdfPictures *pictures, xmlNode *svg)
{
  for (xmlNode *node = svg; node != NULL; node = cog_xml_next_in (svg, node))
    {
      g_autofree char *href = NULL;
      g_autofree char *data = NULL;
      g_autofree char *uri = NULL;
      const CogAsset *asset;

      if (!cog_xml_is (node, COG_NS_SVG, "image"))
        continue;
      href = cog_xml_dup_attribute (node, "href");
      asset = href != NULL ? cog_book_find_asset (pictures->book, href) : NULL;
      if (asset == NULL)
        continue;
      data =
          g_base64_encode (g_bytes_get_data (asset->bytes, NULL), g_bytes_get_size (asset->bytes));
      uri = g_strdup_printf ("data:%s;base64,%s", asset->media_type, data);
      cog_xml_set (node, "href", uri);
    }
}

CogPdfPicture *
cog_pdf_pictures_get_drawing (CogPdfPictures *pictures, const xmlNode *svg)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlDoc *doc = xmlNewDoc ((const xmlChar *)"1.0");
  xmlNode *copy = xmlDocCopyNode ((xmlNode *)svg, doc, 1);
  CogPdfPicture *picture;

  xmlDocSetRootElement (doc, copy);
  embed_pictures (pictures, copy);
  xmlNodeDump (buffer, doc, copy, 0, 0);
  xmlFreeDoc (doc);
  picture =
      cog_pdf_picture_new_for_drawing (xmlBufferContent (buffer), (gsize)xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  if (picture != NULL)
    g_ptr_array_add (pictures->drawings, picture);
  return picture;
}

void
cog_pdf_picture_get_size (const CogPdfPicture *picture, double *width, double *height)
{
  *width = picture->width;
  *height = picture->height;
}

/* As a filled rectangle: cairo_paint() inside marked content breaks cairo 1.16's file. */
static void
draw_surface (CogPdfPicture *picture, cairo_t *cr, double width, double height)
{
  double w = cairo_image_surface_get_width (picture->surface);
  double h = cairo_image_surface_get_height (picture->surface);

  if (picture->turn != 0)
    {
      cairo_translate (cr, width / 2, height / 2);
      cairo_rotate (cr, picture->turn * G_PI / 2);
      if (picture->turn & 1)
        {
          double t = width;
          width = height;
          height = t;
        }
      cairo_translate (cr, -width / 2, -height / 2);
    }
  cairo_scale (cr, width / w, height / h);
  cairo_set_source_surface (cr, picture->surface, 0, 0);
  cairo_rectangle (cr, 0, 0, w, h);
  cairo_fill (cr);
}

static gboolean
reload (CogPdfPicture *picture)
{
  if (picture->plain > 0)
    return cog_pdf_picture_load_png (picture, picture->asset, NULL);
  return cog_pdf_picture_load_raster (picture, picture->asset, NULL);
}

void
cog_pdf_picture_draw (
    CogPdfPicture *picture, cairo_t *cr, double x, double y, double width, double height)
{
  gboolean is_let_go = picture->surface == NULL && picture->drawing == NULL;

  if (is_let_go && !reload (picture))
    return;
  if (picture->sharpness != NULL)
    cog_pdf_sharpness_note (picture->sharpness, picture->asset->name, picture->width / .75, width,
                            height);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (picture->drawing != NULL)
    {
      RsvgRectangle area = { 0, 0, width, height };
      rsvg_handle_render_document (picture->drawing, cr, &area, NULL);
    }
  else
    draw_surface (picture, cr, width, height);
  cairo_restore (cr);
  if (is_let_go)
    g_clear_pointer (&picture->surface, cairo_surface_destroy);
}
