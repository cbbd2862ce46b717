/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* Fails the test, naming the book and what differs, unless both books have the same record of
 * rights to the field: the work's credit with its whole chain, and every item's, in order. */
void records_compare (const char *name, const CogBook *before, const CogBook *after);

G_END_DECLS
