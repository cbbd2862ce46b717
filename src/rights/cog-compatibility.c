/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-compatibility.h"

#include "cog-expression.h"
#include "cog-licence-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_WAYS 1024

/* One table: reason → sentence. "%s" is the source's licence. */
static const struct
{
  const char *id;
  const char *sentence;
} sentences[] = {
  { "allowed", N_ ("%s allows it.") },
  { "no-derivatives",
    N_ ("%s does not allow changes to be shared, and a translation is a change.") },
  { "all-rights-reserved",
    N_ ("%s: nobody has given you a permission; one that the publisher had is not yours.") },
  { "unknown", N_ ("%s: nobody knows yet what is permitted.") },
  { "exception", N_ ("%s: what the law permits one person cannot be passed on as a licence.") },
  { "permission",
    N_ ("%s: what was permitted is written in the permission, and goes no further.") },
  { "permission-scope",
    N_ ("%s: write down what it covers, print or the internet, so that others can rely on it.") },
  { "permission-over", N_ ("%s: its last day has passed. Ask for a new one.") },
  { "ask", N_ ("%s has terms of its own: ask before you adapt it.") },
  { "version-unknown",
    N_ ("%s: the version is not stated, and which licences may follow depends on it.") },
  { "version-not-stated",
    N_ ("%s: the version is not stated, and the credit has to name it. Look at the source.") },
  { "share-alike", N_ ("%s demands the same licence for everything made from it.") },
  { "share-alike-1.0", N_ ("%s is a version 1.0, which can only be followed by itself.") },
  { "share-alike-version", N_ ("%s allows the same terms, but not in that version.") },
  { "copyleft", N_ ("%s demands its own terms for everything made from it.") },
  { "drops-noncommercial",
    N_ ("%s forbids commercial use; without that word the result would mislead.") },
  { "drops-attribution",
    N_ ("%s asks for credit; a work marked as free of any condition would mislead.") },
  { "noncommercial", N_ ("%s forbids commercial use: a licence that permits it is closed.") },
  { "opposite",
    N_ ("%s forbids commercial use, while another source demands that everybody may.") },
  { "share-alike-strict",
    N_ ("%s is mixed with a source that demands the same terms: nothing may be dropped.") },
  { "statements-differ",
    N_ ("%s is assumed: the source says different things in different places. Look at them, and "
        "decide.") },
  { "several-licences",
    N_ ("%s: several licences are named, and not which part of the work each is for. Look, and "
        "decide.") },
  { "version-never-was",
    N_ ("%s: a version, or a country’s, is named that never was. Look at the source, and "
        "decide.") },
  { "terms-added",
    N_ ("%s, with terms added to it: it may not be what its name says. Read them, and decide.") },
  { "free-in-one-country",
    N_ ("%s: elsewhere somebody may still hold rights. Look at the law of the countries where your "
        "edition will be read.") },
  { "not-a-licence", N_ ("This is no licence that one can give to one’s own work (%s).") },
  { "not-charted", N_ ("Nobody has said whether %s may be followed by this: ask.") },
};

typedef struct
{
  CogVerdict verdict;
  const char *reason; /* id */
} Answer;

const char *
cog_verdict_to_nick (CogVerdict verdict)
{
  switch (verdict)
    {
    case COG_VERDICT_ALLOWED:
      return "allowed";
    case COG_VERDICT_DISCOURAGED:
      return "discouraged";
    case COG_VERDICT_FORBIDDEN:
      return "forbidden";
    }
  g_return_val_if_reached ("forbidden");
}

void
cog_reason_free (CogReason *reason)
{
  if (reason == NULL)
    return;
  g_free (reason->source);
  g_free (reason);
}

char *
cog_reason_dup_sentence (const CogReason *reason)
{
  g_return_val_if_fail (reason != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_str_equal (sentences[i].id, reason->id))
      {
        g_auto (GStrv) parts = g_strsplit (_ (sentences[i].sentence), "%s", 2);
        g_autofree char *name = cog_licence_dup_expression_name (reason->source);

        return g_strjoinv (name, parts);
      }
  return g_strdup (reason->id);
}

static JsonObject *
get_rules (void)
{
  static gsize once = 0;
  static JsonObject *rules;

  if (g_once_init_enter (&once))
    {
      rules = cog_rights_load_json ("licences.json");
      g_once_init_leave (&once, 1);
    }
  return rules;
}

static gboolean
is_in_list (const char *key, const char *value)
{
  JsonObject *rules = json_object_get_object_member (get_rules (), "shareAlike");
  JsonArray *list = json_object_get_array_member (rules, key);

  for (guint i = 0; i < json_array_get_length (list); i++)
    if (g_str_equal (json_array_get_string_element (list, i), value))
      return TRUE;
  return FALSE;
}

/* "2.0-UK": what the lists of irregular ports are written in. */
static gboolean
is_irregular (const char *key, const CogLicence *licence)
{
  const char *tail = strstr (licence->id, licence->version);

  return is_in_list (key, tail) || is_in_list (key, licence->id);
}

static const Answer yes = { COG_VERDICT_ALLOWED, "allowed" };

/* The ShareAlike clauses, version by version. target has the same elements. */
static Answer
answer_share_alike (const CogLicence *source, const CogLicence *target)
{
  static const Answer dead_end = { COG_VERDICT_FORBIDDEN, "share-alike-1.0" };
  static const Answer not_charted = { COG_VERDICT_FORBIDDEN, "not-charted" };
  static const Answer wrong_version = { COG_VERDICT_FORBIDDEN, "share-alike-version" };
  int order = strcmp (target->version, source->version);

  if (source == target)
    return yes;
  if (g_str_equal (source->version, "1.0"))
    return dead_end;
  if (g_str_equal (target->version, "4.0") && g_ascii_strtod (source->version, NULL) < 4)
    return yes;
  if (g_str_equal (source->version, "4.0") || is_irregular ("noClause", source))
    return wrong_version;
  if (is_irregular ("anyOfFamily", source))
    return order < 0 && is_irregular ("notLower", source) ? not_charted : yes;
  if (order < 0)
    return wrong_version;
  if (order > 0)
    return yes;
  /* The same version: its ports; the licence without a port only where the clause names it. */
  if (target->port != NULL)
    return yes;
  if (g_str_equal (source->version, "3.0") && !is_irregular ("notUnported", source))
    return yes;
  return wrong_version;
}

static Answer
answer_matrix (const CogLicence *source, const CogLicence *target)
{
  JsonObject *matrix = json_object_get_object_member (get_rules (), "matrix");
  const char *row_name = cog_licence_class_to_name (source->klass);
  const char *column = cog_licence_class_to_name (target->klass);
  JsonObject *row = json_object_has_member (matrix, row_name)
                        ? json_object_get_object_member (matrix, row_name)
                        : NULL;
  const char *cell =
      row != NULL ? json_object_get_string_member_with_default (row, column, NULL) : NULL;
  Answer answer = { COG_VERDICT_FORBIDDEN, "not-charted" };

  if (source->klass == COG_CLASS_NC && !cog_licence_is_nc (target))
    answer.reason = "noncommercial";
  /* Nothing binds what is free: any terms may be put on what is added. */
  if (source->klass == COG_CLASS_PD && !target->is_no_target && cell == NULL)
    return yes;
  if (g_strcmp0 (cell, "allowed") == 0)
    return yes;
  if (g_strcmp0 (cell, "discouraged") == 0)
    {
      answer.verdict = COG_VERDICT_DISCOURAGED;
      answer.reason =
          source->klass == COG_CLASS_BY_NC ? "drops-noncommercial" : "drops-attribution";
    }
  return answer;
}

static Answer
answer_copyleft (const CogLicence *source, const CogLicence *target)
{
  static const Answer no = { COG_VERDICT_FORBIDDEN, "copyleft" };

  if (source == target || (source->targets != NULL &&
                           g_strv_contains ((const char *const *)source->targets, target->id)))
    return yes;
  return no;
}

static Answer
answer_family (const CogLicence *source, const CogLicence *target)
{
  static const Answer other_elements = { COG_VERDICT_FORBIDDEN, "share-alike" };

  if (target->klass == source->klass && target->version != NULL)
    return answer_share_alike (source, target);
  /* CC's list of licences that are compatible with BY-SA 4.0. */
  if (g_str_equal (source->id, "CC-BY-SA-4.0") &&
      (g_str_equal (target->id, "LAL-1.3") || g_str_equal (target->id, "GPL-3.0-only")))
    return yes;
  return other_elements;
}

/* One source, adapted. */
static Answer
answer_single (const CogLicence *source, const CogLicence *target)
{
  Answer no = { COG_VERDICT_FORBIDDEN, NULL };

  switch (source->klass)
    {
    case COG_CLASS_PD:
    case COG_CLASS_BY:
    case COG_CLASS_BY_NC:
    case COG_CLASS_NC:
      return answer_matrix (source, target);
    case COG_CLASS_BY_SA:
    case COG_CLASS_BY_NC_SA:
      return answer_family (source, target);
    case COG_CLASS_SA:
    case COG_CLASS_NC_SA:
    case COG_CLASS_COPYLEFT:
      return answer_copyleft (source, target);
    case COG_CLASS_BY_ND:
    case COG_CLASS_BY_NC_ND:
    case COG_CLASS_ND:
      no.reason = "no-derivatives";
      return no;
    case COG_CLASS_UNVERSIONED_SA:
      no.reason = "version-unknown";
      return no;
    case COG_CLASS_ASK:
      no.reason = "ask";
      return no;
    case COG_CLASS_ARR:
      no.reason = "all-rights-reserved";
      return no;
    case COG_CLASS_PERMISSION:
      no.reason = "permission";
      return no;
    case COG_CLASS_EXCEPTION:
      no.reason = "exception";
      return no;
    case COG_CLASS_UNKNOWN:
      no.reason = "unknown";
      return no;
    }
  g_assert_not_reached ();
}

static gboolean
is_commercial_family (const char *which, const CogLicence *target)
{
  JsonObject *rules = json_object_get_object_member (get_rules (), "collection");
  JsonArray *list = json_object_get_array_member (rules, which);
  const char *name = cog_licence_class_to_name (target->klass);

  for (guint i = 0; i < json_array_get_length (list); i++)
    if (g_str_equal (json_array_get_string_element (list, i), name))
      return TRUE;
  return FALSE;
}

/* One part of a collection, complete and unmodified. */
static Answer
answer_part (const CogLicence *source, const CogLicence *target)
{
  Answer no = { COG_VERDICT_FORBIDDEN, "not-charted" };

  if (!cog_licence_is_open (source))
    {
      no.reason = answer_single (source, target).reason;
      return no;
    }
  /* CC's table has no such column for parts with conditions. */
  if (target->klass == COG_CLASS_PD || target->version == NULL)
    {
      if (target->klass == COG_CLASS_PD)
        no.reason = "drops-attribution";
      return source->klass == COG_CLASS_PD || source == target ? yes : no;
    }
  if (g_str_has_prefix (source->id, "LAL-") &&
      answer_copyleft (source, target).verdict != yes.verdict)
    {
      no.reason = "copyleft";
      return no;
    }
  if (cog_licence_is_nc (source) && is_commercial_family ("commercial", target))
    {
      no.reason = "noncommercial";
      return no;
    }
  return yes;
}

typedef struct
{
  CogWork work;
  const CogLicence *target;
  GPtrArray *reasons;
} Question;

static Answer
ask (const Question *question, const CogLicence *source)
{
  return question->work == COG_WORK_COLLECTION ? answer_part (source, question->target)
                                               : answer_single (source, question->target);
}

static void
add_reason (const Question *question, const CogLicence *source, Answer answer)
{
  CogReason *reason;

  if (question->reasons == NULL)
    return;
  reason = g_new0 (CogReason, 1);
  reason->id = answer.reason;
  reason->source = g_strdup (source->id);
  reason->verdict = answer.verdict;
  g_ptr_array_add (question->reasons, reason);
}

static gboolean
has_copyleft (GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    if (cog_licence_is_copyleft (g_ptr_array_index (sources, i)))
      return TRUE;
  return FALSE;
}

/* A copyleft source that lets everybody use the whole commercially, as BY-SA does and BY-NC-SA does
 * not. */
static gboolean
demands_commercial (GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (sources, i);

      if (cog_licence_is_copyleft (licence) && !cog_licence_is_nc (licence))
        return TRUE;
    }
  return FALSE;
}

/* What only shows when sources are mixed: a copyleft source forbids what would else be discouraged.
 */
static Answer
sharpen (const Question *question, const CogLicence *source, Answer answer, GPtrArray *all)
{
  if (question->work != COG_WORK_ADAPTATION || !has_copyleft (all))
    return answer;
  if (cog_licence_is_nc (source) && !cog_licence_is_nc (question->target))
    {
      answer.verdict = COG_VERDICT_FORBIDDEN;
      answer.reason = demands_commercial (all) ? "opposite" : "noncommercial";
    }
  else if (answer.verdict == COG_VERDICT_DISCOURAGED)
    {
      answer.verdict = COG_VERDICT_FORBIDDEN;
      answer.reason = "share-alike-strict";
    }
  return answer;
}

/* All licences that bind in one way of taking the sources. */
static CogVerdict
judge (const Question *question, GPtrArray *licences)
{
  CogVerdict verdict = COG_VERDICT_ALLOWED;

  for (guint i = 0; i < licences->len; i++)
    {
      const CogLicence *source = g_ptr_array_index (licences, i);
      Answer answer = sharpen (question, source, ask (question, source), licences);

      add_reason (question, source, answer);
      verdict = MAX (verdict, answer.verdict);
    }
  return verdict;
}

/* Takes one alternative of each source, as a number in a mixed base says; FALSE after the last. */
static gboolean
take_alternatives (GPtrArray *sources, guint number, GPtrArray *licences)
{
  g_ptr_array_set_size (licences, 0);
  for (guint i = 0; i < sources->len; i++)
    {
      GPtrArray *alternatives = g_ptr_array_index (sources, i);
      char **ids = g_ptr_array_index (alternatives, number % alternatives->len);

      number /= alternatives->len;
      for (guint k = 0; ids[k] != NULL; k++)
        {
          const CogLicence *licence = cog_licence_lookup (ids[k]);

          if (licence == NULL)
            licence = cog_licence_lookup ("LicenseRef-Unknown");
          if (!g_ptr_array_find (licences, licence, NULL))
            g_ptr_array_add (licences, (gpointer)licence);
        }
    }
  return number == 0;
}

static GPtrArray *
parse_sources (const char *const *sources)
{
  GPtrArray *parsed = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; sources[i] != NULL; i++)
    {
      GPtrArray *alternatives = cog_expression_list_alternatives (sources[i]);

      if (alternatives == NULL)
        alternatives = cog_expression_list_alternatives ("LicenseRef-Unknown");
      g_ptr_array_add (parsed, alternatives);
    }
  return parsed;
}

/* Which licence is relied on, where a source gives a choice, depends on what it is mixed with: all
 * ways are tried, up to a bound that no honest book reaches. */
CogVerdict
cog_compatibility_check (CogWork work,
                         const CogLicence *target,
                         const char *const *sources,
                         GPtrArray *reasons)
{
  g_autoptr (GPtrArray) parsed = NULL;
  g_autoptr (GPtrArray) licences = g_ptr_array_new ();
  Question quiet = { work, target, NULL };
  Question question = { work, target, reasons };
  CogVerdict best = COG_VERDICT_FORBIDDEN;
  guint best_number = 0;

  g_return_val_if_fail (target != NULL && sources != NULL, COG_VERDICT_FORBIDDEN);

  if (target->is_no_target || target->is_unversioned)
    {
      static const Answer no = { COG_VERDICT_FORBIDDEN, "not-a-licence" };

      add_reason (&question, target, no);
      return COG_VERDICT_FORBIDDEN;
    }
  parsed = parse_sources (sources);
  for (guint number = 0; number < MAX_WAYS && take_alternatives (parsed, number, licences);
       number++)
    {
      CogVerdict verdict = judge (&quiet, licences);

      if (verdict < best)
        {
          best = verdict;
          best_number = number;
        }
      if (best == COG_VERDICT_ALLOWED)
        break;
    }
  take_alternatives (parsed, best_number, licences);
  return judge (&question, licences);
}
