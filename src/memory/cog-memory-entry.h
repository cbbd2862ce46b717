/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogMemoryEntry:
 *
 * A segment and its translation, and where they are from. Texts are UTF-8; a string that is not
 * known is NULL.
 */
typedef struct
{
  char *source; /* plain text */
  char *target;
  char *source_inline; /* the same as XHTML, where it has inline elements (nullable) */
  char *target_inline;
  char *source_language; /* BCP 47 */
  char *target_language;
  guint64 previous; /* cog_memory_hash_context() of the segment before, 0: unknown or none */
  guint64 next;
  char *origin;  /* a file's name, or who made it, for people (nullable) */
  char *project; /* (nullable) */
  char *place;   /* whose translation it is, unlike that of any other project: a later one of the
                    same place replaces it (nullable) */
  char *creator; /* (nullable) */
  char *licence; /* an id of the catalogue, else the words found (nullable) */
  gint64 date;   /* seconds since 1970, 0: unknown */
} CogMemoryEntry;

CogMemoryEntry *cog_memory_entry_new (void);
void cog_memory_entry_free (CogMemoryEntry *self);
/* The same the other way round: what was the translation is the source. */
void cog_memory_entry_turn (CogMemoryEntry *self);

/* Segments before and after are known by their folded text. NULL or "": 0. */
guint64 cog_memory_hash_context (const char *text);

typedef enum
{
  COG_MATCH_FUZZY,
  COG_MATCH_ADJUSTED, /* the same but for numbers, which are those of the text sought now */
  COG_MATCH_EXACT,    /* the same text */
  COG_MATCH_CONTEXT,  /* and the same segment before or after */
} CogMemoryMatchKind;

typedef struct
{
  CogMemoryEntry *entry;
  CogMemoryMatchKind kind;
  double score; /* 0 … 100; 100: the text is the same but for white space */
} CogMemoryMatch;

void cog_memory_match_free (CogMemoryMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogMemoryEntry, cog_memory_entry_free)

G_END_DECLS
