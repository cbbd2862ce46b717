/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The one place for what GTK and libadwaita have given a new name since GTK 4.8 and libadwaita 1.2.
 * The rest of the program includes this header and calls what is declared here;
 * tools/check-deprecated tells where it does not.
 *
 *   instead of                              use
 *   AdwMessageDialog (AdwAlertDialog)       cog_message_dialog_*   cog-message-dialog.h
 *   GtkFileChooserNative (GtkFileDialog)    cog_file_dialog_*      cog-file-dialog.h
 *   adw_expander_row_add_action             cog_expander_row_add_suffix  cog-row-suffix.h
 *   gtk_show_uri_full (GtkFileLauncher)     cog_show_path*         cog-show-path.h
 *   AdwAboutWindow (AdwAboutDialog)         cog_about_show         cog-about.h
 *   gtk_style_context_get/lookup_color      cog_widget_*_colour    cog-widget-colour.h
 *   gtk_css_provider_load_from_data         cog_style_load_text    cog-style-text.h
 *   gtk_widget_translate_coordinates        gtk_widget_compute_point, which GTK 4.8 has too
 *   AdwFlap                                 CogFlap                cog-flap.h
 *   AdwViewSwitcherTitle                    CogTitleSwitcher       cog-title-switcher.h
 *   gtk_accessible_announce (GTK 4.14)      cog_announce           cog-announce.h */

#include "cog-about.h"
#include "cog-announce.h"
#include "cog-file-dialog.h"
#include "cog-flap.h"
#include "cog-message-dialog.h"
#include "cog-row-suffix.h"
#include "cog-show-path.h"
#include "cog-style-text.h"
#include "cog-title-switcher.h"
#include "cog-widget-colour.h"
