/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-xliff-1.h"

#include "cog-exchange-record.h"
#include "cog-po.h"
#include "cog-xliff-read-private.h"

#include <string.h>

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  return g_strv_contains (names, (const char *)node->name);
}

/* A begin and its end have an rid in common, where their ids are not the same. (transfer full) */
static char *
dup_pair (const xmlNode *node)
{
  char *rid = cog_xml_dup_attribute (node, "rid");

  return rid != NULL ? rid : cog_xml_dup_attribute (node, "id");
}

static void
enter_isolated (CogExchangeBuilder *builder, const xmlNode *node)
{
  g_autofree char *position = cog_xml_dup_attribute (node, "pos");
  g_autofree char *number = dup_pair (node);

  if (g_strcmp0 (position, "close") == 0)
    cog_exchange_builder_close (builder, number);
  else
    cog_exchange_builder_open (builder, number, NULL);
}

static gboolean
enter (CogExchangeBuilder *builder, const xmlNode *node, gpointer user_data)
{
  static const char *const pieces[] = { "x", "ph", NULL };
  static const char *const begins[] = { "bx", "bpt", NULL };
  static const char *const ends[] = { "ex", "ept", NULL };
  g_autofree char *number = cog_xml_dup_attribute (node, "id");
  g_autofree char *pair = dup_pair (node);

  if (cog_xml_is (node, NULL, "g"))
    cog_exchange_builder_open (builder, number, NULL);
  else if (is_one_of (node, pieces))
    cog_exchange_builder_add_piece (builder, number, NULL);
  else if (is_one_of (node, begins))
    cog_exchange_builder_open (builder, pair, NULL);
  else if (is_one_of (node, ends))
    cog_exchange_builder_close (builder, pair);
  else if (cog_xml_is (node, NULL, "it"))
    enter_isolated (builder, node);
  return cog_xml_is (node, NULL, "g") || cog_xml_is (node, NULL, "mrk");
}

static void
leave (CogExchangeBuilder *builder, const xmlNode *node, gpointer user_data)
{
  g_autofree char *number = NULL;

  if (!cog_xml_is (node, NULL, "g"))
    return;
  number = cog_xml_dup_attribute (node, "id");
  cog_exchange_builder_close (builder, number);
}

static CogExchangeUnit *convert (const xmlNode *node);

static const CogXliffVersion version = {
  "1", "source-language", "target-language", TRUE, convert, enter, leave,
};

/* 1.2, 4.1 and appendix: "state". FALSE: it is none that says anything. */
static gboolean
read_state (const char *state, CogState *value)
{
  static const struct
  {
    const char *state;
    CogState value;
  } states[] = {
    { "new", COG_STATE_INITIAL },
    { "needs-translation", COG_STATE_INITIAL },
    { "needs-adaptation", COG_STATE_INITIAL },
    { "needs-l10n", COG_STATE_INITIAL },
    { "needs-review-adaptation", COG_STATE_INITIAL },
    { "needs-review-l10n", COG_STATE_INITIAL },
    { "needs-review-translation", COG_STATE_INITIAL },
    { "translated", COG_STATE_TRANSLATED },
    { "signed-off", COG_STATE_REVIEWED },
    { "final", COG_STATE_FINAL },
  };

  for (guint i = 0; state != NULL && i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (state, states[i].state))
      {
        *value = states[i].value;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_same_text (const CogText *a, const CogText *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (a == NULL || b == NULL || a->codes->len != b->codes->len)
    return FALSE;
  first = cog_xml_fold_space (a->plain);
  second = cog_xml_fold_space (b->plain);
  return g_str_equal (first, second);
}

/* Many tools translate and say nothing of the state: then "needs-translation" is what we wrote, and
 * holds only for a target that is still the source. */
static void
read_progress (CogExchangeUnit *self, const xmlNode *unit, const xmlNode *target)
{
  g_autofree char *state = cog_xml_dup_attribute (target, "state");
  g_autofree char *approved = cog_xml_dup_attribute (unit, "approved");
  gboolean is_untranslated =
      g_strcmp0 (state, "new") == 0 || g_strcmp0 (state, "needs-translation") == 0;

  if (is_untranslated && is_same_text (self->source, self->target))
    g_clear_pointer (&self->target, cog_text_free);
  self->has_state = !is_untranslated && read_state (state, &self->state);
  if (g_strcmp0 (approved, "yes") == 0 && self->has_state)
    self->state = MAX (self->state, COG_STATE_REVIEWED);
}

static void
read_notes (CogExchangeUnit *self, const xmlNode *unit)
{
  for (const xmlNode *n = cog_xml_first_element (unit); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *from =
          cog_xml_is (n, NULL, "note") ? cog_xml_dup_attribute (n, "from") : NULL;
      g_autofree char *text = NULL;
      char *before = self->note;

      if (!cog_xml_is (n, NULL, "note") || g_strcmp0 (from, "developer") == 0)
        continue;
      text = cog_xml_dup_text (n);
      g_strstrip (text);
      if (text[0] == '\0')
        continue;
      self->note = before != NULL ? g_strconcat (before, "\n", text, NULL) : g_strdup (text);
      g_free (before);
      self->has_note = TRUE;
    }
}

static char *
dup_base (const xmlNode *unit)
{
  for (const xmlNode *n = unit; n != NULL; n = cog_xml_next_in (unit, n))
    {
      g_autofree char *type = NULL;
      g_autofree char *base = NULL;

      if (n->type != XML_ELEMENT_NODE || !cog_xml_is (n, NULL, "context"))
        continue;
      type = cog_xml_dup_attribute (n, "context-type");
      base = cog_xml_dup_folded_text (n);
      if (g_strcmp0 (type, COG_XLIFF_1_BASE) == 0 && cog_exchange_record_is_valid (base))
        return g_steal_pointer (&base);
    }
  return NULL;
}

/* The id that we gave: some tools put one of their own in its place, and leave the name. */
static char *
dup_id (const xmlNode *node)
{
  char *name = cog_xml_dup_attribute (node, "resname");

  return name != NULL ? name : cog_xml_dup_attribute (node, "id");
}

/* A PO that a tool made XLIFF of (po2xliff): id and record are in a note, and the codes of PO in
 * the text. */
static gboolean
is_of_po (const xmlNode *node, char **id, char **base)
{
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *text = cog_xml_is (n, NULL, "note") ? cog_xml_dup_text (n) : NULL;

      if (text != NULL && cog_po_read_mark (text, id, base))
        return TRUE;
    }
  return FALSE;
}

static void
read_po_text (CogText **text, gboolean *is_broken)
{
  CogText *plain = *text;

  if (plain == NULL)
    return;
  *text = cog_po_read_tags (plain->plain, is_broken);
  cog_text_free (plain);
}

static void
read_texts (CogExchangeUnit *self, const xmlNode *node, const xmlNode *source, gboolean of_po)
{
  g_autoptr (CogExchangeBuilder) builder = cog_exchange_builder_new ();
  const xmlNode *target = cog_xml_find_child (node, NULL, "target");
  gboolean is_source_broken;

  cog_xliff_read_inline (&version, builder, source, NULL);
  self->source = cog_exchange_builder_finish (builder, &is_source_broken);
  if (of_po)
    read_po_text (&self->source, &is_source_broken);
  if (target == NULL)
    return;
  cog_xliff_read_inline (&version, builder, target, NULL);
  self->target = cog_exchange_builder_finish (builder, &self->is_broken);
  if (of_po)
    read_po_text (&self->target, &self->is_broken);
  read_progress (self, node, target);
  /* There "approved" says no more than that it is not fuzzy. */
  if (of_po && self->state > COG_STATE_TRANSLATED)
    self->has_state = FALSE;
}

static CogExchangeUnit *
convert (const xmlNode *node)
{
  g_autofree char *id = NULL;
  g_autofree char *base = NULL;
  g_autofree char *kind = cog_xml_dup_attribute (node, "restype");
  const xmlNode *source = cog_xml_find_child (node, NULL, "source");
  CogExchangeUnit *self;
  gboolean of_po;

  /* The head of a PO is no text. */
  if (kind != NULL && g_str_has_prefix (kind, "x-gettext-domain-header"))
    return cog_exchange_unit_new (NULL);
  of_po = is_of_po (node, &id, &base);
  if (!of_po)
    {
      id = dup_id (node);
      base = dup_base (node);
    }
  if (id == NULL || source == NULL)
    return NULL;
  self = cog_exchange_unit_new (id);
  self->base = g_steal_pointer (&base);
  read_texts (self, node, source, of_po);
  read_notes (self, node);
  return self;
}

gboolean
cog_xliff_1_is_mine (const char *text, gsize n_bytes)
{
  return cog_xliff_is_version (text, n_bytes, "1");
}

gboolean
cog_xliff_1_read (const char *text,
                  gsize n_bytes,
                  const char *name,
                  const CogExchangeReceiver *receiver,
                  GError **error)
{
  return cog_xliff_read (&version, text, n_bytes, name, receiver, error);
}
