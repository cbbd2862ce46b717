/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-replace.h"

#include "cog-error.h"
#include "cog-project.h"
#include "cog-clearance.h"

#include <glib/gi18n-lib.h>

static void
add_piece (JsonBuilder *builder, const CogComponent *component)
{
  json_builder_begin_object (builder);
  cog_json_string (builder, "id", component->id);
  cog_json_string (builder, "kind", cog_component_kind_to_nick (component->kind));
  cog_json_string (builder, "label", component->label);
  json_builder_set_member_name (builder, "licences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < component->sources->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (component->sources, i);

      if (credit->licence != NULL)
        json_builder_add_string_value (builder, credit->licence);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (const CogClearance *clearance, const char *licence)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cog_json_string (builder, "licence", licence);
  json_builder_set_member_name (builder, "allText");
  json_builder_add_boolean_value (builder, clearance->has_all_text);
  json_builder_set_member_name (builder, "replace");
  json_builder_begin_array (builder);
  for (guint i = 0; i < clearance->pieces->len; i++)
    add_piece (builder, g_ptr_array_index (clearance->pieces, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static void
print_text (const CogClearance *clearance, const CogLicence *licence)
{
  for (guint i = 0; i < clearance->pieces->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (clearance->pieces, i);
      const CogCredit *credit =
          component->sources->len > 0 ? g_ptr_array_index (component->sources, 0) : NULL;

      cog_print ("%s\t%s\t%s\t%s\n", component->id, cog_component_kind_to_nick (component->kind),
                 credit != NULL && credit->licence != NULL ? credit->licence : _ ("unknown"),
                 component->label);
    }
  /* Translators: %s is a licence: CC BY 4.0. */
  if (clearance->pieces->len == 0)
    cog_print (_ ("%s may be used as it is.\n"), licence->name);
  else if (clearance->has_all_text)
    cog_print (_ ("The text itself closes %s: without it, it would be another book.\n"),
               licence->name);
}

gboolean
cog_command_replace (CogCommandContext *context,
                     const char *path,
                     const CogLicence *licence,
                     GError **error)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) components = NULL;
  g_autoptr (CogClearance) clearance = NULL;

  context->file = path;
  project = cog_project_open (path, COG_PROJECT_READ, error);
  if (project == NULL)
    return FALSE;
  components = cog_project_list_components (project, error);
  if (components == NULL)
    return FALSE;
  clearance = cog_clearance_new (components, licence->id);
  if (clearance == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                   _ ("%s is no licence that one can give to one’s own work."), licence->name);
      return FALSE;
    }
  if (context->json)
    print_json (clearance, licence->id);
  else
    print_text (clearance, licence);
  return TRUE;
}
