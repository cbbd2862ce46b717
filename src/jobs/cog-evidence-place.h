/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Words of a statement about rights where they stand: the text of the file around them, as the file
 * has it, markup and all. Valid UTF-8, bounded. */
typedef struct
{
  char *file;   /* the file's name in the source */
  char *before; /* of the words */
  char *words;  /* as they stand there; "" where they are not found again */
  char *after;
  gboolean is_start; /* nothing of the file stands before that */
  gboolean is_end;   /* … or behind */
} CogEvidencePlace;

/* Reads the source again, under the limits that readers have; any thread. path: of the source.
 * Errors: those of reading; COG_ERROR_NOT_FOUND where the file is not in it; COG_ERROR_UNSUPPORTED
 * where it is no text. (transfer full) */
CogEvidencePlace *cog_evidence_place_new (const char *path,
                                          const CogStatement *statement,
                                          GCancellable *cancellable,
                                          GError **error);
void cog_evidence_place_free (CogEvidencePlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogEvidencePlace, cog_evidence_place_free)

G_END_DECLS
