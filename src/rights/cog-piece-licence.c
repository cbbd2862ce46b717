/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-piece-licence.h"

#include "cog-compatibility.h"
#include "cog-expression.h"

const char *const cog_piece_licence_order[] = { "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0",
                                                "CC-BY-NC-SA-4.0", NULL };

char **
cog_piece_licence_dup_binding (const CogRightsGroup *group)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (group != NULL, NULL);

  for (guint s = 0; group->sources[s] != NULL; s++)
    if (group->is_text || cog_rights_has_way (group->sources[s], cog_licence_is_open))
      g_strv_builder_add (builder, group->sources[s]);
  return g_strv_builder_end (builder);
}

/* Whether that licence can be put on the piece, and the piece then into the edition. */
static gboolean
fits (const CogLicence *licence, char **sources, const CogLicence *edition)
{
  const char *part[] = { licence->id, NULL };

  if (cog_compatibility_check (COG_WORK_ADAPTATION, licence, (const char *const *)sources, NULL) !=
      COG_VERDICT_ALLOWED)
    return FALSE;
  return edition == NULL || edition == licence ||
         cog_compatibility_check (COG_WORK_COLLECTION, edition, part, NULL) == COG_VERDICT_ALLOWED;
}

/* A version 1.0, a GFDL: what only the same may follow. (nullable) */
static const CogLicence *
find_same (char **sources, const CogLicence *edition)
{
  for (guint s = 0; sources[s] != NULL; s++)
    {
      g_autoptr (GPtrArray) ways = cog_expression_list_alternatives (sources[s]);

      for (guint w = 0; ways != NULL && w < ways->len; w++)
        for (char **id = g_ptr_array_index (ways, w); *id != NULL; id++)
          {
            const CogLicence *licence = cog_licence_lookup (*id);

            if (licence != NULL && cog_licence_is_open (licence) &&
                fits (licence, sources, edition))
              return licence;
          }
    }
  return NULL;
}

const CogLicence *
cog_piece_licence_choose (const CogRightsGroup *group, const CogLicence *edition)
{
  g_auto (GStrv) sources = NULL;

  g_return_val_if_fail (group != NULL, NULL);

  if (group->use == COG_USE_UNMODIFIED)
    return NULL;
  sources = cog_piece_licence_dup_binding (group);
  /* What is here by somebody's leave, whole or in part, is not ours to license. */
  if (sources[0] == NULL || g_strv_length (sources) < g_strv_length (group->sources))
    return NULL;
  if (edition != NULL && fits (edition, sources, NULL))
    return edition;
  for (guint i = 0; cog_piece_licence_order[i] != NULL; i++)
    {
      const CogLicence *licence = cog_licence_lookup (cog_piece_licence_order[i]);

      if (fits (licence, sources, edition))
        return licence;
    }
  return find_same (sources, edition);
}
