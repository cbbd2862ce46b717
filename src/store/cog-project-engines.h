/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/**
 * CogEngineText:
 *
 * What an engine put into a unit: a translation memory, a program or a server for machine
 * translation. It stands as long as the unit says just that, and nobody confirmed it: until then
 * the unit is *the machine's*, whatever was undone and redone meanwhile. A plain value.
 */
typedef struct
{
  char *unit;
  char *engine; /* "memory", "apertium", "libretranslate:translate.example.org" */
  guint score;  /* per cent of likeness, of a memory's match; 0: the engine says none */
  char *target;
  gint64 date; /* Unix, seconds */
} CogEngineText;
void cog_engine_text_free (CogEngineText *text);

/* An edit of a unit, and who wrote its target. engine NULL: a person did, or vouches for it: the
 * unit is no longer a machine's. */
typedef struct
{
  CogUnitEdit edit;
  const char *engine; /* (nullable) */
  guint score;        /* 0 to 100 */
} CogEngineEdit;

/* As cog_project_edit(), with the record of what came from an engine: one step of the history and
 * one transaction, undone and redone together. Of an engine's edit the target must be set, and not
 * be empty. */
gboolean cog_project_edit_by_engine (
    CogProject *self, const CogEngineEdit *edits, gsize n_edits, const char *label, GError **error);
/* A person looked at these and leaves them as they are; what is initial is translated then: one
 * step; none where nothing of it was a machine's. units: NULL-terminated. */
gboolean
cog_project_confirm_engine_texts (CogProject *self, const char *const *units, GError **error);

/* Those that stand, in the book's order. section: NULL: of all. (transfer full) (element-type
 * CogEngineText) */
GPtrArray *cog_project_list_engine_texts (CogProject *self, const char *section, GError **error);
/* The one that stands in a unit. (transfer full) (nullable): it is a person's, or empty, or could
 * not be read: then the error is set. */
CogEngineText *cog_project_dup_engine_text (CogProject *self, const char *unit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogEngineText, cog_engine_text_free)

G_END_DECLS
