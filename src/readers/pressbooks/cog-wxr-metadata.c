/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-wxr.h"

#include "cog-doubt.h"
#include "cog-evidence.h"
#include "cog-language.h"
#include "cog-picture-credit.h"

#include <string.h>

/* Pressbooks' own list (Licensing::getSupportedTypes): each short name means one version. */
static const struct
{
  const char *name, *words, *url;
} licences[] = {
  { "all-rights-reserved", "All rights reserved", NULL },
  { "cc-by", "CC BY", "https://creativecommons.org/licenses/by/4.0/" },
  { "cc-by-nc", "CC BY-NC", "https://creativecommons.org/licenses/by-nc/4.0/" },
  { "cc-by-nc-nd", "CC BY-NC-ND", "https://creativecommons.org/licenses/by-nc-nd/4.0/" },
  { "cc-by-nc-sa", "CC BY-NC-SA", "https://creativecommons.org/licenses/by-nc-sa/4.0/" },
  { "cc-by-nd", "CC BY-ND", "https://creativecommons.org/licenses/by-nd/4.0/" },
  { "cc-by-sa", "CC BY-SA", "https://creativecommons.org/licenses/by-sa/4.0/" },
  { "cc-zero", "CC0", "https://creativecommons.org/publicdomain/zero/1.0/" },
  { "public-domain", "Public domain", "https://creativecommons.org/publicdomain/mark/1.0/" },
};

static gboolean
find_licence (const char *name, const char **words, const char **url)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (licences); i++)
    if (g_str_equal (name, licences[i].name))
      {
        *words = licences[i].words;
        *url = licences[i].url;
        return TRUE;
      }
  return FALSE;
}

static void
take (char **field, const char *value)
{
  if (*field == NULL && value != NULL && value[0] != '\0')
    *field = cog_made_page_dup_words (value);
}

static void
read_licence (CogWxr *self, const CogWxrPost *info)
{
  const char *name = cog_wxr_get_meta (info, "pb_book_license");
  const char *custom = cog_wxr_get_meta (info, "pb_custom_copyright");
  const char *words, *url;

  if (name == NULL)
    name = cog_wxr_get_meta (info, "license");
  if (find_licence (name, &words, &url))
    cog_evidence_add (self->book, self->report, COG_EVIDENCE_METADATA, self->name,
                      "pb_book_license", words, url);
  if (custom != NULL)
    {
      g_autofree char *text = cog_made_page_dup_words (custom);

      cog_evidence_scan_text (self->book, self->report, self->name, "pb_custom_copyright", text);
    }
}

static void
read_notice (CogWxr *self, const CogWxrPost *info)
{
  const char *holder = cog_wxr_get_meta (info, "pb_copyright_holder");
  const char *year = cog_wxr_get_meta (info, "pb_copyright_year");
  CogCredit *credit = self->book->credit;

  take (&credit->year, year);
  if (holder == NULL || credit->copyright != NULL)
    return;
  credit->copyright =
      year != NULL ? g_strdup_printf ("© %s %s", year, holder) : g_strdup_printf ("© %s", holder);
}

static const CogWxrPost *
find_info (const CogWxr *self)
{
  for (guint i = 0; i < self->posts->len; i++)
    if (cog_wxr_is_type (g_ptr_array_index (self->posts, i), "metadata"))
      return g_ptr_array_index (self->posts, i);
  return NULL;
}

static void
read_info (CogWxr *self, const CogWxrPost *info)
{
  static const char *const abouts[] = { "pb_about_unlimited", "pb_about_140", "pb_about_50" };
  static const char *const numbers[] = { "pb_ebook_isbn", "pb_print_isbn", "pb_book_doi" };
  CogBook *book = self->book;
  const char *keywords = cog_wxr_get_meta (info, "pb_keywords_tags");
  const char *language = cog_wxr_get_meta (info, "pb_language");

  take (&book->credit->title, cog_wxr_get_meta (info, "pb_title"));
  take (&book->credit->subtitle, cog_wxr_get_meta (info, "pb_subtitle"));
  take (&book->credit->publisher, cog_wxr_get_meta (info, "pb_publisher"));
  for (guint i = 0; i < G_N_ELEMENTS (abouts); i++)
    take (&book->description, cog_wxr_get_meta (info, abouts[i]));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    take (&book->identifier, cog_wxr_get_meta (info, numbers[i]));
  if (keywords != NULL)
    g_ptr_array_add (book->subjects, cog_made_page_dup_words (keywords));
  if (language != NULL)
    book->language = cog_language_canonicalise (language);
  for (guint i = 0; i < info->people->len; i++)
    g_ptr_array_add (book->credit->agents, cog_agent_copy (g_ptr_array_index (info->people, i)));
  read_licence (self, info);
  read_notice (self, info);
  /* A clone names the book that it was made from. */
  if (cog_wxr_get_meta (info, "pb_is_based_on") != NULL)
    {
      CogCredit *original = cog_credit_new ();

      original->source_url = g_strdup (cog_wxr_get_meta (info, "pb_is_based_on"));
      g_ptr_array_add (book->credit->upstream, original);
    }
}

void
cog_wxr_read_metadata (CogWxr *self)
{
  const CogWxrPost *info = find_info (self);
  CogBook *book = self->book;

  if (info != NULL)
    read_info (self, info);
  take (&book->credit->title, self->title);
  take (&book->description, self->about);
  if (book->language == NULL && self->language != NULL)
    book->language = cog_language_canonicalise (self->language);
  if (self->url != NULL && g_str_has_prefix (self->url, "http"))
    take (&book->credit->source_url, self->url);
}

static void
add_licence (CogWxr *self, CogCredit *credit, const char *name, const char *place)
{
  const char *words, *url;
  CogStatement *statement;

  if (!find_licence (name, &words, &url))
    return;
  statement = cog_statement_new (COG_EVIDENCE_METADATA, self->name, place, words, url);
  cog_statement_recognise (statement);
  credit->licence = g_strdup (statement->licence);
  credit->licence_url = g_strdup (url);
  g_ptr_array_add (credit->statements, statement);
}

CogCredit *
cog_wxr_dup_credit (CogWxr *self, const CogWxrPost *post)
{
  g_autoptr (CogCredit) credit = cog_credit_new ();
  const char *name = cog_wxr_get_meta (post, "pb_section_license");

  add_licence (self, credit, name != NULL ? name : cog_wxr_get_meta (post, "license"),
               "pb_section_license");
  for (guint i = 0; i < post->people->len; i++)
    g_ptr_array_add (credit->agents, cog_agent_copy (g_ptr_array_index (post->people, i)));
  if (credit->licence == NULL && credit->agents->len == 0)
    return NULL;
  if (cog_picture_credit_is_of_work (credit, self->book->credit))
    return NULL;
  credit->title = cog_made_page_dup_words (post->title);
  credit->source_url = g_strdup (post->link);
  return g_steal_pointer (&credit);
}

CogCredit *
cog_wxr_dup_picture_credit (CogWxr *self, const CogWxrPost *attachment)
{
  g_autoptr (CogCredit) credit = cog_credit_new ();
  const char *author = cog_wxr_get_meta (attachment, "pb_media_attribution_author");
  const char *adapter = cog_wxr_get_meta (attachment, "pb_media_attribution_adapted");
  const char *source = cog_wxr_get_meta (attachment, "pb_media_attribution_title_url");

  add_licence (self, credit, cog_wxr_get_meta (attachment, "pb_media_attribution_license"),
               "pb_media_attribution_license");
  if (author != NULL)
    {
      CogAgent *agent = cog_agent_new (author, COG_ROLE_AUTHOR);

      agent->url = g_strdup (cog_wxr_get_meta (attachment, "pb_media_attribution_author_url"));
      g_ptr_array_add (credit->agents, agent);
    }
  if (adapter != NULL)
    g_ptr_array_add (credit->agents, cog_agent_new (adapter, COG_ROLE_ADAPTER));
  if (credit->licence == NULL && credit->agents->len == 0 && source == NULL)
    return NULL;
  credit->title = cog_made_page_dup_words (attachment->title);
  credit->source_url = g_strdup (source);
  return g_steal_pointer (&credit);
}
