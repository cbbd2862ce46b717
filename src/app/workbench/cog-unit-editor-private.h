/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-link-popover.h"
#include "cog-missing-chips.h"
#include "cog-rich-view.h"
#include "cog-spelling-marks.h"
#include "cog-unit-editor.h"

G_BEGIN_DECLS

struct _CogUnitEditor
{
  GtkWidget parent_instance;
  GtkWidget *box;
  CogRichView *view;
  CogRichBuffer *buffer; /* the view's, borrowed */
  GtkWidget *bar, *tools, *done;
  GtkMenuButton *link, *more;
  CogLinkPopover *popover;
  CogMissingChips *chips;
  CogSpellingMarks *spelling;  /* (nullable) */
  GSimpleActionGroup *actions; /* write.… */
  CogUnit *unit;
  CogText *source; /* NULL: the unit has none */
  char *loaded;    /* XHTML of the target as it was read */
  guint rest;      /* timer: what was typed is to be stored */
  guint look;      /* timer: chips are to be looked after */
  guint back;      /* the keyboard, to the text */
  guint settle;    /* idle */
  int width;       /* for which the text was laid out */
  gboolean is_loading, is_touched;
};

/* Makes the actions of the toolbar and of its menu. */
void cog_unit_editor_add_actions (CogUnitEditor *self);
/* The toggles show the style at the caret. */
void cog_unit_editor_show_style (CogUnitEditor *self);
/* A key with the text in hand; TRUE: it was one of ours. */
gboolean cog_unit_editor_press (CogUnitEditor *self, guint key, GdkModifierType state);
/* Puts the chips beside the tools or below them. */
void cog_unit_editor_place_chips (CogUnitEditor *self);
/* Leaves: next is that of the signal. */
void cog_unit_editor_finish (CogUnitEditor *self, gboolean next);
/* Stores, and goes to another row by an action of the page. */
void cog_unit_editor_go (CogUnitEditor *self, const char *action);
/* Titles and alternative texts have no markup. */
gboolean cog_unit_editor_is_plain (CogUnitEditor *self);

G_END_DECLS
