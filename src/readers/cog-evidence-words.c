/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-evidence-words.h"

#include <string.h>

/* All in small letters. */
static const char *const licence_words[] = {
  "licensed under",
  "licenced under",
  "released under",
  "available under",
  "creative commons",
  "creativecommons.org",
  "public domain",
  "all rights reserved",
  "cc by",
  "cc-by",
  "bajo licencia",
  "bajo una licencia",
  "sous licence",
  "licencji",
  "лицензии",
  "بموجب رخصة",
  "许可",
  "lizenz",
  "licence creative",
  "licença",
  "licenza",
  "bajo la licencia",
  "ліцензі",
  "лицензия",
  "lisensi",
  "lisans",
  "المشاع الإبداعي",
  "رخصة",
  "رخصه",
  "مجوز",
  "知识共享",
  "創用",
  "クリエイティブ・コモンズ",
  "크리에이티브 커먼즈",
  /* All rights reserved. */
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
  "tüm hakları saklıdır",
  "hak cipta dilindungi",
  "усі права захищен",
  "حقوق محفوظ",
  "सर्वाधिकार सुरक्षित",
  "барлық құқықтары қорғалған",
  "haki zote zimehifadhiwa",
  "版權所有",
  "無断転載",
  "무단전재",
  /* The public domain. */
  "dominio público",
  "domínio público",
  "domaine public",
  "domena publiczna",
  "domeny publicznej",
  "gemeinfrei",
  "общественное достояние",
  "общественном достоянии",
  "الملك العام",
  "公有领域",
  "公有領域",
  "パブリックドメイン",
  "dominio pubblico",
  "kamu malı",
  "суспільне надбання",
  "مالکیت عمومی",
  "퍼블릭 도메인",
  NULL,
};

static const char *const gnu_words[] = {
  "general public licen",
  "free documentation licen",
  " gpl",
  "(gpl",
  "gfdl",
  "gnu fdl",
  "gpl ",
  "publique générale gnu",
  "générale publique gnu",
  "pública general de gnu",
  "pública general gnu",
  "pública geral gnu",
  "pública geral da gnu",
  "documentation libre gnu",
  "documentación libre de gnu",
  "documentação livre gnu",
  "documentação livre da gnu",
  "gnu-lizenz für freie dokumentation",
  "gnu 通用公共许可",
  "gnu通用公共许可",
  "gnu 自由文档许可",
  "gnu自由文档许可",
  NULL,
};

static const char *const self_words[] = {
  "permission is granted",
  "permission is hereby granted",
  "copyrighted",
  "©",
  "(c)",
  "this document",
  "this book",
  "this manual",
  "this guide",
  "this text",
  "this work",
  "this tutorial",
  "this course",
  "this handbook",
  "this documentation",
  "this publication",
  "ce document",
  "ce livre",
  "ce manuel",
  "ce guide",
  "cet ouvrage",
  "cette œuvre",
  "este documento",
  "este libro",
  "este livro",
  "este manual",
  "esta obra",
  "esta guía",
  "este guia",
  "dieses dokument",
  "dieses buch",
  "dieses handbuch",
  "dieses werk",
  "questo documento",
  "questo libro",
  "questo manuale",
  "ten dokument",
  "ta książka",
  "ten podręcznik",
  "этот документ",
  "данный документ",
  "эта книга",
  "настоящий документ",
  "цей документ",
  "ця книга",
  "本文档",
  "本文件",
  "本书",
  "本書",
  "本手册",
  "本手冊",
  "本指南",
  "この文書",
  "이 문서",
  "هذا الكتاب",
  "هذه الوثيقة",
  "هذا المستند",
  "هذا العمل",
  "این کتاب",
  "این سند",
  "bu belge",
  "bu kitap",
  "dokumen ini",
  "buku ini",
  "kitabu hiki",
  "yaliyomo haya",
  NULL,
};

static const char *const program_words[] = {
  "this program is free software",      "this software is free software",
  "ce programme est un logiciel libre", "este programa es software libre",
  "este programa é software livre",     "эта программа — свободное",
  "эта программа является свободным",   NULL,
};

static const char *const permissions[] = {
  "redistribution and use in source",
  "permission is hereby granted, free of charge",
  "permission is granted to make and distribute verbatim copies",
  "permission is granted to copy and distribute modified versions",
  "permission to use, copy, modify",
  "verbatim copying and distribution of this",
  NULL,
};

/* Beginnings of words in titles; those of scripts without capitals may stand anywhere. */
static const char *const titles[] = {
  "copyright", "licen",       "lizenz",      "impressum",    "colophon", "colofon",
  "kolophon",  "legal",       "mentions",    "derechos",     "direitos", "droits",
  "rights",    "urheber",     "prawa",       "авторск",      "лиценз",   "ліценз",
  "права",     "лицензия",    "құқық",       "版权",         "許可",     "许可",
  "授權",      "版權",        "著作権",      "ライセンス",   "저작권",   "라이선스",
  "حقوق",      "رخصة",        "الترخيص",     "ترخيص",        "پروانه",   "مجوز",
  "lisans",    "telif",       "lisensi",     "hak cipta",    "leseni",   "hakimiliki",
  "कॉपीराइट",  "लाइसेंस",       "ลิขสิทธิ์",       "สัญญาอนุญาต",    "بیانیه",   "opphavsrett",
  "ophavsret", "upphovsrätt", "tekijänoike", "auteursrecht", "autorsk",  "szerzői",
  "πνευματικ", "bản quyền",   "drepturi",    "diritti",      "حق نشر",   "זכויות",
  NULL,
};

static gboolean
has_any (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_of_contents (const char *text)
{
  return strstr (text, ". . . .") != NULL || strstr (text, ".....") != NULL ||
         strstr (text, "……") != NULL;
}

gboolean
cog_evidence_speaks_of_licence (const char *text)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (is_of_contents (text))
    return FALSE;
  lower = g_utf8_strdown (text, -1);
  if (has_any (lower, licence_words))
    return TRUE;
  return has_any (lower, gnu_words) &&
         (has_any (lower, self_words) || has_any (lower, program_words));
}

gboolean
cog_evidence_is_of_program (const char *text)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  lower = g_utf8_strdown (text, -1);
  return has_any (lower, program_words);
}

gboolean
cog_evidence_gives_own_permission (const char *text)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  lower = g_utf8_strdown (text, -1);
  return has_any (lower, permissions);
}

gboolean
cog_evidence_is_title (const char *title)
{
  g_autofree char *lower = title != NULL ? g_utf8_strdown (title, -1) : NULL;

  for (guint i = 0; lower != NULL && titles[i] != NULL; i++)
    {
      const char *found = strstr (lower, titles[i]);

      if (found != NULL &&
          (found == lower || (guint8)titles[i][0] >= 0x80 || !g_ascii_isalpha (found[-1])))
        return TRUE;
    }
  return FALSE;
}
