/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-permission-wish.h"

#include "cog-language.h"

#include <string.h>

void
cog_permission_wish_free (CogPermissionWish *wish)
{
  if (wish == NULL)
    return;
  cog_credit_free (wish->credit);
  g_free (wish->piece);
  g_free (wish->book);
  g_free (wish->title);
  g_free (wish->language);
  g_free (wish->licence);
  g_free (wish->people);
  g_free (wish);
}

static const CogProjectSource *
find_source (GPtrArray *sources, const char *id)
{
  for (guint i = 0; id != NULL && i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      if (g_strcmp0 (source->id, id) == 0)
        return source;
    }
  return NULL;
}

/* The source in which a unit stands. (nullable): one of the adapter's own, or none */
static char *
dup_source_of (CogProject *project, const char *id)
{
  g_autoptr (CogUnit) unit = id != NULL ? cog_project_dup_unit (project, id, NULL) : NULL;

  if (unit == NULL || unit->works == NULL)
    return NULL;
  return g_strndup (unit->works, strcspn (unit->works, " "));
}

static gboolean
is_other_language (const char *language, const CogProjectSource *source)
{
  return source == NULL || source->language == NULL ||
         !cog_language_equal (source->language, language);
}

/* Who speaks for the edition: as a title page names them, with what they are known by. */
static char *
dup_people (CogProject *project)
{
  static const char *const keys[] = { "translator", "adapter", "publisher" };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
    {
      g_autofree char *line = cog_project_dup_field (project, keys[k]);
      g_auto (GStrv) list = g_strsplit (line != NULL ? line : "", ";", 50);

      for (guint i = 0; list[i] != NULL; i++)
        if (g_strstrip (list[i])[0] != '\0' &&
            !g_ptr_array_find_with_equal_func (names, list[i], g_str_equal, NULL))
          g_ptr_array_add (names, g_strdup (list[i]));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("\n", (char **)names->pdata);
}

CogPermissionWish *
cog_permission_wish_new (CogProject *project, CogRightsPart *part, const CogCredit *credit)
{
  const CogRightsPartData *data;
  CogPermissionWish *wish;
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *host = NULL;
  const CogProjectSource *source;

  g_return_val_if_fail (COG_IS_PROJECT (project) && COG_IS_RIGHTS_PART (part), NULL);

  data = cog_rights_part_get (part);
  g_return_val_if_fail (credit != NULL || data->credit != NULL, NULL);
  wish = g_new0 (CogPermissionWish, 1);
  sources = cog_project_list_sources (project);
  host = data->is_text ? g_strdup (data->id) : dup_source_of (project, data->unit);
  source = find_source (sources, host);
  wish->credit = cog_credit_copy (credit != NULL ? credit : data->credit);
  wish->is_text = data->is_text;
  wish->piece = g_strdup (data->is_text ? wish->credit->title : data->title);
  /* A caption's own full stop would stand before the closing quotation mark. */
  if (wish->piece != NULL && g_str_has_suffix (wish->piece, "."))
    wish->piece[strlen (wish->piece) - 1] = '\0';
  wish->book = !data->is_text && source != NULL ? g_strdup (source->credit->title) : NULL;
  wish->title = cog_project_dup_title (project);
  wish->language = cog_project_dup_language (project);
  wish->is_translation = is_other_language (wish->language, source);
  wish->licence = cog_project_dup_licence (project);
  wish->people = dup_people (project);
  wish->scope = COG_LEAVE_COPY | COG_LEAVE_PRINT | COG_LEAVE_ONLINE |
                (wish->is_translation ? COG_LEAVE_TRANSLATE : 0);
  return wish;
}
