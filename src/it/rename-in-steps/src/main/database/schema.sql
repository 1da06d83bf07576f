CREATE TABLE client (
    id bigint GENERATED ALWAYS AS IDENTITY,
    mail text NOT NULL CONSTRAINT client_mail_key UNIQUE,
    CONSTRAINT client_key PRIMARY KEY (id)
);
