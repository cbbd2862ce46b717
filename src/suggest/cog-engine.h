/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogEngine:
 *
 * Whoever translates by machine: a program on this computer, or a server that the person entered.
 * Nothing is sent anywhere but by cog_engine_list_pairs() and what translates, and then only to the
 * address of the engine. All of it blocks: not for the main thread. An engine belongs to one thread
 * at a time.
 *
 * Texts go through an engine as they stand in a book by cog-engine-texts.h.
 */
#define COG_TYPE_ENGINE (cog_engine_get_type ())
G_DECLARE_DERIVABLE_TYPE (CogEngine, cog_engine, COG, ENGINE, GObject)

/* What an engine translates from and into, in the engine's own codes: { "eng", "spa_US" }. */
typedef struct
{
  char *from;
  char *to;
} CogEnginePair;
CogEnginePair *cog_engine_pair_new (const char *from, const char *to);
void cog_engine_pair_free (CogEnginePair *pair);

struct _CogEngineClass
{
  GObjectClass parent_class;

  /* How many texts a call of translate() takes at most, and how many bytes. */
  guint most_texts;
  gsize most_bytes;
  /* (transfer full) (element-type CogEnginePair) */
  GPtrArray *(*list_pairs) (CogEngine *self, GCancellable *cancellable, GError **error);
  /* html: fragments of HTML, a sentence each. Returns as many, NULL in the place of one that could
   * not be had. (transfer full) (element-type utf8) */
  GPtrArray *(*translate) (CogEngine *self,
                           const CogEnginePair *pair,
                           GPtrArray *html,
                           GCancellable *cancellable,
                           GError **error);
  gboolean (*is_there) (CogEngine *self);
};

/* "apertium", "libretranslate:translate.example.org": also what the project file records. */
const char *cog_engine_get_id (CogEngine *self);
/* As people call it, translated: "Apertium on this computer", "translate.example.org". */
const char *cog_engine_get_name (CogEngine *self);
/* Where texts are sent; NULL: they stay on this computer. (nullable) */
const char *cog_engine_get_address (CogEngine *self);
/* Whether it can be asked at all: its program is installed; this build reaches servers. */
gboolean cog_engine_is_there (CogEngine *self);
/* Words that the engine did not know, in all that it translated until now. */
guint cog_engine_get_n_unknown (CogEngine *self);

/* What it can translate. Asked once, and kept. (transfer none) (element-type CogEnginePair) */
GPtrArray *cog_engine_list_pairs (CogEngine *self, GCancellable *cancellable, GError **error);
/* The pair for two languages (BCP 47): the one that names the target's region, else the one that
 * names none. COG_ERROR_UNSUPPORTED where there is none. (transfer none) */
const CogEnginePair *cog_engine_find_pair (
    CogEngine *self, const char *from, const char *to, GCancellable *cancellable, GError **error);

/* For engines themselves. */
void cog_engine_set_names (CogEngine *self, const char *id, const char *name, const char *address);
void cog_engine_add_unknown (CogEngine *self, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogEnginePair, cog_engine_pair_free)

G_END_DECLS
