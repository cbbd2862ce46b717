/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A cell of data/lenses that lists places: ISO 3166 codes, groups of data/lenses/place-groups.tsv
 * ("@christian"), "*" for all. */

/* Whether a place (ISO 3166) is one of them. */
gboolean cog_place_set_has (const char *cell, const char *place);

/* The names of the first few, in the interface's language: "United States, Canada, …"; those of
 * groups are not written out. NULL: there is none to name. (transfer full) (nullable) */
char *cog_place_set_dup_names (const char *cell);

/* In the interface's language: "Kazakhstan". (transfer full) */
char *cog_place_dup_name (const char *place);

/* Where a language's books may be at home: the place of the tag, or where the tag names none, all
 * places where it is a main language. (transfer none): a cell, kept for good; "" where nothing is
 * known */
const char *cog_place_set_of_language (const char *tag);

G_END_DECLS
