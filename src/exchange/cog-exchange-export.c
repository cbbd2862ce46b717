/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-export.h"

#include "cog-replacement.h"

#include <glib/gi18n-lib.h>

enum
{
  SOURCE_LANGUAGE,
  TARGET_LANGUAGE,
  ORIGINAL,
  TITLE,
};

CogExchangeHeadData *
cog_exchange_head_new (CogProject *project, const CogExchangeHelp *help)
{
  CogExchangeHeadData *data = g_new0 (CogExchangeHeadData, 1);
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);
  const CogProjectSource *first = sources->len > 0 ? g_ptr_array_index (sources, 0) : NULL;

  data->strings[SOURCE_LANGUAGE] = cog_project_dup_source_language (project);
  if (data->strings[SOURCE_LANGUAGE] == NULL)
    data->strings[SOURCE_LANGUAGE] = g_strdup ("und");
  data->strings[TARGET_LANGUAGE] = cog_project_dup_language (project);
  data->strings[TITLE] = cog_project_dup_title (project);
  data->strings[ORIGINAL] = g_strdup (first != NULL ? first->original_name : NULL);
  data->head.source_language = data->strings[SOURCE_LANGUAGE];
  data->head.target_language = data->strings[TARGET_LANGUAGE];
  data->head.original = data->strings[ORIGINAL];
  data->head.title = data->strings[TITLE];
  if (help != NULL)
    {
      data->head.memory = help->memory;
      data->head.terms = help->terms;
      data->head.n_terms = help->n_terms;
    }
  return data;
}

void
cog_exchange_head_free (CogExchangeHeadData *data)
{
  if (data == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (data->strings); i++)
    g_free (data->strings[i]);
  g_free (data);
}

GPtrArray *
cog_exchange_list_section (CogProject *project,
                           const char *section,
                           CogExchangeCount *count,
                           GError **error)
{
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_exchange_unit_free);
  g_autoptr (GPtrArray) units = cog_project_list_units (project, section, error);

  if (units == NULL)
    return NULL;
  for (guint i = 0; i < units->len; i++)
    {
      g_autoptr (GError) fault = NULL;
      CogExchangeUnit *unit =
          cog_exchange_unit_new_from_unit (g_ptr_array_index (units, i), &fault);

      if (fault != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
      if (unit != NULL)
        g_ptr_array_add (list, unit);
      else
        count->n_own++;
    }
  count->n_units += list->len;
  return g_steal_pointer (&list);
}

typedef struct
{
  CogProject *project;
  const CogExchangeFormat *format;
  const CogExchangeHead *head;
  GOutputStream *out;
  GString *text;
  CogExchangeCount *count;
} Export;

static gboolean
flush (Export *export, GCancellable *cancellable, GError **error)
{
  gboolean ok = g_output_stream_write_all (export->out, export->text->str, export->text->len, NULL,
                                           cancellable, error);

  g_string_truncate (export->text, 0);
  return ok;
}

static gboolean
write_section (Export *export,
               const CogSectionInfo *info,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) units =
      cog_exchange_list_section (export->project, info->id, export->count, error);
  const CogExchangeSection section = { info->id, info->title, units };

  if (units == NULL)
    return FALSE;
  /* A file without units is none (XLIFF 2.1, 4.2.2.2). */
  if (units->len > 0)
    export->format->section (export->text, export->head, &section);
  return flush (export, cancellable, error);
}

static gboolean
write_all (Export *export, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (export->project);

  export->format->begin (export->text, export->head);
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      cog_progress_tell (progress, (double)i / sections->len, _ ("Writing the text…"));
      if (!info->is_omitted && !write_section (export, info, cancellable, error))
        return FALSE;
    }
  if (export->format->end != NULL)
    export->format->end (export->text);
  return flush (export, cancellable, error);
}

gboolean
cog_exchange_export (CogProject *project,
                     const char *path,
                     const CogExchangeFormat *format,
                     const CogExchangeHelp *help,
                     const CogProgress *progress,
                     GCancellable *cancellable,
                     CogExchangeCount *count,
                     GError **error)
{
  g_autoptr (CogExchangeHeadData) head = NULL;
  g_autoptr (CogReplacement) replacement = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) out = NULL;
  g_autoptr (GString) text = NULL;
  Export export = { project, format };

  g_return_val_if_fail (COG_IS_PROJECT (project) && path != NULL && format != NULL, FALSE);
  g_return_val_if_fail (count != NULL, FALSE);

  replacement = cog_replacement_new_file (path, error);
  if (replacement == NULL)
    return FALSE;
  file = g_file_new_for_path (cog_replacement_get_path (replacement));
  out = g_file_append_to (file, G_FILE_CREATE_NONE, cancellable, error);
  if (out == NULL)
    return FALSE;
  head = cog_exchange_head_new (project, help);
  text = g_string_new (NULL);
  *count = (CogExchangeCount){ 0 };
  export.head = &head->head;
  export.out = G_OUTPUT_STREAM (out);
  export.text = text;
  export.count = count;
  return write_all (&export, progress, cancellable, error) &&
         g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, error) &&
         cog_replacement_commit (replacement, error);
}
