/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-shelf-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The book that was used last, large: where one was in it with one button back to that place, and
 * what in it waits, each a click away. Actions: shelf.open, shelf.open-view (path, view). */
#define COG_TYPE_LAST_BOOK (cog_last_book_get_type ())
G_DECLARE_FINAL_TYPE (CogLastBook, cog_last_book, COG, LAST_BOOK, GtkWidget)

/* Reads the place in a thread. (nullable): none */
void cog_last_book_show (CogLastBook *self, CogShelfBook *book);
void cog_last_book_set_narrow (CogLastBook *self, gboolean is_narrow);

G_END_DECLS
