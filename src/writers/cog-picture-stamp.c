/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-stamp.h"

#include "cog-attribution.h"
#include "cog-doubt.h"
#include "cog-licence.h"
#include "cog-picture-credit.h"

#include <string.h>

static gboolean
is_web_address (const char *url)
{
  return url != NULL && (g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://")) &&
         strpbrk (url, " \t\r\n<>\"") == NULL;
}

static gboolean
has (const GPtrArray *list, const char *text)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (g_ptr_array_index (list, i), text))
      return TRUE;
  return FALSE;
}

static void
add (GPtrArray *list, const char *text)
{
  if (text != NULL && text[0] != '\0' && !has (list, text))
    g_ptr_array_add (list, g_strdup (text));
}

/* "a; b" of those that are said. (transfer full) (nullable) */
static char *
join (const GPtrArray *list, const char *between)
{
  GString *out = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      if (out == NULL)
        out = g_string_new (NULL);
      else
        g_string_append (out, between);
      g_string_append (out, g_ptr_array_index (list, i));
    }
  return out != NULL ? g_string_free (out, FALSE) : NULL;
}

/* What all credits say alike: what but one part has is not the whole's. (transfer full) (nullable)
 */
static char *
dup_common (const GPtrArray *credits, gsize offset)
{
  const char *common = NULL;

  for (guint i = 0; i < credits->len; i++)
    {
      const char *value =
          G_STRUCT_MEMBER (const char *, g_ptr_array_index (credits, i), (glong)offset);

      if (value == NULL || (common != NULL && !g_str_equal (common, value)))
        return NULL;
      common = value;
    }
  return g_strdup (common);
}

static void
add_people (CogPictureStamp *stamp, const CogCredit *credit, GPtrArray *names)
{
  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);

      if (agent->role == COG_ROLE_HOLDER)
        add (stamp->owners, agent->name);
      else if (agent->role != COG_ROLE_PUBLISHER && agent->role != COG_ROLE_CONTRIBUTOR)
        add (stamp->creators, agent->name);
      add (names, agent->name);
    }
  add (names, credit->publisher);
}

/* The credit as it stands under the picture. Of the parts, "c: " and not "(c) ", which is read as
 * the sign of copyright. (transfer full) */
static char *
dup_line (const CogCredit *credit, const char *language)
{
  g_autoptr (CogCredit) whole = cog_credit_copy (credit);
  g_autoptr (GPtrArray) text = NULL;
  g_autofree char *line = NULL;

  g_clear_pointer (&whole->part, g_free);
  text = cog_attribution_new_item (whole, language, FALSE);
  line = cog_credit_text_to_plain (text, NULL, FALSE);
  return credit->part != NULL && line[0] != '\0' ? g_strconcat (credit->part, ": ", line, NULL)
                                                 : g_steal_pointer (&line);
}

static void
describe_licence (CogPictureStamp *stamp, const GPtrArray *credits, const char *language)
{
  g_autofree char *found = dup_common (credits, G_STRUCT_OFFSET (CogCredit, licence_url));
  const CogLicence *licence = NULL;

  if (stamp->is_doubtful)
    return;
  stamp->licence = dup_common (credits, G_STRUCT_OFFSET (CogCredit, licence));
  if (stamp->licence == NULL)
    return;
  licence = cog_licence_lookup (stamp->licence);
  if (licence != NULL && licence->klass == COG_CLASS_UNKNOWN)
    {
      g_clear_pointer (&stamp->licence, g_free);
      return;
    }
  stamp->terms = licence != NULL ? cog_licence_dup_long_name (licence, language)
                                 : cog_licence_dup_expression_name (stamp->licence);
  /* A name that sounds like another's would contradict the address. */
  if (cog_picture_stamp_contradicts (stamp, stamp->terms, NULL))
    g_clear_pointer (&stamp->terms, g_free);
  stamp->is_free = licence != NULL && licence->klass == COG_CLASS_PD;
  if (licence != NULL && licence->url[0] != '\0')
    stamp->licence_url = g_strdup (licence->url);
  else if (licence != NULL && is_web_address (found))
    stamp->licence_url = g_steal_pointer (&found);
}

/* As long as nobody has decided what a contradiction comes to, no side of it is said. */
static gboolean
is_doubtful (const CogCredit *credit)
{
  return credit->licence != NULL && cog_credit_get_doubts (credit) != COG_DOUBT_NONE;
}

CogPictureStamp *
cog_picture_stamp_new (const GPtrArray *credits, const char *language)
{
  CogPictureStamp *stamp = g_new0 (CogPictureStamp, 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *source_name = dup_common (credits, G_STRUCT_OFFSET (CogCredit, source_name));
  g_autofree char *url = dup_common (credits, G_STRUCT_OFFSET (CogCredit, source_url));

  stamp->creators = g_ptr_array_new_with_free_func (g_free);
  stamp->owners = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (credits, i);
      g_autofree char *line = dup_line (credit, language);

      stamp->is_doubtful = stamp->is_doubtful || is_doubtful (credit);
      add_people (stamp, credit, names);
      add (notices, credit->copyright);
      add (lines, line);
    }
  stamp->title = dup_common (credits, G_STRUCT_OFFSET (CogCredit, title));
  stamp->names = join (names, ", ");
  stamp->notice = join (notices, "; ");
  stamp->line = stamp->is_doubtful ? NULL : join (lines, " | ");
  if (is_web_address (url))
    stamp->source_url = g_strdup (url);
  stamp->source = stamp->source_url != NULL ? g_strdup (url) : g_steal_pointer (&source_name);
  describe_licence (stamp, credits, language);
  return stamp;
}

/* The work is what the picture is from, and not what it is called: "Biology, https://…". */
CogPictureStamp *
cog_picture_stamp_new_of_work (const CogCredit *work, const char *language)
{
  g_autoptr (CogCredit) credit = cog_picture_credit_new (work);
  g_autoptr (GPtrArray) credits = g_ptr_array_new ();
  g_autoptr (GPtrArray) source = g_ptr_array_new_with_free_func (g_free);
  CogPictureStamp *stamp;

  if (credit == NULL)
    return NULL;
  g_ptr_array_add (credits, credit);
  stamp = cog_picture_stamp_new (credits, language);
  add (source, stamp->title);
  add (source, stamp->source);
  g_free (stamp->source);
  stamp->source = join (source, ", ");
  g_clear_pointer (&stamp->title, g_free);
  return stamp;
}

void
cog_picture_stamp_free (CogPictureStamp *stamp)
{
  if (stamp == NULL)
    return;
  g_ptr_array_unref (stamp->creators);
  g_ptr_array_unref (stamp->owners);
  g_free (stamp->title);
  g_free (stamp->names);
  g_free (stamp->source);
  g_free (stamp->source_url);
  g_free (stamp->notice);
  g_free (stamp->line);
  g_free (stamp->licence);
  g_free (stamp->licence_url);
  g_free (stamp->terms);
  g_free (stamp);
}

gboolean
cog_picture_stamp_contradicts (const CogPictureStamp *stamp, const char *words, const char *url)
{
  g_autofree char *said =
      words != NULL || url != NULL ? cog_licence_recognise (words, url, NULL) : NULL;

  return said != NULL && stamp->licence != NULL && !g_str_equal (said, stamp->licence) &&
         !cog_licence_is_same_but_vaguer (said, stamp->licence);
}

/* Letters and digits alone, whatever their case. */
static char *
dup_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *key = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      g_string_append_unichar (key, g_utf8_get_char (c));
  return g_string_free (key, FALSE);
}

static gboolean
is_said_by (const char *text, const char *other)
{
  g_autofree char *a = dup_key (text);
  g_autofree char *b = dup_key (other);

  return strstr (b, a) != NULL;
}

char *
cog_picture_stamp_dup_rights (const CogPictureStamp *stamp, const char *existing)
{
  gboolean has_one = existing != NULL && existing[0] != '\0';

  if (has_one && (stamp->is_doubtful || g_strcmp0 (stamp->notice, existing) == 0))
    return NULL;
  /* What says more stays, but for another licence. */
  if (has_one && !cog_picture_stamp_contradicts (stamp, existing, NULL) &&
      (stamp->notice == NULL || is_said_by (stamp->notice, existing)))
    return NULL;
  if (stamp->notice != NULL)
    return g_strdup (stamp->notice);
  /* A title in the line may sound like a licence: then there is none that is safe to say. */
  if (stamp->line == NULL || cog_picture_stamp_contradicts (stamp, stamp->line, NULL))
    return has_one ? g_strdup (stamp->terms) : NULL;
  return g_strdup (stamp->line);
}

char *
cog_picture_stamp_dup_title (const CogPictureStamp *stamp, const char *existing)
{
  if (stamp->title == NULL || (existing != NULL && is_said_by (stamp->title, existing)))
    return NULL;
  return g_strdup (stamp->title);
}

GPtrArray *
cog_picture_stamp_merge (const GPtrArray *existing, const GPtrArray *names)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  gboolean is_new = FALSE;

  for (guint i = 0; i < existing->len; i++)
    add (all, g_ptr_array_index (existing, i));
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      gboolean is_there = FALSE;

      for (guint j = 0; j < all->len; j++)
        is_there = is_there || is_said_by (name, g_ptr_array_index (all, j));
      if (is_there)
        continue;
      is_new = TRUE;
      for (guint j = all->len; j > 0; j--)
        if (is_said_by (g_ptr_array_index (all, j - 1), name))
          g_ptr_array_remove_index (all, j - 1);
      add (all, name);
    }
  return is_new ? g_steal_pointer (&all) : NULL;
}
