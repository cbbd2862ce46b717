/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shelf-book.h"

#include "cog-language-list.h"
#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CogShelfBook
{
  GObject parent_instance;
  char *path;
  CogShelfFacts *facts;
  char *words; /* casefolded: what a search looks in */
  gint64 used;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CogShelfBook, cog_shelf_book, G_TYPE_OBJECT)

static void
cog_shelf_book_finalize (GObject *object)
{
  CogShelfBook *self = COG_SHELF_BOOK (object);

  g_free (self->path);
  g_free (self->words);
  cog_shelf_facts_free (self->facts);
  G_OBJECT_CLASS (cog_shelf_book_parent_class)->finalize (object);
}

static void
cog_shelf_book_class_init (CogShelfBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_shelf_book_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_shelf_book_init (CogShelfBook *self)
{
}

static char *
dup_name (const char *tag)
{
  return tag != NULL ? cog_language_dup_name (tag, cog_language_get_interface ()) : g_strdup ("");
}

static void
gather_words (CogShelfBook *self)
{
  g_autofree char *own = NULL;
  g_autofree char *to = dup_name (self->facts->language);
  g_autofree char *from = dup_name (self->facts->source_language);
  g_autofree char *all = NULL;

  own = self->facts->language != NULL ? cog_language_dup_own_name (self->facts->language)
                                      : g_strdup ("");
  all = g_strdup_printf ("%s\n%s\n%s\n%s\n%s\n%s",
                         self->facts->title != NULL ? self->facts->title : "", own, to, from,
                         self->facts->language != NULL ? self->facts->language : "",
                         self->facts->licence != NULL ? self->facts->licence : "");
  g_free (self->words);
  self->words = g_utf8_casefold (all, -1);
}

CogShelfBook *
cog_shelf_book_new (const char *path, CogShelfFacts *facts, gint64 used)
{
  CogShelfBook *self;

  g_return_val_if_fail (path != NULL && facts != NULL, NULL);

  self = g_object_new (COG_TYPE_SHELF_BOOK, NULL);
  self->path = g_strdup (path);
  self->facts = facts;
  self->used = used;
  gather_words (self);
  return self;
}

void
cog_shelf_book_update (CogShelfBook *self, CogShelfFacts *facts, gint64 used)
{
  g_return_if_fail (COG_IS_SHELF_BOOK (self));

  if (facts != NULL)
    {
      cog_shelf_facts_free (self->facts);
      self->facts = facts;
      gather_words (self);
    }
  self->used = used;
  g_signal_emit (self, changed_signal, 0);
}

const char *
cog_shelf_book_get_path (CogShelfBook *self)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self), NULL);
  return self->path;
}

const CogShelfFacts *
cog_shelf_book_get_facts (CogShelfBook *self)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self), NULL);
  return self->facts;
}

gint64
cog_shelf_book_get_used (CogShelfBook *self)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self), 0);
  return self->used;
}

gboolean
cog_shelf_book_is_ready (CogShelfBook *self)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self), FALSE);
  return self->facts->condition == COG_SHELF_READY;
}

char *
cog_shelf_book_dup_languages (CogShelfBook *self)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self), NULL);

  if (self->facts->condition == COG_SHELF_OLDER)
    return g_strdup (_ ("From an older Cognate"));
  if (self->facts->language == NULL)
    return NULL;
  return cog_language_dup_pair (self->facts->source_language, self->facts->language);
}

const char *
cog_shelf_book_get_trouble (CogShelfBook *self)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self), NULL);

  switch (self->facts->condition)
    {
    case COG_SHELF_READY:
    case COG_SHELF_UNREAD:
    case COG_SHELF_OLDER:
      return NULL;
    case COG_SHELF_DAMAGED:
      return _ ("Damaged");
    case COG_SHELF_NEWER:
      return _ ("Needs a newer Cognate");
    case COG_SHELF_FOREIGN:
      return _ ("No Cognate project");
    case COG_SHELF_UNREADABLE:
      return _ ("Cannot be read");
    }
  return NULL;
}

gboolean
cog_shelf_book_matches (CogShelfBook *self, const char *query)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self) && query != NULL, FALSE);
  return strstr (self->words, query) != NULL;
}

static int
compare_texts (const char *a, const char *b)
{
  return g_utf8_collate (a != NULL ? a : "", b != NULL ? b : "");
}

static int
compare_used (const CogShelfBook *a, const CogShelfBook *b)
{
  return a->used != b->used ? (a->used > b->used ? -1 : 1) : compare_texts (a->path, b->path);
}

int
cog_shelf_book_compare (CogShelfBook *a, CogShelfBook *b, CogShelfOrder order)
{
  int result = 0;

  g_return_val_if_fail (COG_IS_SHELF_BOOK (a) && COG_IS_SHELF_BOOK (b), 0);

  switch (order)
    {
    case COG_SHELF_ORDER_USED:
      break;
    case COG_SHELF_ORDER_TITLE:
      result = compare_texts (a->facts->title, b->facts->title);
      break;
    case COG_SHELF_ORDER_LANGUAGE:
      {
        g_autofree char *first = dup_name (a->facts->language);
        g_autofree char *second = dup_name (b->facts->language);

        result = compare_texts (first, second);
        break;
      }
    case COG_SHELF_ORDER_PROGRESS:
      result = a->facts->share < b->facts->share ? 1 : a->facts->share > b->facts->share ? -1 : 0;
      break;
    }
  return result != 0 ? result : compare_used (a, b);
}
