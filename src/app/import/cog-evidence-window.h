/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Words about rights where they stand: the text of the file around them, with the words marked. */
#define COG_TYPE_EVIDENCE_WINDOW (cog_evidence_window_get_type ())
G_DECLARE_FINAL_TYPE (CogEvidenceWindow, cog_evidence_window, COG, EVIDENCE_WINDOW, AdwWindow)

/* path: of the source, which is read again. */
void
cog_evidence_window_present (GtkWindow *parent, const char *path, const CogStatement *statement);

G_END_DECLS
