/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-guide.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogGuideQuestionView:
 *
 * One question of the licence guide: its answers as radio buttons; a closed one with a lock and the
 * reason.
 *
 * Signal: "answered" (string question, string option).
 */
#define COG_TYPE_GUIDE_QUESTION_VIEW (cog_guide_question_view_get_type ())
G_DECLARE_FINAL_TYPE (
    CogGuideQuestionView, cog_guide_question_view, COG, GUIDE_QUESTION_VIEW, GtkBox)

GtkWidget *cog_guide_question_view_new (const CogGuideQuestion *question);

G_END_DECLS
