/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "docx-maker.h"

#include "epub-maker.h"

#include <string.h>

#define SPACES                                                                                     \
  "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "                        \
  "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' "                          \
  "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "                 \
  "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' "                               \
  "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' "             \
  "xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture' "                          \
  "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "                        \
  "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "                 \
  "xmlns:v='urn:schemas-microsoft-com:vml' "                                                       \
  "xmlns:adec='http://schemas.microsoft.com/office/drawing/2017/decorative'"
#define KINDS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

struct _DocxMaker
{
  GPtrArray *names; /* utf8 */
  GPtrArray *data;  /* GBytes */
  GString *relations;
  char *type;
};

DocxMaker *
docx_maker_new (const char *body)
{
  DocxMaker *self = g_new0 (DocxMaker, 1);
  g_autofree char *xml = g_strconcat ("<w:document " SPACES "><w:body>", body,
                                      "<w:sectPr/></w:body></w:document>", NULL);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->data = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  self->relations = g_string_new (NULL);
  self->type = g_strdup (WORD "document.main+xml");
  docx_maker_add_file (self, "word/document.xml", xml, -1);
  return self;
}

void
docx_maker_add_file (DocxMaker *self, const char *name, const void *data, gssize length)
{
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->data, g_bytes_new (data, length < 0 ? strlen (data) : (gsize)length));
}

static void
add_relation (DocxMaker *self, const char *kind, const char *id, const char *target, gboolean out)
{
  g_string_append_printf (self->relations,
                          "<Relationship Id='%s' Type='" KINDS "%s' Target='%s'%s/>", id, kind,
                          target, out ? " TargetMode='External'" : "");
}

void
docx_maker_add_part (DocxMaker *self, const char *kind, const char *id, const char *xml)
{
  g_autofree char *target = g_strconcat (id, ".xml", NULL);
  g_autofree char *name = g_strconcat ("word/", target, NULL);
  g_auto (GStrv) pieces = g_strsplit (xml, "$NS", -1);
  g_autofree char *whole = g_strjoinv (SPACES, pieces);

  docx_maker_add_file (self, name, whole, -1);
  add_relation (self, kind, id, target, FALSE);
}

void
docx_maker_add_link (DocxMaker *self, const char *kind, const char *id, const char *target)
{
  add_relation (self, kind, id, target, TRUE);
}

void
docx_maker_add_picture (DocxMaker *self, const char *id, const char *name)
{
  static const char gif[] = "GIF89a\001\000\001\000\200\000\000\377\377\377\000\000\000,\000\000"
                            "\000\000\001\000\001\000\000\002\002D\001\000;";
  g_autofree char *target = g_strconcat ("media/", name, NULL);
  g_autofree char *file = g_strconcat ("word/", target, NULL);

  docx_maker_add_file (self, file, gif, sizeof gif - 1);
  add_relation (self, "image", id, target, FALSE);
}

void
docx_maker_add_object (DocxMaker *self, const char *id, const char *name, GBytes *bytes)
{
  g_autofree char *target = g_strconcat ("embeddings/", name, NULL);
  g_autofree char *file = g_strconcat ("word/", target, NULL);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  docx_maker_add_file (self, file, data, (gssize)size);
  add_relation (self, "oleObject", id, target, FALSE);
}

void
docx_maker_set_type (DocxMaker *self, const char *type)
{
  g_free (self->type);
  self->type = g_strdup (type);
}

GBytes *
docx_maker_end (DocxMaker *self)
{
  g_autofree char *types = g_strdup_printf (
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
      "<Override PartName='/word/document.xml' ContentType='%s'/></Types>",
      self->type);
  g_autofree char *relations = g_strdup_printf (
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
      "%s</Relationships>",
      self->relations->str);
  GBytes *zip;

  docx_maker_add_file (self, "[Content_Types].xml", types, -1);
  docx_maker_add_file (self, "word/_rels/document.xml.rels", relations, -1);
  g_ptr_array_add (self->names, NULL);
  zip = epub_zip ((const char *const *)self->names->pdata, self->data);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->data);
  g_string_free (self->relations, TRUE);
  g_free (self->type);
  g_free (self);
  return zip;
}
