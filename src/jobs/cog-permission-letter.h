/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-permission-wish.h"

G_BEGIN_DECLS

/* Something that only the person knows, in characters of the text. */
typedef struct
{
  guint start, length;
} CogLetterGap;

/**
 * CogPermissionLetter:
 *
 * A draft of the letter that asks a right holder (rules.md §2.4), in the language of the interface:
 * complete sentences, made from the record. Nothing is invented: what the record does not know is a
 * gap, in square brackets, with words that say what belongs there.
 */
typedef struct
{
  char *text;   /* plain; paragraphs with an empty line between */
  GArray *gaps; /* (element-type CogLetterGap) in the order of the text */
} CogPermissionLetter;

CogPermissionLetter *cog_permission_letter_new (const CogPermissionWish *wish);
void cog_permission_letter_free (CogPermissionLetter *letter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPermissionLetter, cog_permission_letter_free)

G_END_DECLS
