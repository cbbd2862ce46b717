/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-damaged-file.h"
#include "cog-project-private.h"
#include "cog-project-recover.h"

G_BEGIN_DECLS

/* Tells which table of a project a row is of, and puts it into the tables of db. A row that is of
 * none, or that is there already, is passed over. */
gboolean cog_recovery_take_row (sqlite3 *db, const CogDamagedRow *row, GError **error);
/* The value of a field of the book, where the row is one of them. (transfer full) (nullable) */
char *cog_recovery_dup_field (const CogDamagedRow *row, const char *key);
/* The text of the adapter's, where the row is a passage. (transfer full) (nullable) */
char *cog_recovery_dup_target (const CogDamagedRow *row);
/* Whether a row says a project's own words: a passage, a section or a source. */
gboolean cog_recovery_is_text (const CogDamagedRow *row);

/* Makes a project whole again from rows of which any may be missing, or wrong. */
gboolean cog_recovery_mend (CogProject *self, CogReport *report, GError **error);
/* Parts of it: the sections with their passages; and the pictures that they name. */
gboolean cog_recovery_mend_sections (CogProject *self, CogReport *report, GError **error);
gboolean cog_recovery_mend_pictures (CogProject *self, CogReport *report, GError **error);

/* What is said of a recovery. */
extern const CogFindingKind cog_recovery_blank;
extern const CogFindingKind cog_recovery_markup;
extern const CogFindingKind cog_recovery_layout;
extern const CogFindingKind cog_recovery_section;
extern const CogFindingKind cog_recovery_source;
extern const CogFindingKind cog_recovery_original;
extern const CogFindingKind cog_recovery_credit;
extern const CogFindingKind cog_recovery_picture;
extern const CogFindingKind cog_recovery_language;
extern const CogFindingKind cog_recovery_history;

G_END_DECLS
