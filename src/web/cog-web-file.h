/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that a page or a catalogue offers. */
typedef struct
{
  char *address;
  char *label;      /* as the page calls it, or the file's name (nullable) */
  char *media_type; /* (nullable) */
} CogWebFile;

void cog_web_file_free (CogWebFile *file);
GPtrArray *cog_web_file_list_new (void); /* (element-type CogWebFile) */
/* Adds it, or what is new about it where the address is there already. At most 100 are kept. */
void cog_web_file_list_add (GPtrArray *files,
                            const char *address,
                            const char *label,
                            const char *media_type);
/* "PDF", "EPUB": by the media type, else by the address. (transfer none) (nullable) */
const char *cog_web_file_get_kind (const CogWebFile *file);
/* Whether an address looks as if a document stood there, and no page about one. */
gboolean cog_web_file_is_document (const char *address);

G_END_DECLS
