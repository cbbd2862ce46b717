/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pretranslate-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogPretranslateReport:
 *
 * What a pretranslation did: how many passages were filled from where, a line each; behind a line
 * its passages. Signal "go-to" (const char *unit): the person wants to see that one.
 */
#define COG_TYPE_PRETRANSLATE_REPORT (cog_pretranslate_report_get_type ())
G_DECLARE_FINAL_TYPE (
    CogPretranslateReport, cog_pretranslate_report, COG, PRETRANSLATE_REPORT, GtkWidget)

/* report: its units are kept. engine: the name of the one that was asked (nullable): none was.
 * Where nothing was asked of the memory, its lines are left out. */
void cog_pretranslate_report_show (CogPretranslateReport *self,
                                   const CogPretranslation *report,
                                   gboolean has_memory,
                                   const char *engine);

G_END_DECLS
