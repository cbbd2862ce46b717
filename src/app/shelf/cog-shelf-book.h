/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A project on the shelf: what its cover says. Immutable; made in any thread. */
#define COG_TYPE_SHELF_BOOK (cog_shelf_book_get_type ())
G_DECLARE_FINAL_TYPE (CogShelfBook, cog_shelf_book, COG, SHELF_BOOK, GObject)

/* Opens the project for reading only: it may be open elsewhere. (nullable): no project, or damaged.
 */
CogShelfBook *cog_shelf_book_new (const char *path, GError **error);

const char *cog_shelf_book_get_path (CogShelfBook *self);
const char *cog_shelf_book_get_title (CogShelfBook *self);
const char *cog_shelf_book_get_language (CogShelfBook *self);  /* of the adaptation, BCP 47 */
const char *cog_shelf_book_get_languages (CogShelfBook *self); /* "English → العربية" */
const char *cog_shelf_book_get_licence (CogShelfBook *self); /* short name (nullable): not chosen */
double cog_shelf_book_get_share (CogShelfBook *self);        /* 0..1 of its words are done */
guint cog_shelf_book_get_n_waiting (CogShelfBook *self); /* paragraphs that are not translated */
int
cog_shelf_book_compare (gconstpointer a, gconstpointer b, gpointer unused); /* last used first */

/* (transfer full) (element-type CogShelfBook): all in a folder, last used first. */
GPtrArray *cog_shelf_book_list (const char *folder, GCancellable *cancellable);

G_END_DECLS
