/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-finding.h"

G_BEGIN_DECLS

/**
 * CogLensSeen:
 *
 * What was recognized in the pictures of a book, by the units where it is told of. Any thread.
 */
typedef struct _CogLensSeen CogLensSeen;

CogLensSeen *cog_lens_seen_new (void);
void cog_lens_seen_free (CogLensSeen *self);

/* finding: (transfer full) (nullable): no words. Whether that is news. */
gboolean
cog_lens_seen_set (CogLensSeen *self, const char *unit, const char *image, CogLensFinding *finding);
/* Those of a unit, in the order in which they were seen first; the same words are told apart by
 * their number. (transfer full) (element-type CogLensFinding) */
GPtrArray *cog_lens_seen_dup (CogLensSeen *self, const char *unit);

G_END_DECLS
