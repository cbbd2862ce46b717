/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution.h"

#include "cog-credit-line-private.h"
#include "cog-language.h"
#include "cog-licence-private.h"

#include <string.h>

/* Works behind works; a longer chain is no book, but a trap. */
#define MAX_CHAIN 64

static JsonObject *
get_templates (const char *language)
{
  static gsize once = 0;
  static JsonObject *root;
  JsonObject *found;

  if (g_once_init_enter (&once))
    {
      root = cog_rights_load_json ("attribution.json");
      g_once_init_leave (&once, 1);
    }
  found = language != NULL ? cog_rights_find_language (root, language) : NULL;
  return found != NULL ? found : json_object_get_object_member (root, "en");
}

const char *
cog_attribution_get_word (const char *language, const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);
  return json_object_get_string_member (get_templates (language), key);
}

/* Values for the {places} of a template. */
typedef struct
{
  const char *place;
  const char *text;
  const char *url;
  gboolean is_foreign;
  const CogCreditText *runs; /* instead of text */
} Value;

static void
append_value (CogCreditText *out, const Value *value)
{
  if (value->runs == NULL)
    {
      cog_credit_text_append (out, value->text, value->url, value->is_foreign);
      return;
    }
  for (guint i = 0; i < value->runs->len; i++)
    {
      const CogCreditRun *run = g_ptr_array_index (value->runs, i);

      cog_credit_text_append (out, run->text, run->url, run->is_foreign);
    }
}

static void
fill (CogCreditText *out, const char *template, const Value *values, gsize n_values)
{
  while (template[0] != '\0')
    {
      const char *open = strchr (template, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;
      g_autofree char *before = NULL;

      if (close == NULL)
        {
          cog_credit_text_append (out, template, NULL, FALSE);
          return;
        }
      before = g_strndup (template, open - template);
      cog_credit_text_append (out, before, NULL, FALSE);
      for (gsize i = 0; i < n_values; i++)
        if (strlen (values[i].place) == (gsize)(close - open - 1) &&
            strncmp (values[i].place, open + 1, close - open - 1) == 0)
          append_value (out, &values[i]);
      template = close + 1;
    }
}

static char *
dup_names (const CogCredit *credit, const char *language)
{
  const char *comma = cog_attribution_get_word (language, "comma");
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);

      if (agent->role == COG_ROLE_PUBLISHER || agent->name[0] == '\0')
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? comma : "", agent->name);
    }
  if (names->len == 0 && credit->publisher != NULL)
    g_string_append (names, credit->publisher);
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* The licences of an expression as links. */
static CogCreditText *
new_licence (const char *expression, const char *language, gboolean is_long)
{
  CogCreditText *text = cog_credit_text_new ();
  g_auto (GStrv) parts = cog_licence_split_expression (expression, NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const CogLicence *licence = cog_licence_lookup (parts[i]);

      if (i > 0)
        cog_credit_text_append (text, " / ", NULL, FALSE);
      if (licence == NULL)
        cog_credit_text_append (text, parts[i], NULL, TRUE);
      else if (licence->klass == COG_CLASS_PD && licence->url[0] == '\0')
        cog_credit_text_append (text, cog_attribution_get_word (language, "publicDomain"), NULL,
                                FALSE);
      else if (is_long && licence->unit != NULL && licence->version != NULL)
        {
          g_autofree char *name = cog_licence_dup_long_name (licence, language);

          cog_credit_text_append (text, name, licence->url, FALSE);
          cog_credit_text_append (text, " (", NULL, FALSE);
          cog_credit_text_append (text, licence->name, licence->url, TRUE);
          cog_credit_text_append (text, ")", NULL, FALSE);
        }
      else
        cog_credit_text_append (text, licence->name, licence->url, TRUE);
    }
  return text;
}

/* “Title” by A, B (original in English). */
static CogCreditText *
new_work (const CogCredit *credit, const char *language)
{
  CogCreditText *text = cog_credit_text_new ();
  g_autofree char *names = dup_names (credit, language);
  Value values[] = {
    { "title", credit->title != NULL ? credit->title : credit->source_url, credit->source_url, TRUE,
      NULL },
    { "names", names, NULL, TRUE, NULL },
  };

  fill (text, cog_attribution_get_word (language, names != NULL ? "work" : "workAnonymous"), values,
        G_N_ELEMENTS (values));
  if (credit->language != NULL && !cog_language_equal (credit->language, language))
    {
      g_autofree char *name = cog_language_dup_name (credit->language, language);
      Value original[] = { { "language", name, NULL, FALSE, NULL } };

      cog_credit_text_append (text, " (", NULL, FALSE);
      fill (text, cog_attribution_get_word (language, "original"), original, 1);
      cog_credit_text_append (text, ")", NULL, FALSE);
    }
  return text;
}

static CogCreditText *
add_paragraph (GPtrArray *paragraphs)
{
  CogCreditText *text = cog_credit_text_new ();

  g_ptr_array_add (paragraphs, text);
  return text;
}

static void
add_sentence (GPtrArray *paragraphs, const char *language, const char *key)
{
  cog_credit_text_append (add_paragraph (paragraphs), cog_attribution_get_word (language, key),
                          NULL, FALSE);
}

static const char *
get_own_language (const CogEdition *edition)
{
  return edition->into != NULL ? edition->into : edition->language;
}

static const char *
get_kind_key (const CogEdition *edition, const CogCredit *source)
{
  gboolean translated = edition->is_translated && source->language != NULL &&
                        !cog_language_equal (source->language, get_own_language (edition));

  if (translated)
    return edition->is_adapted ? "both" : "translation";
  return edition->is_adapted ? "adaptation" : "unchanged";
}

static void
add_upstream_work (CogCreditText *text, const CogCredit *upstream, const char *language)
{
  g_autoptr (GPtrArray) work = new_work (upstream, language);
  g_autoptr (GPtrArray) licence = new_licence (
      upstream->licence != NULL ? upstream->licence : "LicenseRef-Unknown", language, FALSE);
  Value values[] = {
    { "source", NULL, NULL, FALSE, work },
    { "licence", NULL, NULL, FALSE, licence },
  };

  cog_credit_text_append (text, " ", NULL, FALSE);
  fill (text, cog_attribution_get_word (language, "upstream"), values, G_N_ELEMENTS (values));
}

/* The works that a source was itself made from: the whole chain is credited, to its root. */
static void
add_upstream (CogCreditText *text, const CogCredit *source, const char *language)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  g_ptr_array_add (chain, (gpointer)source);
  for (guint i = 0; i < chain->len && i < MAX_CHAIN; i++)
    {
      const CogCredit *credit = g_ptr_array_index (chain, i);

      if (credit != source)
        add_upstream_work (text, credit, language);
      for (guint u = 0; u < credit->upstream->len; u++)
        g_ptr_array_add (chain, g_ptr_array_index (credit->upstream, u));
    }
}

static void
add_verbatim (GPtrArray *paragraphs, const char *words)
{
  if (words != NULL && words[0] != '\0')
    cog_credit_text_append (add_paragraph (paragraphs), words, NULL, TRUE);
}

static void
add_source (GPtrArray *paragraphs, const CogEdition *edition, const CogCredit *source)
{
  g_autoptr (GPtrArray) work = new_work (source, edition->language);
  g_autoptr (GPtrArray) licence = new_licence (
      source->licence != NULL ? source->licence : "LicenseRef-Unknown", edition->language, FALSE);
  g_autofree char *language_name =
      cog_language_dup_name (get_own_language (edition), edition->language);
  Value values[] = {
    { "title", edition->title, NULL, TRUE, NULL },
    { "language", language_name, NULL, FALSE, NULL },
    { "source", NULL, NULL, FALSE, work },
    { "licence", NULL, NULL, FALSE, licence },
  };
  CogCreditText *text = add_paragraph (paragraphs);

  fill (text, cog_attribution_get_word (edition->language, get_kind_key (edition, source)), values,
        G_N_ELEMENTS (values));
  add_upstream (text, source, edition->language);
  add_verbatim (paragraphs, source->copyright);
  if (g_strcmp0 (source->requested, source->copyright) != 0)
    add_verbatim (paragraphs, source->requested);
  if (source->changes != NULL)
    {
      Value earlier[] = { { "text", source->changes, NULL, TRUE, NULL } };

      fill (add_paragraph (paragraphs), cog_attribution_get_word (edition->language, "earlier"),
            earlier, 1);
    }
}

static void
add_people (GPtrArray *paragraphs, const CogEdition *edition, CogRole role, const char *key)
{
  g_autoptr (CogCredit) holder = cog_credit_new ();
  g_autofree char *names = NULL;
  Value values[] = { { "names", NULL, NULL, TRUE, NULL } };

  for (guint i = 0; edition->people != NULL && i < edition->people->len; i++)
    g_ptr_array_add (holder->agents, cog_agent_copy (g_ptr_array_index (edition->people, i)));
  names = cog_credit_dup_names (holder, role);
  if (names == NULL && role == COG_ROLE_PUBLISHER)
    names = g_strdup (edition->publisher);
  if (names == NULL || names[0] == '\0')
    return;
  values[0].text = names;
  fill (add_paragraph (paragraphs), cog_attribution_get_word (edition->language, key), values, 1);
}

static void
add_changes (GPtrArray *paragraphs, const CogEdition *edition)
{
  const struct
  {
    const char *key;
    guint n;
  } counts[] = {
    { "c_translated", edition->n_translated }, { "c_adapted", edition->n_adapted },
    { "c_replaced", edition->n_replaced },     { "c_omitted", edition->n_omitted },
    { "c_added", edition->n_added },
  };
  g_autoptr (GPtrArray) list = cog_credit_text_new ();
  Value values[] = { { "list", NULL, NULL, FALSE, list } };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *number = cog_language_format_number (edition->language, counts[i].n);
      Value count[] = { { "n", number, NULL, FALSE, NULL } };

      if (counts[i].n == 0)
        continue;
      if (list->len > 0)
        cog_credit_text_append (list, cog_attribution_get_word (edition->language, "semicolon"),
                                NULL, FALSE);
      fill (list, cog_attribution_get_word (edition->language, counts[i].key), count, 1);
    }
  fill (add_paragraph (paragraphs),
        cog_attribution_get_word (edition->language, list->len > 0 ? "changes" : "changesNone"),
        values, 1);
}

static void
add_own_licence (GPtrArray *paragraphs, const CogEdition *edition)
{
  const CogLicence *licence = cog_licence_lookup (edition->licence);
  g_autoptr (GPtrArray) name = NULL;

  if (licence == NULL)
    {
      add_sentence (paragraphs, edition->language, "unchosen");
      return;
    }
  name = new_licence (edition->licence, edition->language, TRUE);
  {
    Value values[] = {
      { "title", edition->title, NULL, TRUE, NULL },
      { "licence", NULL, NULL, FALSE, name },
    };
    Value url[] = { { "url", licence->url, licence->url, TRUE, NULL } };

    fill (add_paragraph (paragraphs), cog_attribution_get_word (edition->language, "licensed"),
          values, G_N_ELEMENTS (values));
    if (licence->url[0] != '\0')
      fill (add_paragraph (paragraphs), cog_attribution_get_word (edition->language, "seeLicence"),
            url, 1);
  }
}

/* A publisher's sentence goes along where what it speaks of was done (rules.md §4.1). */
static void
add_notices (GPtrArray *paragraphs, const CogEdition *edition, const CogCredit *source)
{
  gboolean derived = edition->is_translated || edition->is_adapted;

  for (guint i = 0; i < source->notices->len; i++)
    {
      const CogNotice *notice = g_ptr_array_index (source->notices, i);

      if (g_strcmp0 (notice->kind, "always") == 0 ||
          (g_strcmp0 (notice->kind, "translation") == 0 && edition->is_translated) ||
          (g_strcmp0 (notice->kind, "adaptation") == 0 && edition->is_adapted) ||
          (g_strcmp0 (notice->kind, "derivative") == 0 && derived))
        add_verbatim (paragraphs, notice->text);
    }
}

static void
add_statements (GPtrArray *paragraphs, const CogEdition *edition)
{
  for (guint i = 0; i < edition->sources->len; i++)
    {
      const CogCredit *source = g_ptr_array_index (edition->sources, i);
      const CogLicence *licence =
          source->licence != NULL ? cog_licence_lookup (source->licence) : NULL;

      add_notices (paragraphs, edition, source);
      if (licence != NULL)
        add_verbatim (paragraphs, licence->statement);
    }
}

GPtrArray *
cog_attribution_list_paragraphs (const CogEdition *edition)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  g_return_val_if_fail (edition != NULL && edition->sources != NULL, paragraphs);

  for (guint i = 0; i < edition->sources->len; i++)
    add_source (paragraphs, edition, g_ptr_array_index (edition->sources, i));
  add_people (paragraphs, edition, COG_ROLE_TRANSLATOR, "translator");
  add_people (paragraphs, edition, COG_ROLE_ADAPTER, "adapter");
  add_people (paragraphs, edition, COG_ROLE_PUBLISHER, "publisher");
  add_changes (paragraphs, edition);
  add_own_licence (paragraphs, edition);
  if (edition->has_items)
    add_sentence (paragraphs, edition->language, "thirdParty");
  add_statements (paragraphs, edition);
  if (edition->sources->len > 0)
    {
      add_sentence (paragraphs, edition->language, "endorsement");
      add_sentence (paragraphs, edition->language, "warranty");
    }
  return paragraphs;
}

static void
append_item_licence (CogCreditText *text,
                     const CogCredit *credit,
                     const char *language,
                     gboolean is_full)
{
  const CogLicence *licence = credit->licence != NULL ? cog_licence_lookup (credit->licence) : NULL;
  const char *comma = cog_attribution_get_word (language, "comma");

  if (credit->licence == NULL)
    {
      if (!is_full)
        return;
      cog_credit_text_append (text, text->len > 0 ? comma : "", NULL, FALSE);
      cog_credit_text_append (text, cog_attribution_get_word (language, "noLicence"), NULL, FALSE);
      return;
    }
  cog_credit_text_append (text, text->len > 0 ? comma : "", NULL, FALSE);
  if (licence != NULL &&
      (licence->klass == COG_CLASS_ARR || licence->klass == COG_CLASS_PERMISSION))
    cog_credit_text_append (text,
                            cog_attribution_get_word (language, licence->klass == COG_CLASS_ARR
                                                                    ? "reserved"
                                                                    : "permission"),
                            NULL, FALSE);
  else
    {
      g_autoptr (GPtrArray) name = new_licence (credit->licence, language, FALSE);
      Value value = { "", NULL, NULL, FALSE, name };

      append_value (text, &value);
    }
}

/* A notice of copyright is kept as it stands, and names whom it names. */
static char *
dup_item_names (const CogCredit *credit, const char *language)
{
  g_autofree char *names = dup_names (credit, language);

  if (credit->copyright != NULL && (names == NULL || strstr (credit->copyright, names) != NULL))
    return g_strdup (credit->copyright);
  return g_steal_pointer (&names);
}

/* "modification of work by" says nothing but that something was changed: a word of the reader's own
 * language says it better than the source's phrase. */
static gboolean
is_any_change (const char *changes)
{
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  return g_regex_match (cog_credit_words_get ()->changes, changes, 0, &match) &&
         g_match_info_fetch_pos (match, 0, NULL, &end) && changes[end] == '\0';
}

static void
append_item_changes (CogCreditText *text, const char *changes, const char *language)
{
  Value values[] = { { "text", changes, NULL, TRUE, NULL } };

  cog_credit_text_append (text, cog_attribution_get_word (language, "semicolon"), NULL, FALSE);
  if (is_any_change (changes))
    cog_credit_text_append (text, cog_attribution_get_word (language, "modified"), NULL, FALSE);
  else
    fill (text, cog_attribution_get_word (language, "changesOf"), values, 1);
}

CogCreditText *
cog_attribution_new_item (const CogCredit *credit, const char *language, gboolean is_full)
{
  CogCreditText *text = cog_credit_text_new ();
  g_autofree char *names = NULL;

  g_return_val_if_fail (credit != NULL, text);

  names = dup_item_names (credit, language);
  if (credit->part != NULL)
    {
      cog_credit_text_append (text, "(", NULL, FALSE);
      cog_credit_text_append (text, credit->part, NULL, TRUE);
      cog_credit_text_append (text, ") ", NULL, FALSE);
    }
  if (credit->title != NULL)
    {
      cog_credit_text_append (text, credit->title, credit->source_url, TRUE);
      cog_credit_text_append (text, cog_attribution_get_word (language, "dash"), NULL, FALSE);
    }
  if (names != NULL)
    cog_credit_text_append (text, names, credit->title == NULL ? credit->source_url : NULL, TRUE);
  else if (credit->source_name == NULL)
    cog_credit_text_append (text, cog_attribution_get_word (language, "unknownAuthor"), NULL,
                            FALSE);
  if (credit->source_name != NULL)
    {
      Value values[] = { { "name", credit->source_name, NULL, TRUE, NULL } };

      if (names != NULL)
        cog_credit_text_append (text, cog_attribution_get_word (language, "comma"), NULL, FALSE);
      fill (text, cog_attribution_get_word (language, "via"), values, 1);
    }
  append_item_licence (text, credit, language, is_full);
  if (credit->changes != NULL)
    append_item_changes (text, credit->changes, language);
  return text;
}
