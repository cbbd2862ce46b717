/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-duties.h"

#include "cog-check-job.h"
#include "cog-licence-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CogFindingKind same_title = {
  "licence-wants-title", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is a licence: "GFDL 1.3". */
  N_ ("%1 asks for another title than the original’s, unless its publisher permits the same.")
};
static const CogFindingKind no_history = {
  "licence-wants-history", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is a licence: "GFDL 1.3". */
  N_ ("%1 asks for the year and the publisher of your edition in its history: one is missing.")
};
static const CogFindingKind no_text = {
  "licence-wants-text", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is a licence: "GFDL 1.1". */
  N_ ("%1 must stand in the book as a whole, and this program does not have its text: add it as a "
      "section of your own.")
};
static const CogFindingKind invariants = {
  "licence-wants-invariants", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is a licence: "GFDL 1.3". "Invariant Sections" and "Cover Texts" are its words:
     parts of the original that nobody may change. */
  N_ ("%1: where the original names Invariant Sections or Cover Texts, they must stand in your "
      "edition as they are. A translation may stand beside them, not in their place.")
};
static const CogFindingKind no_author = { "licence-wants-authors", COG_SEVERITY_WARNING, FALSE,
                                          /* Translators: %1 is a licence: "LAL 1.3". */
                                          N_ ("%1 asks for the name of everybody who made the "
                                              "work, and nobody is named for your edition.") };
static const CogFindingKind no_original = {
  "licence-wants-originals", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is a licence: "LAL 1.3", %2 the title of a book. */
  N_ ("%1 asks where the originals can be found, and “%2” has no address.")
};

static gboolean
is_empty (CogProject *project, const char *key)
{
  g_autofree char *value = cog_project_dup_field (project, key);

  return value == NULL || value[0] == '\0';
}

static gboolean
is_same_title (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_casefold (a != NULL ? a : "", -1);
  g_autofree char *second = g_utf8_casefold (b != NULL ? b : "", -1);

  return first[0] != '\0' && g_str_equal (first, second);
}

static void
check_title (CogProject *project, const CogLicence *licence, CogReport *report)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);
  g_autofree char *title = cog_project_dup_title (project);

  for (guint i = 0; i < sources->len; i++)
    if (is_same_title (title, ((CogProjectSource *)g_ptr_array_index (sources, i))->credit->title))
      {
        cog_report_add (report, &same_title, COG_CHECK_FIELD "title", licence->name, NULL);
        return;
      }
}

static void
check_originals (CogProject *project, const CogLicence *licence, CogReport *report)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);

  if (is_empty (project, "translator") && is_empty (project, "adapter"))
    cog_report_add (report, &no_author, COG_CHECK_FIELD "adapter", licence->name, NULL);
  for (guint i = 0; i < sources->len; i++)
    {
      const CogCredit *credit = ((CogProjectSource *)g_ptr_array_index (sources, i))->credit;

      if (credit->source_url == NULL)
        cog_report_add (report, &no_original, "", licence->name,
                        credit->title != NULL ? credit->title : "");
    }
}

void
cog_check_duties (CogProject *project, CogReport *report)
{
  g_autofree char *id = NULL;
  const CogLicence *licence;

  g_return_if_fail (COG_IS_PROJECT (project) && report != NULL);

  id = cog_project_dup_licence (project);
  licence = id != NULL ? cog_licence_lookup (id) : NULL;
  if (licence == NULL)
    return;
  if (cog_licence_wants_history (licence))
    {
      check_title (project, licence, report);
      if (is_empty (project, "year"))
        cog_report_add (report, &no_history, COG_CHECK_FIELD "year", licence->name, NULL);
      else if (is_empty (project, "publisher"))
        cog_report_add (report, &no_history, COG_CHECK_FIELD "publisher", licence->name, NULL);
    }
  if (cog_licence_wants_text (licence) && cog_licence_get_text (licence) == NULL)
    cog_report_add (report, &no_text, "", licence->name, NULL);
  if (cog_licence_may_have_invariants (licence))
    cog_report_add (report, &invariants, "", licence->name, NULL);
  if (cog_licence_wants_originals (licence))
    check_originals (project, licence, report);
}
