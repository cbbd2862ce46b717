/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-help-node.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A page: its names, and all of it. */
typedef struct
{
  char *id;
  char *title;
  char *desc;  /* one sentence */
  char *guide; /* where a guide lists it, "index#first"; "" nowhere */
  char *sort;  /* among those of the same guide */
  CogHelpNode *root;
} CogHelpPage;

/* The manual: in the language of the window where it was translated to it (installed as
 * help/LANG/cognate below a data folder of the system, where help browsers look, too), and page by
 * page in English where not: these are in the program, and so never missing. */
typedef struct _CogHelpManual CogHelpManual;

CogHelpManual *cog_help_manual_load (void);
void cog_help_manual_free (CogHelpManual *self);

/* Returns: (nullable) (transfer none) */
const CogHelpPage *cog_help_manual_get_page (CogHelpManual *self, const char *id);
/* Those that a guide lists under this place ("index#first"), in their order. Returns: (transfer
 * container) (element-type CogHelpPage) */
GPtrArray *cog_help_manual_list_guided (CogHelpManual *self, const char *guide);
/* A picture ("figures/import.png"), in the window's language where there is one. Returns:
 * (transfer full) (nullable) */
GBytes *cog_help_manual_load_picture (CogHelpManual *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogHelpManual, cog_help_manual_free)

G_END_DECLS
