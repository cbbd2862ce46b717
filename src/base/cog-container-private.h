/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-container.h"
#include "cog-report.h"

G_BEGIN_DECLS

struct _CogContainer
{
  GObject parent_instance;
  char *display_name;
  char *root;           /* folder on disk; NULL: a zip in memory */
  gboolean is_unlisted; /* neighbours: names are looked up on disk when they are asked for */
  GPtrArray *names;     /* sorted, NULL-terminated */
  GHashTable *by_name;  /* name → GBytes (zip) or GINT_TO_POINTER (1) (folder) */
  GHashTable *by_fold;  /* folded name → name, borrowed */
  char *first_name;
  guint64 total; /* bytes taken in so far */
};

CogContainer *cog_container_new_empty (const char *display_name);
/* Takes name. bytes NULL: on disk. FALSE where the name is there already (reported). */
gboolean cog_container_take (CogContainer *self, char *name, GBytes *bytes, CogReport *report);
/* After the last entry. */
void cog_container_seal (CogContainer *self);

G_END_DECLS
