/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-rich-buffer.h"

G_BEGIN_DECLS

/* An arrow key, to the right (a positive count) or left, by letters or words, in a view of a
 * CogRichBuffer that keeps a direction mark before its text. TRUE: the caret has gone to the next
 * place that the eye sees there, or there is none. FALSE: there is no mark, and GTK finds its way.
 */
gboolean
cog_rich_arrow_move (GtkTextView *view, int count, gboolean by_words, gboolean extends_selection);

G_END_DECLS
