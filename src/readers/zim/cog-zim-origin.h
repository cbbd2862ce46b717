/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-zim-pages.h"

G_BEGIN_DECLS

/* The words at a page's end that say of which wiki it is, and under which licence, as a credit of
 * that page; they are taken out of it. Evidence goes to the book. NULL: there are none. (transfer
 * full) (nullable) */
CogCredit *
cog_zim_take_origin (CogBook *book, CogReport *report, const CogZimPage *page, xmlNode *body);

G_END_DECLS
