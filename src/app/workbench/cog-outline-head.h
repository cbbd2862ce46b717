/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-outline-facts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The book above its outline: cover, title, languages, and how far it is. */
#define COG_TYPE_OUTLINE_HEAD (cog_outline_head_get_type ())
G_DECLARE_FINAL_TYPE (CogOutlineHead, cog_outline_head, COG, OUTLINE_HEAD, GtkWidget)

/* Reads the cover in a thread. */
void cog_outline_head_set_project (CogOutlineHead *self, CogProject *project);
void cog_outline_head_show (CogOutlineHead *self, const CogOutlineFacts *facts);

G_END_DECLS
