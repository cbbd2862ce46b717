/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* Computed from the book, for accessibility metadata. */
typedef struct
{
  gboolean has_pictures, has_math, has_media, has_tables, has_page_breaks;
  gboolean all_described; /* every picture has an alternative text, or says that it is decorative */
} CogBookTraits;
void cog_book_traits_get (const CogBook *book, CogBookTraits *traits);

G_END_DECLS
