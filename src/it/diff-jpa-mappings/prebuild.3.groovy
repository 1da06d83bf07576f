def changelog = new File(basedir, 'src/main/resources/db/changelog/db.changelog-master.sql')
def name = (changelog.text =~ /ADD CONSTRAINT (\S+) FOREIGN KEY \(up_a, up_z\)/)[0][1]
changelog << """
--changeset ada:by-hand
ALTER TABLE party_tags ADD PRIMARY KEY (party_id, tags);
ALTER TABLE party ALTER COLUMN code TYPE varchar(400);
ALTER TABLE party ALTER COLUMN "time" TYPE time;
ALTER TABLE party ALTER COLUMN street TYPE text COLLATE "C";
ALTER TABLE person ALTER COLUMN total TYPE numeric(45,4);
ALTER TABLE person ALTER COLUMN ii TYPE bigint;
ALTER TABLE person ALTER COLUMN f TYPE double precision;
ALTER TABLE person ALTER COLUMN words TYPE text[];
ALTER TABLE "Vehicles" ALTER COLUMN pause TYPE interval;
ALTER TABLE "Vehicles" ALTER COLUMN plate TYPE citext;
ALTER TABLE "Vehicles" ADD CHECK (length(plate) > 2);
ALTER TABLE line DROP CONSTRAINT ${name};
ALTER TABLE line ADD FOREIGN KEY (up_z, up_a) REFERENCES line (zorder, anumber) ON DELETE SET NULL DEFERRABLE;
--rollback SELECT 1
"""
null
