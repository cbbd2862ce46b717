/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-credit.h"

#include "cog-chain.h"
#include "cog-doubt.h"
#include "cog-expression.h"
#include "cog-letters.h"
#include "cog-licence.h"
#include "cog-publisher.h"
#include "cog-source-words.h"

#include <string.h>

/* Whether every licence of an expression permits something to everybody. */
static gboolean
is_open (const char *expression)
{
  g_autoptr (GPtrArray) ways =
      expression != NULL ? cog_expression_list_alternatives (expression) : NULL;

  for (guint i = 0; ways != NULL && i < ways->len; i++)
    for (char **id = g_ptr_array_index (ways, i); *id != NULL; id++)
      {
        const CogLicence *licence = cog_licence_lookup (*id);

        if (licence == NULL || !cog_licence_is_open (licence))
          return FALSE;
      }
  return ways != NULL && ways->len > 0;
}

static gboolean
is_of_one_licence (const CogCredit *work)
{
  gboolean has_unknown;
  g_autoptr (GPtrArray) others = cog_chain_list_licences (work, &has_unknown);

  for (guint i = 0; i < others->len; i++)
    if (g_strcmp0 (g_ptr_array_index (others, i), work->licence) != 0)
      return FALSE;
  return !has_unknown;
}

static gboolean
leaves_pictures_out (const CogCredit *work)
{
  g_autoptr (GPtrArray) publishers = cog_publisher_match (work);

  for (guint i = 0; i < publishers->len; i++)
    if (((const CogPublisher *)g_ptr_array_index (publishers, i))->forbids_pictures)
      return TRUE;
  for (guint i = 0; i < work->notices->len; i++)
    if (cog_source_words_except_pictures (
            ((const CogNotice *)g_ptr_array_index (work->notices, i))->text))
      return TRUE;
  for (guint i = 0; i < work->statements->len; i++)
    {
      const CogStatement *statement = g_ptr_array_index (work->statements, i);

      if (statement->words != NULL && cog_source_words_except_pictures (statement->words))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_maker (const CogAgent *agent)
{
  return agent->role == COG_ROLE_AUTHOR || agent->role == COG_ROLE_ILLUSTRATOR ||
         agent->role == COG_ROLE_PHOTOGRAPHER;
}

static void
name_people (CogCredit *credit, const CogCredit *work)
{
  gboolean has_maker = FALSE;

  for (guint i = 0; i < work->agents->len; i++)
    has_maker = has_maker || is_maker (g_ptr_array_index (work->agents, i));
  for (guint i = 0; i < work->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (work->agents, i);

      if (!has_maker || is_maker (agent) || agent->role == COG_ROLE_HOLDER)
        g_ptr_array_add (credit->agents, cog_agent_copy (agent));
    }
  credit->publisher = g_strdup (work->publisher);
}

CogCredit *
cog_picture_credit_new (const CogCredit *work)
{
  CogCredit *credit;

  g_return_val_if_fail (work != NULL, NULL);

  if (!is_of_one_licence (work) || leaves_pictures_out (work))
    return NULL;
  credit = cog_credit_new ();
  credit->copyright = g_strdup (work->copyright);
  if (is_open (work->licence) && cog_credit_get_doubts (work) == COG_DOUBT_NONE)
    {
      name_people (credit, work);
      credit->title = g_strdup (work->title);
      credit->source_name = g_strdup (work->source_name);
      credit->source_url = g_strdup (work->source_url);
      credit->licence = g_strdup (work->licence);
      credit->licence_url = g_strdup (work->licence_url);
      return credit;
    }
  if (credit->copyright == NULL)
    g_clear_pointer (&credit, cog_credit_free);
  return credit;
}

/* (transfer full) */
static char *
dup_names_of (const CogCredit *work)
{
  GString *names = g_string_new (NULL);
  g_autofree char *publisher = cog_letters_dup_folded (work->publisher);
  g_autofree char *notice = cog_letters_dup_folded (work->copyright);

  for (guint i = 0; i < work->agents->len; i++)
    {
      g_autofree char *name =
          cog_letters_dup_folded (((CogAgent *)g_ptr_array_index (work->agents, i))->name);

      g_string_append_printf (names, "%s|", name);
    }
  g_string_append_printf (names, "%s|%s", publisher, notice);
  return g_string_free (names, FALSE);
}

/* Whether all whom it names are people of the work; is_owned: (out): one of them, or the work
 * itself, stands in its notice. */
static gboolean
names_no_other (const CogCredit *said, const char *names, gboolean *is_owned)
{
  g_autofree char *notice = cog_letters_dup_folded (said->copyright);

  *is_owned = notice[0] == '\0' || strstr (names, notice) != NULL;
  for (guint i = 0; i < said->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (said->agents, i);
      g_autofree char *name = cog_letters_dup_folded (agent->name);

      if (name[0] == '\0' || strstr (names, name) == NULL)
        return FALSE;
      *is_owned = *is_owned || strstr (notice, name) != NULL;
    }
  return TRUE;
}

/* "Biology, https://…" is from the work of that title, whose address may not be recorded. */
static gboolean
names_work (const CogCredit *said, const CogCredit *work)
{
  gsize length = work->title != NULL ? strlen (work->title) : 0;

  return length > 0 && said->source_name != NULL &&
         strncmp (said->source_name, work->title, length) == 0 &&
         (said->source_name[length] == '\0' || said->source_name[length] == ',');
}

/* What says that it is from the work, whatever it is called itself; or what names neither an
 * address nor another title than the work's. */
static gboolean
is_from_work (const CogCredit *said, const CogCredit *work)
{
  if (names_work (said, work))
    return TRUE;
  if (said->source_url != NULL)
    return g_strcmp0 (said->source_url, work->source_url) == 0;
  return said->title == NULL || g_strcmp0 (said->title, work->title) == 0;
}

gboolean
cog_picture_credit_is_of_work (const CogCredit *said, const CogCredit *work)
{
  g_autofree char *names = NULL;
  gboolean is_owned;

  g_return_val_if_fail (said != NULL && work != NULL, FALSE);

  names = dup_names_of (work);
  if (!names_no_other (said, names, &is_owned))
    return FALSE;
  if (said->licence == NULL)
    return is_owned;
  return g_strcmp0 (said->licence, work->licence) == 0 &&
         (said->agents->len == 0 || (is_owned && is_from_work (said, work)));
}
