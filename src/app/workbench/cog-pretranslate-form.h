/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-engine.h"
#include "cog-place.h"
#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogPretranslateForm:
 *
 * What a person chooses before a pretranslation: which part of the book, and from what it is
 * filled. Says how many passages are empty and which engines there are; both are read in a thread.
 *
 * Signals: "changed"; "read", what there is was read, and something can be chosen.
 */
#define COG_TYPE_PRETRANSLATE_FORM (cog_pretranslate_form_get_type ())
G_DECLARE_FINAL_TYPE (CogPretranslateForm, cog_pretranslate_form, COG, PRETRANSLATE_FORM, GtkWidget)

/* What is chosen. A plain value; borrows from the form. */
typedef struct
{
  const char *section; /* (nullable): the whole book */
  guint n_open;        /* passages that are empty there */
  gboolean repeats;
  gboolean memory;
  double threshold;    /* of the memory, as in CogPretranslateOptions */
  gboolean in_context; /* the same */
  CogEngine *engine;   /* (nullable) */
} CogPretranslateWish;

/* Reads anew what there is, for the section at hand. */
void cog_pretranslate_form_read (CogPretranslateForm *self, CogProject *project, CogPlace *place);
CogPretranslateWish cog_pretranslate_form_get_wish (CogPretranslateForm *self);
/* Whether anything can come of it. */
gboolean cog_pretranslate_form_is_ready (CogPretranslateForm *self);
/* words: (nullable) */
void cog_pretranslate_form_show_fault (CogPretranslateForm *self, const char *words);

G_END_DECLS
