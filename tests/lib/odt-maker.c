/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odt-maker.h"

#include "epub-maker.h"

#include <string.h>

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACES                                                                                     \
  "xmlns:office='" OASIS "office:1.0' xmlns:text='" OASIS "text:1.0' "                             \
  "xmlns:table='" OASIS "table:1.0' xmlns:draw='" OASIS "drawing:1.0' "                            \
  "xmlns:style='" OASIS "style:1.0' xmlns:fo='" OASIS "xsl-fo-compatible:1.0' "                    \
  "xmlns:svg='" OASIS "svg-compatible:1.0' xmlns:meta='" OASIS "meta:1.0' "                        \
  "xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0' "            \
  "xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:dc='http://purl.org/dc/elements/1.1/' "        \
  "xmlns:math='http://www.w3.org/1998/Math/MathML'"
#define TYPE "application/vnd.oasis.opendocument.text"

struct _OdtMaker
{
  char *body, *automatic, *styles, *masters, *meta, *type;
  GPtrArray *names; /* utf8 */
  GPtrArray *data;  /* GBytes */
};

static void
set (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

OdtMaker *
odt_maker_new (const char *body)
{
  OdtMaker *self = g_new0 (OdtMaker, 1);

  set (&self->body, body);
  set (&self->automatic, "");
  set (&self->styles, "");
  set (&self->masters, "");
  set (&self->meta, "");
  set (&self->type, TYPE);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->data = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  return self;
}

void
odt_maker_set_automatic (OdtMaker *self, const char *xml)
{
  set (&self->automatic, xml);
}

void
odt_maker_set_styles (OdtMaker *self, const char *styles, const char *masters)
{
  set (&self->styles, styles);
  set (&self->masters, masters);
}

void
odt_maker_set_meta (OdtMaker *self, const char *xml)
{
  set (&self->meta, xml);
}

void
odt_maker_set_type (OdtMaker *self, const char *type)
{
  set (&self->type, type);
}

static void
add_file (OdtMaker *self, const char *name, const void *data, gssize length)
{
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->data, g_bytes_new (data, length < 0 ? strlen (data) : (gsize)length));
}

void
odt_maker_add_picture (OdtMaker *self, const char *name)
{
  static const char gif[] = "GIF89a\001\000\001\000\200\000\000\377\377\377\000\000\000,\000\000"
                            "\000\000\001\000\001\000\000\002\002D\001\000;";
  g_autofree char *file = g_strconcat ("Pictures/", name, NULL);

  add_file (self, file, gif, sizeof gif - 1);
}

void
odt_maker_add_file (OdtMaker *self, const char *name, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  add_file (self, name, data, (gssize)size);
}

void
odt_maker_add_object (OdtMaker *self, const char *name, const char *xml)
{
  g_autofree char *file = g_strconcat (name, "/content.xml", NULL);
  g_auto (GStrv) pieces = g_strsplit (xml, "$NS", -1);
  g_autofree char *whole = g_strjoinv (SPACES, pieces);

  add_file (self, file, whole, -1);
}

static void
maker_free (OdtMaker *self)
{
  char *fields[] = { self->body,    self->automatic, self->styles,
                     self->masters, self->meta,      self->type };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (fields[i]);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->data);
  g_free (self);
}

GBytes *
odt_maker_end (OdtMaker *self)
{
  g_autofree char *content = g_strdup_printf (
      "<office:document-content " SPACES "><office:automatic-styles>%s</office:automatic-styles>"
      "<office:body><office:text>%s</office:text></office:body></office:document-content>",
      self->automatic, self->body);
  g_autofree char *styles =
      g_strdup_printf ("<office:document-styles " SPACES "><office:styles>%s</office:styles>"
                       "<office:master-styles>%s</office:master-styles></office:document-styles>",
                       self->styles, self->masters);
  g_autofree char *meta = g_strdup_printf ("<office:document-meta " SPACES
                                           "><office:meta>%s</office:meta></office:document-meta>",
                                           self->meta);
  GBytes *zip;

  if (self->type[0] != '\0')
    add_file (self, "mimetype", self->type, -1);
  add_file (self, "content.xml", content, -1);
  add_file (self, "styles.xml", styles, -1);
  add_file (self, "meta.xml", meta, -1);
  g_ptr_array_add (self->names, NULL);
  zip = epub_zip ((const char *const *)self->names->pdata, self->data);
  maker_free (self);
  return zip;
}

GBytes *
odt_maker_end_flat (OdtMaker *self)
{
  char *xml = g_strdup_printf (
      "<?xml version='1.0'?><office:document " SPACES " office:version='1.3' "
      "office:mimetype='%s'><office:meta>%s</office:meta><office:styles>%s</office:styles>"
      "<office:automatic-styles>%s</office:automatic-styles>"
      "<office:master-styles>%s</office:master-styles>"
      "<office:body><office:text>%s</office:text></office:body></office:document>",
      self->type, self->meta, self->styles, self->automatic, self->masters, self->body);

  maker_free (self);
  return g_bytes_new_take (xml, strlen (xml));
}
