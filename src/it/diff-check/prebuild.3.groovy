new File(basedir, 'src/main/database/schema.sql') << '''
-- Zeile mit Umlauten: äöü 🙂
CREATE VIEW dear_orders AS
  SELECT id, totl FROM orders WHERE total > 1000;
'''
null
