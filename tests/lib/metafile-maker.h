/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pictures of Windows programs, put together record by record. */

/* 100 by 50 dots, 100 by 50 mm. */
GByteArray *emf_maker_new (void);
/* values: what stands behind the record's type and size. */
void emf_maker_add (GByteArray *self, guint type, const guint32 *values, guint n_values);
#define EMF_ADD(self, type, ...)                                                                   \
  emf_maker_add (self, type, (const guint32[]){ __VA_ARGS__ },                                     \
                 sizeof ((const guint32[]){ __VA_ARGS__ }) / sizeof (guint32))
/* Letters at a place, in the typeface that is chosen. */
void emf_maker_add_text (GByteArray *self, guint x, guint y, const char *text, guint options);
/* Frees the maker. (transfer full) */
GBytes *emf_maker_end (GByteArray *self);

/* With a placeable header, of 100 by 50 units of a millimetre, or without. */
GByteArray *wmf_maker_new (gboolean is_placeable);
void wmf_maker_add (GByteArray *self, guint function, const guint16 *values, guint n_values);
#define WMF_ADD(self, function, ...)                                                               \
  wmf_maker_add (self, function, (const guint16[]){ __VA_ARGS__ },                                 \
                 sizeof ((const guint16[]){ __VA_ARGS__ }) / sizeof (guint16))
GBytes *wmf_maker_end (GByteArray *self);

G_END_DECLS
