/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* What a person decides about the notices of a source: each a step that can be undone. index: of
 * the notice in the credit that cog_project_list_sources() gives. COG_ERROR_NOT_FOUND where there
 * is no such source or notice. */

/* Confirms or drops one. What the source itself says and is confirmed stays found. */
gboolean cog_notice_job_decide (
    CogProject *project, const char *source, guint index, gboolean is_wanted, GError **error);
/* Puts other words in its place: as the source's page has them. language: of them (nullable). */
gboolean cog_notice_job_set_text (CogProject *project,
                                  const char *source,
                                  guint index,
                                  const char *text,
                                  const char *language,
                                  GError **error);
/* One that nothing found: kind as in CogNotice. */
gboolean cog_notice_job_add (CogProject *project,
                             const char *source,
                             const char *kind,
                             const char *text,
                             const char *language,
                             GError **error);

G_END_DECLS
