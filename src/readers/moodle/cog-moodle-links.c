/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-moodle.h"

#include <string.h>

/* "$@PAGEVIEWBYID*5@$", "$@BOOKVIEWBYIDCH*5*12@$": an activity by its id, a chapter by its own. All
 * other addresses of this kind are of the platform. */
static const char *
find_target (CogMoodle *m, const char *href)
{
  g_autoptr (GRegex) pattern =
      g_regex_new ("^\\$@[A-Z0-9]+VIEWBYID(CH)?\\*([0-9]+)(?:\\*([0-9]+))?@\\$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *module = NULL;
  g_autofree char *chapter = NULL;
  g_autofree char *key = NULL;
  const char *target;

  if (!g_regex_match (pattern, href, 0, &match))
    return NULL;
  module = g_match_info_fetch (match, 2);
  chapter = g_match_info_fetch (match, 3);
  key = g_strdup_printf ("%s/%s", module, chapter != NULL ? chapter : "");
  target = g_hash_table_lookup (m->modules, key);
  return target != NULL ? target : g_hash_table_lookup (m->modules, module);
}

static void
resolve_page (
    CogCourse *course, CogSection *section, const char *file, xmlNode *content, gpointer user_data)
{
  CogMoodle *m = user_data;

  for (xmlNode *n = content; n != NULL; n = cog_xml_next_in (content, n))
    {
      g_autofree char *href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;
      const char *target;

      if (href == NULL || !g_str_has_prefix (href, "$@"))
        continue;
      target = find_target (m, href);
      if (target != NULL)
        cog_course_set_target (course, section, n, target);
      else
        cog_xml_set (n, "href", NULL);
    }
}

void
cog_moodle_resolve_links (CogMoodle *m)
{
  g_return_if_fail (m != NULL);
  cog_course_foreach_page (m->course, resolve_page, m);
}
