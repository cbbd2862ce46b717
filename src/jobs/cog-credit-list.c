/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-list.h"

#include <string.h>

/* Two that follow each other are as short with a comma. */
#define LEAST_RANGE 3
/* A number with more digits is no figure's. */
#define MAX_NUMBER 1000000

/* "Figure 2.10": the word, what stands before the last number, and that. */
typedef struct
{
  char *text;
  char *link;     /* "#id" (nullable) */
  gsize n_word;   /* bytes of "Figure " */
  gsize n_before; /* … of "Figure 2." */
  guint number;   /* 10; 0: it ends in none */
} Label;

typedef struct
{
  GPtrArray *labels; /* Label */
  CogCreditText *said;
} Entry;

static void
label_free (gpointer data)
{
  Label *label = data;

  g_free (label->text);
  g_free (label->link);
  g_free (label);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_ptr_array_unref (entry->labels);
  g_ptr_array_unref (entry->said);
  g_free (entry);
}

static const char *
get_kind (const xmlNode *item, const char *language)
{
  return cog_attribution_get_word (language, cog_xml_is (item, NULL, "table")        ? "table"
                                             : cog_xml_is (item, NULL, "blockquote") ? "quotation"
                                                                                     : "figure");
}

static char *
dup_with_place (const char *word, const char *place, const char *language)
{
  g_auto (GStrv) around = NULL;

  if (place == NULL || place[0] == '\0')
    return g_strdup (word);
  around = g_strsplit (cog_attribution_get_word (language, "bracketed"), "{text}", 2);
  return g_strconcat (word, around[0], place, around[1], NULL);
}

char *
cog_credit_list_dup_label (const xmlNode *item, const char *place, const char *language)
{
  xmlNode *first = cog_xml_first_element (item);

  if (cog_xml_is (item, NULL, "section") && first != NULL && first->name[0] == 'h')
    return cog_xml_dup_folded_text (first);
  for (const xmlNode *n = item; n != NULL; n = cog_xml_next_in (item, n))
    if (cog_xml_has_word (n, "class", "number"))
      return cog_xml_dup_folded_text (n);
  return dup_with_place (get_kind (item, language), place, language);
}

/* The content's document → the section's title; one that has none goes by that above it. */
static GHashTable *
index_places (const CogBook *book)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) todo = g_ptr_array_new ();
  g_autoptr (GHashTable) above = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < book->sections->len; i++)
    g_ptr_array_add (todo, g_ptr_array_index (book->sections, i));
  for (guint i = 0; i < todo->len; i++)
    {
      const CogSection *section = g_ptr_array_index (todo, i);
      const char *title = section->title != NULL && section->title[0] != '\0'
                              ? section->title
                              : g_hash_table_lookup (above, section);

      if (section->content != NULL)
        g_hash_table_insert (places, section->content, (gpointer)title);
      for (guint c = 0; c < section->children->len; c++)
        {
          g_hash_table_insert (above, g_ptr_array_index (section->children, c), (gpointer)title);
          g_ptr_array_add (todo, g_ptr_array_index (section->children, c));
        }
    }
  return places;
}

/* In whatever digits the language writes. */
static guint
read_number (const char *digits)
{
  guint number = 0;

  for (const char *p = digits; *p != '\0' && number < MAX_NUMBER; p = g_utf8_next_char (p))
    number = number * 10 + (guint)g_unichar_digit_value (g_utf8_get_char (p));
  return number < MAX_NUMBER ? number : 0;
}

static Label *
label_new (char *text, const char *link)
{
  Label *label = g_new0 (Label, 1);
  const char *end = text + strlen (text);
  const char *p = end;
  const char *space = strrchr (text, ' ');

  label->text = text;
  label->link = g_strdup (link);
  while (p > text && g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);
  label->number = p < end ? read_number (p) : 0;
  label->n_before = (gsize)(p - text);
  label->n_word = label->number > 0 && space != NULL && space < p ? (gsize)(space + 1 - text) : 0;
  return label;
}

static gboolean
follows (const Label *a, const Label *b)
{
  return a->number > 0 && b->number == a->number + 1 && a->n_before == b->n_before &&
         strncmp (a->text, b->text, a->n_before) == 0;
}

static gboolean
has_same_word (const Label *a, const Label *b)
{
  return a->n_word > 0 && a->n_word == b->n_word && strncmp (a->text, b->text, a->n_word) == 0;
}

/* "Figures " for "Figure ", where that is the word of the language. */
static void
append_word (CogCreditText *text, const Label *label, gboolean is_plural, const char *language)
{
  g_autofree char *word = g_strndup (label->text, label->n_word);

  if (is_plural && g_str_equal (g_strchomp (word), cog_attribution_get_word (language, "figure")))
    {
      cog_credit_text_append (text, cog_attribution_get_word (language, "figures"), NULL, FALSE);
      cog_credit_text_append (text, " ", NULL, FALSE);
      cog_credit_text_append (text, label->text + label->n_word, label->link, TRUE);
    }
  else
    cog_credit_text_append (text, label->text, label->link, TRUE);
}

static guint
find_range_end (const GPtrArray *labels, guint from)
{
  guint to = from;

  while (to + 1 < labels->len &&
         follows (g_ptr_array_index (labels, to), g_ptr_array_index (labels, to + 1)))
    to++;
  return to + 1 - from >= LEAST_RANGE ? to : from;
}

static void
append_labels (CogCreditText *text, const GPtrArray *labels, const char *language)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const Label *label = g_ptr_array_index (labels, i);
      const Label *before = i > 0 ? g_ptr_array_index (labels, i - 1) : NULL;
      const Label *next = i + 1 < labels->len ? g_ptr_array_index (labels, i + 1) : NULL;
      guint end = find_range_end (labels, i);

      if (before != NULL)
        cog_credit_text_append (text, cog_attribution_get_word (language, "comma"), NULL, FALSE);
      if (before != NULL && has_same_word (before, label))
        cog_credit_text_append (text, label->text + label->n_word, label->link, TRUE);
      else
        append_word (text, label, next != NULL && has_same_word (label, next), language);
      if (end > i)
        {
          label = g_ptr_array_index (labels, end);
          cog_credit_text_append (text, "–", NULL, FALSE);
          cog_credit_text_append (text, label->text + label->n_word, label->link, TRUE);
          i = end;
        }
    }
}

static CogCreditText *
entry_write (const Entry *entry, const char *language)
{
  CogCreditText *text = cog_credit_text_new ();

  append_labels (text, entry->labels, language);
  cog_credit_text_append (text, cog_attribution_get_word (language, "colon"), NULL, FALSE);
  cog_credit_text_append_text (text, entry->said);
  return text;
}

/* The entry that says the same, or a new one. */
static Entry *
find_entry (GPtrArray *entries, GHashTable *by_text, const CogCredit *credit, const char *language)
{
  CogCreditText *said = cog_attribution_new_item (credit, language, TRUE);
  char *key = cog_credit_text_to_xhtml (said);
  Entry *entry = g_hash_table_lookup (by_text, key);

  if (entry != NULL)
    {
      g_ptr_array_unref (said);
      g_free (key);
      return entry;
    }
  entry = g_new0 (Entry, 1);
  entry->said = said;
  entry->labels = g_ptr_array_new_with_free_func (label_free);
  g_ptr_array_add (entries, entry);
  g_hash_table_insert (by_text, key, entry);
  return entry;
}

GPtrArray *
cog_credit_list_new (const CogBook *book,
                     GHashTable *items,
                     const char *language,
                     gboolean has_links)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GHashTable) by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) places = NULL;

  g_return_val_if_fail (book != NULL && items != NULL, list);

  places = index_places (book);
  for (guint i = 0; i < book->credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (book->credits, i);
      const xmlNode *item = credit->item != NULL ? g_hash_table_lookup (items, credit->item) : NULL;
      g_autofree char *link =
          has_links && item != NULL ? g_strconcat ("#", credit->item, NULL) : NULL;

      if (item != NULL)
        g_ptr_array_add (find_entry (entries, by_text, credit, language)->labels,
                         label_new (cog_credit_list_dup_label (
                                        item, g_hash_table_lookup (places, item->doc), language),
                                    link));
    }
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (list, entry_write (g_ptr_array_index (entries, i), language));
  return list;
}
