INSERT INTO country VALUES ('NO', 'Norge');
INSERT INTO country
VALUES ('AT', NULL);
