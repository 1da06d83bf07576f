-- Grüße 🙂
CREATE VIEW one AS
  SELEC 1;
