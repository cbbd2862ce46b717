/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-file.h"

#include "cog-web-address.h"

#include <string.h>

#define MAX_FILES 100

static const struct
{
  const char *ending;
  const char *media_type;
  const char *kind;
} kinds[] = {
  { ".pdf", "application/pdf", "PDF" },
  { ".epub", "application/epub+zip", "EPUB" },
  { ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX" },
  { ".odt", "application/vnd.oasis.opendocument.text", "ODT" },
  { ".xml", "application/xml", "XML" },
  { ".imscc", "application/vnd.ims.imsccv1p1", "Common Cartridge" },
  { ".h5p", "application/vnd.h5p", "H5P" },
  { ".zip", "application/zip", "ZIP" },
  { ".md", "text/markdown", "Markdown" },
};

void
cog_web_file_free (CogWebFile *file)
{
  if (file == NULL)
    return;
  g_free (file->address);
  g_free (file->label);
  g_free (file->media_type);
  g_free (file);
}

GPtrArray *
cog_web_file_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)cog_web_file_free);
}

static CogWebFile *
find (GPtrArray *files, const char *address)
{
  for (guint i = 0; i < files->len; i++)
    {
      CogWebFile *file = g_ptr_array_index (files, i);

      if (g_str_equal (file->address, address))
        return file;
    }
  return NULL;
}

void
cog_web_file_list_add (GPtrArray *files,
                       const char *address,
                       const char *label,
                       const char *media_type)
{
  CogWebFile *file = find (files, address);

  g_return_if_fail (address != NULL);

  if (file == NULL && files->len >= MAX_FILES)
    return;
  if (file == NULL)
    {
      file = g_new0 (CogWebFile, 1);
      file->address = g_strdup (address);
      g_ptr_array_add (files, file);
    }
  if (file->label == NULL && label != NULL && label[0] != '\0')
    file->label = g_strdup (label);
  if (file->media_type == NULL && media_type != NULL && strchr (media_type, '/') != NULL)
    file->media_type = g_ascii_strdown (media_type, -1);
}

/* By the ending of the address, without its query. */
static int
find_kind (const char *address)
{
  g_autofree char *name = cog_web_address_dup_name (address);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (lower, kinds[i].ending))
      return (int)i;
  return -1;
}

const char *
cog_web_file_get_kind (const CogWebFile *file)
{
  int kind;

  g_return_val_if_fail (file != NULL, NULL);

  for (guint i = 0; file->media_type != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (file->media_type, kinds[i].media_type))
      return kinds[i].kind;
  kind = find_kind (file->address);
  return kind >= 0 ? kinds[kind].kind : NULL;
}

gboolean
cog_web_file_is_document (const char *address)
{
  g_return_val_if_fail (address != NULL, FALSE);
  return strstr (address, "/bitstream/") != NULL || strstr (address, "/bitstreams/") != NULL ||
         find_kind (address) >= 0;
}
