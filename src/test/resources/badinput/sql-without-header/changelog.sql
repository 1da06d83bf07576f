CREATE TABL first (id int);
