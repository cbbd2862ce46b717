/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-line.h"

#include <string.h>

typedef struct
{
  const char *caption;
  const char *rest; /* what stays of the caption */
  const char *title, *name, *host, *licence, *changes;
  guint n;
} Case;

static const Case cases[] = {
  { "A train. (credit: modification of work by “Maryland GovPics”/Flickr)", "A train. ", NULL,
    "Maryland GovPics", "Flickr", NULL, "modification of work by", 1 },
  { "X (credit: Leaflet, Wikimedia Commons)", "X ", NULL, "Leaflet", "Wikimedia Commons", NULL,
    NULL, 1 },
  { "X (credit: Wikimedia Commons)", "X ", NULL, NULL, "Wikimedia Commons", NULL, NULL, 1 },
  { "X (Credit: modification “Agronomist & Farmer Inspecting Weeds” by United Soybean "
    "Board/Flickr, CC BY 2.0)",
    "X ", "Agronomist & Farmer Inspecting Weeds", "United Soybean Board", "Flickr", "CC-BY-2.0",
    "modification", 1 },
  { "(Credit: modification of \"Voyager's View of Jupiter's Great Red Spot\" by NASA/JPL, Public "
    "Domain)",
    "", "Voyager's View of Jupiter's Great Red Spot", "NASA/JPL", NULL, "LicenseRef-PublicDomain",
    "modification of", 1 },
  { "X (Credit: “red sold sign” by Diana Parkhouse/Flickr Creative Commons, CC BY 2.0)", "X ",
    "red sold sign", "Diana Parkhouse", "Flickr Creative Commons", "CC-BY-2.0", NULL, 1 },
  { "X (credit a: modification of work by \"Erwinrossen\"/Wikimedia Commons; credit b: "
    "modification of work by NOAA)",
    "X ", NULL, "Erwinrossen", "Wikimedia Commons", NULL, "modification of work by", 2 },
  { "X (credit: NASA, ESA, CXC, M. Bradac (University of California, Santa Barbara), and S. Allen)",
    "X ", NULL, "NASA, ESA, CXC, M. Bradac (University of California, Santa Barbara), and S. Allen",
    NULL, NULL, NULL, 1 },
  { "(a) X (credit: NASA) (b) Rider in cage", "(a) X  (b) Rider in cage", NULL, "NASA", NULL, NULL,
    NULL, 1 },
  { "X (attribution: Copyright Rice University, OpenStax, under CC BY NC-SA 4.0 license)", "X ",
    NULL, "Rice University, OpenStax", NULL, "CC-BY-NC-SA-4.0", NULL, 1 },
  { "X (Źródło: modyfikacja pracy autorstwa „Jim, the Photographer”/Flickr Creative Commons)", "X ",
    NULL, "Jim, the Photographer", "Flickr Creative Commons", NULL, "modyfikacja pracy autorstwa",
    1 },
  { "X (credit: ©ESA–David Ducros)", "X ", NULL, "©ESA–David Ducros", NULL,
    "LicenseRef-AllRightsReserved", NULL, 1 },
  { "X (credit: modification of work “A meteor during the peak” by Navicore/ Wikimedia Commons, CC "
    "BY 3.0)",
    "X ", "A meteor during the peak", "Navicore", "Wikimedia Commons", "CC-BY-3.0",
    "modification of work", 1 },
  { "X (credit \"planes\": modification of work by Max Pfandl; credit \"crowd\": NASA; credit: "
    "\"earbuds\": Z)",
    "X ", NULL, "Max Pfandl", NULL, NULL, "modification of work by", 3 },
  { "X (credit: modification of work by NASA/Bill Ingalls)", "X ", NULL, "NASA/Bill Ingalls", NULL,
    NULL, "modification of work by", 1 },
  { "Bank credit cards and driver’s licenses: a thin layer", NULL, NULL, NULL, NULL, NULL, NULL,
    0 },
  { "it causes credit in the economy to decrease, which raises the rate", NULL, NULL, NULL, NULL,
    NULL, NULL, 0 },
};

static void
check (const Case *c)
{
  gsize start = 0, end = 0;
  g_autoptr (GPtrArray) credits = cog_credit_line_parse (c->caption, &start, &end);
  g_autoptr (GString) rest = g_string_new (c->caption);
  const CogCredit *first;
  g_autofree char *name = NULL;

  g_test_message ("%s", c->caption);
  g_assert_cmpuint (credits->len, ==, c->n);
  if (c->n == 0)
    return;
  g_string_erase (rest, start, end - start);
  first = g_ptr_array_index (credits, 0);
  name = cog_credit_dup_names (first, COG_ROLE_AUTHOR);
  g_assert_cmpstr (rest->str, ==, c->rest);
  g_assert_cmpstr (first->title, ==, c->title);
  g_assert_cmpstr (name, ==, c->name);
  g_assert_cmpstr (first->source_name, ==, c->host);
  g_assert_cmpstr (first->licence, ==, c->licence);
  g_assert_cmpstr (first->changes, ==, c->changes);
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

static void
test_json (void)
{
  gsize start, end;
  g_autoptr (GPtrArray) credits = cog_credit_line_parse (cases[3].caption, &start, &end);
  g_autofree char *json = cog_credit_to_json (g_ptr_array_index (credits, 0));
  g_autoptr (GError) error = NULL;
  g_autoptr (CogCredit) back = cog_credit_from_json (json, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = cog_credit_to_json (back);
  g_assert_cmpstr (json, ==, again);
  g_assert_null (cog_credit_from_json ("[]", &error));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/credit-line/lines", test_lines);
  g_test_add_func ("/credit/json", test_json);
  return g_test_run ();
}
