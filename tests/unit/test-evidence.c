/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-evidence-words.h"
#include "cog-evidence.h"

/* What paragraphs of running text say of the licence of the text that they stand in. */

static const struct
{
  const char *text;
  const char *licence; /* NULL: none follows */
  guint n_statements;
} paragraphs[] = {
  { "Permission is granted to copy, distribute and/or modify this document under the terms of the "
    "GNU Free Documentation License, Version 1.3 or any later version published by the Free "
    "Software Foundation; with no Invariant Sections.",
    "GFDL-1.3-or-later", 1 },
  { "Permission is granted to copy this document under the terms of the GNU Free Documentation "
    "License, Version 1.2 or any later version. A copy is at https://www.gnu.org/licenses/fdl.txt",
    "GFDL-1.2-or-later", 1 },
  { "This manual is written and copyrighted by Alf and Holger and is released under the GPL "
    "version 3 or any later version. Enjoy!",
    "GPL-3.0-or-later", 1 },
  { "Este manual é software livre; você pode redistribuí-lo e/ou modificá-lo nos termos da GNU "
    "General Public License.",
    "GPL-3.0-or-later", 1 },
  { "Ce document peut être modifié suivant les termes de la Licence Publique Générale GNU, version "
    "3, ou toute version ultérieure.",
    "GPL-3.0-or-later", 1 },
  { "本文档采用 GNU 自由文档许可证 1.3 或更新版本发布。", "GFDL-1.3-or-later", 1 },
  { "© 2019 Éditions du Lac. Tous droits réservés.", "LicenseRef-AllRightsReserved", 1 },
  { "© 2019 Озеро. Все права защищены.", "LicenseRef-AllRightsReserved", 1 },
  { "© 2019 湖畔出版社。版权所有。", "LicenseRef-AllRightsReserved", 1 },
  /* The holders of the copyright. */
  { "Copyright (C) 2007-2021 Holger Levsen 及其他人，版权所有者的完整列表参见版权一章。", NULL, 0 },
  /* It may be the program's, in whose manual it stands. */
  { "This program is free software; you can redistribute it and/or modify it under the terms of "
    "the GNU General Public License as published by the Free Software Foundation; either version 3 "
    "of the License, or (at your option) any later version.",
    NULL, 1 },
  { "26.2 GNU GENERAL PUBLIC LICENSE . . . . . . . . . . . . . . . . . . 88", NULL, 0 },
  { "GNU GENERAL PUBLIC LICENSE", NULL, 0 },
  { "Stallman wrote the first GNU General Public License in 1989.", NULL, 0 },
  { "Permission is hereby granted, free of charge, to any person obtaining a copy of this book.",
    NULL, 1 },
};

static void
test_paragraphs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      g_autoptr (CogBook) book = cog_book_new ();

      cog_evidence_scan_text (book, NULL, "a.pdf", "page=2", paragraphs[i].text);
      g_test_message ("%s", paragraphs[i].text);
      g_assert_cmpstr (book->credit->licence, ==, paragraphs[i].licence);
      g_assert_cmpuint (book->credit->statements->len, ==, paragraphs[i].n_statements);
    }
}

/* "All rights reserved" is not the whole truth beside a permission, whichever comes first. */
static void
test_own_permission (void)
{
  static const char *const texts[] = { "Copyright 1991 The Group. All rights reserved.",
                                       "Redistribution and use in source and binary forms, with or "
                                       "without modification, are permitted." };

  for (guint first = 0; first < 2; first++)
    {
      g_autoptr (CogBook) book = cog_book_new ();

      cog_evidence_scan_text (book, NULL, "a.pdf", "page=2", texts[first]);
      cog_evidence_scan_text (book, NULL, "a.pdf", "page=2", texts[1 - first]);
      g_assert_null (book->credit->licence);
      g_assert_cmpuint (book->credit->statements->len, ==, 2);
    }
}

static void
test_titles (void)
{
  static const char *const good[] = {
    "Copyright and authors", "Mentions légales", "版权信息", "Лицензия", "حقوق النشر", "12. Licence"
  };
  static const char *const bad[] = { "Introduction", "Illegal drugs", "Kapitel 3", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (cog_evidence_is_title (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (cog_evidence_is_title (bad[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/paragraphs", test_paragraphs);
  g_test_add_func ("/evidence/own-permission", test_own_permission);
  g_test_add_func ("/evidence/titles", test_titles);
  return g_test_run ();
}
