/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-rights-part.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who made a piece, where it comes from and what may be done with it: the person's word over what
 * was found, which stays in sight. Stored as one step, which can be undone. */
#define COG_TYPE_CREDIT_WINDOW (cog_credit_window_get_type ())
G_DECLARE_FINAL_TYPE (CogCreditWindow, cog_credit_window, COG, CREDIT_WINDOW, AdwWindow)

void cog_credit_window_present (GtkWindow *parent, CogProject *project, CogRightsPart *part);

G_END_DECLS
