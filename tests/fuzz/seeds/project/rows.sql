INSERT INTO change VALUES (1, 9, 3, 'a', '{"source":1}', NULL);
UPDATE credit SET found = '{"agents":[{"name":5}]}', images = '[1]', key = 'x' || position;
DELETE FROM source; UPDATE meta SET value = NULL; UPDATE asset SET bytes = x'00', media_type = 'image/svg+xml';
UPDATE step SET undone = 2, number = -1; INSERT INTO place VALUES ('a', 's1', -1, 1e308, 0, 0, 0);
UPDATE finding SET target = 'nowhere', count = -1, effect = 'none', id = 'active-drawing';
