/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-page-mend.h"

#include "cog-page-pictures.h"
#include "cog-page-wiki.h"
#include "cog-reader-findings.h"
#include "cog-tex.h"
#include "cog-xml.h"

#include <string.h>

typedef struct
{
  const char *file;
  CogReport *report;
  gboolean has_dollars; /* the page's program reads "$x$" and "$$x$$", too */
} Mend;

/* The longest formula that is looked for in running text. */
#define MAX_REACH 4000 /* bytes */

static gboolean
has_word (const xmlNode *node, const char *word)
{
  return cog_xml_has_word (node, "class", word);
}

static void
drop (xmlNode *node)
{
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

static xmlNode *
find_math (xmlNode *node)
{
  for (xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    if (cog_xml_is (n, COG_NS_MATHML, "math"))
      return n;
  return NULL;
}

static void
replace (xmlNode *node, xmlNode *by)
{
  xmlUnlinkNode (by);
  xmlReplaceNode (node, by);
  xmlFreeNode (node);
}

/* MathML as text, as a node of this document. (transfer full) (nullable) */
static xmlNode *
new_math (xmlDoc *document, const char *mathml)
{
  g_autoptr (xmlDoc) parsed = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (mathml, strlen (mathml));
  xmlNode *root;

  parsed = cog_xml_parse (bytes, "math", NULL, NULL);
  root = parsed != NULL ? xmlDocGetRootElement (parsed) : NULL;
  return cog_xml_is (root, NULL, "math") ? xmlDocCopyNode (root, document, 1) : NULL;
}

static xmlNode *
new_formula (Mend *mend, xmlDoc *document, const char *tex, gboolean is_block)
{
  g_autofree char *mathml = cog_tex_to_mathml (tex, is_block);
  xmlNode *math = mathml != NULL ? new_math (document, mathml) : NULL;

  if (math == NULL)
    cog_report_add (mend->report, &cog_finding_tex_kept, mend->file, NULL, NULL);
  return math;
}

/* What MathJax 2 and 3 and KaTeX drew: the formula stands in it as MathML, for those who listen,
 * beside the drawing; or in an attribute. */
static gboolean
mend_drawn (xmlNode *node)
{
  gboolean is_drawn = cog_xml_is (node, NULL, "mjx-container") || has_word (node, "katex") ||
                      has_word (node, "MathJax") || has_word (node, "MathJax_SVG") ||
                      has_word (node, "MathJax_CHTML") || has_word (node, "mjx-chtml");
  xmlNode *math = is_drawn ? find_math (node) : NULL;
  g_autofree char *attribute = NULL;

  if (!is_drawn)
    return FALSE;
  attribute = cog_xml_dup_attribute (node, "data-mathml");
  if (math == NULL && attribute != NULL)
    {
      math = new_math (node->doc, attribute);
      if (math != NULL)
        xmlAddChild (node, math);
    }
  if (math == NULL)
    return FALSE;
  if (has_word (node->parent, "katex-display") || has_word (node->parent, "MathJax_Display"))
    cog_xml_set (math, "display", "block");
  replace (node, math);
  return TRUE;
}

static gboolean
is_just_drawn (const xmlNode *script)
{
  const xmlNode *before = script->prev;

  while (before != NULL && before->type != XML_ELEMENT_NODE)
    before = before->prev;
  return before != NULL && find_math ((xmlNode *)before) != NULL;
}

/* <script type="math/tex; mode=display">: what MathJax 2 draws from; where it drew, it is done. */
static gboolean
mend_script (Mend *mend, xmlNode *node)
{
  g_autofree char *type =
      cog_xml_is (node, NULL, "script") ? cog_xml_dup_attribute (node, "type") : NULL;
  g_autofree char *text = NULL;
  xmlNode *math;
  gboolean is_tex = type != NULL && g_str_has_prefix (type, "math/tex");

  if (type == NULL || (!is_tex && !g_str_has_prefix (type, "math/mml")))
    return FALSE;
  if (is_just_drawn (node))
    {
      drop (node);
      return TRUE;
    }
  text = cog_xml_dup_text (node);
  math = is_tex ? new_formula (mend, node->doc, text, strstr (type, "display") != NULL)
                : new_math (node->doc, text);
  if (math != NULL)
    replace (node, math);
  else
    replace (node, xmlNewDocText (node->doc, (const xmlChar *)text));
  return TRUE;
}

/* The TeX behind a picture of a formula: its alternative text, or the query of its address.
 * (transfer full) (nullable) */
static char *
dup_pictured_tex (const xmlNode *image)
{
  static const char *const classes[] = { "latex",
                                         "tex",
                                         "texrender",
                                         "mwe-math-fallback-image-inline",
                                         "mwe-math-fallback-image-display",
                                         "math",
                                         "ql-img-inline-formula" };
  g_autofree char *source = cog_xml_dup_attribute (image, "src");
  const char *query = source != NULL ? strstr (source, "latex.php?latex=") : NULL;

  if (query != NULL)
    {
      g_autofree char *value = g_strdup (query + strlen ("latex.php?latex="));

      value[strcspn (value, "&")] = '\0';
      g_strdelimit (value, "+", ' ');
      return g_uri_unescape_string (value, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (has_word (image, classes[i]))
      return cog_xml_dup_attribute (image, "alt");
  return NULL;
}

static gboolean
mend_pictured (Mend *mend, xmlNode *node)
{
  g_autofree char *tex = cog_xml_is (node, NULL, "img") ? dup_pictured_tex (node) : NULL;
  g_autofree char *mathml = NULL;
  xmlNode *math;

  /* Wikipedia has both; the picture is for those who cannot see MathML. */
  if (tex == NULL ||
      (has_word (node->parent, "mwe-math-element") && find_math (node->parent) != NULL))
    return FALSE;
  if (g_str_has_prefix (tex, "{\\displaystyle ") && g_str_has_suffix (tex, "}"))
    {
      tex[strlen (tex) - 1] = '\0';
      memmove (tex, tex + strlen ("{\\displaystyle "),
               strlen (tex) - strlen ("{\\displaystyle ") + 1);
    }
  mathml = cog_tex_to_mathml (tex, FALSE);
  math = mathml != NULL ? new_math (node->doc, mathml) : NULL;
  if (math == NULL)
    return FALSE;
  replace (node, math);
  return TRUE;
}

/* Parsoid keeps the TeX of a formula that it did not draw in a record beside it. */
static gboolean
mend_wiki (Mend *mend, xmlNode *node)
{
  gboolean is_block = FALSE;
  g_autofree char *tex = find_math (node) == NULL ? cog_page_dup_wiki_tex (node, &is_block) : NULL;
  xmlNode *math = tex != NULL ? new_formula (mend, node->doc, tex, is_block) : NULL;

  if (math == NULL)
    return FALSE;
  replace (node, math);
  return TRUE;
}

static gboolean
is_verbatim (const xmlNode *text)
{
  static const char *const names[] = { "script", "style", "pre",  "code",       "textarea", "title",
                                       "kbd",    "samp",  "math", "annotation", NULL };

  for (const xmlNode *n = text->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (g_strv_contains (names, (const char *)n->name))
      return TRUE;
  return FALSE;
}

static const struct
{
  const char *open, *close;
  gboolean is_block, needs_program;
} marks[] = {
  { "\\(", "\\)", FALSE, FALSE },
  { "\\[", "\\]", TRUE, FALSE },
  { "[latex]", "[/latex]", FALSE, FALSE },
  { "[math]", "[/math]", FALSE, FALSE },
  { "$$", "$$", TRUE, TRUE },
};

/* A formula in a text, with its marks. */
typedef struct
{
  const char *open, *from, *end, *behind;
  gboolean is_block;
} Formula;

/* The next formula of each kind of mark: looked for once, not anew for each formula of a long
 * text. */
typedef struct
{
  Formula next[G_N_ELEMENTS (marks)]; /* open NULL: there is none */
} Outlook;

static void
look_for (Formula *formula, const char *at, guint kind)
{
  const char *open = at;

  formula->open = NULL;
  while (formula->open == NULL && (open = strstr (open, marks[kind].open)) != NULL)
    {
      const char *from = open + strlen (marks[kind].open);
      const char *end = g_strstr_len (from, (gssize)strnlen (from, MAX_REACH), marks[kind].close);

      if (end != NULL)
        *formula =
            (Formula){ open, from, end, end + strlen (marks[kind].close), marks[kind].is_block };
      open = from;
    }
}

static void
look_out (const Mend *mend, Outlook *outlook, const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      outlook->next[i].open = NULL;
      if (!marks[i].needs_program || mend->has_dollars)
        look_for (&outlook->next[i], text, i);
    }
}

/* The first formula at or behind a place; NULL where there is none. */
static const Formula *
find_formula (Outlook *outlook, const char *at)
{
  const Formula *best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      Formula *next = &outlook->next[i];

      if (next->open != NULL && next->open < at)
        look_for (next, at, i);
      if (next->open != NULL && (best == NULL || next->open < best->open))
        best = next;
    }
  return best;
}

/* "\(x\)" in running text, as a program would find it. */
static void
mend_text (Mend *mend, xmlNode *node)
{
  g_autofree char *whole = g_strdup ((const char *)node->content);
  g_autoptr (GString) pending = g_string_new (NULL);
  g_autofree char *rest = NULL;
  const char *at = whole;
  const Formula *formula;
  Outlook outlook;
  gboolean found = FALSE;

  if (strpbrk (whole, "\\[$") == NULL || is_verbatim (node))
    return;
  look_out (mend, &outlook, whole);
  while ((formula = find_formula (&outlook, at)) != NULL)
    {
      g_autofree char *tex = g_strndup (formula->from, (gsize)(formula->end - formula->from));
      xmlNode *math = new_formula (mend, node->doc, g_strstrip (tex), formula->is_block);

      g_string_append_len (pending, at,
                           (gssize)((math != NULL ? formula->open : formula->behind) - at));
      at = formula->behind;
      if (math == NULL)
        continue;
      found = TRUE;
      /* A text beside a text would be merged with it: the formula goes in first. */
      xmlAddPrevSibling (node, math);
      xmlAddPrevSibling (math, xmlNewDocText (node->doc, (const xmlChar *)pending->str));
      g_string_truncate (pending, 0);
    }
  if (!found)
    return;
  g_string_append (pending, at);
  rest = g_markup_escape_text (pending->str, -1);
  xmlNodeSetContent (node, (const xmlChar *)rest);
}

static gboolean
has_program (xmlNode *root)
{
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *source =
          cog_xml_is (n, NULL, "script") ? cog_xml_dup_attribute (n, "src") : NULL;
      g_autofree char *text = cog_xml_is (n, NULL, "script") ? cog_xml_dup_text (n) : NULL;

      if ((source != NULL &&
           (strcasestr (source, "mathjax") != NULL || strcasestr (source, "katex") != NULL)) ||
          (text != NULL &&
           (strstr (text, "MathJax") != NULL || strstr (text, "renderMathInElement") != NULL)))
        return TRUE;
    }
  return FALSE;
}

void
cog_page_mend (xmlDoc *document, CogContainer *container, const char *file, CogReport *report)
{
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  Mend mend = { file, report, FALSE };

  if (root == NULL)
    return;
  mend.has_dollars = has_program (root);
  for (xmlNode *n = root, *next; n != NULL; n = next)
    {
      /* Whatever takes n away leaves what stands behind it. */
      xmlNode *behind = cog_xml_skip_in (root, n);

      next = cog_xml_next_in (root, n);
      if (n->type == XML_TEXT_NODE && n->content != NULL)
        mend_text (&mend, n);
      else if (n->type != XML_ELEMENT_NODE)
        continue;
      else if (has_word (n, "MathJax_Preview"))
        {
          drop (n);
          next = behind;
        }
      else if (mend_drawn (n) || mend_script (&mend, n) || mend_pictured (&mend, n) ||
               mend_wiki (&mend, n))
        next = behind;
    }
  cog_page_mend_pictures (root, container, file);
}
