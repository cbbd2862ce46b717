/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-builder.h"
#include "cog-exchange-format.h"
#include "cog-xml.h"

G_BEGIN_DECLS

/* How a version of XLIFF is read. */
typedef struct
{
  const char *version;         /* begins so */
  const char *source_language; /* names of attributes, of the root or of each file */
  const char *target_language;
  gboolean has_file_languages;
  /* NULL: it is none. One without an id: no text, and passed over. (transfer full) (nullable) */
  CogExchangeUnit *(*convert) (const xmlNode *unit);
  /* An inline element is entered or left; TRUE: what is in it is words of the text. is_left is
   * called only for those. */
  gboolean (*enter) (CogExchangeBuilder *builder, const xmlNode *node, gpointer user_data);
  void (*leave) (CogExchangeBuilder *builder, const xmlNode *node, gpointer user_data);
} CogXliffVersion;

gboolean cog_xliff_is_version (const char *text, gsize n_bytes, const char *version);
gboolean cog_xliff_read (const CogXliffVersion *version,
                         const char *text,
                         gsize n_bytes,
                         const char *name,
                         const CogExchangeReceiver *receiver,
                         GError **error);
/* The inline content of an element, added to what the builder has. */
void cog_xliff_read_inline (const CogXliffVersion *version,
                            CogExchangeBuilder *builder,
                            const xmlNode *element,
                            gpointer user_data);

G_END_DECLS
