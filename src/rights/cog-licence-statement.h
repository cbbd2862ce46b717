/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-licence-words.h"

G_BEGIN_DECLS

enum
{
  COG_ELEMENT_BY = 1,
  COG_ELEMENT_NC = 2,
  COG_ELEMENT_ND = 4,
  COG_ELEMENT_SA = 8,
};

/* One licence while its pieces are met. */
typedef struct
{
  CogWordKind kind; /* COG_WORD_BY: one of Creative Commons', while its elements are met */
  guint elements;
  gboolean is_marked; /* "Creative Commons" or "CC" stands there */
  gboolean is_named;  /* at least one element stands there in full */
  gboolean is_later;
  gboolean is_usa;
  const char *version;
  const char *port;
  guint gap;        /* unknown words before it */
  guint last_word;  /* index of the last piece of what stands before it */
  guint first_word; /* index of the piece that begins it */
  gboolean is_another_version;
  gboolean is_denied; /* "this is not …" */
} CogLicenceStatement;

/* The id of the catalogue that the pieces make together. flags gets COG_RECOGNISED_UNKNOWN_VERSION
 * or _PORT added where they name what never was. (transfer full) (nullable): they name no licence
 */
char *cog_licence_statement_dup_id (const CogLicenceStatement *s, guint *flags);

G_END_DECLS
