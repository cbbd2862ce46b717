/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence.h"

#include <string.h>

/* What the elements are called in statements that people wrote, folded; a row of each language that
 * Creative Commons names its licences in and that the field writes in. */
static const char *const by_words[] = { "attribution",
                                        "atribución",
                                        "atribucion",
                                        "atribuição",
                                        "reconocimiento",
                                        "paternité",
                                        "namensnennung",
                                        "uznanie autorstwa",
                                        "attribuzione",
                                        "naamsvermelding",
                                        "署名",
                                        "姓名標示",
                                        "表示",
                                        "저작자표시",
                                        "نَسب المُصنَّف",
                                        "نسب المصنف",
                                        "النسبة",
                                        "атрибуция",
                                        "с указанием авторства",
                                        "atribusi",
                                        "atıf",
                                        "із зазначенням авторства",
                                        "انتساب",
                                        "attribuering",
                                        "erkännande",
                                        "nimeä",
                                        "uveďte původ",
                                        NULL };
static const char *const nc_words[] = { "noncommercial",
                                        "non-commercial",
                                        "non commercial",
                                        "nocomercial",
                                        "no comercial",
                                        "não comercial",
                                        "nãocomercial",
                                        "pas d'utilisation commerciale",
                                        "pas d’utilisation commerciale",
                                        "nicht-kommerziell",
                                        "nicht kommerziell",
                                        "niekomercyjne",
                                        "non commerciale",
                                        "nietcommercieel",
                                        "niet-commercieel",
                                        "非商业",
                                        "非商業",
                                        "非営利",
                                        "비영리",
                                        "غير تجاري",
                                        "غير التجاري",
                                        "некоммерческ",
                                        "некомерційн",
                                        "nonkomersial",
                                        "gayriticari",
                                        "غیرتجاری",
                                        "ickekommersiell",
                                        NULL };
static const char *const nd_words[] = { "noderiv",
                                        "no derivative",
                                        "no-deriv",
                                        "no derivs",
                                        "sinderivad",
                                        "sin derivad",
                                        "sin obra derivada",
                                        "sem derivações",
                                        "semderivações",
                                        "pas de modification",
                                        "keine bearbeitung",
                                        "bez utworów zależnych",
                                        "non opere derivate",
                                        "geenafgeleide",
                                        "禁止演绎",
                                        "禁止改作",
                                        "改変禁止",
                                        "변경금지",
                                        "منع الاشتقاق",
                                        "без производных",
                                        "без похідних",
                                        "tanpaturunan",
                                        "türetilemez",
                                        NULL };
static const char *const sa_words[] = { "sharealike",
                                        "share alike",
                                        "share-alike",
                                        "compartirigual",
                                        "compartir igual",
                                        "compartilhaigual",
                                        "partage dans les mêmes conditions",
                                        "partage à l'identique",
                                        "partage à l’identique",
                                        "partage des conditions",
                                        "weitergabe unter gleichen",
                                        "na tych samych warunkach",
                                        "condividi allo stesso modo",
                                        "gelijkdelen",
                                        "gelijk delen",
                                        "相同方式共享",
                                        "相同方式分享",
                                        "継承",
                                        "동일조건",
                                        "الترخيص بالمثل",
                                        "المشاركة بالمثل",
                                        "на тех же условиях",
                                        "на тих самих умовах",
                                        "berbagiserupa",
                                        "aynılisanslapaylaş",
                                        "dela lika",
                                        NULL };
static const char *const reserved_words[] = { "all rights reserved",
                                              "alle rechte vorbehalten",
                                              "tous droits réservés",
                                              "todos los derechos reservados",
                                              "todos os direitos reservados",
                                              "wszelkie prawa zastrzeżone",
                                              "все права защищены",
                                              "جميع الحقوق محفوظة",
                                              "版权所有",
                                              "保留所有权利",
                                              "tutti i diritti riservati",
                                              NULL };
static const char *const domain_words[] = { "public domain",
                                            "dominio público",
                                            "domínio público",
                                            "domaine public",
                                            "domena publiczna",
                                            "gemeinfrei",
                                            "общественное достояние",
                                            "ملك عام",
                                            "الملك العام",
                                            "公有领域",
                                            "公有領域",
                                            "パブリックドメイン",
                                            NULL };

static gboolean
has_any (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static const struct
{
  const char *name;
  const char *port;
} ports[] = {
  { "igo", "IGO" },          { "intergovernmental", "IGO" },
  { "united states", "US" }, { "españa", "ES" },
  { "spain", "ES" },         { "france", "FR" },
  { "germany", "DE" },       { "deutschland", "DE" },
  { "austria", "AT" },       { "österreich", "AT" },
  { "brasil", "BR" },        { "brazil", "BR" },
  { "italy", "IT" },         { "italia", "IT" },
  { "polska", "PL" },        { "poland", "PL" },
  { "australia", "AU" },     { "canada", "CA" },
  { "south africa", "ZA" },  { "england", "UK" },
  { "japan", "JP" },         { "new zealand", "NZ" },
  { "nederland", "NL" },     { "netherlands", "NL" },
  { "méxico", "MX" },        { "argentina", "AR" },
  { "chile", "CL" },         { "scotland", "SCOTLAND" },
};

/* The id made from elements, version and port, as far as it is in the catalogue. */
static char *
make_id (const char *elements, const char *version, const char *port)
{
  g_autofree char *bare = g_strconcat ("CC-", elements, NULL);
  g_autofree char *versioned = NULL;
  g_autofree char *ported = NULL;

  if (version == NULL)
    return cog_licence_lookup (bare) != NULL ? g_steal_pointer (&bare) : NULL;
  versioned = g_strconcat (bare, "-", version, NULL);
  if (port != NULL)
    {
      ported = g_strconcat (versioned, "-", port, NULL);
      if (cog_licence_lookup (ported) != NULL)
        return g_steal_pointer (&ported);
    }
  if (cog_licence_lookup (versioned) != NULL)
    return g_steal_pointer (&versioned);
  return cog_licence_lookup (bare) != NULL ? g_steal_pointer (&bare) : NULL;
}

static char *
dup_version_near (const char *text, gsize from)
{
  g_autoptr (GRegex) regex = g_regex_new ("(?<![0-9.])([1-4]\\.[015])(?![0-9])", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int start = 0;

  /* The version stands after the name, at most a line away. */
  if (!g_regex_match_full (regex, text, -1, from, 0, &match, NULL) ||
      !g_match_info_fetch_pos (match, 1, &start, NULL) || start > (int)from + 160)
    return NULL;
  return g_match_info_fetch (match, 1);
}

static const char *
find_port (const char *text, gsize from)
{
  g_autofree char *near = g_strndup (text + from, MIN (strlen (text + from), 200));

  for (guint i = 0; i < G_N_ELEMENTS (ports); i++)
    if (strstr (near, ports[i].name) != NULL)
      return ports[i].port;
  return NULL;
}

static const char *
order_elements (gboolean nc, gboolean nd, gboolean sa)
{
  if (nc)
    return nd ? "BY-NC-ND" : sa ? "BY-NC-SA" : "BY-NC";
  return nd ? "BY-ND" : sa ? "BY-SA" : "BY";
}

/* "CC BY-SA IGO 3.0", "cc-by-nc-sa/3.0/us", "[CC-BY]", "by-nc-sa/4.0". */
static char *
recognise_code (const char *folded)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("(?:\\bcc[ \\-–:_]{0,3}|creative commons[ :]{0,2}\\(?|\\()by((?:[ "
                   "\\-–_/]{0,3}(?:nc|nd|sa)(?![a-z]))*)(?![a-z])"
                   "|\\bby((?:-(?:nc|nd|sa))+)(?![a-z])",
                   G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *elements = NULL;
  g_autofree char *version = NULL;
  int end = 0;

  if (!g_regex_match (regex, folded, 0, &match))
    return NULL;
  elements = g_match_info_fetch (match, 1);
  if (elements == NULL || elements[0] == '\0')
    {
      g_autofree char *second = g_match_info_fetch (match, 2);

      if (second != NULL && second[0] != '\0')
        {
          g_free (elements);
          elements = g_steal_pointer (&second);
        }
    }
  g_match_info_fetch_pos (match, 0, NULL, &end);
  version = dup_version_near (folded, end);
  return make_id (order_elements (elements != NULL && strstr (elements, "nc") != NULL,
                                  elements != NULL && strstr (elements, "nd") != NULL,
                                  elements != NULL && strstr (elements, "sa") != NULL),
                  version, find_port (folded, end));
}

/* "Creative Commons Attribution–NonCommercial–ShareAlike 3.0 Unported" in whatever language. */
static char *
recognise_name (const char *folded)
{
  const char *at = strstr (folded, "creative commons");
  g_autofree char *near = NULL;
  g_autofree char *version = NULL;
  gboolean named;

  if (at == NULL)
    at = strstr (folded, "المشاع الإبداعي");
  if (at == NULL)
    at = strstr (folded, "知识共享");
  named = at != NULL;
  if (at == NULL)
    at = folded;
  near = g_strndup (at, MIN (strlen (at), 260));
  if (!has_any (near, by_words) ||
      (!named && !has_any (near, sa_words) && !has_any (near, nc_words)))
    return NULL;
  version = dup_version_near (near, 0);
  return make_id (
      order_elements (has_any (near, nc_words), has_any (near, nd_words), has_any (near, sa_words)),
      version, find_port (near, 0));
}

static char *
recognise_gnu (const char *folded)
{
  gboolean is_gfdl =
      strstr (folded, "gfdl") != NULL || strstr (folded, "free documentation licen") != NULL;
  gboolean is_gpl = strstr (folded, "general public licen") != NULL ||
                    strstr (folded, "gnu gpl") != NULL || strstr (folded, "gpl-3") != NULL ||
                    strstr (folded, "gplv3") != NULL;
  gboolean later = strstr (folded, "later") != NULL;
  const char *version = strstr (folded, "1.1") != NULL   ? "1.1"
                        : strstr (folded, "1.2") != NULL ? "1.2"
                                                         : "1.3";

  if (is_gfdl)
    return g_strdup_printf ("GFDL-%s-%s", version, later ? "or-later" : "only");
  if (is_gpl)
    return g_strdup (later ? "GPL-3.0-or-later" : "GPL-3.0-only");
  return NULL;
}

static char *
recognise_rest (const char *folded)
{
  if (strstr (folded, "free art licen") != NULL || strstr (folded, "licence art libre") != NULL)
    return g_strdup ("LAL-1.3");
  if (strstr (folded, "open government licen") != NULL)
    return g_strdup (strstr (folded, "canada") != NULL ? "OGL-Canada-2.0" : "OGL-UK-3.0");
  if (strstr (folded, "cc0") != NULL || strstr (folded, "cc zero") != NULL ||
      strstr (folded, "public domain dedication") != NULL)
    return g_strdup ("CC0-1.0");
  if (strstr (folded, "public domain mark") != NULL)
    return g_strdup ("CC-PDM-1.0");
  if (has_any (folded, domain_words))
    return g_strdup (strstr (folded, "in the usa") != NULL ||
                             strstr (folded, "united states") != NULL
                         ? "LicenseRef-PublicDomain-US"
                         : "LicenseRef-PublicDomain");
  if (has_any (folded, reserved_words))
    return g_strdup ("LicenseRef-AllRightsReserved");
  return NULL;
}

static char *
recognise_url_in (const char *text)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("https?://[^\\s\"'<>()]+|(?:www\\.)?creativecommons\\.org/[^\\s\"'<>()]+",
                   G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *url = g_match_info_fetch (match, 0);
      const CogLicence *licence = cog_licence_lookup_url (url);

      if (licence != NULL)
        return g_strdup (licence->id);
    }
  return NULL;
}

static char *
recognise_words (const char *words)
{
  g_autofree char *lower = g_utf8_strdown (words, -1);
  g_autofree char *folded = g_utf8_normalize (lower, -1, G_NORMALIZE_NFC);
  g_autofree char *cc = NULL;
  g_autofree char *gnu = NULL;

  if (folded == NULL)
    return NULL;
  g_strdelimit (folded, "\n\r\t", ' ');
  cc = recognise_code (folded);
  if (cc == NULL || cog_licence_lookup (cc)->is_unversioned)
    {
      g_autofree char *named = recognise_name (folded);

      if (named != NULL && (cc == NULL || !cog_licence_lookup (named)->is_unversioned))
        {
          g_free (cc);
          cc = g_steal_pointer (&named);
        }
    }
  gnu = recognise_gnu (folded);
  /* "CC BY-SA 3.0 and GFDL": the choice that wikis give. */
  if (cc != NULL && gnu != NULL)
    return g_strconcat (cc, " OR ", gnu, NULL);
  if (cc != NULL)
    return g_steal_pointer (&cc);
  if (gnu != NULL)
    return g_steal_pointer (&gnu);
  return recognise_rest (folded);
}

static guint
get_rank (const char *expression)
{
  static const CogLicenceClass order[] = {
    COG_CLASS_PD,
    COG_CLASS_BY,
    COG_CLASS_BY_SA,
    COG_CLASS_SA,
    COG_CLASS_UNVERSIONED_SA,
    COG_CLASS_COPYLEFT,
    COG_CLASS_BY_NC,
    COG_CLASS_NC,
    COG_CLASS_BY_NC_SA,
    COG_CLASS_NC_SA,
    COG_CLASS_BY_ND,
    COG_CLASS_ND,
    COG_CLASS_BY_NC_ND,
    COG_CLASS_ASK,
    COG_CLASS_PERMISSION,
    COG_CLASS_EXCEPTION,
    COG_CLASS_ARR,
    COG_CLASS_UNKNOWN,
  };
  g_auto (GStrv) parts = cog_licence_split_expression (expression, NULL);
  const CogLicence *licence = cog_licence_lookup (parts[0]);

  for (guint i = 0; licence != NULL && i < G_N_ELEMENTS (order); i++)
    if (order[i] == licence->klass)
      return i;
  return G_N_ELEMENTS (order);
}

const char *
cog_licence_more_restrictive (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  return get_rank (b) > get_rank (a) ? b : a;
}

/* Whether words that lack the version, or the port, mean the licence that the link names in full.
 */
static gboolean
is_vaguer (const char *words, const char *link)
{
  const CogLicence *vague = cog_licence_lookup (words);
  const CogLicence *exact = cog_licence_lookup (link);

  if (vague == NULL || exact == NULL)
    return FALSE;
  if (vague->unit == NULL)
    return vague->klass == COG_CLASS_PD && exact->klass == COG_CLASS_PD;
  if (g_strcmp0 (vague->unit, exact->unit) != 0)
    return FALSE;
  return vague->is_unversioned ||
         (g_strcmp0 (vague->version, exact->version) == 0 && vague->port == NULL);
}

char *
cog_licence_recognise (const char *words, const char *url, gboolean *disagree)
{
  const CogLicence *linked = cog_licence_lookup_url (url);
  g_autofree char *from_link = linked != NULL ? g_strdup (linked->id) : NULL;
  g_autofree char *from_words = NULL;

  if (disagree != NULL)
    *disagree = FALSE;
  if (from_link == NULL && words != NULL)
    from_link = recognise_url_in (words);
  from_words = words != NULL ? recognise_words (words) : NULL;
  if (from_link == NULL)
    return g_steal_pointer (&from_words);
  if (from_words == NULL || g_str_equal (from_words, from_link) ||
      is_vaguer (from_words, from_link) || strstr (from_words, " OR ") != NULL)
    return from_words != NULL && strstr (from_words, " OR ") != NULL ? g_steal_pointer (&from_words)
                                                                     : g_steal_pointer (&from_link);
  if (disagree != NULL)
    *disagree = TRUE;
  return g_strdup (cog_licence_more_restrictive (from_link, from_words));
}
