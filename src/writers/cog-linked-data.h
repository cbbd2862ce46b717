/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-markup.h"

G_BEGIN_DECLS

/* The book of markup as a script element with JSON-LD for schema.org (rules.md §5.2). Each person
 * and organisation, each work that it is based on and, where with_parts, each thing in it that has
 * a credit is a node of its own. Addresses count from the page that it is written into. */
void cog_linked_data_append (const CogMarkup *markup, gboolean with_parts, GString *out);

G_END_DECLS
