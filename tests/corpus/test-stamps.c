/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-doubt.h"
#include "cog-picture-hint.h"
#include "cog-picture-metadata.h"
#include "cog-picture-stamps.h"
#include "book-reading.h"
#include "corpus.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* Real pictures, with all that programs wrote into them: what goes out with a credit says that
 * credit, shows the same, and does not change when it goes out again. */

typedef struct
{
  CogBook *book;
  CogPictureStamps *stamps;
  guint n_pictures, n_stamped;
} Edition;

static const char *const books[] = {
  "openstax/university-physics-en", "openstax/university-physics-pl", "openstax/microeconomics-en",
  "openstax/microeconomics-pl",     "html/wikibooks-saved",           "html/diveintohtml5",
  "epub/cole-voyage-of-life.epub",  "epub/cc-shared-culture.epub",
};

/* The one credit of a picture and its figure; NULL: none, several, or one that is in doubt. */
static const CogCredit *
find_credit (const CogBook *book, const char *asset)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  const CogCredit *found = NULL;
  guint n = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (const xmlNode *p = root; p != NULL; p = cog_xml_next_in (root, p))
        {
          g_autofree char *name =
              cog_xml_is (p, NULL, "img") ? cog_xml_dup_attribute (p, "src") : NULL;

          for (const xmlNode *up = p; g_strcmp0 (name, asset) == 0 && up != NULL;
               up = up->parent->type == XML_ELEMENT_NODE ? up->parent : NULL)
            {
              g_autofree char *id = cog_xml_dup_attribute (up, "id");

              for (guint j = 0; j < book->credits->len; j++)
                {
                  const CogCredit *credit = g_ptr_array_index (book->credits, j);

                  if (g_strcmp0 (credit->item, id) == 0 && credit != found)
                    {
                      found = credit;
                      n++;
                    }
                }
            }
        }
    }
  return n == 1 && cog_credit_get_doubts (found) == COG_DOUBT_NONE ? found : NULL;
}

/* Size and dots; formats that this machine does not show are not looked at. */
static void
assert_same_picture (const CogAsset *asset, GBytes *after)
{
  g_autoptr (GInputStream) a = g_memory_input_stream_new_from_bytes (asset->bytes);
  g_autoptr (GInputStream) b = g_memory_input_stream_new_from_bytes (after);
  g_autoptr (GdkPixbuf) first = gdk_pixbuf_new_from_stream (a, NULL, NULL);
  g_autoptr (GdkPixbuf) second = gdk_pixbuf_new_from_stream (b, NULL, NULL);
  g_autoptr (GBytes) dots = NULL;
  g_autoptr (GBytes) again = NULL;

  if (first == NULL)
    return;
  g_assert_nonnull (second);
  dots = gdk_pixbuf_read_pixel_bytes (first);
  again = gdk_pixbuf_read_pixel_bytes (second);
  if (!g_bytes_equal (dots, again))
    {
      g_test_message ("%s looks otherwise", asset->name);
      g_test_fail ();
    }
}

static void
assert_says (const CogAsset *asset, GBytes *stamped, const CogCredit *credit)
{
  g_autoptr (CogPictureMetadata) metadata = NULL;
  CogMediaInfo info;

  g_assert_true (cog_media_identify (stamped, asset->name, &info));
  g_assert_true (cog_picture_hint_has_metadata (stamped, &info));
  metadata = cog_picture_metadata_read (stamped, &info, asset->name);
  if (credit->licence != NULL && g_strcmp0 (metadata->credit->licence, credit->licence) != 0)
    {
      g_test_message ("%s: %s, %s read back", asset->name, credit->licence,
                      metadata->credit->licence);
      g_test_fail ();
    }
  if (credit->agents->len > 0 && metadata->credit->agents->len == 0)
    {
      g_test_message ("%s names nobody", asset->name);
      g_test_fail ();
    }
}

/* Whether the file says something of rights now. */
static gboolean
says_anything (const CogAsset *asset, GBytes *bytes)
{
  g_autoptr (CogPictureMetadata) metadata = NULL;
  CogMediaInfo info;

  if (!cog_media_identify (bytes, asset->name, &info))
    return FALSE;
  metadata = cog_picture_metadata_read (bytes, &info, asset->name);
  return metadata->credit->agents->len > 0 || metadata->credit->licence != NULL ||
         metadata->credit->copyright != NULL;
}

static void
check_asset (Edition *edition, CogAsset *asset)
{
  g_autoptr (GBytes) stamped = cog_picture_stamps_apply (edition->stamps, asset);
  g_autoptr (GBytes) original = g_bytes_ref (asset->bytes);
  g_autoptr (GBytes) again = NULL;
  const CogCredit *credit = find_credit (edition->book, asset->name);

  edition->n_pictures += g_str_has_prefix (asset->media_type, "image/");
  edition->n_stamped += stamped != original;
  if (g_str_has_prefix (asset->media_type, "image/") && !says_anything (asset, stamped))
    g_test_message ("%s says nothing", asset->name);
  if (stamped == original)
    return;
  assert_same_picture (asset, stamped);
  if (credit != NULL)
    assert_says (asset, stamped, credit);
  asset->bytes = stamped;
  again = cog_picture_stamps_apply (edition->stamps, asset);
  asset->bytes = original;
  if (!g_bytes_equal (stamped, again))
    {
      g_test_message ("%s becomes another when it is stamped again", asset->name);
      g_test_fail ();
    }
}

static void
test_book (gconstpointer data)
{
  g_autofree char *path = corpus_dup_path (data);
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogPictureStamps) stamps = NULL;
  Edition edition = { NULL };

  if (path == NULL)
    {
      g_test_skip ("no corpus");
      return;
    }
  edition.book = book = book_read (path);
  for (guint i = 0; i < book->assets->len; i++)
    ((CogAsset *)g_ptr_array_index (book->assets, i))->work = book->credit;
  edition.stamps = stamps = cog_picture_stamps_new (book);
  for (guint i = 0; i < book->assets->len; i++)
    check_asset (&edition, g_ptr_array_index (book->assets, i));
  g_test_message ("%s: %u of %u pictures", (const char *)data, edition.n_stamped,
                  edition.n_pictures);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *name = g_strconcat ("/corpus/stamps/", books[i], NULL);

      g_test_add_data_func (name, books[i], test_book);
    }
  return g_test_run ();
}
