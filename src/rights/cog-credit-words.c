/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-line-private.h"

#include "cog-licence-private.h"

#define QUOTED "[\"“„«][^\"“”»]{1,40}[\"”“»]"
#define COLON "[:：]"
/* A name goes on over the full stop of an abbreviation or inside a word. */
#define NAME                                                                                       \
  "(?<name>\\p{Lu}(?:[^.;()]|\\.(?=\\w)|(?<=\\b\\p{Lu}|\\b\\p{Lu}\\w|\\b\\p{Lu}\\w\\w)\\.\\s)*?)"
#define NAME_END                                                                                   \
  "(?=,? and (?:are|is|was|were|have|has) | and reproduced|[;(…]|\\.?$"                          \
  "|(?<!\\b\\p{Lu})(?<!\\b\\p{Lu}\\w)(?<!\\b\\p{Lu}\\w\\w)\\.\\s)"

/* What is shown as it stood elsewhere. */
#define FROM "(?:reprinted|reproduced|republished)\\s+from\\s+(?:(?-i:the)\\s+)?"
#define SIGN "(?:©|copyright\\s+(?:©|\\(c\\)|\\d)|\\(c\\)\\s*(?:1[5-9]|20)\\d\\d)"

/* "(?:a|b|c)" of a list in the vocabulary. (transfer full) */
static char *
dup_alternatives (JsonObject *root, const char *key)
{
  JsonArray *array = json_object_get_array_member (root, key);
  g_autoptr (GString) text = g_string_new ("(?:");

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            json_array_get_string_element (array, i));
  g_string_append_c (text, ')');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GRegex *
compile (const char *pattern)
{
  g_autoptr (GError) error = NULL;
  GRegex *regex =
      g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE | G_REGEX_DUPNAMES, 0, &error);

  if (regex == NULL)
    g_error ("credit-lines.json: %s", error->message);
  return regex;
}

static GRegex *
compile_steal (char *pattern)
{
  g_autofree char *owned = pattern;

  return compile (owned);
}

/* What begins a credit: "credit a: ", "credit: “planes”: ", "Źródło (a) ", "Credit: ". */
static char *
dup_head (const char *marker, const char *positions, const char *joiners)
{
  g_autofree char *designator = g_strdup_printf ("(?:\\(?\\b[a-z0-9]\\b\\)?|%s|%s(?:[ -]%s)*\\b)",
                                                 QUOTED, positions, positions);
  g_autofree char *several =
      g_strdup_printf ("(?<d>%s(?:\\s*(?:,|–|-|%s)\\s*(?:\\b%s\\s*" COLON "?\\s*)?%s)*)",
                       designator, joiners, marker, designator);

  return g_strdup_printf ("(?<!\\w)%s(?:\\s*" COLON "\\s*%s\\s*" COLON "|\\s*%s\\s*" COLON
                          "|\\s*(?<d>\\(?[a-z]\\))\\s*" COLON "?|\\s*" COLON ")",
                          marker, several, several);
}

static void
compile_heads (CogCreditWords *words, JsonObject *root)
{
  g_autofree char *markers = dup_alternatives (root, "markers");
  g_autofree char *positions = dup_alternatives (root, "positions");
  g_autofree char *joiners = dup_alternatives (root, "joiners");
  g_autofree char *courtesy = dup_alternatives (root, "courtesy");
  g_autofree char *things = dup_alternatives (root, "things");
  g_autofree char *head = dup_head (markers, positions, joiners);
  g_autofree char *start =
      g_strdup_printf ("(?:%s|%s\\s+(?:the\\s+)?(?-i:\\p{Lu})|%s by\\s+(?-i:[\\p{Lu}\"“„])|" FROM
                       "(?-i:\\p{Lu})(?![^()]*permission))",
                       head, courtesy, things);

  words->opening = compile_steal (g_strdup_printf ("[(\\[（]\\s*(?=%s)", start));
  words->bare =
      compile_steal (g_strdup_printf ("(?:^\\s*|(?<=[.!?…”\"’)\\]])\\s+|\\n\\s*)(?=%s)", start));
  words->segment = compile_steal (g_strdup_printf (
      "(?:%s|(?<=[;])\\s*(?<d>\\(?[a-z]\\)?|%s|%s)\\s*" COLON ")\\s*", head, QUOTED, positions));
  words->designator = compile_steal (
      g_strdup_printf ("(?:\\(?\\b(?<p>[a-z0-9])\\b\\)?|[\"“„«](?<p>[^\"“”»]{1,40})[\"”“»]|"
                       "(?<p>%s(?:[ -]%s)*))(?=\\W|$)",
                       positions, positions));
}

static void
compile_prose (CogCreditWords *words, JsonObject *root)
{
  g_autofree char *things = dup_alternatives (root, "things");
  g_autofree char *making = dup_alternatives (root, "making");

  words->prose = compile_steal (g_strdup_printf (
      "(?:^|\\b%s\\b[^.;]{0,60}?\\s)(?:was |were |is |are |has been |have been )?%s(?: and \\w+)?"
      " by\\s+(?-i:" NAME ")" NAME_END,
      things, making));
  words->permission = compile_steal (g_strdup_printf (
      "\\b(?<verb>adapted|reproduced|reprinted|used|included|translated)(?: here)? (?:with|by) "
      "(?:the )?(?:kind )?permission\\b(?:(?: of| from)\\s+(?:the )?(?-i:" NAME ")"
      "(?:\\s+%s by\\s+(?-i:(?<maker>\\p{Lu}[^.;()]*)))?(?=[.;(…]|$))?",
      making));
  words->work =
      compile ("^(?:[\"“„«]?.{1,200}?[\"”“»]?,? )?by (?-i:[\\p{Lu}\\d\"“„<\\[]).{1,200}$");
}

static void
compile_pieces (CogCreditWords *words, JsonObject *root)
{
  g_autofree char *changes = dup_alternatives (root, "changes");
  g_autofree char *by = dup_alternatives (root, "by");
  g_autofree char *via = dup_alternatives (root, "via");
  g_autofree char *courtesy = dup_alternatives (root, "courtesy");
  g_autofree char *data = dup_alternatives (root, "data");
  g_autofree char *institutions = dup_alternatives (root, "institutions");
  g_autofree char *things = dup_alternatives (root, "things");
  g_autofree char *selves = dup_alternatives (root, "selves");

  words->self = compile_steal (g_strdup_printf ("^%s$", selves));
  words->changes = compile_steal (g_strdup_printf ("^%s(?!\\w)", changes));
  words->by = compile_steal (g_strdup_printf ("^[,\\s]*%s\\s+", by));
  words->of = compile ("^(?:del|de la|de los|de|di|von|od)\\s+");
  words->between_by = compile_steal (g_strdup_printf ("[,\\s]+%s\\s+", by));
  words->via = compile_steal (g_strdup_printf ("[,\\s]+%s\\s+(?<host>[^,;()]{2,60})$", via));
  words->courtesy =
      compile_steal (g_strdup_printf ("(?:^|[\\s,.;]+)(?:and )?%s\\s+(?:the\\s+)?", courtesy));
  words->data = compile_steal (g_strdup_printf ("^\\W*%s", data));
  words->institution = compile_steal (g_strdup_printf ("\\b%s\\b", institutions));
  words->from = compile ("^" FROM);
  words->copyright = compile_steal (g_strdup_printf (
      "(?:[(\\[（]\\s*|^\\s*|(?<=[.!?])\\s+)(?=(?:%s\\s+(?:is\\s+)?)?" SIGN ")", things));
  words->thing = compile_steal (g_strdup_printf ("^%s\\s+(?:is\\s+)?(?=" SIGN ")", things));
  words->url = compile (
      "<?(?<url>https?://[^\\s<>()\\[\\]]+|www\\.[^\\s<>(),;\\[\\]]+[^\\s<>(),;.\\[\\]])>?");
  words->licence = compile (
      "(?:^|[\\s,;/(\\[])[\\s,;/"
      "(\\[]*(?:(?:used|licen[cs]ed|available|released|distributed|is|are)\\s+)*(?:(?:under|at)\\s+"
      "(?:an?\\s+|the\\s+)?)?"
      "(?:CC[\\s:-]*(?:BY|0|PDM|Zero)\\b.*|Creative "
      "Commons[\\s:(–-]+(?:CC|BY|Attribution|Zero|Atribu|Uznanie|Reconoc|Namens|Licen[cs]e).*"
      "|Public Domain\\b(?! (?:Pictures|Files|Review|Images|Vectors|Archive)).*|domena "
      "publiczna.*|dom[ií]nio p[uú]blico.*|domaine public.*"
      "|gemeinfrei.*|общественное достояние.*|ملك عام.*|公有领域.*|GFDL.*|GNU "
      "(?:Free|General|FDL|GPL).*|Free Art Licen.*"
      "|Open Government Licen.*|All rights reserved.*|by(?:-(?:nc|nd|sa))+/.*)$");
}

static void
load_lists (CogCreditWords *words, JsonObject *root)
{
  JsonArray *hosts = json_object_get_array_member (root, "hosts");
  JsonObject *roles = json_object_get_object_member (root, "roles");
  g_autoptr (GList) names = json_object_get_members (roles);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (hosts); i++)
    {
      g_autofree char *folded = g_utf8_casefold (json_array_get_string_element (hosts, i), -1);

      g_strv_builder_add (builder, folded);
    }
  words->hosts = g_strv_builder_end (builder);
  words->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (GList *n = names; n != NULL; n = n->next)
    g_hash_table_insert (words->roles, g_strdup (n->data),
                         g_strdup (json_object_get_string_member (roles, n->data)));
}

const CogCreditWords *
cog_credit_words_get (void)
{
  static gsize once = 0;
  static CogCreditWords words;

  if (g_once_init_enter (&once))
    {
      g_autoptr (JsonObject) root = cog_rights_load_json ("credit-lines.json");

      compile_heads (&words, root);
      compile_pieces (&words, root);
      compile_prose (&words, root);
      load_lists (&words, root);
      g_once_init_leave (&once, 1);
    }
  return &words;
}
