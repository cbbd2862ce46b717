/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-glossary.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogTermDialog:
 *
 * A term and its translation, to be put into the glossary, changed there, or taken out. It is kept
 * in the glossary of this person.
 *
 * Signal: "stored", after the glossary was changed.
 */
#define COG_TYPE_TERM_DIALOG (cog_term_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CogTermDialog, cog_term_dialog, COG, TERM_DIALOG, AdwWindow)

typedef struct
{
  const char *from, *to;          /* BCP 47 */
  const char *project;            /* what an entry for this book alone names it by (nullable) */
  const char *term, *translation; /* to begin with (nullable) */
} CogTermStart;

/* entry: to be changed, copied; NULL: a new one. */
GtkWidget *
cog_term_dialog_new (GtkWindow *parent, const CogTermStart *start, const CogGlossaryEntry *entry);

G_END_DECLS
