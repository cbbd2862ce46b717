/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-office-picture.h"

#include "cog-pdf-picture.h"
#include "cog-picture-stamps.h"

#include <stdlib.h>

#define PIXELS_A_POINT (220 / 72.0) /* of the picture that stands for a drawing */
#define MAX_SIDE 2400.0             /* pixels of it */

struct _CogOfficePictures
{
  const CogBook *book;
  CogReport *report;
  CogPictureStamps *stamps;
  CogPdfPictures *drawn; /* those that must be decoded */
  GHashTable *by_key;    /* asset name, or svg node → CogOfficePicture, borrowed; NULL: none */
  GPtrArray *list;
};

static void
picture_free (gpointer data)
{
  CogOfficePicture *picture = data;

  g_free (picture->name);
  g_free (picture->drawing_name);
  g_clear_pointer (&picture->bytes, g_bytes_unref);
  g_clear_pointer (&picture->drawing, g_bytes_unref);
  g_free (picture);
}

CogOfficePictures *
cog_office_pictures_new (const CogBook *book, CogReport *report)
{
  CogOfficePictures *self = g_new0 (CogOfficePictures, 1);

  g_return_val_if_fail (book != NULL, NULL);

  self->book = book;
  self->report = report;
  self->stamps = cog_picture_stamps_new (book);
  self->drawn = cog_pdf_pictures_new (book, report);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->list = g_ptr_array_new_with_free_func (picture_free);
  return self;
}

void
cog_office_pictures_free (CogOfficePictures *self)
{
  if (self == NULL)
    return;
  cog_picture_stamps_free (self->stamps);
  cog_pdf_pictures_free (self->drawn);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->list);
  g_free (self);
}

static const char *
find_extension (const char *media_type)
{
  if (g_strcmp0 (media_type, "image/png") == 0)
    return "png";
  if (g_strcmp0 (media_type, "image/jpeg") == 0)
    return "jpeg";
  return g_strcmp0 (media_type, "image/gif") == 0 ? "gif" : NULL;
}

static cairo_status_t
append_png (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What a program shows that cannot read the file itself. (transfer full) */
static GBytes *
paint (CogPdfPicture *drawn, double width, double height)
{
  double factor = MIN (PIXELS_A_POINT, MAX_SIDE / MAX (width, height));
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, MAX (1, (int)(width * factor)), MAX (1, (int)(height * factor)));
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  cairo_scale (cr, factor, factor);
  cog_pdf_picture_draw (drawn, cr, 0, 0, width, height);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_png, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

static CogOfficePicture *
add (CogOfficePictures *self, const char *media_type, GBytes *bytes, double width, double height)
{
  CogOfficePicture *picture = g_new0 (CogOfficePicture, 1);

  picture->media_type = media_type;
  picture->bytes = bytes;
  picture->width = width;
  picture->height = height;
  picture->name = g_strdup_printf ("image%u.%s", self->list->len + 1, find_extension (media_type));
  g_ptr_array_add (self->list, picture);
  return picture;
}

static CogOfficePicture *
add_painted (CogOfficePictures *self, CogPdfPicture *drawn, GBytes *drawing)
{
  double width, height;
  CogOfficePicture *picture;

  if (drawn == NULL)
    {
      g_clear_pointer (&drawing, g_bytes_unref);
      return NULL;
    }
  cog_pdf_picture_get_size (drawn, &width, &height);
  picture = add (self, "image/png", paint (drawn, width, height), width, height);
  cog_pdf_pictures_forget (self->drawn);
  picture->drawing = drawing;
  if (drawing != NULL)
    picture->drawing_name = g_strdup_printf ("image%u.svg", self->list->len);
  return picture;
}

static CogOfficePicture *
add_asset (CogOfficePictures *self, const char *name)
{
  const CogAsset *asset = cog_book_find_asset (self->book, name);
  CogPdfPicture *drawn;
  double width, height;

  if (asset == NULL)
    return NULL;
  if (find_extension (asset->media_type) != NULL && asset->width > 0 && asset->height > 0)
    return add (self, asset->media_type, cog_picture_stamps_apply (self->stamps, asset),
                asset->width * .75, asset->height * .75);
  drawn = cog_pdf_pictures_get (self->drawn, name);
  if (drawn == NULL)
    return NULL;
  if (find_extension (asset->media_type) == NULL)
    return add_painted (self, drawn,
                        g_strcmp0 (asset->media_type, "image/svg+xml") == 0
                            ? cog_picture_stamps_apply (self->stamps, asset)
                            : NULL);
  cog_pdf_picture_get_size (drawn, &width, &height);
  return add (self, asset->media_type, cog_picture_stamps_apply (self->stamps, asset), width,
              height);
}

/* A drawing in the text as a file. (transfer full) */
static GBytes *
dup_drawing (const xmlNode *svg)
{
  g_autoptr (xmlDoc) doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *root = xmlDocCopyNode ((xmlNode *)svg, doc, 1);
  xmlChar *text = NULL;
  int length = 0;

  xmlDocSetRootElement (doc, root);
  xmlReconciliateNs (doc, root);
  xmlDocDumpMemoryEnc (doc, &text, &length, "UTF-8");
  return g_bytes_new_with_free_func (text, (gsize)length, xmlFree, text);
}

const CogOfficePicture *
cog_office_pictures_get (CogOfficePictures *self, const xmlNode *node)
{
  g_autofree char *key = NULL;
  gboolean is_drawing = cog_xml_is (node, COG_NS_SVG, "svg");
  gpointer known;
  CogOfficePicture *picture;

  g_return_val_if_fail (self != NULL && node != NULL, NULL);

  key = is_drawing ? g_strdup_printf ("<%p", (const void *)node)
                   : cog_xml_dup_attribute (node, "src");
  if (key == NULL)
    return NULL;
  if (g_hash_table_lookup_extended (self->by_key, key, NULL, &known))
    return known;
  picture = is_drawing ? add_painted (self, cog_pdf_pictures_get_drawing (self->drawn, node),
                                      dup_drawing (node))
                       : add_asset (self, key);
  g_hash_table_insert (self->by_key, g_steal_pointer (&key), picture);
  return picture;
}

const GPtrArray *
cog_office_pictures_list (const CogOfficePictures *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->list;
}

void
cog_office_pictures_report (const CogOfficePictures *self)
{
  g_return_if_fail (self != NULL);
  cog_picture_stamps_report (self->stamps, self->report);
}

static double
get_pixels (const xmlNode *node, const char *name)
{
  g_autofree char *value = cog_xml_dup_attribute (node, name);
  char *end = NULL;
  double pixels = value != NULL ? g_ascii_strtod (value, &end) : 0;

  return value != NULL && *end == '\0' && pixels > 0 && pixels < 20000 ? pixels : 0;
}

void
cog_office_picture_fit (const CogOfficePicture *picture,
                        const xmlNode *node,
                        double max_width,
                        double max_height,
                        double *width,
                        double *height)
{
  double asked = cog_xml_is (node, COG_NS_XHTML, "img") ? get_pixels (node, "width") * .75 : 0;
  double factor;

  g_return_if_fail (picture != NULL && width != NULL && height != NULL);

  *width = MAX (1, picture->width);
  *height = MAX (1, picture->height);
  factor = asked > 0 ? asked / *width : 1;
  factor = MIN (factor, MIN (max_width / *width, max_height / *height));
  *width *= factor;
  *height *= factor;
}
