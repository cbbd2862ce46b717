/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"
#include "cog-progress.h"

G_BEGIN_DECLS

/* The units that describe the pictures which belong to a unit, by their ids: of a caption or a
 * description that of its figure, of other text those that stand in it. Parses a section: not for
 * the main thread. (transfer full) (element-type utf8) */
GPtrArray *cog_picture_list_descriptions (CogProject *project, const CogUnit *unit);

typedef struct
{
  const char *unit;    /* whose pictures to look at (nullable): all of the book */
  const char *folder;  /* where what was seen is kept (nullable): nowhere */
  gboolean only_known; /* only what was seen before: quick, and never a fault */
} CogPictureScan;

/**
 * cog_picture_scan_run:
 *
 * Has the words in the pictures of a book recognized, and gives them to the index as findings of
 * the pictures' lens, each as soon as it is known. The index never does that by itself: it takes a
 * second a picture. Pictures that cannot be read are passed over. Synchronous: call it in a thread.
 *
 * Errors: COG_ERROR_UNSUPPORTED (Tesseract, or its data for a language, is not installed),
 * G_IO_ERROR_CANCELLED (what was seen until then stays).
 */
gboolean cog_picture_scan_run (CogLensIndex *index,
                               const CogPictureScan *scan,
                               const CogProgress *progress,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
