/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

/* What the readers of course packages find and leave out. */
extern const CogFindingKind cog_finding_course_hidden;
extern const CogFindingKind cog_finding_course_tool;
extern const CogFindingKind cog_finding_course_activity;
extern const CogFindingKind cog_finding_course_web_links;
extern const CogFindingKind cog_finding_course_only_links;
extern const CogFindingKind cog_finding_course_file;
extern const CogFindingKind cog_finding_course_program;
extern const CogFindingKind cog_finding_course_empty_page;
extern const CogFindingKind cog_finding_course_loose_page;
extern const CogFindingKind cog_finding_course_settings;
extern const CogFindingKind cog_finding_course_question;
extern const CogFindingKind cog_finding_course_random_question;
extern const CogFindingKind cog_finding_course_people;
extern const CogFindingKind cog_finding_course_several_orders;

G_END_DECLS
