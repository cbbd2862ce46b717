/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-logo.h"

#include "cog-language.h"
#include "cog-logo-words.h"
#include "cog-reader-findings.h"

static const char *
get_file (const CogBook *book, const xmlNode *image)
{
  g_autofree char *name = cog_xml_dup_attribute (image, "src");
  const CogAsset *asset = name != NULL ? cog_book_find_asset (book, name) : NULL;

  if (asset == NULL)
    return NULL;
  return asset->origin != NULL ? asset->origin : asset->name;
}

static gboolean
is_logo (const CogBook *book, const xmlNode *image, gboolean is_front, GPtrArray *publishers)
{
  g_autofree char *alternative = cog_xml_dup_attribute (image, "alt");
  g_autofree char *title = cog_xml_dup_attribute (image, "title");
  CogLogoClues clues = { get_file (book, image), alternative, title, is_front };

  return cog_logo_is (&clues, publishers);
}

GPtrArray *
cog_logo_list (const CogBook *book, GHashTable *front, GPtrArray *publishers)
{
  g_autoptr (GPtrArray) sections = NULL;
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (book != NULL && front != NULL && publishers != NULL, list);

  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      xmlNode *root = cog_section_get_root (section);
      gboolean is_front = g_hash_table_contains (front, section->id);
      gboolean is_cover = cog_logo_is_cover (section->type, publishers);

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        if (cog_xml_is (n, NULL, "img") && (is_cover || is_logo (book, n, is_front, publishers)))
          g_ptr_array_add (list, n);
    }
  return list;
}

char *
cog_logo_dup_label (const CogBook *book, const xmlNode *image)
{
  g_autofree char *alternative = NULL;
  const char *file;

  g_return_val_if_fail (book != NULL && image != NULL, NULL);

  alternative = cog_xml_dup_attribute (image, "alt");
  if (alternative != NULL && alternative[0] != '\0')
    return g_steal_pointer (&alternative);
  file = get_file (book, image);
  return file != NULL ? g_path_get_basename (file) : cog_xml_dup_attribute (image, "src");
}

static GHashTable *
list_front (GPtrArray *sections)
{
  GHashTable *front = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sections->len; i++)
    {
      CogSection *section = g_ptr_array_index (sections, i);
      const xmlNode *root = cog_section_get_root (section);
      g_autofree char *text = root != NULL ? cog_xml_dup_folded_text (root) : NULL;

      if (cog_logo_is_front (section->type, i, sections->len,
                             text != NULL ? cog_text_count_words (text, NULL) : 0))
        g_hash_table_add (front, section->id);
    }
  return front;
}

/* Nearly no book has any: the first look is at the words alone. */
static gboolean
may_have_any (const CogBook *book, GPtrArray *publishers)
{
  g_autoptr (GPtrArray) sections = NULL;

  if (publishers->len > 0)
    return TRUE;
  for (guint i = 0; i < book->assets->len; i++)
    {
      const CogAsset *asset = g_ptr_array_index (book->assets, i);

      if (cog_logo_is_file (asset->origin != NULL ? asset->origin : asset->name))
        return TRUE;
    }
  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    {
      const xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        {
          g_autofree char *alt =
              cog_xml_is (n, NULL, "img") ? cog_xml_dup_attribute (n, "alt") : NULL;

          if (alt != NULL && cog_logo_is_description (alt))
            return TRUE;
        }
    }
  return FALSE;
}

void
cog_logo_report (const CogBook *book, CogReport *report)
{
  g_autoptr (GPtrArray) publishers = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GHashTable) front = NULL;
  g_autoptr (GPtrArray) logos = NULL;

  g_return_if_fail (book != NULL);

  publishers = cog_publisher_match (book->credit);
  if (!may_have_any (book, publishers))
    return;
  sections = cog_book_dup_section_list (book);
  front = list_front (sections);
  logos = cog_logo_list (book, front, publishers);
  for (guint i = 0; i < logos->len; i++)
    {
      const xmlNode *image = g_ptr_array_index (logos, i);
      g_autofree char *label = cog_logo_dup_label (book, image);
      g_autofree char *id = cog_xml_dup_attribute (image, "id");

      cog_report_add (report, &cog_finding_publisher_logo, id, label, NULL);
    }
}
