/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-private.h"

#include "cog-exchange-plan.h"
#include "cog-remove.h"

#include <gio/gio.h>

/* What comes back from other translation tools, laid over a project that is made once. Nothing is
 * applied; what would be must be such that the project takes it. */

static const char section_text[] =
    "<section xmlns='" COG_NS_XHTML "' xmlns:epub='" COG_NS_EPUB "'><h1 id='h'>One</h1>"
    "<p id='p0'>It is <strong>bold. And goes on</strong> here.</p>"
    "<p id='p1'>See <a href='#h'><em>the</em> map</a>: <math xmlns='" COG_NS_MATHML
    "'><mi>E</mi></math>, they say.<br/>Yes.</p><figure id='f'><img id='i' src='a.png' alt='A "
    "cat'/>"
    "<figcaption id='c'>Cat</figcaption></figure></section>";

static char *folder, *input;
static CogProject *project;

static gboolean
fill (CogProject *filled, gpointer user_data, GError **error)
{
  g_autoptr (CogBook) book = cog_book_new ();
  CogSection *section = cog_section_new ("one", "One");
  g_autoptr (GBytes) picture = g_bytes_new_static ("png", 3);
  g_autofree char *id = NULL;

  section->content = cog_xml_parse_own (section_text, -1, error);
  g_ptr_array_add (book->sections, section);
  cog_book_add_asset (book, cog_asset_new ("a.png", "image/png", picture));
  book->language = g_strdup ("en");
  cog_book_identify (book, NULL);
  id = cog_project_add_source (filled, book, "epub", "one.epub", NULL, NULL, error);
  return id != NULL;
}

static void
end (void)
{
  g_clear_object (&project);
  cog_remove_tree (folder);
}

static void
begin (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  const CogUnitEdit edit = { .unit = "h", .set = COG_UNIT_SET_TARGET, .target = "واحد" };

  folder = g_dir_make_tmp ("cognate-fuzz-exchange-XXXXXX", NULL);
  input = g_build_filename (folder, "input", NULL);
  path = g_build_filename (folder, "p.cognate", NULL);
  project = cog_project_create (path, "ar", "One", fill, NULL, &error);
  if (project == NULL || !cog_project_edit (project, &edit, 1, "edit", &error))
    g_error ("%s", error->message);
  atexit (end);
}

static void
check_item (const CogExchangeItem *item)
{
  gboolean is_to_be_taken =
      item->outcome == COG_EXCHANGE_CHANGED || item->outcome == COG_EXCHANGE_CONFLICT;
  g_autoptr (GError) error = NULL;

  if (is_to_be_taken && item->theirs != NULL && !cog_inline_check (item->theirs, &error))
    g_error ("%s: %s", item->theirs, error->message);
}

void
fuzz_exchange (const char *id, const guint8 *data, gsize size)
{
  g_autoptr (CogExchangePlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (project == NULL)
    begin ();
  if (!g_file_set_contents (input, (const char *)data, (gssize)size, NULL))
    return;
  plan = cog_exchange_plan_new (project, &error);
  if (plan == NULL)
    g_error ("%s", error->message);
  if (!cog_exchange_plan_read (plan, input, NULL, NULL, NULL, &error))
    g_assert_nonnull (error);
  cog_exchange_plan_end (plan);
  for (guint i = 0; i < cog_exchange_plan_get_items (plan)->len; i++)
    check_item (g_ptr_array_index (cog_exchange_plan_get_items (plan), i));
}
