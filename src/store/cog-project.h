/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-component.h"

G_BEGIN_DECLS

/**
 * CogProject:
 *
 * The project file: one SQLite file (application_id "Cgnt") that holds the sources (the original
 * file and its normal form, never changed), the adaptation, and its history. Every edit is one
 * durable transaction (WAL, synchronous=FULL); there is no Save. Closing leaves one file. While it
 * is open for writing, FILE.lock beside it says who has it, under a lock of the operating system,
 * which a crash releases.
 *
 * Thread-safe by a lock of its own; long runs take it for short times. What it returns are copies.
 */
#define COG_TYPE_PROJECT (cog_project_get_type ())
G_DECLARE_FINAL_TYPE (CogProject, cog_project, COG, PROJECT, GObject)

typedef enum
{
  COG_PROJECT_READ,  /* beside somebody who writes: allowed */
  COG_PROJECT_WRITE, /* COG_ERROR_BUSY with who has it (program, process, computer, since) */
} CogProjectMode;

/* Signals: "changed" (GStrv ids of units or NULL when the structure changed), emitted after
 * it is durable, in the thread of the edit, or of the home where one is set. */

/* Opening reads the outline, never the text: its time does not grow with the book. Errors: NEWER,
 * CORRUPT, BUSY, INPUT (no project). An older version's file is migrated, with a copy kept beside
 * it. */
CogProject *cog_project_open (const char *path, CogProjectMode mode, GError **error);

/* Puts the sources into a project that is being made. */
typedef gboolean (*CogProjectFill) (CogProject *project, gpointer user_data, GError **error);
/* A new file; it must not exist (G_IO_ERROR_EXISTS), and is never written over. It is made beside
 * its place, filled, and takes its name when all is durable: it is never half there, whatever fails
 * or ends. title NULL: the source's. fill (nullable): what it does is no step of the history. */
CogProject *cog_project_create (const char *path,
                                const char *language,
                                const char *title,
                                CogProjectFill fill,
                                gpointer user_data,
                                GError **error);
/* Adds a source: its book (taken apart into sections, units, assets, credits) and the original
 * file, byte for byte (nullable). Returns the source's id ("s1"); the sections of the first source,
 * and of later ones after them, become the adaptation's skeleton. In a later source every id begins
 * with its source's ("s2-intro"), and its assets stand in a folder of theirs ("s2/a.png"). */
char *cog_project_add_source (CogProject *self,
                              const CogBook *book,
                              const char *reader_id,
                              const char *original_name,
                              GBytes *original,
                              CogReport *report,
                              GError **error);
/* Also at the last unref. Leaves one file. */
gboolean cog_project_close (CogProject *self, GError **error);
/**
 * cog_project_open_beside:
 * @begins_log: also where nothing was edited since it was opened: its file is written to then
 *
 * For a long reading: a second connection to the file of a project that is open for writing. It
 * reads what is stored now, all of one moment, whatever is edited meanwhile, and keeps nobody
 * waiting. NULL: there can be none now, as where the disk is read-only, or passages are not stored;
 * then read the project itself. Ends with its last reference. Any thread. (transfer full)
 * (nullable)
 */
CogProject *cog_project_open_beside (CogProject *self, gboolean begins_log);
/* What was read in a thread may come after the project was closed: it is of no use then. */
gboolean cog_project_is_closed (CogProject *self);

/* An edit in another thread than the one that runs the context is told of in that one, a little
 * later. Set once, before anybody listens. */
void cog_project_set_home (CogProject *self, GMainContext *home);

const char *cog_project_get_path (CogProject *self);
char *cog_project_dup_language (CogProject *self);        /* of the adaptation */
char *cog_project_dup_source_language (CogProject *self); /* of the first source */
char *cog_project_dup_title (CogProject *self);
char *cog_project_dup_licence (CogProject *self); /* (nullable): not chosen yet */
/* Free fields of the edition: "title", "licence", "translator", "publisher", "year", "place", … as
 * an edit (undoable). value NULL removes. */
gboolean
cog_project_set_field (CogProject *self, const char *key, const char *value, GError **error);
char *cog_project_dup_field (CogProject *self, const char *key);

typedef struct
{
  char *id;            /* "s1" */
  char *reader;        /* "epub" */
  char *original_name; /* (nullable) */
  CogCredit *credit;   /* with licence and evidence */
  char *language;
} CogProjectSource;
void cog_project_source_free (CogProjectSource *source);
GPtrArray *
cog_project_list_sources (CogProject *self); /* (transfer full) (element-type CogProjectSource) */
/* The file that it came in as: open, in memory, at its beginning; the caller closes it. -1: an
 * error; COG_ERROR_NOT_FOUND: none is kept. Any thread. */
int cog_project_open_original (CogProject *self, const char *source, GError **error);

typedef struct
{
  char *id;
  char *parent; /* (nullable) */
  char *source; /* id of the source; NULL: added */
  guint depth;
  char *title;        /* of the source (nullable) */
  char *name;         /* of the source: its title, else its first words, for lists; never NULL */
  char *target_title; /* of the adaptation, where its heading is translated (nullable) */
  char *type;         /* epub:type (nullable) */
  gboolean is_omitted;
  /* kept up with each edit, so that the outline needs no text: */
  guint n_units, n_words;
  guint n_by_state[4];    /* units by CogState; omitted ones are not counted */
  guint n_by_decision[7]; /* units by CogDecision */
  guint n_words_done;     /* words of units beyond initial, and of kept and omitted ones */
  /* of those, what is as an engine wrote it, looked at by nobody: cog-project-engines.h */
  guint n_units_machine, n_words_machine;
} CogSectionInfo;
void cog_section_info_free (CogSectionInfo *info);
/* What a list calls it: its name, or, in_target, as the adaptation does where that has a title.
 * (transfer none) */
const char *cog_section_info_get_label (const CogSectionInfo *info, gboolean in_target);
/* Depth first, in the adaptation's order. (transfer full) (element-type CogSectionInfo) */
GPtrArray *cog_project_list_sections (CogProject *self);

/* The units of a section (NULL: of all), in the adaptation's order. (transfer full) (element-type
 * CogUnit) */
GPtrArray *cog_project_list_units (CogProject *self, const char *section, GError **error);
CogUnit *cog_project_dup_unit (CogProject *self, const char *id, GError **error);
/* The skeleton of a section for layout (tables, lists, figures): normal form in which each unit's
 * element stands empty with its id. which: the source's or the adaptation's. (transfer full) */
char *cog_project_dup_skeleton (CogProject *self,
                                const char *section,
                                gboolean of_target,
                                GError **error);
CogAsset *cog_project_dup_asset (CogProject *self, const char *name, GError **error);
/* Of a page of a scan (cog_asset_is_page()), the picture that was drawn of it takes its place,
 * under its name: no edit, and nothing to be undone. What cannot be kept, as in a project that is
 * open for reading, is drawn again. */
void cog_project_keep_drawn (CogProject *self, const CogAsset *drawn);

/* What to change; fields whose bit is not set stay. */
typedef enum
{
  COG_UNIT_SET_TARGET = 1 << 0,
  COG_UNIT_SET_STATE = 1 << 1,
  COG_UNIT_SET_DECISION = 1 << 2,
  COG_UNIT_SET_REASON = 1 << 3,
  COG_UNIT_SET_NOTE = 1 << 4,
} CogUnitSet;

typedef struct
{
  const char *unit;
  CogUnitSet set;
  const char *target; /* NULL or "" with SET_TARGET: back to untranslated */
  CogState state;
  CogDecision decision;
  const char *reason;
  const char *note;
  /* What is stored again and again while it is written: see cog_project_edit(). 0: none. */
  guint go;
} CogUnitEdit;

/* One or many edits as one step of the history and one transaction. A target must be inline normal
 * form (COG_ERROR_INPUT). Setting a target of an initial unit without a state makes it translated,
 * and the decision translated where none was taken (kept, if it equals the source). One edit of one
 * unit joins the step of the edit before, if that was of the same unit in the same go, and nothing
 * came between, neither another step nor undo: it is as durable, but undone together. A step that
 * so comes to change nothing is none. */
gboolean cog_project_edit (
    CogProject *self, const CogUnitEdit *edits, gsize n_edits, const char *label, GError **error);

/* Structure, each one step: */
gboolean cog_project_omit_section (
    CogProject *self, const char *section, gboolean omit, const char *reason, GError **error);
/* A unit of the adapter's own after another unit (or first in the section): element "p", "h2",
 * "li"… Returns its id. */
char *cog_project_add_unit (CogProject *self,
                            const char *section,
                            const char *after_unit,
                            const char *element,
                            const char *target,
                            GError **error);
gboolean cog_project_remove_added_unit (CogProject *self, const char *unit, GError **error);
/* Another picture in the place of an img. alt (nullable) describes it, as plain text: without it
 * the description is to be written anew. Rights and credits are from then on those of the new
 * picture (NULL: unknown), no more those of the old one; undo brings both back. asset->name is not
 * used: the project names its pictures itself. COG_ERROR_NOT_FOUND where there is no such img. */
typedef struct
{
  const char *image; /* id of the img */
  const CogAsset *asset;
  const CogCredit *credit; /* (nullable) */
  const char *alt;         /* (nullable) */
  /* It is the same drawing with its words translated: it keeps its description, and what its
   * licence says of changes holds for it. credit NULL: it has none of its own. */
  gboolean is_translation;
} CogPictureEdit;
gboolean cog_project_replace_picture (CogProject *self, const CogPictureEdit *edit, GError **error);

/* Credits of items: as found, with what the person corrected over it. */
GPtrArray *
cog_project_list_credits (CogProject *self); /* (transfer full) (element-type CogCredit) */
/* The same as they were found in the sources, also of what was replaced. */
GPtrArray *cog_project_list_found_credits (CogProject *self);
gboolean cog_project_set_credit (CogProject *self, const CogCredit *credit, GError **error);
/* Where a person goes to see an item (a figure, a table, a picture): the id of the first unit in
 * it. (transfer full) (nullable): NULL where there is none. */
char *cog_project_dup_unit_of_item (CogProject *self, const char *item);

/* The person's decision on a source's licence (an expression), over what was found. */
gboolean cog_project_set_source_licence (CogProject *self,
                                         const char *source,
                                         const char *licence,
                                         GError **error);

/* The person's correction of a whole source's credit, and of its licence, over what was found; the
 * source itself stays as it is. One step. */
gboolean cog_project_set_source_credit (CogProject *self,
                                        const char *source,
                                        const CogCredit *credit,
                                        GError **error);

/* History. */
typedef struct
{
  gint64 number;
  gint64 time;        /* Unix, seconds */
  char *label;        /* "Set 3 units" */
  gboolean is_undone; /* can be redone */
} CogHistoryStep;
void cog_history_step_free (CogHistoryStep *step);
GPtrArray *cog_project_list_history (CogProject *self,
                                     guint limit); /* newest first (transfer full) */
/* How many steps were really undone. COG_ERROR_REFUSED when there is none. */
guint cog_project_undo (CogProject *self, guint steps, GError **error);
guint cog_project_redo (CogProject *self, guint steps, GError **error);
gboolean cog_project_can_undo (CogProject *self);
gboolean cog_project_can_redo (CogProject *self);

/* Whole books, for writers, checks and tests: */
CogBook *cog_project_dup_source_book (CogProject *self, const char *source, GError **error);
/**
 * cog_project_dup_adaptation:
 * @sections: (nullable): ids; with what is below them. NULL: all that is not omitted.
 *
 * The adaptation as a book: targets in the place of sources, what is omitted left out (with the
 * containers that become empty), what is added put in, what is untranslated in the source's
 * language and marked by lang and dir. credit holds the edition's title, people and licence;
 * credits those of the items still in it; sources the credits of the sources that are really in it.
 */
CogBook *cog_project_dup_adaptation (CogProject *self, const char *const *sections, GError **error);
/* The pieces really in use with their sources, for cog_evaluation. (transfer full) (element-type
 * CogComponent) */
GPtrArray *cog_project_list_components (CogProject *self, GError **error);

G_END_DECLS
