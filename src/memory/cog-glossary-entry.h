/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ISO 30042:2019 (TBX-Basic), administrativeStatus; "superseded" is deprecated, too. */
typedef enum
{
  COG_TERM_PREFERRED, /* the one to be used */
  COG_TERM_ADMITTED,  /* may be used */
  COG_TERM_FORBIDDEN, /* is not to be used: deprecated */
} CogTermStatus;

#define COG_TERM_N_STATUSES 3

/* "preferred", "admitted", "forbidden": the words of the command line, CSV and JSON. */
const char *cog_term_status_to_nick (CogTermStatus status);
/* Those, and the words that TBX and other programs have for them, such as "deprecatedTerm-admn-sts"
 * and "notRecommended", whatever their case. */
gboolean cog_term_status_from_nick (const char *nick, CogTermStatus *status);
/* Translated, for people: "Preferred". */
const char *cog_term_status_get_name (CogTermStatus status);

/* A word for a concept in one language. Strings are UTF-8; NULL: not known. */
typedef struct
{
  char *language; /* BCP 47 */
  char *text;
  CogTermStatus status;
  char *part_of_speech; /* of TBX: "noun", "verb", "adjective", "adverb", "properNoun", "other" */
  char *note;           /* on its use */
  char *extra;          /* what else an exchange file said: lines "element TAB type TAB value" */
} CogGlossaryTerm;

/**
 * CogGlossaryEntry:
 *
 * A concept, with its terms in each language: what TBX calls a conceptEntry. An entry with a
 * project is for that project alone.
 */
typedef struct
{
  gint64 id;        /* in the glossary; 0: in none yet */
  char *identifier; /* that an exchange file gave it */
  char *subject;    /* field: "mechanics" */
  char *definition;
  char *note;
  char *origin;     /* the file or person that it is from, for people */
  char *licence;    /* an id of the catalogue, else the words found */
  char *project;    /* the id of a project; NULL: for all */
  char *extra;      /* as of a term */
  gint64 date;      /* of the last change: seconds since 1970, 0: unknown */
  GPtrArray *terms; /* (element-type CogGlossaryTerm): of a language, the better one first */
} CogGlossaryEntry;

CogGlossaryEntry *cog_glossary_entry_new (void);
CogGlossaryEntry *cog_glossary_entry_copy (const CogGlossaryEntry *entry);
void cog_glossary_entry_free (CogGlossaryEntry *entry);
/* A term at its end; text: its white space is folded. (transfer none) */
CogGlossaryTerm *
cog_glossary_entry_add (CogGlossaryEntry *entry, const char *language, const char *text);
/* The best term of the language, whatever its region; NULL: there is none that may be used.
 * (transfer none) (nullable) */
const CogGlossaryTerm *cog_glossary_entry_find (const CogGlossaryEntry *entry,
                                                const char *language);
gboolean
cog_glossary_entry_has (const CogGlossaryEntry *entry, const char *language, const char *text);
/* All that may be used in the language, the best first: "force, strength". (transfer full) */
char *cog_glossary_entry_dup_list (const CogGlossaryEntry *entry, const char *language);
/* One line more of what an exchange file said. */
void
cog_glossary_add_extra (char **extra, const char *element, const char *type, const char *value);

CogGlossaryTerm *cog_glossary_term_new (void);
void cog_glossary_term_free (CogGlossaryTerm *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogGlossaryEntry, cog_glossary_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogGlossaryTerm, cog_glossary_term_free)

G_END_DECLS
