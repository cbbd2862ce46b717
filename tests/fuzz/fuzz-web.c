/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-private.h"

#include "cog-html.h"
#include "cog-oai.h"
#include "cog-report.h"
#include "cog-web-address.h"
#include "cog-web-name.h"
#include "cog-web-offer.h"
#include "cog-web-page.h"

#include <string.h>

void
fuzz_oai (const char *id, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogOaiAnswer) answer = NULL;

  cog_oai_is_answer (bytes);
  answer = cog_oai_parse (bytes, "repository.example", &error);
  g_assert_true ((answer == NULL) == (error != NULL));
  for (guint i = 0; answer != NULL && i < answer->records->len; i++)
    {
      const CogOaiRecord *record = answer->records->pdata[i];
      g_autofree char *address = cog_oai_dup_record_address ("https://repository.example/oai",
                                                             record->identifier, "oai_dc");
      g_autofree char *json = cog_credit_to_json (record->credit);

      g_assert_true (cog_web_address_is_one (address));
    }
}

static void
check_address (const char *address)
{
  g_autofree char *host = cog_web_address_dup_host (address);
  g_autofree char *origin = cog_web_address_dup_origin (address);
  g_autofree char *name = cog_web_address_dup_name (address);
  g_autofree char *near = cog_web_address_resolve (address, "../a?b#c");
  g_autofree char *own = cog_web_address_resolve (address, address);

  g_assert_true (name == NULL || strchr (name, '/') == NULL);
  cog_web_address_is_near (address);
  for (guint which = 0; which < 9; which++)
    {
      g_autofree char *asked = cog_oai_dup_dspace_address (address, which);
    }
}

/* An address that was typed or that stands in a page, and the name of a file. */
void
fuzz_web_address (const char *id, const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = cog_web_address_clean (text, &error);
  g_autofree char *resolved = cog_web_address_resolve ("https://example.org/a/b?c", text);
  g_autofree char *safe = cog_web_address_dup_safe_name (text);
  g_autofree char *named = cog_web_name_dup (safe, "pdf");

  g_assert_true ((clean == NULL) == (error != NULL));
  g_assert_true (safe == NULL || (strchr (safe, '/') == NULL && safe[0] != '.'));
  g_assert_null (strchr (named, '/'));
  cog_web_address_is_one (text);
  if (clean != NULL)
    check_address (clean);
  if (resolved != NULL)
    check_address (resolved);
}

void
fuzz_web_page (const char *id, const guint8 *data, gsize size)
{
  static const char address[] = "https://repository.example/handle/10665.2/1234?locale=en";
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogWebPage) page = cog_web_page_new (bytes, address, NULL, &error);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (xmlDoc) tree = cog_html_parse (bytes, NULL, "page", report, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_web_file_free);

  g_assert_true ((page == NULL) == (error != NULL));
  cog_web_name_find_ending (bytes, "text/html");
  if (tree == NULL)
    return;
  cog_web_offer_read (files, tree, address);
  cog_web_offer_is_record (tree, address, files);
}
