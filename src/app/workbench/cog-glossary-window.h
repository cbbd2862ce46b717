/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogGlossaryWindow:
 *
 * The glossary's entries for the languages of a project, as a list to search: to add, change and
 * remove, to take in from a file and to write to one.
 *
 * Signal: "changed", after the glossary was changed here.
 */
#define COG_TYPE_GLOSSARY_WINDOW (cog_glossary_window_get_type ())
G_DECLARE_FINAL_TYPE (CogGlossaryWindow, cog_glossary_window, COG, GLOSSARY_WINDOW, AdwWindow)

GtkWidget *cog_glossary_window_new (GtkWindow *parent, CogProject *project);
/* Reads the list again: it was changed elsewhere. */
void cog_glossary_window_refresh (CogGlossaryWindow *self);

G_END_DECLS
