/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-engine.h"

G_BEGIN_DECLS

/* Apertium as a program on this computer, with the pairs of languages that are installed beside it:
 * it reaches no network. */
#define COG_TYPE_APERTIUM (cog_apertium_get_type ())
G_DECLARE_FINAL_TYPE (CogApertium, cog_apertium, COG, APERTIUM, CogEngine)

CogEngine *cog_apertium_new (void);

/* Apertium puts "*" before a word that it does not know, and leaves it as it is. Takes those marks
 * away that are not the source's, and counts them. (transfer full) */
char *cog_apertium_dup_unmarked (const char *html, const char *source, guint *n_unknown);

G_END_DECLS
