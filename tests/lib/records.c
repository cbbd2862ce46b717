/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records.h"

/* Long records are shown from a little before where they part. */
static void
compare_credits (const char *name,
                 const char *what,
                 const CogCredit *before,
                 const CogCredit *after)
{
  g_autofree char *a = cog_credit_to_json (before);
  g_autofree char *b = cog_credit_to_json (after);
  gsize at = 0;

  if (g_str_equal (a, b))
    return;
  while (a[at] == b[at])
    at++;
  at = at > 60 ? at - 60 : 0;
  g_test_message ("%s: %s: “…%.200s”, “…%.200s” read back", name, what, a + at, b + at);
  g_test_fail ();
}

void
records_compare (const char *name, const CogBook *before, const CogBook *after)
{
  compare_credits (name, "the work", before->credit, after->credit);
  if (before->credits->len != after->credits->len)
    {
      g_test_message ("%s: items with a credit: %u, %u read back", name, before->credits->len,
                      after->credits->len);
      g_test_fail ();
      return;
    }
  for (guint i = 0; i < before->credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (before->credits, i);

      compare_credits (name, credit->item, credit, g_ptr_array_index (after->credits, i));
    }
}
