/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-reader.h"

G_BEGIN_DECLS

/* What a file that a test made in memory is read as: by that reader (its id), and valid. name says
 * nothing of its kind to the readers. (transfer full) */
CogBook *made_read (GBytes *bytes, const char *reader, CogReport *report);
/* The same, as somebody chose it to be read. */
CogBook *made_read_as (GBytes *bytes,
                       const char *reader,
                       const CogReadingOptions *options,
                       CogReport *report);
/* The same, where it must fail; the reader must have claimed it. */
void made_assert_refused (GBytes *bytes, const char *reader);
/* A zip of names and texts, NULL-terminated. (transfer full) */
GBytes *made_zip (const char *name, const char *text, ...) G_GNUC_NULL_TERMINATED;

/* All sections, with what they hold. (transfer full) */
char *made_dup_content (const CogBook *book);
/* The credit of the item whose id ends so. (transfer none) */
const CogCredit *made_find_credit (const CogBook *book, const char *id_end);
void made_assert_has (const char *content, const char *words);
void made_assert_lacks (const char *content, const char *words);

G_END_DECLS
