/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-print.h"

#include <glib/gi18n-lib.h>

static void
add_files (JsonBuilder *builder, const GPtrArray *files)
{
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < files->len; i++)
    {
      const CogWebFile *file = g_ptr_array_index (files, i);

      json_builder_begin_object (builder);
      cog_json_int (builder, "number", i + 1);
      cog_json_string (builder, "address", file->address);
      cog_json_string (builder, "label", file->label);
      cog_json_string (builder, "kind", cog_web_file_get_kind (file));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_credit (JsonBuilder *builder, const CogCredit *credit)
{
  g_autofree char *authors = cog_credit_dup_names (credit, COG_ROLE_AUTHOR);

  cog_json_string (builder, "title", credit->title);
  cog_json_string (builder, "creator", authors);
  cog_json_string (builder, "language", credit->language);
  cog_json_string (builder, "source", credit->source_url);
  json_builder_set_member_name (builder, "rights");
  json_builder_begin_array (builder);
  for (guint i = 0; i < credit->statements->len; i++)
    {
      const CogStatement *statement = g_ptr_array_index (credit->statements, i);

      json_builder_begin_object (builder);
      cog_json_string (builder, "place", statement->place);
      cog_json_string (builder, "words", statement->words);
      cog_json_string (builder, "url", statement->url);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_records (JsonBuilder *builder, const CogOaiAnswer *list)
{
  cog_json_string (builder, "repository", list->repository);
  cog_json_string (builder, "more", list->token);
  json_builder_set_member_name (builder, "formats");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->formats->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (list->formats, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "records");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->records->len; i++)
    {
      const CogOaiRecord *record = g_ptr_array_index (list->records, i);

      json_builder_begin_object (builder);
      cog_json_string (builder, "identifier", record->identifier);
      add_credit (builder, record->credit);
      add_files (builder, record->files);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const CogWebFound *found)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cog_json_string (builder, "kind", cog_web_kind_to_nick (found->kind));
  cog_json_string (builder, "address", found->address);
  cog_json_string (builder, "retrieved", found->credit->retrieved);
  add_credit (builder, found->credit);
  add_files (builder, found->files);
  json_builder_set_member_name (builder, "picture_hosts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < found->hosts->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (found->hosts, i));
  json_builder_end_array (builder);
  if (found->list != NULL)
    add_records (builder, found->list);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static void
print_list (const CogOaiAnswer *list)
{
  for (guint i = 0; i < list->formats->len; i++)
    cog_print ("format\t%s\n", (const char *)g_ptr_array_index (list->formats, i));
  for (guint i = 0; i < list->records->len; i++)
    {
      const CogOaiRecord *record = g_ptr_array_index (list->records, i);
      const CogCredit *credit = record->credit;

      if (!record->is_deleted)
        cog_print ("record\t%s\t%s\t%s\n", record->identifier != NULL ? record->identifier : "–",
                   credit->title != NULL ? credit->title : "–",
                   credit->source_url != NULL ? credit->source_url : "–");
    }
}

void
cog_web_print_found (CogCommandContext *context, const CogWebFound *found)
{
  const char *title = found->list != NULL && found->list->repository != NULL
                          ? found->list->repository
                          : found->credit->title;

  g_return_if_fail (found != NULL);

  if (context->json)
    {
      print_json (found);
      return;
    }
  cog_print ("%s\t%s\t%s\n", cog_web_kind_to_nick (found->kind), found->address,
             title != NULL ? title : "–");
  for (guint i = 0; i < found->files->len; i++)
    {
      const CogWebFile *file = g_ptr_array_index (found->files, i);
      const char *kind = cog_web_file_get_kind (file);

      cog_print ("file\t%u\t%s\t%s\t%s\n", i + 1, kind != NULL ? kind : "–", file->address,
                 file->label != NULL ? file->label : "–");
    }
  for (guint i = 0; i < found->hosts->len; i++)
    cog_print ("pictures\t%s\n", (const char *)g_ptr_array_index (found->hosts, i));
  if (found->list != NULL)
    print_list (found->list);
}
