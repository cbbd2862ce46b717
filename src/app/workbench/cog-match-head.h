/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-suggestion.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The upper part of a slip for a match of the memory: its score as a pill (green from 90), the key
 * that takes it, what was translated, with the words that differ from the passage in blue and
 * underlined, and the translation. */
GtkWidget *cog_match_head_new (const CogSuggestion *suggestion);

G_END_DECLS
