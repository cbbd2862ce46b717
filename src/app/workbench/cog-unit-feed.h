/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogUnitFeed:
 *
 * Gives a list view the rows of a section a screenful at a time. GtkListView builds and measures
 * 200 rows before its first frame, whatever is in sight; so the first frame gets a few, and the
 * others follow at the end, where nothing moves under the reader.
 */
typedef struct _CogUnitFeed CogUnitFeed;

CogUnitFeed *cog_unit_feed_new (GListModel *units);
void cog_unit_feed_free (CogUnitFeed *self);
GListModel *cog_unit_feed_get_model (CogUnitFeed *self); /* (transfer none) */
/* Few rows again; call it before another section's units are put into the model. */
void cog_unit_feed_start (CogUnitFeed *self);
/* Gives the rows up to this position at once. */
void cog_unit_feed_reach (CogUnitFeed *self, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogUnitFeed, cog_unit_feed_free)

G_END_DECLS
