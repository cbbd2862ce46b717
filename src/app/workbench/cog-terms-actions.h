/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-terms.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a person does with terms in the workbench, as actions of the page:
 * workbench.terms (Ctrl+T) puts the translation of the one term of the passage in at the caret, or
 * lets the person choose among several; workbench.insert-words (s) puts words in at the caret;
 * workbench.add-term (Ctrl+Shift+T) asks for a term, beginning with what is selected;
 * workbench.change-term (x) opens that entry of the glossary. */
void cog_terms_actions_install (GtkWidgetClass *klass);
/* Of this page; once. It holds the terms. */
void
cog_terms_actions_attach (GtkWidget *page, CogProject *project, CogPlace *place, CogTerms *terms);

G_END_DECLS
