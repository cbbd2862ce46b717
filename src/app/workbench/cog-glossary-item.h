/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-glossary.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* An entry of the glossary in a list, with its words for two languages. Immutable. */
#define COG_TYPE_GLOSSARY_ITEM (cog_glossary_item_get_type ())
G_DECLARE_FINAL_TYPE (CogGlossaryItem, cog_glossary_item, COG, GLOSSARY_ITEM, GObject)

/* Takes the entry. */
CogGlossaryItem *cog_glossary_item_new (CogGlossaryEntry *entry, const char *from, const char *to);
const CogGlossaryEntry *cog_glossary_item_get_entry (CogGlossaryItem *self);
const char *cog_glossary_item_get_term (CogGlossaryItem *self);
const char *cog_glossary_item_get_translation (CogGlossaryItem *self); /* "": none */
/* Whether its words have these, whatever their case. wanted: folded by g_utf8_casefold(). */
gboolean cog_glossary_item_has (CogGlossaryItem *self, const char *wanted);

G_END_DECLS
