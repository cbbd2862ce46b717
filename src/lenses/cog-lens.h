/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-agreement.h"
#include "cog-lens-finding.h"
#include "cog-lens-text.h"

G_BEGIN_DECLS

/* Between whom the lenses look. Immutable while they scan; any thread. */
typedef struct
{
  const char *source;    /* BCP 47: language and, where it is known, place of the source: "en-US" */
  const char *target;    /* of the adaptation: "kk-KZ" */
  GPtrArray *agreements; /* (element-type CogAgreement) (nullable) */
} CogLensContext;

/**
 * CogLens:
 *
 * Finds what is bound to a place, and proposes what can be done. One file (or folder) and one row
 * of the table in cog-lens-table.c. A lens keeps no state of its own but what never changes (word
 * lists, made once: g_once); scan() may run in several threads.
 *
 * scan() adds findings (CogLensFinding, by cog_lens_add()) for one text. Texts are mostly of the
 * source: a lens that looks at the adaptation's text says so. Where source and target are of the
 * same place for this lens (both metric, both in euro), it finds nothing.
 *
 * scan_section(): (nullable): what shows only in all texts of a section together (balance of names,
 * readability): called once with all of them, in order.
 */
typedef struct _CogLens CogLens;
struct _CogLens
{
  const char *id;    /* "measures": stable; command line, JSON, project file, tests */
  const char *name;  /* N_("Measures") */
  const char *about; /* N_(): one sentence for the person who chooses what to look for */
  void (*scan) (const CogLens *lens,
                const CogLensContext *context,
                const CogLensText *text,
                GPtrArray *findings);
  void (*scan_section) (const CogLens *lens,
                        const CogLensContext *context,
                        GPtrArray *texts,
                        GPtrArray *findings);
};

/* A finding in the tokens first … last, with KEEP proposed already (it stands last), text, range
 * and nth filled in. why: (transfer full). Owned by findings. (transfer none) */
CogLensFinding *cog_lens_add (const CogLens *lens,
                              const CogLensText *text,
                              guint first,
                              guint last,
                              const char *kind,
                              guint confidence,
                              char *why,
                              GPtrArray *findings);

/* The country of a tag: of its own, else the likeliest for the language ("kk" → "KZ"), "US" for
 * "en". ISO 3166; "" where none is known. (transfer full) */
char *cog_lens_dup_place (const char *tag);

G_END_DECLS
