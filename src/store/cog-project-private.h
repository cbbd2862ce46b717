/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-progress.h"
#include "cog-project.h"
#include "cog-query.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define COG_PROJECT_APPLICATION_ID 0x43676e74 /* "Cgnt" */
#define COG_PROJECT_VERSION 5

typedef struct _CogProjectLock CogProjectLock;

struct _CogProject
{
  GObject parent_instance;
  GRecMutex mutex;    /* cog_project_enter() */
  int n_waiting;      /* for it; atomic */
  GMainContext *home; /* where edits are told of; NULL: in their thread */
  char *path;
  sqlite3 *db; /* NULL: closed */
  CogProjectLock *lock;
  CogProjectMode mode;
  gboolean is_accepted; /* it is a project, of our version, and may be tidied up */
  gboolean is_set_up;   /* for writing */
  GError *fault;        /* the first that a list without an error of its own met; nullable */
  gint64 step;          /* the step that is being written; 0: none */
  gint64 n_changes;     /* in it */
  gint64 go_step;       /* the step that an edit of the same go may join; 0: none */
  guint go;
  char *go_unit;
  GHashTable *drafts; /* unit → target that could not be stored (nullable) */
  char *draft_fault;
};

/* By its first bytes: INPUT (no project), NEWER, or it cannot be read. */
gboolean cog_project_check_header (const char *path, GError **error);
/* file: usually the project's path. */
gboolean cog_project_open_database (CogProject *self, const char *file, int flags, GError **error);
/* Everything that touches the database, or what is kept of it, is between these; they nest. */
void cog_project_enter (CogProject *self);
void cog_project_leave (CogProject *self);
/* Between two parts of a long reading: whoever waits to enter does so before the next part. A mutex
 * is not fair: who leaves and enters again is mostly first. */
void cog_project_let_others (CogProject *self);
/* "changed" with ids of units (nullable), or "drafts-changed": in the thread of the home. */
void cog_project_emit (CogProject *self, const char *signal, const char *const *ids);

/* The write-ahead log is begun by the first edit, or the first long reading beside others: a
 * project that was only looked at stays as it was to the byte, and the next one to look at it has
 * nothing to wait for. Fails where the file has no name any more. */
gboolean cog_project_prepare_writing (CogProject *self, GError **error);
/* Begins a transaction; every write is in one. COG_ERROR_REFUSED where it was opened for reading.
 */
gboolean cog_project_begin (CogProject *self, GError **error);
void cog_project_set_newer (const char *name, GError **error);

/* Who has the file: FILE.lock. */
CogProjectLock *cog_project_lock_take (const char *path, GError **error);
void cog_project_lock_release (CogProjectLock *lock);

/* Where lists that have no error of their own put the first fault of reading, so that nothing is
 * published, and no right computed, from the half that could be read: whoever makes such a thing
 * clears the fault before, and checks after. */
GError **cog_project_fault (CogProject *self);
gboolean cog_project_check_fault (CogProject *self, GError **error);

/* Where a project is made before it takes its place: takes away what a crash left there. For who
 * has the lock of the place. */
void cog_project_clear_workplace (const char *path);
/* Makes the file durable and gives it the name, unless something stands there
 * (G_IO_ERROR_EXISTS). Both are in one file system. */
gboolean cog_project_take_place (const char *file, const char *path, GError **error);

/* The tables. */
gboolean cog_project_schema_create (sqlite3 *db, GError **error);
/* Checks application, version and tables; migrates an older file when mode is WRITE. */
gboolean cog_project_schema_check (CogProject *self, GError **error);

/* A step of the history: everything between is one transaction. _begin cuts what was undone. */
gboolean cog_project_begin_step (CogProject *self, const char *label, GError **error);
/* The same, going on with the last step, if it is still open to this edit; what is recorded first
 * counts from what was before that step. */
gboolean cog_project_begin_edit_step (CogProject *self,
                                      const CogUnitEdit *edit,
                                      const char *label,
                                      GError **error);
/* Ends it, too. */
gboolean
cog_project_end_edit_step (CogProject *self, const CogUnitEdit *edit, gboolean ok, GError **error);
/* No edit joins what is there now. */
void cog_project_end_go (CogProject *self);
/* ok FALSE: rolls back. Returns whether it is durable. */
gboolean cog_project_end_step (CogProject *self, gboolean ok, GError **error);

/* Tables whose rows the history may change, and which of their columns. */
typedef enum
{
  COG_ROW_UNIT,
  COG_ROW_SECTION,
  COG_ROW_META,
  COG_ROW_CREDIT,
  COG_ROW_SOURCE,
  COG_ROW_OWN_SECTION, /* one of the adapter's own, which may come and go */
  COG_ROW_PLACE,       /* of a section, in the adaptation */
  COG_ROW_ANSWER,
  COG_ROW_AGREEMENT,
  COG_ROW_ENGINE_TEXT,
  COG_ROW_FORMER_SOURCE,
} CogRowKind;

/* The row as it is, for the history; call before changing it. NULL: there is none, or it could not
 * be read: then the error is set, or, where none is given, the project's fault, which fails the
 * step. */
char *cog_project_row_to_json (CogProject *self, CogRowKind kind, const char *key, GError **error);
/* … and this after, with what _to_json gave. */
gboolean cog_project_record (
    CogProject *self, CogRowKind kind, const char *key, const char *before, GError **error);
/* What such a text holds, borrowed from the parser; NULL where it is anything else: a project may
 * come from elsewhere. json: (nullable). (transfer none) (nullable) */
JsonObject *cog_project_row_parse (JsonParser *parser, const char *json);
/* Makes the row what json says; NULL: there is no such row. What json does not name stays. */
gboolean cog_project_set_row (
    CogProject *self, CogRowKind kind, const char *key, const char *json, GError **error);

/* Edits of units as part of a step; and who is told of them after it. */
gboolean
cog_project_edit_units (CogProject *self, const CogUnitEdit *edits, gsize n_edits, GError **error);

/* The structure of a section: as it stands, and changed as part of a step. */
char *cog_project_dup_structure (CogProject *self,
                                 const char *section,
                                 gboolean of_target,
                                 GError **error);
gboolean cog_project_save_structure (CogProject *self,
                                     const char *section,
                                     xmlDoc *document,
                                     GError **error);

/* Keeps the bytes of a picture of the adapter's, once, whatever its name was. Returns the name that
 * it has here. (transfer full) */
char *cog_project_store_picture (CogProject *self,
                                 const CogAsset *asset,
                                 gboolean is_translation,
                                 GError **error);
/* A source as it comes into a project. is_absent: none of its sections is in the adaptation yet. */
typedef struct
{
  const CogBook *book;
  const char *reader;
  const char *original_name; /* (nullable) */
  GBytes *original;          /* (nullable) */
  gboolean is_absent;
  CogReport *report;           /* what its reader found (nullable) */
  const CogProgress *progress; /* (nullable) */
  GCancellable *cancellable;   /* (nullable) */
} CogProjectImport;
/* Inside a transaction. Returns the source's id. (transfer full) */
char *cog_project_import_book (CogProject *self, const CogProjectImport *what, GError **error);
/* Of it, as parts: where the book's units were printed; and what was kept and found. book is as it
 * stands in the project: prefix is what its ids have there before those in the report (nullable).
 */
gboolean cog_project_insert_places (CogProject *self,
                                    const char *source,
                                    const CogBook *book,
                                    GError **error);
gboolean cog_project_insert_report (CogProject *self,
                                    const char *source,
                                    const CogBook *book,
                                    const char *prefix,
                                    CogReport *report,
                                    GError **error);

/* What was found of the items of a book; first: where they stand among the project's. */
gboolean
cog_project_insert_credits (CogProject *self, const CogBook *book, gint64 first, GError **error);
/* A copy of the file beside it, as it is stored now: PATH.SUFFIX, or PATH.SUFFIX-2 where that is
 * there. Returns its path. (transfer full) */
char *cog_project_copy_beside (CogProject *self, const char *suffix, GError **error);

/* In SQL, of a row of credit: it is not of a section that only its source has. */
#define COG_CREDIT_IN_BOOK                                                                         \
  "NOT EXISTS (SELECT 1 FROM section WHERE section.id = credit.section AND is_absent <> 0)"

/* In SQL: the position of a credit that comes behind all others. Not their number: where one was
 * taken out, that is the position of another. */
#define COG_CREDIT_NEXT "(SELECT coalesce (max (position) + 1, 0) FROM credit)"

/* In SQL: credits that have one position, as files of former versions hold, stand in an order that
 * does not depend on when their rows were written. */
#define COG_CREDIT_ORDER "position, key"

/* In SQL, of rows of unit and of engine_text: it is as the engine wrote it, and nobody reviewed it.
 */
#define COG_ENGINE_TEXT_STANDS                                                                     \
  "unit.id = engine_text.unit AND unit.target = engine_text.target"                                \
  " AND unit.state IN ('initial', 'translated') AND unit.decision <> 'omitted'"

/* In SQL, of rows of unit and of former_source: who reviews a unit has looked at both. */
#define COG_FORMER_SOURCE_STANDS                                                                   \
  "unit.id = former_source.unit AND unit.state NOT IN ('reviewed', 'final')"                       \
  " AND unit.source <> former_source.source"

/* The section whose structure holds the element. (transfer full) (nullable) */
char *cog_project_dup_section_of (CogProject *self, const char *id);
/* The ids of the pictures in an item: while one of them is in use, so is the item. (transfer full)
 */
char *cog_project_dup_images (const xmlNode *item);
/* "figure", "table", "quotation", "media": how the credit of an item is filed. (transfer none) */
const char *cog_project_item_kind (const xmlNode *item);

/* A picture whose words only were translated: it is used changed, and its licence must allow that.
 */
#define COG_KIND_TRANSLATED "translated-figure"

/* The structure of the section that holds the element. COG_ERROR_NOT_FOUND where none does.
 * section: (out) (transfer full). (transfer full) */
xmlDoc *
cog_project_open_structure (CogProject *self, const char *id, char **section, GError **error);
/* The element whose credit speaks for an img: the figure around it, when it has no other. (transfer
 * full) */
char *cog_project_dup_item_of (xmlNode *image, const char *image_id);
/* Puts an asset in the place of an img, with its size. */
void cog_project_point_image (xmlNode *image, const char *name, guint width, guint height);
/* Credits that spoke for a picture do so no more; label (inout) gets that of the first. */
gboolean
cog_project_retire_credits (CogProject *self, const char *image, char **label, GError **error);

/* The unit's draft, if there is one, as its target. Under the lock. */
void cog_project_overlay_draft (CogProject *self, CogUnit *unit);
/* These are stored now. */
void cog_project_drop_drafts (CogProject *self, const CogUnitEdit *edits, gsize n_edits);

G_END_DECLS
