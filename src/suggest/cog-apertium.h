/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-engine.h"

G_BEGIN_DECLS

/* Apertium as a program on this computer, with the pairs of languages that are installed beside it:
 * it reaches no network. */
#define COG_TYPE_APERTIUM (cog_apertium_get_type ())
G_DECLARE_FINAL_TYPE (CogApertium, cog_apertium, COG, APERTIUM, CogEngine)

CogEngine *cog_apertium_new (void);

G_END_DECLS
