/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-picture-questions.h"

G_BEGIN_DECLS

/* What a passage has that is bound to a culture or place, with its pictures. */
typedef struct
{
  GPtrArray *found;     /* (element-type CogPlacedFinding); a picture's below the passage's own */
  char *picture;        /* unit that describes its first picture (nullable): it has none */
  GPtrArray *questions; /* (element-type CogPictureQuestion) about that one (nullable) */
} CogCultureLook;

/* Parses a section: not for the main thread. (transfer full) */
CogCultureLook *cog_culture_look_new (CogLensIndex *index, const char *unit, GError **error);
void cog_culture_look_free (CogCultureLook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogCultureLook, cog_culture_look_free)

G_END_DECLS
