/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-fetch.h"
#include "cog-report.h"

G_BEGIN_DECLS

/**
 * CogWebPage:
 *
 * A page that was fetched, and what must be changed in it so that it can stand in a folder with its
 * pictures: the addresses in it, and nothing else. All other bytes stay as the server sent them, in
 * UTF-8.
 */
typedef struct _CogWebPage CogWebPage;

#define COG_WEB_PAGE_MOST (32u << 20)      /* bytes of a page */
#define COG_WEB_PICTURES 400               /* of a page */
#define COG_WEB_PICTURE_MOST (32u << 20)   /* bytes of one */
#define COG_WEB_PICTURES_MOST (256u << 20) /* bytes of all */

/* NULL with COG_ERROR_TOO_LARGE where the page is made to fill the memory. */
CogWebPage *
cog_web_page_new (GBytes *bytes, const char *address, const char *charset, GError **error);
void cog_web_page_free (CogWebPage *page);

/* Hosts other than the page's own that its pictures stand on. (transfer none) (element-type utf8)
 */
GPtrArray *cog_web_page_get_other_hosts (CogWebPage *page);

/* Fetches the pictures, where may_ask_others also those on other hosts, and writes the page to
 * folder/name with its pictures in a folder beside it. A picture that does not come stays a link,
 * and is reported. (transfer full): the page's path */
char *cog_web_page_save (CogWebPage *page,
                         CogFetch *fetch,
                         const char *folder,
                         const char *name,
                         gboolean may_ask_others,
                         CogReport *report,
                         const CogProgress *progress,
                         GCancellable *cancellable,
                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogWebPage, cog_web_page_free)

G_END_DECLS
