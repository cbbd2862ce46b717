/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-line.h"

#include <string.h>

/* Adobe's Symbol encoding, 0x40 to 0x7E: Greek by the Latin letter on its key. */
static const char *const symbol_letters[] = {
  "≅", "Α", "Β", "Χ", "Δ", "Ε", "Φ", "Γ", "Η", "Ι", "ϑ", "Κ", "Λ", "Μ", "Ν", "Ο",
  "Π", "Θ", "Ρ", "Σ", "Τ", "Υ", "ς", "Ω", "Ξ", "Ψ", "Ζ", "[", "∴", "]", "⊥", "_",
  "¯", "α", "β", "χ", "δ", "ε", "φ", "γ", "η", "ι", "ϕ", "κ", "λ", "μ", "ν", "ο",
  "π", "θ", "ρ", "σ", "τ", "υ", "ϖ", "ω", "ξ", "ψ", "ζ", "{", "|", "}", "∼",
};

static const struct
{
  guint code;
  const char *sign;
} symbol_signs[] = {
  { 0x22, "∀" }, { 0x24, "∃" }, { 0x27, "∋" }, { 0x2A, "∗" }, { 0x2D, "−" }, { 0xA2, "′" },
  { 0xA3, "≤" }, { 0xA4, "⁄" }, { 0xA5, "∞" }, { 0xAB, "↔" }, { 0xAC, "←" }, { 0xAD, "↑" },
  { 0xAE, "→" }, { 0xAF, "↓" }, { 0xB0, "°" }, { 0xB1, "±" }, { 0xB2, "″" }, { 0xB3, "≥" },
  { 0xB4, "×" }, { 0xB5, "∝" }, { 0xB6, "∂" }, { 0xB7, "•" }, { 0xB8, "÷" }, { 0xB9, "≠" },
  { 0xBA, "≡" }, { 0xBB, "≈" }, { 0xBC, "…" }, { 0xC5, "⊕" }, { 0xC6, "∅" }, { 0xC7, "∩" },
  { 0xC8, "∪" }, { 0xC9, "⊃" }, { 0xCC, "⊂" }, { 0xCD, "⊆" }, { 0xCE, "∈" }, { 0xCF, "∉" },
  { 0xD0, "∠" }, { 0xD1, "∇" }, { 0xD5, "∏" }, { 0xD6, "√" }, { 0xD7, "⋅" }, { 0xD8, "¬" },
  { 0xD9, "∧" }, { 0xDA, "∨" }, { 0xDB, "⇔" }, { 0xDC, "⇐" }, { 0xDE, "⇒" }, { 0xE5, "∑" },
  { 0xF2, "∫" },
}, wingdings_signs[] = {
  { 0x28, "☎" }, { 0x2A, "✉" }, { 0x36, "⌛" }, { 0x3F, "✍" }, { 0x4A, "☺" }, { 0x4C, "☹" },
  { 0x6C, "●" }, { 0x6E, "■" }, { 0x6F, "□" }, { 0x71, "❑" }, { 0x75, "◆" }, { 0x76, "❖" },
  { 0x9F, "•" }, { 0xA7, "▪" }, { 0xA8, "◻" }, { 0xD8, "➢" }, { 0xDF, "←" }, { 0xE0, "→" },
  { 0xE8, "➔" }, { 0xF0, "⇨" }, { 0xFB, "✗" }, { 0xFC, "✓" }, { 0xFD, "☒" }, { 0xFE, "☑" },
};

const char *
cog_docx_find_symbol (const char *font, guint code)
{
  /* Both with and without the private-use page (17.3.3.30). */
  code = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
  if (strcmp (font, "Symbol") == 0)
    {
      if (code >= 0x40 && code - 0x40 < G_N_ELEMENTS (symbol_letters))
        return symbol_letters[code - 0x40];
      for (guint i = 0; i < G_N_ELEMENTS (symbol_signs); i++)
        if (symbol_signs[i].code == code)
          return symbol_signs[i].sign;
    }
  for (guint i = 0; strcmp (font, "Wingdings") == 0 && i < G_N_ELEMENTS (wingdings_signs); i++)
    if (wingdings_signs[i].code == code)
      return wingdings_signs[i].sign;
  return NULL;
}
