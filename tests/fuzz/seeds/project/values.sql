UPDATE unit SET source = '<b>x', target = 5 WHERE position > 2;
UPDATE section SET parent = id, content = '<section><p id="a"/></section>' WHERE position = 0;
