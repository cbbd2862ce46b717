/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define KNOWN 0x10000 /* characters whose folding is kept */
#define MAX_FOLDED 36 /* code points of one character: U+FDFA has 18, and case may double them */

/* What one character becomes: a code point, or one of these. */
#define UNKNOWN 0
#define GONE 0xffffffff /* invisible */
#define MARK 0xfffffffe /* gone, but part of the character before it */
#define MANY 0xfffffffd /* more than one */

typedef struct
{
  guint start, end; /* characters of the text */
} Origin;

struct _CogFold
{
  gboolean is_exact;
  guint32 *known;
  GHashTable *many; /* of MANY: (element-type gunichar GArray of gunichar) */
  GArray *folded;   /* gunichar */
  GArray *origins;  /* Origin */
};

CogFold *
cog_fold_new (gboolean is_exact)
{
  CogFold *self = g_new0 (CogFold, 1);

  self->is_exact = is_exact;
  self->known = g_new0 (guint32, KNOWN);
  self->many = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  self->folded = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->origins = g_array_new (FALSE, FALSE, sizeof (Origin));
  return self;
}

void
cog_fold_free (CogFold *self)
{
  if (self == NULL)
    return;
  g_free (self->known);
  g_hash_table_unref (self->many);
  g_array_unref (self->folded);
  g_array_unref (self->origins);
  g_free (self);
}

/* Accents, and the vowel marks of Arabic and Hebrew. In other scripts marks are the vowels. */
static gboolean
is_accent (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036f) || (c >= 0x1ab0 && c <= 0x1aff) ||
         (c >= 0x1dc0 && c <= 0x1dff) || (c >= 0x20d0 && c <= 0x20ff) ||
         (c >= 0x0591 && c <= 0x05c7 && u_charType ((UChar32)c) == U_NON_SPACING_MARK) ||
         (c >= 0x0610 && c <= 0x061a) || (c >= 0x064b && c <= 0x065f) || c == 0x0670 ||
         (c >= 0x06d6 && c <= 0x06ed && u_charType ((UChar32)c) == U_NON_SPACING_MARK) ||
         c == 0x0640; /* tatweel */
}

/* Letters of their own in the languages that have them, whatever Unicode makes of them. */
static gboolean
is_whole (gunichar c)
{
  static const gunichar letters[] = { 0x0419, 0x0439, 0x0407, 0x0457, 0x040e,
                                      0x045e, 0x0403, 0x0453, 0x040c, 0x045c };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i] == c)
      return TRUE;
  return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x3040 && c <= 0x30ff);
}

static gunichar
fold_likeness (gunichar c)
{
  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x02bc:
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x00ab:
    case 0x00bb:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      return '-';
    case 0x0671: /* alef wasla */
      return 0x0627;
    case 0x0649: /* alef maqsura */
    case 0x06cc: /* Farsi yeh */
      return 0x064a;
    case 0x0629: /* teh marbuta */
      return 0x0647;
    case 0x06a9: /* keheh */
      return 0x0643;
    default:
      return c;
    }
}

static guint
decompose (CogFold *self, gunichar c, UChar *units, int32_t capacity)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form =
      self->is_exact ? unorm2_getNFDInstance (&status) : unorm2_getNFKDInstance (&status);
  int32_t length = -1;

  if (U_SUCCESS (status) && !is_whole (c))
    length = unorm2_getDecomposition (form, (UChar32)c, units, capacity, &status);
  if (length < 0 || U_FAILURE (status))
    {
      length = 0;
      U16_APPEND_UNSAFE (units, length, (UChar32)c);
    }
  return (guint)length;
}

/* Returns how many code points were put. */
static guint
fold_character (CogFold *self, gunichar c, gunichar *out)
{
  UChar units[2 * MAX_FOLDED], cased[4 * MAX_FOLDED];
  int32_t length = (int32_t)decompose (self, c, units, MAX_FOLDED);
  UErrorCode status = U_ZERO_ERROR;
  UChar *from = units;
  guint n = 0;

  if (!self->is_exact)
    {
      length =
          u_strFoldCase (cased, G_N_ELEMENTS (cased), units, length, U_FOLD_CASE_DEFAULT, &status);
      from = cased;
    }
  for (int32_t i = 0; U_SUCCESS (status) && i < length && n < MAX_FOLDED;)
    {
      UChar32 point;

      U16_NEXT (from, i, length, point);
      if (!self->is_exact && is_accent ((gunichar)point))
        continue;
      out[n++] = self->is_exact ? (gunichar)point : fold_likeness ((gunichar)point);
    }
  return n;
}

static gboolean
is_invisible (gunichar c)
{
  return c != 0xfffc && (u_charType ((UChar32)c) == U_FORMAT_CHAR ||
                         u_hasBinaryProperty ((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT));
}

static guint32
learn (CogFold *self, gunichar c)
{
  gunichar out[MAX_FOLDED];
  guint n;

  if (u_isUWhiteSpace ((UChar32)c))
    return ' ';
  if (is_invisible (c))
    return GONE;
  if (!self->is_exact && is_accent (c))
    return MARK;
  n = fold_character (self, c, out);
  if (n == 1 && out[0] != UNKNOWN)
    return out[0];
  if (n == 0)
    return c;
  if (!g_hash_table_contains (self->many, GUINT_TO_POINTER (c)))
    {
      GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (gunichar), n);

      g_array_append_vals (points, out, n);
      g_hash_table_insert (self->many, GUINT_TO_POINTER (c), points);
    }
  return MANY;
}

static guint32
look_up (CogFold *self, gunichar c)
{
  if (c >= KNOWN)
    return learn (self, c);
  if (self->known[c] == UNKNOWN)
    self->known[c] = learn (self, c);
  return self->known[c];
}

static void
add (CogFold *self, gunichar point, guint at)
{
  Origin origin = { at, at + 1 };

  g_array_append_val (self->folded, point);
  g_array_append_val (self->origins, origin);
}

const gunichar *
cog_fold_text (CogFold *self, const char *text, gsize *length)
{
  guint at = 0;
  gunichar last = 0;

  g_return_val_if_fail (self != NULL && text != NULL && length != NULL, NULL);

  g_array_set_size (self->folded, 0);
  g_array_set_size (self->origins, 0);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      gunichar c = (guchar)*p < 0x80 ? (gunichar)*p : g_utf8_get_char (p);
      guint32 folded = look_up (self, c);

      if (folded == GONE || (folded == ' ' && last == ' '))
        continue;
      if (folded == MARK)
        {
          if (self->origins->len > 0)
            g_array_index (self->origins, Origin, self->origins->len - 1).end = at + 1;
          continue;
        }
      if (folded == MANY)
        {
          GArray *points = g_hash_table_lookup (self->many, GUINT_TO_POINTER (c));

          for (guint i = 0; i < points->len; i++)
            add (self, g_array_index (points, gunichar, i), at);
        }
      else
        add (self, folded, at);
      last = folded;
    }
  *length = self->folded->len;
  return (const gunichar *)(gpointer)self->folded->data;
}

gboolean
cog_fold_get_range (CogFold *self, gsize at, gsize n, guint *start, guint *end)
{
  const Origin *origins;

  g_return_val_if_fail (self != NULL && n > 0 && at + n <= self->origins->len, FALSE);

  origins = (const Origin *)(gpointer)self->origins->data;
  if (at > 0 && origins[at - 1].start == origins[at].start)
    return FALSE;
  if (at + n < self->origins->len && origins[at + n].start == origins[at + n - 1].start)
    return FALSE;
  *start = origins[at].start;
  *end = origins[at + n - 1].end;
  return TRUE;
}
