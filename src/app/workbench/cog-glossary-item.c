/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-glossary-item.h"

#include <string.h>

struct _CogGlossaryItem
{
  GObject parent_instance;
  CogGlossaryEntry *entry;
  char *term, *translation;
  char *folded; /* all of its words */
};

G_DEFINE_FINAL_TYPE (CogGlossaryItem, cog_glossary_item, G_TYPE_OBJECT)

static void
cog_glossary_item_finalize (GObject *object)
{
  CogGlossaryItem *self = COG_GLOSSARY_ITEM (object);

  cog_glossary_entry_free (self->entry);
  g_free (self->term);
  g_free (self->translation);
  g_free (self->folded);
  G_OBJECT_CLASS (cog_glossary_item_parent_class)->finalize (object);
}

static void
cog_glossary_item_class_init (CogGlossaryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_glossary_item_finalize;
}

static void
cog_glossary_item_init (CogGlossaryItem *self)
{
}

static char *
dup_folded (const CogGlossaryEntry *entry)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < entry->terms->len; i++)
    g_string_append_printf (words, "%s\n",
                            ((const CogGlossaryTerm *)g_ptr_array_index (entry->terms, i))->text);
  if (entry->subject != NULL)
    g_string_append (words, entry->subject);
  return g_utf8_casefold (words->str, -1);
}

CogGlossaryItem *
cog_glossary_item_new (CogGlossaryEntry *entry, const char *from, const char *to)
{
  CogGlossaryItem *self;

  g_return_val_if_fail (entry != NULL && from != NULL && to != NULL, NULL);

  self = g_object_new (COG_TYPE_GLOSSARY_ITEM, NULL);
  self->entry = entry;
  self->term = cog_glossary_entry_dup_list (entry, from);
  self->translation = cog_glossary_entry_dup_list (entry, to);
  self->folded = dup_folded (entry);
  return self;
}

const CogGlossaryEntry *
cog_glossary_item_get_entry (CogGlossaryItem *self)
{
  g_return_val_if_fail (COG_IS_GLOSSARY_ITEM (self), NULL);
  return self->entry;
}

const char *
cog_glossary_item_get_term (CogGlossaryItem *self)
{
  g_return_val_if_fail (COG_IS_GLOSSARY_ITEM (self), NULL);
  return self->term;
}

const char *
cog_glossary_item_get_translation (CogGlossaryItem *self)
{
  g_return_val_if_fail (COG_IS_GLOSSARY_ITEM (self), NULL);
  return self->translation;
}

gboolean
cog_glossary_item_has (CogGlossaryItem *self, const char *wanted)
{
  g_return_val_if_fail (COG_IS_GLOSSARY_ITEM (self) && wanted != NULL, FALSE);
  return strstr (self->folded, wanted) != NULL;
}
