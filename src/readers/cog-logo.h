/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* Pictures of a book that look like a publisher's logo or emblem, and covers that it keeps for
 * itself (cog-logo-words.h).
 * front: ids of the sections where publishers show themselves; publishers: whose book it is
 * (element-type CogPublisher). (transfer container) (element-type xmlNode): img elements, valid
 * while the trees are not changed */
GPtrArray *cog_logo_list (const CogBook *book, GHashTable *front, GPtrArray *publishers);

/* What stands for such a picture in a sentence. (transfer full) */
char *cog_logo_dup_label (const CogBook *book, const xmlNode *image);

/* The same for a book as it was read: a finding for each. */
void cog_logo_report (const CogBook *book, CogReport *report);

G_END_DECLS
