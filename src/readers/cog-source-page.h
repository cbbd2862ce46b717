/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/**
 * cog_source_page_read:
 * @book: with ids
 *
 * What a work says of itself on its own pages, at its front and its back: the copyright notice, the
 * sentences that its publisher wants to see kept or printed with a translation (notices of
 * book->credit, verbatim), the citation that is asked for, and what holds for pictures without a
 * credit. That last sentence becomes evidence for the items whose credit names no licence. What the
 * record has already stays as it is.
 */
void cog_source_page_read (CogBook *book);

G_END_DECLS
