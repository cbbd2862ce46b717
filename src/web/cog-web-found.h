/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-fetch.h"
#include "cog-oai.h"
#include "cog-report.h"
#include "cog-web-file.h"

G_BEGIN_DECLS

/**
 * CogWebFound:
 *
 * What stands at an address: a document, a page (perhaps with documents that it offers), a record
 * of a catalogue, or a list of records. Looking fetches one answer (of a DSpace page, its
 * catalogue's record too, from the same host); taking brings in what was chosen.
 */
typedef enum
{
  COG_WEB_FILE,       /* a book, a PDF… */
  COG_WEB_PAGE,       /* a page to be read, which may offer files */
  COG_WEB_RECORD,     /* about a work: its files are what is wanted */
  COG_WEB_LIST,       /* records; each has its own address */
  COG_WEB_REPOSITORY, /* a catalogue as such: nothing to take yet */
} CogWebKind;

typedef struct
{
  CogWebKind kind;
  char *asked;        /* the address that the person gave */
  char *address;      /* where it led */
  char *name;         /* a file's name for it */
  CogCredit *credit;  /* what goes beside the file */
  GBytes *page;       /* of a page and of a DSpace page (nullable) */
  char *charset;      /* as the server says (nullable) */
  char *path;         /* of a file: where it lies (nullable) */
  GPtrArray *files;   /* (element-type CogWebFile): offered */
  GPtrArray *hosts;   /* (element-type utf8): others that the page's pictures stand on */
  CogOaiAnswer *list; /* of a list and of a repository (nullable) */
} CogWebFound;

const char *cog_web_kind_to_nick (CogWebKind kind);

/* fetch: made for address. folder: where files go; must be there, and private. Errors: as of
 * cog-fetch.h and cog-oai.h. (transfer full) */
CogWebFound *cog_web_look (CogFetch *fetch,
                           const char *address,
                           const char *folder,
                           const CogProgress *progress,
                           GCancellable *cancellable,
                           GError **error);
void cog_web_found_free (CogWebFound *found);

/* Whether there is something to decide before it is taken: which file, which hosts. */
gboolean cog_web_found_has_choice (const CogWebFound *found);
/* What to take: one of the files, or NULL for the file or page itself. COG_ERROR_INPUT where there
 * is nothing to take. The result lies in folder under name (nullable: its own), its record beside
 * it (cog-web-record.h), ready to be imported. (transfer full): its path */
char *cog_web_take (CogWebFound *found,
                    CogFetch *fetch,
                    const CogWebFile *file,
                    gboolean may_ask_others,
                    const char *folder,
                    const char *name,
                    CogReport *report,
                    const CogProgress *progress,
                    GCancellable *cancellable,
                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogWebFound, cog_web_found_free)

G_END_DECLS
