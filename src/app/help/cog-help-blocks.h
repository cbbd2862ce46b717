/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-help-manual.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A page of the manual as widgets. Links and rows ask for the action "help.go" of the window that
 * they are in, with "PAGE#SECTION". */
typedef struct
{
  CogHelpManual *manual;   /* borrowed */
  const CogHelpPage *page; /* borrowed */
  GHashTable *anchors;     /* section's id → GtkWidget, its heading; both borrowed */
} CogHelpBlocks;

/* Adds what stands in a page or section, its sections among it, to a box. What the manual does not
 * use is passed over; its text is shown. Main thread. */
void cog_help_blocks_add (CogHelpBlocks *self, GtkBox *box, const CogHelpNode *node);

/* A list of pages, each with its sentence, to go to. pages: (element-type CogHelpPage) */
void cog_help_blocks_add_pages (CogHelpBlocks *self, GtkBox *box, GPtrArray *pages);

G_END_DECLS
