/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

/* What readers find and leave out: one table for all of them. */
extern const CogFindingKind cog_finding_script_dropped;
extern const CogFindingKind cog_finding_form_dropped;
extern const CogFindingKind cog_finding_object_dropped;
extern const CogFindingKind cog_finding_remote_picture;
extern const CogFindingKind cog_finding_remote_media;
extern const CogFindingKind cog_finding_missing_file;
extern const CogFindingKind cog_finding_active_drawing;
extern const CogFindingKind cog_finding_bad_picture;
extern const CogFindingKind cog_finding_picture_form;
extern const CogFindingKind cog_finding_picture_letters;
extern const CogFindingKind cog_finding_endless_table;
extern const CogFindingKind cog_finding_hidden_dropped;
extern const CogFindingKind cog_finding_furniture_dropped;
extern const CogFindingKind cog_finding_too_deep;
extern const CogFindingKind cog_finding_not_well_formed;
extern const CogFindingKind cog_finding_page_unreadable;
extern const CogFindingKind cog_finding_overlay_dropped;
extern const CogFindingKind cog_finding_fixed_layout;
extern const CogFindingKind cog_finding_other_rendition;
extern const CogFindingKind cog_finding_own_contents;
extern const CogFindingKind cog_finding_foreign_page;
extern const CogFindingKind cog_finding_language_differs;
extern const CogFindingKind cog_finding_language_of_text;
extern const CogFindingKind cog_finding_language_guessed;
extern const CogFindingKind cog_finding_other_languages;
extern const CogFindingKind cog_finding_language_not_held;
extern const CogFindingKind cog_finding_licences_differ;
extern const CogFindingKind cog_finding_publisher_logo;
extern const CogFindingKind cog_finding_pictures_not_described;
extern const CogFindingKind cog_finding_pictures_decorative;
extern const CogFindingKind cog_finding_missing_module;
extern const CogFindingKind cog_finding_repeated_module;
extern const CogFindingKind cog_finding_embedded_exercise;
extern const CogFindingKind cog_finding_other_books;
extern const CogFindingKind cog_finding_unknown_element;
extern const CogFindingKind cog_finding_class_dropped;
extern const CogFindingKind cog_finding_not_listed;
extern const CogFindingKind cog_finding_tex_kept;
extern const CogFindingKind cog_finding_damaged;
extern const CogFindingKind cog_finding_translation_left_out;
extern const CogFindingKind cog_finding_sub_article_left_out;
extern const CogFindingKind cog_finding_several_targets;
extern const CogFindingKind cog_finding_supplement_left_out;
extern const CogFindingKind cog_finding_no_article_text;

G_END_DECLS
