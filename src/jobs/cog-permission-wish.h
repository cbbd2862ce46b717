/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-rights-part.h"

G_BEGIN_DECLS

/**
 * CogPermissionWish:
 *
 * What a right holder is asked for: the piece, the edition that it shall stand in, and what is to
 * be done with it there. A letter is written from it; cog-permission-letter.h.
 */
typedef struct
{
  CogCredit *credit; /* of the piece, or of the whole source */
  char *piece;       /* "Figure 2 The map"; of a text: its title (nullable) */
  gboolean is_text;  /* the whole text of a source */
  char *book;        /* title of the work in which the piece was found (nullable): of a text, and
                        where it is not known */
  char *title;       /* of the edition (nullable) */
  char *language;    /* of the edition: BCP 47 */
  gboolean is_translation;
  char *licence;           /* that of the edition: an id (nullable): not chosen yet */
  char *people;            /* who ask, as they sign (nullable) */
  CogLeaveScope scope;     /* what is wanted */
  gboolean is_for_licence; /* to be passed on under the edition's licence; else it is excluded */
} CogPermissionWish;

/* Of a part of a project that has a credit. credit: what is known of it now, where the person has
 * changed it and not stored it yet (nullable): as it is stored. Wants all that an edition needs.
 * (transfer full) */
CogPermissionWish *
cog_permission_wish_new (CogProject *project, CogRightsPart *part, const CogCredit *credit);
void cog_permission_wish_free (CogPermissionWish *wish);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPermissionWish, cog_permission_wish_free)

G_END_DECLS
