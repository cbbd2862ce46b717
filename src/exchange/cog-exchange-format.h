/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-unit.h"
#include "cog-memory.h"

G_BEGIN_DECLS

/* A term of a glossary with its translation. All are borrowed. */
typedef struct
{
  const char *term;
  const char *translation;
  const char *definition; /* (nullable) */
} CogExchangeTerm;

/* What every file of an export says, and what helps those who translate. All are borrowed. */
typedef struct
{
  const char *source_language; /* BCP 47 */
  const char *target_language;
  const char *original; /* the source's own file, for people */
  const char *title;    /* of the project */
  CogMemory *memory;    /* (nullable): what resembles is offered beside what is not translated */
  const CogExchangeTerm *terms; /* (nullable) */
  gsize n_terms;
} CogExchangeHead;

/* The units of a section, in order. */
typedef struct
{
  const char *id;
  const char *title; /* (nullable) */
  GPtrArray *units;  /* (element-type CogExchangeUnit) */
} CogExchangeSection;

/* For each unit of a file, in its order; takes it. FALSE with an error ends the reading. */
typedef gboolean (*CogExchangeUnitFunc) (CogExchangeUnit *unit, gpointer user_data, GError **error);
/* A part of the file is damaged and left out: at that line (0: at the end, the file is cut off). */
typedef void (*CogExchangeFaultFunc) (guint line, gpointer user_data);
/* The languages of what follows (nullable: it does not say): FALSE: it is not wanted. */
typedef gboolean (*CogExchangeLanguagesFunc) (const char *source_language,
                                              const char *target_language,
                                              guint line,
                                              gpointer user_data);

typedef struct
{
  CogExchangeUnitFunc take;
  CogExchangeFaultFunc damaged;
  CogExchangeLanguagesFunc languages;
  gpointer user_data;
} CogExchangeReceiver;

/**
 * CogExchangeFormat:
 *
 * One format of exchange: a const struct in its own file, a row in cog-exchange-formats.c. Writers
 * are deterministic; a section is written at a time, so that a book need not be held. Readers are
 * given the whole file as UTF-8, which may be mapped and hostile; they keep a unit at a time. Lines
 * count from 1. What does not follow the format is COG_ERROR_INPUT.
 */
typedef struct
{
  const char *id; /* "xliff-2.1" */
  const char *name;
  const char *extension; /* ".xlf" */
  void (*begin) (GString *out, const CogExchangeHead *head);
  void (*section) (GString *out, const CogExchangeHead *head, const CogExchangeSection *section);
  void (*end) (GString *out);
  /* Whether the file is of this format, by what it holds. */
  gboolean (*is_mine) (const char *text, gsize n_bytes);
  gboolean (*read) (const char *text,
                    gsize n_bytes,
                    const char *name,
                    const CogExchangeReceiver *receiver,
                    GError **error);
} CogExchangeFormat;

extern const CogExchangeFormat cog_exchange_xliff_2;
extern const CogExchangeFormat cog_exchange_xliff_1;
extern const CogExchangeFormat cog_exchange_po;
extern const CogExchangeFormat cog_exchange_tmx; /* it has no read: a memory is laid over a book */

/* NULL-terminated. */
const CogExchangeFormat *const *cog_exchange_formats_get (void);
const CogExchangeFormat *cog_exchange_format_find (const char *id);
/* By the name of a file that is to be written; NULL: none has that extension. */
const CogExchangeFormat *cog_exchange_format_for_name (const char *path);

G_END_DECLS
